import { Command } from 'commander'
import { print, style } from '../console.ts'
import { listRules, explain as pageOf } from '../explain.ts'

export const rules = new Command('rules')
  .description('list the rules')
  .option('--json', 'as JSON')
  .action(({ json }: { readonly json?: true }) => print(listRules(json === true, style)))

export const explain = new Command('explain')
  .description('print the page of a rule')
  .argument('<rule>')
  .action(async (rule: string) => print(await pageOf(rule)))

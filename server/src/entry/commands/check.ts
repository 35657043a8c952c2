import { Command, Option } from 'commander'
import { languageOf } from '../../protocol/language.ts'
import { checkPaths } from '../check.ts'
import { CLEAN, FINDINGS, listener, print, style } from '../console.ts'
import type { FileResult } from '../file-result.ts'
import { terminalLocale } from '../locale.ts'
import { FORMATS, type Format, report } from '../reports/index.ts'
import { writeSarif } from '../reports/sarif-file.ts'
import { NUMBERS } from '../reports/shown.ts'
import { wholeNumber } from './given.ts'

interface Flags {
  readonly format: Format
  readonly fix?: true
  readonly rule: readonly string[]
  readonly maxWarnings: number
  readonly onlyNew?: true
  readonly base?: string
  readonly sarif?: string
}

export const check = new Command('check')
  .description('check minutes, and print what is wrong in them')
  .argument('[paths...]', 'files, and folders whose minutes are checked (default: the working folder)')
  .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('pretty'))
  .option('--fix', 'mend what can be mended without changing what the minutes mean')
  .option('--rule <id>', 'run this rule alone; may be given several times', (id, ids: string[]) => [...ids, id], [])
  .option('--max-warnings <number>', 'how many warnings are no reason to fail', wholeNumber, 0)
  .addOption(new Option('--only-new', 'report alone what is not in the earlier version that Git has').conflicts('fix'))
  .addOption(
    new Option(
      '--base <commit>',
      'with --only-new: the commit or branch to compare with (default: the branch that a pull request is for, or that of the remote, or HEAD)',
    ).implies({ onlyNew: true }),
  )
  .option('--sarif <file>', 'write a SARIF report too: to this file, which is new or was written so before')
  .addHelpText('after', '\nExit code: 0 no error and no more warnings than allowed, 1 findings, 2 could not run.')
  .action(async (paths: string[], { format, fix, rule, maxWarnings, onlyNew, base, sarif }: Flags) => {
    const results = await checkPaths(paths, {
      ...listener,
      rules: rule,
      fix: fix === true,
      ...(onlyNew && { newSince: { base } }),
    })
    const say = await languageOf(terminalLocale(process.env))
    if (sarif !== undefined) await writeSarif(sarif, report('sarif', results, process.cwd(), say, style))
    await print(report(format, results, process.cwd(), say, style, process.stdout.columns || undefined))
    process.exitCode = isClean(results, maxWarnings) ? CLEAN : FINDINGS
  })

function isClean(results: readonly FileResult[], maxWarnings: number): boolean {
  const numbers = results.flatMap(({ findings }) => findings.map(({ severity }) => NUMBERS[severity]))
  const warnings = numbers.filter((number) => number === 1).length
  return !numbers.includes(2) && warnings <= maxWarnings && results.every(({ failure }) => failure === undefined)
}

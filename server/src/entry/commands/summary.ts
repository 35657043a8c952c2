import { Command, Option } from 'commander'
import { SUMMARY_FORMS, type SummaryForm } from '../../drafting/summary/forms.ts'
import { listener, onProblem, print } from '../console.ts'
import { booksToList } from '../listing.ts'
import { summarize, summaryText } from '../summary.ts'

export const summary = new Command('summary')
  .description('print what minutes come to: decisions, new and closed actions, the next meeting')
  .argument('<file>', 'the minutes')
  .addOption(new Option('--format <format>', 'how to print').choices(SUMMARY_FORMS).default('markdown'))
  .option('--json', 'as JSON')
  .action(async (file: string, { format, json }: { readonly format: SummaryForm; readonly json?: true }) => {
    const written = summarize(await booksToList([file], listener), format, onProblem)
    await print(json ? `${JSON.stringify(written, null, 2)}\n` : summaryText(written))
  })

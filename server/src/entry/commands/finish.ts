import { Command } from 'commander'
import { CLEAN, FINDINGS, listener, print } from '../console.ts'
import { type FinishFlags, finish as finishMinutes, finishText } from '../finish.ts'

export const finish = new Command('finish')
  .description('do what minutes lack before they are published, list them in the index, and say what is left')
  .argument('<file>', 'the minutes')
  .option('--start <time>', 'when the meeting began (HH:MM, UTC)')
  .option('--end <time>', 'when the meeting ended (HH:MM, UTC)')
  .option('--chair <who>', 'who chaired it')
  .option('--scribe <who>', 'who took the minutes')
  .option('--approved-by <who>', 'who approved the previous minutes, separated by commas')
  .option('--merged-by <who>', 'who merged them')
  .option('--request <number>', 'the number of the request in which they were approved')
  .option('--dry-run', 'say what would be done, and write nothing')
  .option('--json', 'as JSON')
  .addHelpText('after', '\nExit code: 0 nothing is left, 1 something is, 2 could not run.')
  .action(async (file: string, { json, ...flags }: FinishFlags & { readonly json?: true }) => {
    const finished = await finishMinutes(file, flags, process.cwd(), listener)
    await print(json ? `${JSON.stringify(finished, null, 2)}\n` : finishText(finished, flags.dryRun === true))
    process.exitCode = finished.left.length === 0 ? CLEAN : FINDINGS
  })

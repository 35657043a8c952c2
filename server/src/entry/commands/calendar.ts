import { Command, Option } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { visible } from '../../text/visible.ts'
import { calendarOf, writeCalendar } from '../calendar.ts'
import { FINDINGS, listener, onProblem, print } from '../console.ts'
import { booksToList } from '../listing.ts'

interface Flags {
  readonly events?: true
  readonly next?: true
  readonly out?: string
}

export const calendar = new Command('calendar')
  .description('print the next meetings and the coming events as an iCalendar file (.ics)')
  .argument('[paths...]', 'files, and folders whose latest minutes count (default: the working folder)')
  .addOption(new Option('--next', 'the next meetings alone').conflicts('events'))
  .option('--events', 'the events alone')
  .option('--out <file>', 'write to this file, which is new or was written so before')
  .addHelpText('after', '\nExit code: 0 all is in it, 1 something was left out and is told, 2 could not run.')
  .action(async (paths: string[], { events, next, out }: Flags) => {
    const books = await booksToList(paths, listener)
    const onLeftOut = (message: string) => {
      onProblem(`Left out: ${message}`)
      process.exitCode = FINDINGS
    }
    const what = next ? 'next' : events ? 'events' : 'all'
    const text = await calendarOf(books, paths, { what, now: Temporal.Now.instant(), onLeftOut })
    if (out === undefined) return print(text)
    await writeCalendar(out, text)
    return print(`Wrote ${visible(out)}.\n`)
  })

#!/usr/bin/env node
import { styleText } from 'node:util'
import { Command, InvalidArgumentError, Option } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { version } from '../../../package.json'
import { MEETINGS } from '../book/attended.ts'
import { attendancePicture } from '../drafting/attendance-picture.ts'
import { SUMMARY_FORMS, type SummaryForm } from '../drafting/summary/forms.ts'
import { readDay } from '../minutes/calendar.ts'
import { languageOf } from '../protocol/language.ts'
import { visible } from '../text/visible.ts'
import { type ActionFilter, listActions } from './actions.ts'
import { attendanceJson, attendanceOf, attendanceTable } from './attendance.ts'
import type { OpenBook } from './book.ts'
import { calendarOf, writeCalendar } from './calendar.ts'
import { CannotRun } from './cannot-run.ts'
import { checkPaths, type FileResult } from './check.ts'
import { listDecisions } from './decisions.ts'
import { explain, listRules } from './explain.ts'
import { type FinishFlags, finish, finishText } from './finish.ts'
import { init } from './init.ts'
import { asJson, asTable, booksToList, type Listing } from './listing.ts'
import { terminalLocale } from './locale.ts'
import { listMeetings } from './meetings.ts'
import { type NewFlags, newMinutes } from './new.ts'
import { listPeople } from './people.ts'
import { FORMATS, type Format, report } from './reports/index.ts'
import { NUMBERS } from './reports/shown.ts'
import { summarize, summaryText } from './summary.ts'
import { listTemplates } from './templates.ts'
import { Unwritten } from './write.ts'

/** Exit codes: nothing at warning or above; findings; could not run. */
const [CLEAN, FINDINGS, FAILED] = [0, 1, 2] as const

const program = new Command('minutebook')
  .description('Checks a group’s meeting minutes, and says what they remember.')
  .version(version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? CLEAN : FAILED))

interface CheckFlags {
  readonly format: Format
  readonly fix?: true
  readonly rule: readonly string[]
  readonly maxWarnings: number
}

program
  .command('check')
  .description('check minutes, and print what is wrong in them')
  .argument('[paths...]', 'files, and folders whose minutes are checked (default: the working folder)')
  .addOption(new Option('--format <format>', 'how to print').choices(FORMATS).default('pretty'))
  .option('--fix', 'mend what can be mended without changing what the minutes mean')
  .option('--rule <id>', 'run this rule alone; may be given several times', (id, ids: string[]) => [...ids, id], [])
  .option('--max-warnings <number>', 'how many warnings are no reason to fail', wholeNumber, 0)
  .addHelpText('after', '\nExit code: 0 no error and no more warnings than allowed, 1 findings, 2 could not run.')
  .action(async (paths: string[], { format, fix, rule, maxWarnings }: CheckFlags) => {
    const results = await checkPaths(paths, { onProgress, onProblem, rules: rule, fix: fix === true })
    clearProgress()
    const say = await languageOf(terminalLocale(process.env))
    await print(report(format, results, process.cwd(), say, style, process.stdout.columns || undefined))
    process.exitCode = isClean(results, maxWarnings) ? CLEAN : FINDINGS
  })

/** What each of the commands has that lists something from the book. */
const listing = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .argument('[paths...]', 'files, and folders whose minutes are listed (default: the working folder)')
    .option('--json', 'as JSON')

async function list<Row extends object>(
  paths: readonly string[],
  json: true | undefined,
  read: (books: readonly OpenBook[]) => Listing<Row>,
): Promise<void> {
  const books = await booksToList(paths, { onProgress, onProblem })
  const found = read(books)
  clearProgress()
  const width = process.stdout.isTTY ? process.stdout.columns : undefined
  await print(json ? asJson(found) : asTable(found, style, width))
  process.exitCode = books.every(({ failures }) => failures.length === 0) ? CLEAN : FINDINGS
}

interface ListFlags {
  readonly json?: true
}

listing('actions', 'list what is open, each action item once, with its first meeting and its age')
  .option('--person <who>', 'only what this person will do: a handle or a name')
  .option('--project <title>', 'only what stands below this project or topic, or a part of its title')
  .option('--since <day>', 'only what has been open since this day (YYYY-MM-DD) or a later one', day)
  .option('--all', 'also what was done, and what was dropped')
  .action((paths: string[], { json, ...filter }: ListFlags & ActionFilter) =>
    list(paths, json, (books) => listActions(books, filter, process.cwd())),
  )

listing('people', 'list who was there, how often, and in which roles').action((paths: string[], { json }: ListFlags) =>
  list(paths, json, listPeople),
)

listing('decisions', 'list what was decided, and where that stands').action((paths: string[], { json }: ListFlags) =>
  list(paths, json, (books) => listDecisions(books, process.cwd())),
)

listing('meetings', 'list the meetings, with their attendance').action((paths: string[], { json }: ListFlags) =>
  list(paths, json, (books) => listMeetings(books, process.cwd())),
)

interface CalendarFlags {
  readonly events?: true
  readonly next?: true
  readonly out?: string
}

program
  .command('calendar')
  .description('print the next meetings and the coming events as an iCalendar file (.ics)')
  .argument('[paths...]', 'files, and folders whose latest minutes count (default: the working folder)')
  .addOption(new Option('--next', 'the next meetings alone').conflicts('events'))
  .option('--events', 'the events alone')
  .option('--out <file>', 'write to this file, which is new or was written so before')
  .addHelpText('after', '\nExit code: 0 all is in it, 1 something was left out and is told, 2 could not run.')
  .action(async (paths: string[], { events, next, out }: CalendarFlags) => {
    const books = await booksToList(paths, { onProgress, onProblem })
    clearProgress()
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

program
  .command('summary')
  .description('print what minutes come to: decisions, new and closed actions, the next meeting')
  .argument('<file>', 'the minutes')
  .addOption(new Option('--format <format>', 'how to print').choices(SUMMARY_FORMS).default('markdown'))
  .option('--json', 'as JSON')
  .action(async (file: string, { format, json }: { readonly format: SummaryForm; readonly json?: true }) => {
    const books = await booksToList([file], { onProgress, onProblem })
    clearProgress()
    const written = summarize(books, format, onProblem)
    await print(json ? `${JSON.stringify(written, null, 2)}\n` : summaryText(written))
  })

program
  .command('templates')
  .description('list what new minutes can be drafted from, and say what is wrong in the folder’s own templates')
  .argument('[folder]', 'the folder', '.')
  .option('--json', 'as JSON')
  .action(async (folder: string, { json }: ListFlags) => {
    const { listing, wrong } = await listTemplates(folder, { onProgress, onProblem })
    clearProgress()
    const width = process.stdout.isTTY ? process.stdout.columns : undefined
    await print(json ? asJson(listing) : asTable(listing, style, width))
    for (const message of wrong) onProblem(message)
    process.exitCode = wrong.length === 0 ? CLEAN : FINDINGS
  })

interface AttendanceFlags extends ListFlags {
  readonly svg?: true
  readonly meetings: number
}

listing('attendance', 'show who was at which of the last meetings, and how many actions were open')
  .addOption(new Option('--svg', 'as a picture').conflicts('json'))
  .option('--meetings <number>', 'how many meetings, from the last one back', wholeNumber, MEETINGS)
  .action(async (paths: string[], { json, svg, meetings }: AttendanceFlags) => {
    const books = await booksToList(paths, { onProgress, onProblem })
    const attended = attendanceOf(books, meetings)
    clearProgress()
    const width = process.stdout.isTTY ? process.stdout.columns : undefined
    if (svg) await print(attendancePicture(attended))
    else await print(json ? attendanceJson(attended, process.cwd()) : attendanceTable(attended, style, width))
    process.exitCode = books.every(({ failures }) => failures.length === 0) ? CLEAN : FINDINGS
  })

program
  .command('rules')
  .description('list the rules')
  .option('--json', 'as JSON')
  .action(({ json }: { json?: true }) => print(listRules(json === true, style)))

program
  .command('explain')
  .description('print the page of a rule')
  .argument('<rule>')
  .action(async (rule: string) => print(await explain(rule)))

program
  .command('new')
  .description('write the minutes of the next meeting, from the previous ones or a template')
  .argument('[folder]', 'the folder with the minutes', '.')
  .option('--from-previous [file]', 'from these minutes (default: the latest there are)')
  .option('--template <id>', 'from a template instead')
  .option('--date <day>', 'the day of the meeting as YYYY-MM-DD (default: the one called for, or the next)', day)
  .option('--stdout', 'print the minutes, and write no file')
  .option('--json', 'print what was left out, and why, as JSON')
  .addHelpText('after', '\nWhat was left out is told on standard error. A file that is there is never overwritten.')
  .action(async (folder: string, flags: NewFlags) => {
    const { out, notes } = await newMinutes(folder, flags, { onProgress, onProblem })
    clearProgress()
    await print(out)
    for (const line of notes) console.error(visible(line))
  })

program
  .command('init')
  .description('write a minutebook.yml from what the minutes of a folder show')
  .argument('[folder]', 'the folder', '.')
  .action(async (folder: string) => {
    const text = await init(folder, { onProgress, onProblem })
    clearProgress()
    await print(text)
  })

program
  .command('finish')
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
  .action(async (file: string, { json, ...flags }: FinishFlags & { json?: true }) => {
    const finished = await finish(file, flags, process.cwd(), { onProgress, onProblem })
    clearProgress()
    await print(json ? `${JSON.stringify(finished, null, 2)}\n` : finishText(finished, flags.dryRun === true))
    process.exitCode = finished.left.length === 0 ? CLEAN : FINDINGS
  })

/** What language clients add by themselves, where they are not told how the server is spoken to. */
const OTHER_TRANSPORTS = ['--node-ipc', '--pipe [name]', '--socket [port]']

const lsp = program
  .command('lsp')
  .description('run the language server, for editors')
  .option('--stdio', 'speak over standard input and output (the default)')
  // The server watches the editor by it, and ends when the editor is gone.
  .addOption(new Option('--clientProcessId <number>').hideHelp())
  .action(async (flags: Readonly<Record<string, unknown>>) => {
    if (flags.nodeIpc || flags.pipe || flags.socket)
      throw new CannotRun(
        'The language server speaks over standard input and output alone. Start it with "lsp --stdio".',
      )
    if (process.stdin.isTTY) console.error('minutebook: The language server waits for an editor. Ctrl+C ends it.')
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio')
    await import('./node.ts')
  })
for (const flags of OTHER_TRANSPORTS) lsp.addOption(new Option(flags).hideHelp())

function day(text: string): string {
  if (!readDay(text)) throw new InvalidArgumentError('It must be a day as YYYY-MM-DD.')
  return text
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

function isClean(results: readonly FileResult[], maxWarnings: number): boolean {
  const numbers = results.flatMap(({ findings }) => findings.map(({ severity }) => NUMBERS[severity]))
  const warnings = numbers.filter((number) => number === 1).length
  return !numbers.includes(2) && warnings <= maxWarnings && results.every(({ failure }) => failure === undefined)
}

const style =
  process.stdout.isTTY && !process.env.NO_COLOR
    ? (text: string, ...styles: Parameters<typeof styleText>[0][]) => styleText(styles.flat(), text)
    : (text: string) => text

const print = (text: string) => new Promise<void>((done) => void process.stdout.write(text, () => done()))

function onProblem(message: string): void {
  clearProgress()
  console.error(`minutebook: ${visible(message)}`)
}

let shownAt = 0
/** On a terminal, and only when it takes long enough to wonder. */
function onProgress(done: number, of: number): void {
  const now = performance.now()
  if (!process.stderr.isTTY || now < 500 || now - shownAt < 100) return
  shownAt = now
  process.stderr.write(`\rReading ${done} of ${of} files…\x1b[K`)
}

function clearProgress(): void {
  if (shownAt > 0) process.stderr.write('\r\x1b[K')
}

// A reader such as `head` may have read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? CLEAN : FAILED))

program.parseAsync().catch((error: Error) => {
  clearProgress()
  const expected = error instanceof CannotRun || error instanceof Unwritten
  console.error(`minutebook: ${expected ? visible(error.message) : (error.stack ?? error.message)}`)
  process.exitCode = FAILED
})

#!/usr/bin/env node
import { styleText } from 'node:util'
import { Command, InvalidArgumentError, Option } from 'commander'
import { version } from '../../../package.json'
import { visible } from '../text/visible.ts'
import { CannotRun } from './cannot-run.ts'
import { checkPaths, type FileResult } from './check.ts'
import { explain, listRules } from './explain.ts'
import { init } from './init.ts'
import { FORMATS, type Format, report } from './reports/index.ts'
import { NUMBERS } from './reports/shown.ts'
import { Unwritten } from './write.ts'

/** Exit codes: nothing at warning or above; findings; could not run. */
const [CLEAN, FINDINGS, FAILED] = [0, 1, 2] as const

const program = new Command('minutebook')
  .description('Checks a group’s meeting minutes: dates, time zones, handles and lists.')
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
    await print(report(format, results, process.cwd(), style, process.stdout.columns || undefined))
    process.exitCode = isClean(results, maxWarnings) ? CLEAN : FINDINGS
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
  .command('init')
  .description('write a minutebook.yml from what the minutes of a folder show')
  .argument('[folder]', 'the folder', '.')
  .action(async (folder: string) => {
    const text = await init(folder, { onProgress, onProblem })
    clearProgress()
    await print(text)
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

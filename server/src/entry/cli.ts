#!/usr/bin/env node
import { styleText } from 'node:util'
import { Command, Option } from 'commander'
import { version } from '../../../package.json'
import { CannotRun, checkPaths } from './check.ts'
import { isLoud, jsonReport, prettyReport } from './report.ts'

/** Exit codes: nothing at warning or above; findings; could not run. */
const [CLEAN, FINDINGS, FAILED] = [0, 1, 2] as const

const program = new Command('minutebook')
  .description('Checks a group’s meeting minutes: dates, time zones, handles and lists.')
  .version(version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? CLEAN : FAILED))

program
  .command('check')
  .description('check minutes, and print what is wrong in them')
  .argument('[paths...]', 'files, and folders whose minutes are checked', ['.'])
  .addOption(new Option('--format <format>', 'how to print').choices(['pretty', 'json']).default('pretty'))
  .addHelpText('after', '\nExit code: 0 nothing at warning or above, 1 findings, 2 could not run.')
  .action(async (paths: string[], { format }: { format: 'pretty' | 'json' }) => {
    const results = await checkPaths(paths, {
      onProgress,
      onProblem: (message) => console.error(`minutebook: ${message}`),
    })
    clearProgress()
    const colour = process.stdout.isTTY && !process.env.NO_COLOR
    const style = colour
      ? (text: string, ...styles: Parameters<typeof styleText>[0][]) => styleText(styles.flat(), text)
      : plain
    const report = format === 'json' ? jsonReport(results, process.cwd()) : prettyReport(results, process.cwd(), style)
    await print(report)
    process.exitCode = results.some(isLoud) ? FINDINGS : CLEAN
  })

program
  .command('lsp')
  .description('run the language server, for editors')
  .option('--stdio', 'speak over standard input and output (the default)')
  .action(async () => {
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio')
    await import('./node.ts')
  })

const plain = (text: string) => text

const print = (text: string) => new Promise<void>((done) => void process.stdout.write(text, () => done()))

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
  console.error(`minutebook: ${error instanceof CannotRun ? error.message : (error.stack ?? error.message)}`)
  process.exitCode = FAILED
})

import { describeAll } from './all.ts'

/** How lines of ours begin in a log that many write to, for `test/vscode/web.mjs`. */
const SAID = 'minutebook-suite'
const COUNTS = 'minutebook-counts'

/** VS Code calls this in its web extension host. It is a failure when this throws. */
export async function run(): Promise<void> {
  // Not before: where it finds `module`, it takes the place of all that this file exports. It puts itself into the global
  // scope as well.
  await import('mocha/mocha')
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(SAID, ...args)
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: 'spec' })
  await describeAll()
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve)
    runner.on('end', () => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 }
      console.log(COUNTS, JSON.stringify({ passed: passes, failed: failures, skipped: pending }))
    })
  })
  if (failed > 0) throw new Error(`${failed} failed`)
}

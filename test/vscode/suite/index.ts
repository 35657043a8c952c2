import { writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { format } from 'node:util'
import { describeAll } from './all.ts'

/** VS Code calls this in its extension host. It is a failure when this throws. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha')
  const { MINUTEBOOK_TEST_OUTPUT, MINUTEBOOK_TEST_RESULTS, MINUTEBOOK_TEST_COLOUR } = process.env
  // Absent when the debugger runs the suite, whose console shows all.
  const terminal = MINUTEBOOK_TEST_OUTPUT ? connect(Number(MINUTEBOOK_TEST_OUTPUT), '127.0.0.1') : undefined
  if (terminal) {
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => terminal.write(`${format(...args)}\n`)
  }

  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    color: MINUTEBOOK_TEST_COLOUR === '1',
    forbidOnly: Boolean(process.env.CI),
  })
  // Puts `describe` and `it` where the files below expect them.
  mocha.suite.emit('pre-require', globalThis, null, mocha)
  await describeAll()

  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve)
    runner.on('end', () => {
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 }
      const counts = { passed: passes, failed: failures, skipped: pending }
      if (MINUTEBOOK_TEST_RESULTS) writeFileSync(MINUTEBOOK_TEST_RESULTS, JSON.stringify(counts))
    })
  })
  if (terminal) await end(terminal)
  if (failed > 0) throw new Error(`${failed} failed`)
}

const end = (socket: Socket) => new Promise<void>((resolve) => socket.end(resolve))

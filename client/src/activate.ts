import { type ExtensionContext, window } from 'vscode'
import { commands } from './commands/index.ts'
import * as restartServer from './commands/restart-server.ts'
import * as showOutput from './commands/show-output.ts'
import type { Authority } from './follow-minutes.ts'
import { createServer, type Server } from './server.ts'

/** The client at work. */
export interface Minutebook extends Authority {
  /** Fires when what {@link isMinutes} answered may no longer hold. */
  readonly onDidChangeAnswers: Server['onDidChangeAnswers']
  /** Runs a contributed command by its id. One that fails tells the user why, and settles to `undefined`. */
  run(command: string, given: readonly unknown[]): Promise<unknown>
  stop(): Promise<void>
}

/** Starts the language server. Commands may be run at once: they wait for it. */
export function activate(context: ExtensionContext): Minutebook {
  let reported = false
  const server = createServer(context, () => {
    if (reported) return
    reported = true
    void reportDown(server).finally(() => {
      reported = false
    })
  })
  server.start().catch((error) => server.output.error('The language server did not start.', error))

  return {
    isMinutes: server.isMinutes,
    onDidChangeAnswers: server.onDidChangeAnswers,
    stop: server.stop,
    async run(id, given) {
      try {
        return await commands.find((command) => command.id === id)?.run(server, ...given)
      } catch (error) {
        // Here, because VS Code would show it in a dialog that stops the scribe's typing.
        void reportFailure(server, error)
        return undefined
      }
    },
  }
}

async function reportFailure(server: Server, error: unknown): Promise<void> {
  const show = 'Show Output'
  const message = error instanceof Error ? error.message : String(error)
  if ((await window.showErrorMessage(message, show)) === show) await showOutput.run(server)
}

async function reportDown(server: Server): Promise<void> {
  const show = 'Show Output'
  const restart = 'Restart Server'
  const chosen = await window.showErrorMessage(
    'The Minutebook language server keeps stopping, so it was left down. Until it runs, nothing checks or completes these minutes; your text is safe. Look at its output for the cause, or start it again.',
    show,
    restart,
  )
  if (chosen === show) await showOutput.run(server)
  if (chosen === restart) await restartServer.run(server)
}

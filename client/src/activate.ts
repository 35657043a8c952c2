import { type ExtensionContext, window } from 'vscode'
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient'
import { type Command, commands } from './commands/index.ts'
import * as restartServer from './commands/restart-server.ts'
import * as showOutput from './commands/show-output.ts'
import type { Authority } from './follow-minutes.ts'
import { showMeetingClock } from './meeting-clock.ts'
import { type Connect, createServer, type Server } from './server.ts'
import { t } from './translated.ts'

/** The client at work. */
export interface Minutebook extends Authority {
  /** Fires when what {@link isMinutes} answered may no longer hold. */
  readonly onDidChangeAnswers: Server['onDidChangeAnswers']
  /** What the views ask. */
  readonly book: Pick<Server, 'execute' | 'address' | 'onDidChangeBook'>
  readonly previewWords: Server['previewWords']
  /** Runs a contributed command by its id. One that fails tells the user why, and settles to `undefined`. */
  run(command: string, given: readonly unknown[]): Promise<unknown>
  stop(): Promise<void>
}

/** Starts the language server. Commands may be run at once: they wait for it. */
export function activate(context: ExtensionContext, connect: Connect): Minutebook {
  let reported = false
  const server = createServer(context, connect, () => {
    if (reported) return
    reported = true
    void askAboutDown().then((next) => {
      reported = false
      return next?.run(server)
    })
  })
  void server.start()
  context.subscriptions.push(showMeetingClock(server))

  return {
    isMinutes: server.isMinutes,
    onDidChangeAnswers: server.onDidChangeAnswers,
    book: server,
    previewWords: server.previewWords,
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
  const show = t`Show Output`
  const message = error instanceof Error ? error.message : String(error)
  // The server refused, and said why: nothing has failed, and the output has no more to say.
  if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) {
    void window.showWarningMessage(message)
    return
  }
  if ((await window.showErrorMessage(message, show)) === show) await showOutput.run(server)
}

/** Tells the user that the server is down, and settles to the command they choose to do about it. */
async function askAboutDown(): Promise<Command | undefined> {
  const show = t`Show Output`
  const restart = t`Restart Server`
  const chosen = await window.showErrorMessage(
    t`The Minutebook language server could not be kept running. Until it runs again, nothing checks or completes these minutes; your text is safe. Look at its output for the cause, or restart it.`,
    show,
    restart,
  )
  if (chosen === show) return showOutput
  return chosen === restart ? restartServer : undefined
}

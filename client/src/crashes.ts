import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient'

// A server that stops four times in three minutes will stop a fifth time: something in these minutes stops it, and
// starting it again only costs the writer's machine.
const limit = 4
const span = 3 * 60 * 1000

export interface CrashHandler extends ErrorHandler {
  /** Forgets the crashes so far: the user has asked for another try. */
  forget(): void
}

/**
 * Restarts the server when it stops on its own, without a word, until that happens too often.
 * @param hasRun whether the server came up since it was last started; one that never did is not tried again
 * @param giveUp called when the server stays down
 */
export function handleCrashes(hasRun: () => boolean, giveUp: () => void): CrashHandler {
  let crashes: number[] = []
  return {
    error(_error, _message, count) {
      const few = count !== undefined && count <= 3
      if (!few) giveUp()
      return { action: few ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true }
    },
    closed() {
      const now = Date.now()
      crashes = [...crashes.filter((crash) => now - crash < span), now]
      if (hasRun() && crashes.length < limit) {
        return {
          action: CloseAction.Restart,
          handled: true,
          message: 'The language server stopped. Starting it again.',
        }
      }
      giveUp()
      return {
        action: CloseAction.DoNotRestart,
        handled: true,
        message: 'The language server stopped, and stays down.',
      }
    },
    forget() {
      crashes = []
    },
  }
}

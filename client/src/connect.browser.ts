import { Uri, workspace } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { type BrowserStart, RULE_PAGE_SCHEME } from '../../server/src/protocol/messages.ts'
import type { Connect } from './server.ts'

/** The server in a web worker. */
export const connect: Connect = ({ extensionUri, subscriptions }, options) => {
  const shipped = (path: string) => Uri.joinPath(extensionUri, 'dist', path)
  let worker: Worker | undefined
  subscriptions.push(
    workspace.registerTextDocumentContentProvider(RULE_PAGE_SCHEME, {
      provideTextDocumentContent: async ({ path }) =>
        new TextDecoder().decode(await workspace.fs.readFile(shipped(`rules${path}`))),
    }),
    { dispose: () => worker?.terminate() },
  )
  return new LanguageClient(
    'minutebook',
    'Minutebook',
    async () => {
      // The one before this has stopped, or hangs.
      worker?.terminate()
      worker = new Worker(shipped('web/server.js').toString(true))
      const start: BrowserStart = { misspellings: shipped('misspellings.js').toString(true) }
      worker.postMessage(start)
      // Not the worker itself: VS Code has put a `Worker` of its own in place, of which the client knows none to be one.
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
    },
    options,
  )
}

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { editorFiles } from '../protocol/editor-files.ts'
import { type BrowserStart, rulePage } from '../protocol/messages.ts'
import { serve } from '../protocol/server.ts'
import { loadMisspellings } from './browser-misspellings.ts'

declare const self: DedicatedWorkerGlobalScope

/** The server in a web worker. It opens no file and no address itself: all it reads, it asks the editor for. */
self.onmessage = ({ data }: MessageEvent<BrowserStart>) => {
  self.onmessage = null
  loadMisspellings(data.misspellings)
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))
  serve(connection, { ...editorFiles(connection), page: rulePage }, () => {})
}

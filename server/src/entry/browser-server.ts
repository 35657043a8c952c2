import type * as Misspellings from 'virtual:misspellings'
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { editorFiles, rulePage, serve, takeMisspellings } from './core.ts'

declare const self: DedicatedWorkerGlobalScope

/** Serves the editor that has made this worker. We open no file and no address: all we read, we ask the editor for. */
export function start(misspellings: typeof Misspellings): void {
  takeMisspellings(misspellings)
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))
  serve(connection, { ...editorFiles(connection), page: rulePage }, () => {})
}

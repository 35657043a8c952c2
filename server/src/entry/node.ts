import { fileURLToPath, pathToFileURL } from 'node:url'
import * as misspellings from 'virtual:misspellings'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import type { Host } from '../protocol/host.ts'
import { editorFiles, MOST_BYTES, RULES, serve, takeMisspellings } from './core.ts'
import { exists, listFiles, readInside, readText } from './files.ts'
import { pagesOf } from './pages.ts'

takeMisspellings(misspellings)
const pages = pagesOf(RULES)
const connection = createConnection(ProposedFeatures.all)
const editor = editorFiles(connection)
const isOnDisk = (uri: string) => uri.startsWith('file:')

/** This machine, and what the editor has elsewhere, as the server sees it. Files are only read; nothing is run. */
const host: Host = {
  listFiles: async (folder) => (isOnDisk(folder) ? listFiles(fileURLToPath(folder)) : editor.listFiles(folder)),
  read: async (uri) => (isOnDisk(uri) ? readText(fileURLToPath(uri), MOST_BYTES) : editor.read(uri)),
  readInside: async (folder, uri) =>
    isOnDisk(uri) ? readInside(fileURLToPath(folder), fileURLToPath(uri), MOST_BYTES) : editor.readInside(folder, uri),
  exists: async (uri) => (isOnDisk(uri) ? exists(fileURLToPath(uri)) : editor.exists(uri)),
  // On disk, what is read next is there at once, and a keystroke may come between any two.
  atOnce: (folder) => (isOnDisk(folder) ? 1 : editor.atOnce(folder)),
  page: (rule) => {
    const path = pages.get(rule)
    return path && pathToFileURL(path).href
  },
}

/** Settles when the first minutes have been opened. */
export const opened = new Promise<void>((done) => serve(connection, host, done))

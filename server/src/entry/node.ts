import { fileURLToPath, pathToFileURL } from 'node:url'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import type { Host } from '../protocol/host.ts'
import { serve } from '../protocol/server.ts'
import { exists, listFiles, readInside, readText } from './files.ts'
import { PAGES } from './pages.ts'

/**
 * The largest file that is read without being open, in bytes. To take in a larger one would keep a scribe's keystroke
 * waiting; it has its part in the book when it is open.
 */
const MOST = 512 * 1024

/** This machine, as the server sees it. Only files are read; nothing is written or run. */
const host: Host = {
  listFiles: async (folder) => listFiles(pathOf(folder)),
  read: async (uri) => readText(pathOf(uri), MOST),
  readInside: async (folder, uri) => readInside(pathOf(folder), pathOf(uri), MOST),
  exists: async (uri) => uri.startsWith('file:') && exists(pathOf(uri)),
  page: (rule) => {
    const path = PAGES.get(rule)
    return path && pathToFileURL(path).href
  },
}

function pathOf(uri: string): string {
  if (!uri.startsWith('file:')) throw new Error(`Only files on this machine can be read, not "${uri}".`)
  return fileURLToPath(uri)
}

/** Settles when the first minutes have been opened. */
export const opened = new Promise<void>((done) => serve(createConnection(ProposedFeatures.all), host, done))

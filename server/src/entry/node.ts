import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
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

// A keystroke leaves some hundred kilobytes behind, and V8 begins with room for two or three of them: it would stop at
// every other key to make place. This lets the room grow to its full size at once.
setFlagsFromString('--semi-space-growth-factor=16')
// To read thousands of files leaves much behind at once. V8 would double the heap before it looks for what can go.
setFlagsFromString('--heap-growing-percent=30')

serve(createConnection(ProposedFeatures.all), host)

import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { ReadMinutes } from '../features/elsewhere.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import { minutesOf, type OpenDocument } from './documents.ts'
import type { Folder } from './folder.ts'
import type { State } from './state.ts'
import { pathIn, uriIn } from './uris.ts'

/** Reads minutes of a folder as they are now, in the editor or on disk, as long as somebody waits for the answer. */
export const readerIn =
  ({ documents, host }: State, folder: Folder, token: CancellationToken): ReadMinutes =>
  async (path) => {
    const open = documents.all().find((document) => pathIn(folder.uri, document.uri) === path)
    if (open) return minutesOf(open)
    // Whom the book does not know is none of its minutes, whatever a link says.
    if (!folder.uri || !folder.book.parts.has(path)) return undefined
    const text = await host.read(uriIn(folder.uri, path)).catch(() => undefined)
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
    return text === undefined ? undefined : parseMinutes(text)
  }

/** An answer with places in a document; none where the document changed meanwhile: they would be wrong. */
export async function answerAsOf<T>(document: OpenDocument, answer: Promise<T | undefined>): Promise<T | null> {
  const { version } = document.text
  const found = await answer
  return document.text.version === version ? (found ?? null) : null
}

import type { CancellationToken } from 'vscode-languageserver'
import type { ReadMinutes } from '../features/elsewhere.ts'
import type { OpenDocument } from './documents.ts'
import type { Folder } from './folder.ts'
import { minutesNow, stopIfCancelled } from './sources.ts'
import type { State } from './state.ts'

/** Reads minutes of a folder as they are now, in the editor or on disk, as long as somebody waits for the answer. */
export const readerIn =
  (state: State, folder: Folder, token: CancellationToken): ReadMinutes =>
  async (path) => {
    // Whom the book does not know is none of its minutes, whatever a link says.
    if (!folder.book.parts.has(path)) return undefined
    const found = await minutesNow(state, folder, path)
    stopIfCancelled({ token })
    return found?.minutes
  }

/** An answer with places in a document; none where the document changed meanwhile: they would be wrong. */
export async function answerAsOf<T>(document: OpenDocument, answer: Promise<T | undefined>): Promise<T | null> {
  const { version } = document.text
  const found = await answer
  return document.text.version === version ? (found ?? null) : null
}

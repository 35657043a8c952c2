import { CancellationToken } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { stepAside } from './aside.ts'
import { pull } from './diagnostics.ts'
import { changeText, newDocument, type OpenDocument } from './documents.ts'
import { folderOf, type State } from './state.ts'

/** How many keystrokes it takes until more of them change nothing. */
const KEYSTROKES = 400

/** How long all of it may take, in milliseconds: a long document teaches the engine as well in fewer keystrokes. */
const MOST = 2000

/** At so many places of the document it types in turn, so many characters each. */
const [PLACES, CHARACTERS] = [5, 10]

/**
 * Types into a copy of a document that has just been opened, a key at a time and out of everybody's way. A JavaScript
 * engine compiles what it has seen run often; without this, it would learn from the scribe's first hundreds of
 * keystrokes, at twice their time.
 */
export async function warmUp(state: State, { uri, text }: OpenDocument): Promise<void> {
  const copy = newDocument(uri, text.languageId, text.version, text.getText())
  const folder = folderOf(state, uri)
  const aside: State = {
    ...state,
    documents: { get: () => copy, all: () => [copy] },
    folders: folder === state.loose ? new Map() : new Map([[folder.uri, { ...folder, settling: undefined }]]),
    loose: { ...state.loose, settling: undefined },
  }
  let previous: string | undefined
  const step = stepAside(state)
  let spent = 0
  for (const [at, insert] of keystrokes(text)) {
    await step()
    const began = performance.now()
    const start = copy.text.positionAt(insert ? at : at - 1)
    const range = { start, end: copy.text.positionAt(at) }
    changeText(copy, { range, text: insert }, copy.text.version + 1)
    previous = (await pull(aside, uri, previous, CancellationToken.None)).resultId
    spent += performance.now() - began
    if (spent > MOST) return
  }
}

/** Characters typed at line ends all over a text, and taken back: each with the offset behind what is there by then. */
function* keystrokes(text: TextDocument): Generator<readonly [at: number, insert: string]> {
  const ends = Array.from({ length: PLACES }, (_, place) => {
    const line = Math.floor((text.lineCount * (place + 1)) / (PLACES + 1))
    return text.offsetAt({ line, character: Number.MAX_SAFE_INTEGER })
  })
  for (let typed = 0; typed < KEYSTROKES; typed += 2 * CHARACTERS) {
    const end = ends[(typed / (2 * CHARACTERS)) % PLACES]!
    for (let at = 0; at < CHARACTERS; at++) yield [end + at, 'and so on '[at]!]
    for (let at = CHARACTERS; at > 0; at--) yield [end + at, '']
  }
}

import { Range, Selection, type TextEditor, TextEditorRevealType, window } from 'vscode'
import type { Recorded } from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

/** How long somebody may need to read what was written, in milliseconds. */
const WHILE = 4000

/** The minutes at hand, and how the server knows them. @throws with a message for people where there are none */
export function minutesAtHand(server: Server): { editor: TextEditor; uri: string } {
  const editor = window.activeTextEditor
  if (editor === undefined) throw new Error(t`This is written into minutes. Open minutes first.`)
  return { editor, uri: server.address(editor.document.uri) }
}

/** The lines that the selections touch; the one below a selection that ends at its very beginning is not touched. */
export function selectedLines({ selections }: TextEditor): number[] {
  return selections.flatMap(({ start, end }) => {
    const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line
    return Array.from({ length: last - start.line + 1 }, (_, index) => start.line + index)
  })
}

/** Says what was written, and goes on where the writer goes on. */
export function show(editor: TextEditor, { said, position }: Recorded, moves: boolean): void {
  window.setStatusBarMessage(`$(check) ${said}`, WHILE)
  if (position === undefined) return
  const place = new Range(position.line, position.character, position.line, position.character)
  if (moves) editor.selection = new Selection(place.start, place.end)
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport)
}

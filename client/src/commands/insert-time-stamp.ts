import { Selection, window } from 'vscode'
import { Commands, type TimeStamp, type TimeStampParams } from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.insertTimeStamp'

/** Writes the present time, as this group writes times, at every caret. One undo takes it back. */
export async function run(server: Server): Promise<void> {
  const editor = window.activeTextEditor
  if (editor === undefined) return
  const params: TimeStampParams = { uri: server.address(editor.document.uri), now: new Date().toISOString() }
  const { text } = await server.execute<TimeStamp>(Commands.timeStamp, params)
  const written = await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text)
  })
  // Typing goes on after the stamp, also where it took the place of a selection.
  if (written) editor.selections = editor.selections.map(({ end }) => new Selection(end, end))
}

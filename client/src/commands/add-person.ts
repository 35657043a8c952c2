import { Uri, window } from 'vscode'
import {
  type AddPersonParams,
  type AtCaret,
  type AtCaretParams,
  Commands,
  type Recorded,
} from '../../../server/src/protocol/messages.ts'
import { askLine } from '../recording/ask.ts'
import { minutesAtHand } from '../recording/editor.ts'
import { savedIfClean } from '../recording/settings-file.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.addPerson'

/** Adds the person at the caret, or one the user names, to the `minutebook.yml` of the folder. */
export async function run(server: Server): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const place: AtCaretParams = { uri, position: editor.selection.active }
  const { person } = await server.execute<AtCaret>(Commands.atCaret, place)
  const title = 'Add a Person to minutebook.yml'
  const handle = person?.handle ?? (await askLine(title, 'By which handle does the group call them?'))
  if (handle === undefined) return
  const name = person?.listed
    ? ''
    : await askLine(`${title}: @${handle.replace(/^@/, '')}`, 'Their name; may be empty.', person?.name, true)
  if (name === undefined) return
  const params: AddPersonParams = { uri, handle, name }
  const saved = savedIfClean(editor.document)
  const { uri: file, said } = await server.execute<Recorded>(Commands.addPerson, params)
  await saved(Uri.parse(file, true))
  window.setStatusBarMessage(`$(check) ${said}`, 4000)
}

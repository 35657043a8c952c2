import { Uri, window } from 'vscode'
import {
  type AddProjectParams,
  type AtCaret,
  type AtCaretParams,
  Commands,
  type Recorded,
} from '../../../server/src/protocol/messages.ts'
import { askLine } from '../recording/ask.ts'
import { minutesAtHand } from '../recording/editor.ts'
import { savedIfClean } from '../recording/settings-file.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.addProject'

/** Adds the project whose link is at the caret, or one the user names, to the `minutebook.yml` of the folder. */
export async function run(server: Server): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const place: AtCaretParams = { uri, position: editor.selection.active }
  const { project } = await server.execute<AtCaret>(Commands.atCaret, place)
  const heading = 'Add a Project to minutebook.yml'
  const title = project?.listed ? project.title : await askLine(heading, 'What is it called?', project?.title)
  if (title === undefined) return
  const url =
    project?.url ?? (await askLine(heading, 'Where does it live? An address such as https://example.org/cellar'))
  if (url === undefined) return
  const params: AddProjectParams = { uri, title, url }
  const saved = savedIfClean(editor.document)
  const { uri: file, said } = await server.execute<Recorded>(Commands.addProject, params)
  await saved(Uri.parse(file, true))
  window.setStatusBarMessage(`$(check) ${said}`, 4000)
}

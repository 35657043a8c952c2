import { Uri, window } from 'vscode'
import { type AtCaret, type AtCaretParams, Commands, type Recorded } from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'
import { minutesAtHand } from './editor.ts'
import { savedIfClean } from './saved-if-clean.ts'

/**
 * Adds what is at the caret, or what the user names, to the `minutebook.yml` of the folder.
 *
 * @param ask for what the minutes do not say; `undefined` where the user gives up.
 */
export async function addToSettings(
  server: Server,
  command: typeof Commands.addPerson | typeof Commands.addProject,
  ask: (atCaret: AtCaret) => Promise<object | undefined>,
): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const place: AtCaretParams = { uri, position: editor.selection.active }
  const entry = await ask(await server.execute<AtCaret>(Commands.atCaret, place))
  if (!entry) return
  const saved = savedIfClean(editor.document)
  const { uri: file, said } = await server.execute<Recorded>(command, { uri, ...entry })
  await saved(Uri.parse(file, true))
  window.setStatusBarMessage(`$(check) ${said}`, 4000)
}

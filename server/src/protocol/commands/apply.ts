import { CreateFile, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-types'
import type { Source } from '../../features/source.ts'
import { workspaceEdit } from '../../features/workspace-edit.ts'
import type { TextEdit } from '../../text/edit.ts'
import type { OpenDocument } from '../documents.ts'
import { refused } from '../refused.ts'
import type { State } from '../state.ts'

/**
 * Has the editor change an open document, as one step of its undo.
 *
 * @param label what the editor calls that step.
 * @throws {ResponseError} when the editor did not take it, as when the text changed meanwhile. Then nothing was changed.
 */
export const change = (
  state: State,
  { uri, text }: OpenDocument,
  edits: readonly TextEdit[],
  label: string,
): Promise<void> => changeFile(state, { uri, path: '', text: text.getText(), version: text.version }, edits, label)

/**
 * The same for a file that may be open or not.
 *
 * @throws {ResponseError} as {@link change} does.
 */
export async function changeFile(
  { connection, can }: State,
  source: Source,
  edits: readonly TextEdit[],
  label: string,
): Promise<void> {
  if (edits.length === 0) return
  // Annotations would have the editor ask before it does what somebody just asked for.
  const edit = workspaceEdit([{ source, edits, annotation: { label } }], { ...can, changeAnnotations: false })
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit })
  if (applied) return
  const reason = failureReason ? ` (${failureReason})` : ''
  const why = source.version === null ? 'The editor could not change the file' : 'The text changed meanwhile'
  const remedy = source.version === null ? 'May you write there?' : 'Try it again.'
  throw refused(`${why}, so "${label}" was not done${reason}. Nothing was changed. ${remedy}`)
}

/**
 * Has the editor make a new file, and shows it. What is there already is never written over.
 *
 * @param label what the editor calls that step.
 * @throws {ResponseError} when there is such a file, or it cannot be made.
 */
export async function create(
  { connection, can, host }: State,
  uri: string,
  text: string,
  label: string,
): Promise<void> {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))
  if (await host.exists(uri)) throw refused(`${name} is there already, and is never written over. Choose another name.`)
  if (!can.createFiles)
    throw refused(`This editor does not let a language server make files. "minutebook" on the command line can.`)
  const start = { line: 0, character: 0 }
  const edit: WorkspaceEdit = {
    documentChanges: [
      CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
      TextDocumentEdit.create({ uri, version: null }, [{ range: { start, end: start }, newText: text }]),
    ],
  }
  const { applied, failureReason } = await connection.workspace.applyEdit({ label, edit })
  if (!applied)
    throw refused(`${name} could not be made${failureReason ? ` (${failureReason})` : ''}. May you write there?`)
  if (can.showDocument) await connection.window.showDocument({ uri, takeFocus: true })
}

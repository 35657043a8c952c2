import {
  type ApplyWorkspaceEditParams,
  type ApplyWorkspaceEditResult,
  MessageType,
  type Range,
  type ShowDocumentParams,
} from 'vscode-languageserver'
import { CreateFile, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-types'
import type { Source } from '../../features/source.ts'
import { workspaceEdit } from '../../features/workspace-edit.ts'
import type { TextEdit } from '../../text/edit.ts'
import { phrase } from '../../text/phrase.ts'
import type { OpenDocument } from '../documents.ts'
import { refused } from '../refused.ts'
import { folderOf, type State, say } from '../state.ts'
import { nameOf, pathIn } from '../uris.ts'

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
  state: State,
  source: Source,
  edits: readonly TextEdit[],
  label: string,
): Promise<void> {
  if (edits.length === 0) return
  // Annotations would have the editor ask before it does what somebody just asked for.
  const edit = workspaceEdit([{ source, edits, annotation: { label } }], { ...state.can, changeAnnotations: false })
  const { applied, failureReason } = await apply(state, { label, edit })
  if (applied) return
  const reason = failureReason ? ` (${failureReason})` : ''
  throw refused(
    source.version === null
      ? phrase`The editor could not change the file, so "${label}" was not done${reason}. Nothing was changed. May you write there?`
      : phrase`The text changed meanwhile, so "${label}" was not done${reason}. Nothing was changed. Try it again.`,
  )
}

/**
 * Has the editor make a new file, and shows it. What is there already is never written over.
 *
 * @param label what the editor calls that step.
 * @throws {ResponseError} when there is such a file, or it cannot be made.
 */
export async function create(state: State, uri: string, text: string, label: string): Promise<void> {
  const { host } = state
  const name = nameOf(uri)
  const isThere = state.documents.get(uri) !== undefined || (await host.exists(uri))
  if (isThere)
    throw refused(phrase`${name} is there already, and is never written over. Open it, or move it away first.`)
  const { applied, failureReason } = await apply(state, { label, edit: newFile(state, uri, text) })
  if (!applied)
    throw refused(
      phrase`${name} could not be made${failureReason ? ` (${failureReason})` : ''}. May you write there? "minutebook" on the command line makes such files too.`,
    )
  await showFile(state, uri, 'is made. Open it, and save it.')
}

/**
 * Has the editor show a file.
 *
 * @param otherwise what is told of it by an editor that cannot.
 */
export async function showFile(
  state: State,
  uri: string,
  otherwise = 'is what you look for. Open it.',
  selection?: Range,
): Promise<void> {
  if (!state.can.showDocument || !(await isShown(state, { uri, takeFocus: true, ...(selection && { selection }) })))
    if (!state.can.commands) say(state, MessageType.Info, `${pathShown(state, uri)} ${otherwise}`)
}

const isShown = ({ connection }: State, params: ShowDocumentParams): Promise<boolean> =>
  connection.window.showDocument(params).then(
    (answer) => answer?.success !== false,
    () => false,
  )

/**
 * An editor that cannot be told to create a file is given a text for one that is not there. The protocol leaves open what
 * that means; those known to us open an empty document of that name, and write into it.
 */
function newFile({ can }: State, uri: string, text: string): WorkspaceEdit {
  const source = { uri, path: '', text: '', version: null }
  const edits = [{ from: 0, to: 0, insert: text }]
  const written = workspaceEdit([{ source, edits, annotation: { label: '' } }], { ...can, changeAnnotations: false })
  if (!can.createFiles) return written
  const start = { line: 0, character: 0 }
  return {
    documentChanges: [
      CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
      TextDocumentEdit.create({ uri, version: null }, [{ range: { start, end: start }, newText: text }]),
    ],
  }
}

/** What an editor that knows no such request says is a reason, too. */
const apply = ({ connection }: State, params: ApplyWorkspaceEditParams): Promise<ApplyWorkspaceEditResult> =>
  connection.workspace.applyEdit(params).then(
    // An editor may answer with nothing.
    (result) => result ?? { applied: false },
    (error: Error) => ({ applied: false, failureReason: error.message }),
  )

/** A file as its folder knows it. */
const pathShown = (state: State, uri: string): string => pathIn(folderOf(state, uri).uri, uri) ?? nameOf(uri)

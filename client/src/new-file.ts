import { FileType, Range, type Uri, WorkspaceEdit, window, workspace } from 'vscode'
import { t } from './translated.ts'

/** Whether there is a file at this address. */
export async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0
  } catch {
    return false
  }
}

/**
 * Says that a file is there already, and offers to open it.
 *
 * @param remedy why it stays, and what else to do.
 * @returns its address, where it was opened.
 */
export async function offerExisting(uri: Uri, remedy: string): Promise<Uri | undefined> {
  const open = t`Open`
  const name = workspace.asRelativePath(uri)
  const chosen = await window.showInformationMessage(t`${name} is there already. ${remedy}`, open)
  if (chosen !== open) return undefined
  await window.showTextDocument(uri)
  return uri
}

/**
 * Writes a new file, never over one that is there, and opens it.
 *
 * @param selected what is selected then, in UTF-16 offsets.
 * @throws when it cannot be written, with a message for people.
 */
export async function createFile(uri: Uri, text: string, { start, end } = { start: 0, end: 0 }): Promise<Uri> {
  const edit = new WorkspaceEdit()
  edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) })
  if (!(await workspace.applyEdit(edit))) {
    if (await isFile(uri))
      throw new Error(
        t`${workspace.asRelativePath(uri)} was made meanwhile, perhaps in another window. It stays as it is. Open it there.`,
      )
    throw new Error(t`${workspace.asRelativePath(uri)} could not be written. Nothing was changed. May you write there?`)
  }
  const document = await workspace.openTextDocument(uri)
  const selection = new Range(document.positionAt(start), document.positionAt(end))
  await window.showTextDocument(document, { selection, preview: false })
  return uri
}

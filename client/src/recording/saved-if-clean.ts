import { type TextDocument, type Uri, window, workspace } from 'vscode'
import { t } from '../translated.ts'

/**
 * Remembers which files have unsaved changes. What it gives saves a file that had none: VS Code leaves a file that was
 * edited for us open and unsaved, where nobody looks for it. Its undo stays.
 *
 * @param minutes what stays in front.
 */
export function savedIfClean(minutes: TextDocument): (file: Uri) => Promise<void> {
  const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()))
  return async (file) => {
    const document = await workspace.openTextDocument(file)
    const isOurs = !dirty.has(document.uri.toString()) && document.isDirty
    const isUnsaved = isOurs && !(await document.save())
    if (window.activeTextEditor?.document !== minutes) await window.showTextDocument(minutes)
    if (isUnsaved)
      throw new Error(
        t`${workspace.asRelativePath(file)} was changed in the editor, and could not be saved. Others do not see the change yet. Open it and save it there, or undo it.`,
      )
  }
}

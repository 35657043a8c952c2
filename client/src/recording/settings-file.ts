import { type TextDocument, type Uri, window, workspace } from 'vscode'

/**
 * Remembers which files have unsaved changes. What it gives saves a file that had none: VS Code leaves a file that was
 * edited for us open and unsaved, where settings do not count yet.
 *
 * @param minutes what stays in front.
 */
export function savedIfClean(minutes: TextDocument): (file: Uri) => Promise<void> {
  const dirty = new Set(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()))
  return async (file) => {
    const document = await workspace.openTextDocument(file)
    if (!dirty.has(document.uri.toString()) && document.isDirty) await document.save()
    if (window.activeTextEditor?.document !== minutes) await window.showTextDocument(minutes)
  }
}

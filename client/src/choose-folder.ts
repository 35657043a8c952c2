import { commands, type WorkspaceFolder, window, workspace } from 'vscode'
import { t } from './translated.ts'

/** The workspace folder that a command is for: the only one, or the one the user picks; `undefined` for none. */
export async function chooseFolder(placeHolder: string): Promise<WorkspaceFolder | undefined> {
  const [only, ...others] = workspace.workspaceFolders ?? []
  if (only === undefined) {
    await offerToOpenFolder()
    return undefined
  }
  return others.length === 0 ? only : window.showWorkspaceFolderPick({ placeHolder })
}

async function offerToOpenFolder(): Promise<void> {
  const open = t`Open Folder…`
  const chosen = await window.showInformationMessage(
    t`No folder is open. Minutebook learns from the minutes that are there. Open the folder of your minute book.`,
    open,
  )
  if (chosen === open) await commands.executeCommand('workbench.action.files.openFolder')
}

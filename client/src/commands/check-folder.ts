import { commands, ProgressLocation, Uri, window, workspace } from 'vscode'
import { type CheckedFolders, type CheckFoldersParams, Commands } from '../../../server/src/protocol/messages.ts'
import { chooseFolder } from '../choose-folder.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.checkFolder'

/**
 * Has all minutes of a folder checked, also those that are not open, and shows what is wrong among the editor's problems.
 *
 * @param folder the workspace folder, or a folder in it; else the only one, or the one the user picks.
 * @returns what was found; `undefined` when nothing was checked.
 */
export async function run(server: Server, ...[folder]: unknown[]): Promise<CheckedFolders | undefined> {
  const given = folder instanceof Uri ? workspace.getWorkspaceFolder(folder) : undefined
  const chosen = given ?? (await chooseFolder('Which minute book is to be checked?'))
  if (chosen === undefined) return undefined
  const params: CheckFoldersParams = { folder: server.address(chosen.uri) }
  const checked = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Minutebook: checking all minutes', cancellable: true },
    (progress, token) =>
      server.execute<CheckedFolders>(Commands.checkFolders, params, { progress, token }).catch((error) => {
        if (token.isCancellationRequested) return undefined
        throw error
      }),
  )
  if (checked && !checked.cancelled) void report(checked)
  return checked
}

async function report({ minutes, errors, warnings }: CheckedFolders): Promise<void> {
  const all = minutes === 1 ? 'the only minutes' : `all ${minutes} minutes`
  if (errors + warnings === 0) {
    window.setStatusBarMessage(`$(check) Minutebook: nothing wrong in ${all}`, 5000)
    return
  }
  const show = 'Show Problems'
  const found = [count(errors, 'error'), count(warnings, 'warning')].filter(Boolean).join(' and ')
  if ((await window.showInformationMessage(`Minutebook found ${found} in ${all}.`, show)) === show)
    await commands.executeCommand('workbench.actions.view.problems')
}

const count = (number: number, what: string): string =>
  number === 0 ? '' : `${number} ${what}${number === 1 ? '' : 's'}`

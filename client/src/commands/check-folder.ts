import { commands, ProgressLocation, Uri, window, workspace } from 'vscode'
import { type CheckedFolders, type CheckFoldersParams, Commands } from '../../../server/src/protocol/messages.ts'
import { chooseFolder } from '../choose-folder.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.checkFolder'

/**
 * Has all minutes of a folder checked, also those that are not open, and shows what is wrong among the editor's problems.
 *
 * @param folder the workspace folder, or a folder in it; else the only one, or the one the user picks.
 * @returns what was found; `undefined` when nothing was checked.
 */
export async function run(server: Server, ...[folder]: unknown[]): Promise<CheckedFolders | undefined> {
  const given = folder instanceof Uri ? workspace.getWorkspaceFolder(folder) : undefined
  const chosen = given ?? (await chooseFolder(t`Which minute book is to be checked?`))
  if (chosen === undefined) return undefined
  const params: CheckFoldersParams = { folder: server.address(chosen.uri) }
  const checked = await window.withProgress(
    { location: ProgressLocation.Notification, title: t`Minutebook: checking all minutes`, cancellable: true },
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
  if (errors + warnings === 0) {
    const nothing =
      minutes === 1
        ? t`Minutebook: nothing wrong in the only minutes`
        : t`Minutebook: nothing wrong in all ${minutes} minutes`
    window.setStatusBarMessage(`$(check) ${nothing}`, 5000)
    return
  }
  const show = t`Show Problems`
  const found =
    minutes === 1
      ? t`Minutebook found ${count(errors, warnings)} in the only minutes.`
      : t`Minutebook found ${count(errors, warnings)} in all ${minutes} minutes.`
  if ((await window.showInformationMessage(found, show)) === show)
    await commands.executeCommand('workbench.actions.view.problems')
}

/** There must be one. */
function count(errors: number, warnings: number): string {
  const ofErrors = errors === 1 ? t`1 error` : t`${errors} errors`
  const ofWarnings = warnings === 1 ? t`1 warning` : t`${warnings} warnings`
  if (errors === 0) return ofWarnings
  return warnings === 0 ? ofErrors : t`${ofErrors} and ${ofWarnings}`
}

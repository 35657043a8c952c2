import { commands, type Disposable, RelativePattern, workspace } from 'vscode'

/** The context key that shows the Minutebook view. */
const contextKey = 'minutebook.hasMinutes'

/** Shows the Minutebook view, from now on. */
export const showViews = (): Thenable<void> => commands.executeCommand('setContext', contextKey, true)

/** Looks for minutes by their names, as the settings have them, and shows the view once there are any. */
export function followWorkspace(): Disposable {
  async function look(): Promise<void> {
    for (const folder of workspace.workspaceFolders ?? []) {
      const globs = workspace.getConfiguration('minutebook', folder).get<readonly string[]>('files')
      for (const glob of Array.isArray(globs) ? globs : []) {
        const found = await workspace.findFiles(new RelativePattern(folder, String(glob)), undefined, 1)
        if (found.length > 0) return void showViews()
      }
    }
  }
  void look()
  return workspace.onDidChangeWorkspaceFolders(look)
}

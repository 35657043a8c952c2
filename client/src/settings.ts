import { workspace } from 'vscode'
import type { ConfigurationItem } from 'vscode-languageclient'
import { parsed } from './address.ts'

/**
 * The settings that the user has really made, for the server. VS Code's own answer has every default filled in, and
 * the server would take those for the user's wish and let them overrule the group's `minutebook.yml`.
 *
 * @param keys the settings there are, without the section's name.
 */
export function settingsMade(keys: readonly string[], { scopeUri }: ConfigurationItem): Record<string, unknown> {
  const settings = workspace.getConfiguration('minutebook', scopeUri === undefined ? undefined : parsed(scopeUri))
  const made: Record<string, unknown> = {}
  for (const key of keys) {
    const { globalValue, workspaceValue, workspaceFolderValue } = settings.inspect(key) ?? {}
    // `get` puts the three together, as VS Code does for objects.
    if (globalValue !== undefined || workspaceValue !== undefined || workspaceFolderValue !== undefined) {
      // VS Code guards its objects, and a guarded one goes to no web worker.
      made[key] = JSON.parse(JSON.stringify(settings.get(key)))
    }
  }
  return made
}

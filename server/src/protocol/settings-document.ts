import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { rangeOf } from '../features/document.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { visible } from '../text/visible.ts'
import type { OpenDocument } from './documents.ts'
import { type Folder, problemsOf } from './folder.ts'
import { folderOf, type State } from './state.ts'
import { pathIn } from './uris.ts'

/** The folder whose settings a document is; `undefined` for any other document. */
export function folderOfSettings(state: State, uri: string): Folder | undefined {
  if (!uri.endsWith(`/${SETTINGS_FILE}`)) return undefined
  const folder = folderOf(state, uri)
  return folder.uri && pathIn(folder.uri, uri) === SETTINGS_FILE ? folder : undefined
}

/** What is wrong in a folder's settings as they stand in the editor. */
export async function settingsDiagnostics(state: State, folder: Folder, { text }: OpenDocument): Promise<Diagnostic[]> {
  const version = text.version
  const problems = await problemsOf(folder, text.getText(), state.host)
  // Whoever typed on meanwhile asks again.
  if (text.version !== version) return []
  return problems.flatMap(({ message, place }) =>
    place
      ? [
          {
            range: rangeOf(text, place),
            severity: DiagnosticSeverity.Warning,
            source: 'minutebook',
            code: 'settings',
            message: visible(state.say(message)),
          },
        ]
      : [],
  )
}

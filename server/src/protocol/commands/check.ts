import { phrase } from '../../text/phrase.ts'
import { type Asked, checkFolders } from '../check-folders.ts'
import type { CheckedFolders, CheckFoldersParams } from '../messages.ts'
import { refused } from '../refused.ts'
import type { State } from '../state.ts'
import { folderUri } from '../uris.ts'
import type { Given } from './command.ts'

export async function check(
  state: State,
  { folder: uri }: Given<CheckFoldersParams>,
  asked: Asked,
): Promise<CheckedFolders> {
  const one = state.folders.get(folderUri(String(uri)))
  const folders = uri === undefined ? [...state.folders.values()] : one ? [one] : []
  if (folders.length > 0) return checkFolders(state, folders, asked)
  throw refused(phrase`There is no such folder in this workspace. Open the folder with your minutes first.`)
}

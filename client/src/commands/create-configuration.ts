import { Uri, workspace } from 'vscode'
import { Commands, type DraftConfigurationParams, type DraftedFile } from '../../../server/src/protocol/messages.ts'
import { chooseFolder } from '../choose-folder.ts'
import { createFile, isFile, offerExisting } from '../new-file.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.createConfiguration'

/**
 * Writes a `minutebook.yml` from what the book shows, and opens it.
 *
 * @param folder the workspace folder, or a folder in it; else the only one, or the one the user picks.
 * @returns the address of the file; `undefined` when nothing was opened.
 */
export async function run(server: Server, ...[folder]: unknown[]): Promise<Uri | undefined> {
  const given = folder instanceof Uri ? workspace.getWorkspaceFolder(folder) : undefined
  const chosen = given ?? (await chooseFolder(t`Which minute book is it for?`))
  if (chosen === undefined) return undefined
  const params: DraftConfigurationParams = { folder: server.address(chosen.uri) }
  const drafted = await server.execute<DraftedFile>(Commands.configuration, params)
  const uri = Uri.parse(drafted.uri, true)
  if (drafted.exists || (await isFile(uri))) {
    return offerExisting(uri, t`Minutebook never writes over it. Open it to change it.`)
  }
  return createFile(uri, drafted.text)
}

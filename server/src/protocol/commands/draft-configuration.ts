import { draftConfiguration as draft } from '../../drafting/configuration.ts'
import { SETTINGS_FILE } from '../../settings/file.ts'
import { phrase } from '../../text/phrase.ts'
import type { DraftConfigurationParams, DraftedFile } from '../messages.ts'
import type { State } from '../state.ts'
import { uriIn } from '../uris.ts'
import { create } from './apply.ts'
import type { Given } from './command.ts'
import { folderGiven } from './given.ts'

export async function draftConfiguration(
  state: State,
  { folder: uri, create: isToBeMade }: Given<DraftConfigurationParams>,
): Promise<DraftedFile> {
  const folder = folderGiven(state, uri, phrase`Settings need a folder of this workspace.`)
  // What is being read from disk will say more.
  await folder.work
  const target = uriIn(folder.uri, SETTINGS_FILE)
  const text = draft(folder.book, folder.settings, folder.peopleFile)
  if (isToBeMade === true) await create(state, target, text, 'Create Configuration')
  return { uri: target, text, exists: isToBeMade !== true && (await state.host.exists(target)) }
}

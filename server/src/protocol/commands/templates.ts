import type { MinutesTemplate, TemplatesParams } from '../messages.ts'
import type { State } from '../state.ts'
import { templatesOf } from '../templates.ts'
import { folderUri } from '../uris.ts'
import type { Given } from './command.ts'

/** A folder that is not open has no templates of its own. */
export async function templates(state: State, { folder: uri }: Given<TemplatesParams>): Promise<MinutesTemplate[]> {
  const found = await templatesOf(state, state.folders.get(folderUri(String(uri))) ?? state.loose)
  return found.map(({ id, label, description, path }) => ({
    id,
    label,
    description,
    ...(path !== undefined && { path }),
  }))
}

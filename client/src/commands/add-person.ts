import { type AddPersonParams, type AtCaret, Commands } from '../../../server/src/protocol/messages.ts'
import { addToSettings } from '../recording/add-to-settings.ts'
import { askLine } from '../recording/ask.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.addPerson'

/** Adds the person at the caret, or one the user names, to the `minutebook.yml` of the folder. */
export const run = (server: Server): Promise<void> => addToSettings(server, Commands.addPerson, whom)

async function whom({ person }: AtCaret): Promise<Omit<AddPersonParams, 'uri'> | undefined> {
  const title = t`Add a Person to minutebook.yml`
  const handle = person?.handle ?? (await askLine(title, t`By which handle does the group call them?`))
  if (handle === undefined) return undefined
  const name = person?.listed
    ? ''
    : await askLine(`${title}: @${handle.replace(/^@/, '')}`, t`Their name; may be empty.`, person?.name, true)
  return name === undefined ? undefined : { handle, name }
}

import { type AddProjectParams, type AtCaret, Commands } from '../../../server/src/protocol/messages.ts'
import { addToSettings } from '../recording/add-to-settings.ts'
import { askLine } from '../recording/ask.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.addProject'

/** Adds the project whose link is at the caret, or one the user names, to the `minutebook.yml` of the folder. */
export const run = (server: Server): Promise<void> => addToSettings(server, Commands.addProject, which)

async function which({ project }: AtCaret): Promise<Omit<AddProjectParams, 'uri'> | undefined> {
  const heading = t`Add a Project to minutebook.yml`
  const title = project?.listed ? project.title : await askLine(heading, t`What is it called?`, project?.title)
  if (title === undefined) return undefined
  const url =
    project?.url ?? (await askLine(heading, t`Where does it live? An address such as https://example.org/cellar`))
  return url === undefined ? undefined : { title, url }
}

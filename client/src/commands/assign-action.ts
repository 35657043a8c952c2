import { type AssignActionParams, Commands, type Recorded } from '../../../server/src/protocol/messages.ts'
import { minutesAtHand, selectedLines, show } from '../recording/editor.ts'
import { askPerson, rosterOf } from '../recording/people.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.assignAction'

/** Gives the selected lines to somebody as action items. @param person whom, else the user is asked */
export async function run(server: Server, ...[person]: unknown[]): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const lines = selectedLines(editor)
  const given = typeof person === 'string' ? person : await askPerson(await rosterOf(server, uri), t`Who Will Do It?`)
  if (given === undefined) return
  const params: AssignActionParams = { uri, lines, person: given }
  show(editor, await server.execute<Recorded>(Commands.assignAction, params), true)
}

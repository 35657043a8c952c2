import { type CheckOffParams, Commands, type Recorded } from '../../../server/src/protocol/messages.ts'
import { minutesAtHand, show } from '../recording/editor.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.checkOff'

/** Checks off the action item at the caret, or opens it again. */
export async function run(server: Server): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const params: CheckOffParams = { uri, line: editor.selection.active.line }
  show(editor, await server.execute<Recorded>(Commands.checkOff, params), false)
}

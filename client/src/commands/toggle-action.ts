import { Commands, type LinesParams, type Recorded } from '../../../server/src/protocol/messages.ts'
import { minutesAtHand, selectedLines, show } from '../recording/editor.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.toggleAction'

/** Makes action items of the selected lines, or notes again of action items. */
export async function run(server: Server): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const params: LinesParams = { uri, lines: selectedLines(editor) }
  show(editor, await server.execute<Recorded>(Commands.toggleAction, params), true)
}

import { Commands, type RecordDecisionParams, type Recorded } from '../../../server/src/protocol/messages.ts'
import { askLine } from '../recording/ask.ts'
import { minutesAtHand, show } from '../recording/editor.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.recordDecision'

/** Notes a decision below the caret. @param text what was decided, else the user is asked */
export async function run(server: Server, ...[text]: unknown[]): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const { line } = editor.selection.active
  const given = typeof text === 'string' ? text : await askLine(t`Record a Decision`, t`What was decided?`)
  if (given === undefined) return
  const params: RecordDecisionParams = { uri, line, text: given }
  show(editor, await server.execute<Recorded>(Commands.recordDecision, params), true)
}

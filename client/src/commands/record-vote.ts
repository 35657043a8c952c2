import { window } from 'vscode'
import { Commands, type Recorded, type RecordVoteParams } from '../../../server/src/protocol/messages.ts'
import { askLine } from '../recording/ask.ts'
import { minutesAtHand, show } from '../recording/editor.ts'
import { askPerson, rosterOf } from '../recording/people.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.recordVote'

/** Asks for a motion, who made it, and the tally, and notes them below the caret. */
export async function run(server: Server): Promise<void> {
  const { editor, uri } = minutesAtHand(server)
  const { line } = editor.selection.active
  const motion = await askLine(t`Record a Vote (1 of 4)`, t`What was voted on?`)
  if (motion === undefined) return
  const roster = await rosterOf(server, uri)
  const movedBy = await askPerson(roster, t`Record a Vote (2 of 4): Moved by`, t`Not recorded`)
  if (movedBy === undefined) return
  const secondedBy = await askPerson(roster, t`Record a Vote (3 of 4): Seconded by`, t`Not recorded`)
  if (secondedBy === undefined) return
  const tally = await window.showInputBox({
    title: t`Record a Vote (4 of 4)`,
    prompt: t`How many were for it, against it, and abstained? Such as 5 1 0.`,
    validateInput: (typed) => (tallyIn(typed) ? undefined : t`Write two or three numbers, such as 5 1 0.`),
  })
  const votes = tally === undefined ? undefined : tallyIn(tally)
  if (!votes) return
  const [yes, against, abstaining = 0] = votes
  const params: RecordVoteParams = { uri, line, motion, movedBy, secondedBy, for: yes!, against: against!, abstaining }
  show(editor, await server.execute<Recorded>(Commands.recordVote, params), true)
}

const tallyIn = (typed: string): number[] | undefined =>
  /^\s*\d{1,4}(?:[\s,;/:-]+\d{1,4}){1,2}\s*$/.test(typed) ? typed.match(/\d+/g)!.map(Number) : undefined

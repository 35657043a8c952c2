import { checkOff as edits } from '../../drafting/check-off.ts'
import type { CheckOffParams } from '../messages.ts'
import { refused } from '../refused.ts'
import type { State } from '../state.ts'
import { change } from './apply.ts'
import type { Given } from './command.ts'
import { minutesGiven } from './given.ts'

/** Checks off the action item on a line of open minutes, or opens it again. */
export async function checkOff(state: State, { uri, line, done }: Given<CheckOffParams>): Promise<null> {
  const { document, open } = minutesGiven(state, uri, 'Only in minutes are action items checked off.')
  const found = edits(open.minutes, Number(line), done === true)
  if (!found)
    throw refused('There is no action item on this line any more, so nothing was changed. Look where it went.')
  await change(state, document, found, done === true ? 'Check Off' : 'Open Again')
  return null
}

import { type MeetingStamp, stampMeeting } from '../../../drafting/recording/stamp-meeting.ts'
import type { Recorded, StampedAlready, StampMeetingParams } from '../../messages.ts'
import { refused } from '../../refused.ts'
import type { State } from '../../state.ts'
import type { Given } from '../command.ts'
import { utcGiven } from '../given.ts'
import { recording, write } from './record.ts'

async function stamp(
  state: State,
  kind: MeetingStamp,
  { uri, now, replace }: Given<StampMeetingParams>,
): Promise<Recorded> {
  const moment = utcGiven(now)
  const at = await recording(state, uri)
  const { minutes, day } = at.open
  const models = at.models.map((model) => model.minutes)
  const outcome = stampMeeting({ minutes, day, kind, now: moment, models, replace: replace === true })
  if ('stamped' in outcome && outcome.stamped !== undefined) {
    throw refused(outcome.problem, { stamped: outcome.stamped } satisfies StampedAlready)
  }
  return write(state, at, outcome, kind === 'start' ? 'Stamp the start' : 'Stamp the end')
}

export const stampStart = (state: State, given: Given<StampMeetingParams>) => stamp(state, 'start', given)

export const stampEnd = (state: State, given: Given<StampMeetingParams>) => stamp(state, 'end', given)

import { timeStamp as stamp } from '../../drafting/time-stamp.ts'
import { parseMinutes } from '../../minutes/minutes.ts'
import { minutesOf } from '../documents.ts'
import type { TimeStamp, TimeStampParams } from '../messages.ts'
import type { State } from '../state.ts'
import { change } from './apply.ts'
import type { Given } from './command.ts'
import { momentGiven, placeGiven } from './given.ts'

export async function timeStamp(state: State, { uri, now, position }: Given<TimeStampParams>): Promise<TimeStamp> {
  const document = state.documents.get(String(uri))
  const time = momentGiven(now).toZonedDateTimeISO('UTC')
  const minutes = document ? minutesOf(document) : parseMinutes('')
  const text = stamp(minutes, time.hour * 60 + time.minute)
  if (document && position !== undefined) {
    const at = placeGiven(document, position)
    await change(state, document, [{ from: at, to: at, insert: text }], 'Insert Time Stamp')
  }
  return { text }
}

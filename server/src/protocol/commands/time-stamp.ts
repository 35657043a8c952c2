import { timeStamp as stamp } from '../../drafting/time-stamp.ts'
import { parseMinutes } from '../../minutes/minutes.ts'
import { minutesOf } from '../documents.ts'
import type { TimeStamp, TimeStampParams } from '../messages.ts'
import type { State } from '../state.ts'
import type { Given } from './command.ts'
import { momentGiven } from './given.ts'

export function timeStamp({ documents }: State, { uri, now }: Given<TimeStampParams>): TimeStamp {
  const document = documents.get(String(uri))
  const time = momentGiven(now).toZonedDateTimeISO('UTC')
  const minutes = document ? minutesOf(document) : parseMinutes('')
  return { text: stamp(minutes, time.hour * 60 + time.minute) }
}

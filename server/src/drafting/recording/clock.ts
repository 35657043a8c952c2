import { type PlainDate, wallClock } from '../../minutes/calendar.ts'
import { blockAt, type Minutes, sectionOf } from '../../minutes/minutes.ts'
import { stampsOf } from '../../minutes/stamps.ts'
import { minuteOfDay } from '../../minutes/times.ts'
import { slice } from '../../text/span.ts'
import type { Moment } from './stamp-meeting.ts'

/** A meeting that goes on. */
export interface Clock {
  /** As it is written. */
  readonly started: string
  /** Since then. */
  readonly minutes: number
  /** The heading that the place is below. */
  readonly topic?: string
}

/** Longer than this no meeting lasts, in minutes: somebody forgot to write its end. */
const LONGEST = 12 * 60

/** How long the meeting has lasted; `undefined` where it has not begun, is over, or is not now. */
export function clockOf(minutes: Minutes, day: PlainDate | undefined, now: Moment, offset: number): Clock | undefined {
  const stamps = stampsOf(minutes)
  const start = stamps.find(({ kind }) => kind === 'start')
  const zone = start?.time.zone
  if (!day || !start || !zone || zone.loose || stamps.some(({ kind }) => kind === 'end')) return undefined
  const elapsed = elapsedSince(day, minuteOfDay(start.time), zone.id, now)
  if (elapsed < 0 || elapsed > LONGEST) return undefined
  const section = sectionOf(minutes, blockAt(minutes, offset))
  return {
    started: slice(minutes.text, start.time).replace(/\s+/g, ' '),
    minutes: elapsed,
    ...(section && { topic: section.heading.title }),
  }
}

/** In minutes. @param clock what the wall clock in the zone showed on the meeting's day, minutes since midnight */
function elapsedSince(day: PlainDate, clock: number, zone: string, now: Moment): number {
  const start = zone === 'UTC' ? clock : 2 * clock - wallClock(day, clock, zone)
  return day.until(now.day, { largestUnit: 'days' }).days * 24 * 60 + now.minute - start
}

import type { Book } from '../../book/book.ts'
import { nextDay } from '../../book/next-day.ts'
import { recentMinutes } from '../../book/recent.ts'
import { seriesNear } from '../../book/series.ts'
import { daysBetween, nextOn, type PlainDate, wallClock } from '../../minutes/calendar.ts'
import { meetingTime } from '../../minutes/meeting.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { meantDays, nextMeetingOf } from '../../minutes/next-meeting.ts'
import type { Source } from './source.ts'

/** In days. Who calls a meeting for later than this has mistaken the year; a group without cadence may meet once a year. */
const FARTHEST = 130
const FARTHEST_OF_ANY = 400

/**
 * When the group meets after the meeting of these minutes: on the day for which they call it, where that lies ahead;
 * otherwise by its cadence. `undefined` where neither tells.
 */
export function dayAfter(minutes: Minutes, path: string, book: Book, day: PlainDate): PlainDate | undefined {
  return announcedDay(minutes, path, book, day) ?? cadenceDay(book, path, day)
}

/** The day for which minutes call the next meeting. One in a year gone by means the same day of this year, or the next. */
function announcedDay(minutes: Minutes, path: string, book: Book, day: PlainDate): PlainDate | undefined {
  const date = nextMeetingOf(minutes)?.date
  if (!date) return undefined
  const farthest = seriesNear(book, path)?.cadence === undefined ? FARTHEST_OF_ANY : FARTHEST
  const tomorrow = day.add({ days: 1 })
  const candidates = [meantDays(date, day, true)[0], nextOn({ month: date.month, day: date.day }, tomorrow)]
  return candidates.find((each) => {
    const ahead = each ? daysBetween(day, each) : 0
    return ahead > 0 && ahead <= farthest
  })
}

/** The day that the group's cadence gives; of two meetings, the time between them. */
export function cadenceDay(book: Book, path: string, day: PlainDate): PlainDate | undefined {
  const called = calledInterval(book, path)
  if (called !== undefined) return day.add({ days: called })
  const usual = nextDay(book, path, day)
  if (usual) return usual
  const [only, ...others] = recentMinutes({ book, path }).filter((part) => part.day !== day.toString())
  if (!only || others.length > 0) return undefined
  const apart = Math.abs(Date.parse(only.day) - Date.parse(day.toString())) / 86_400_000
  return apart > 0 && apart <= FARTHEST ? day.add({ days: apart }) : undefined
}

/** When the group meets after the new meeting. */
export const dayAfterNew = ({ book, newPath, day, newDay }: Source): PlainDate =>
  cadenceDay(book, newPath, newDay) ?? newDay.add(day.until(newDay))

/**
 * How many days ahead the group calls its next meeting. A meeting that falls out does not change that, as it does the days
 * between meetings. `undefined` where it varies, and for whole months, which differ in their days.
 */
function calledInterval(book: Book, path: string): number | undefined {
  const ahead = recentMinutes({ book, path }).flatMap(({ day, next }) => {
    const days = next?.day === undefined ? 0 : (Date.parse(next.day) - Date.parse(day)) / 86_400_000
    return days > 0 && days <= FARTHEST ? [days] : []
  })
  const counts = new Map<number, number>()
  for (const days of ahead) counts.set(days, (counts.get(days) ?? 0) + 1)
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most || most[1] < 2 || most[1] * 2 < ahead.length || most[0] >= MONTH) return undefined
  return most[0]
}

const MONTH = 28

/**
 * At which hour the group meets on a day, in UTC, minutes since midnight: that for which the minutes call it; otherwise
 * that of the last meeting, by the wall clock that the group goes by. `undefined` where none is stated in UTC.
 */
export function timeOn(
  minutes: Minutes,
  path: string,
  book: Book,
  day: PlainDate,
  newDay: PlainDate,
  anchor: string | undefined,
): number | undefined {
  const called = nextMeetingOf(minutes)?.minutes
  if (called !== undefined && announcedDay(minutes, path, book, day)?.equals(newDay)) return called
  const before = meetingTime(minutes) ?? called
  return before === undefined ? undefined : movedTime(before, day, newDay, anchor)
}

/** An hour in UTC on another day, where a wall clock shows the same. */
export function movedTime(utc: number, from: PlainDate, to: PlainDate, anchor = 'UTC'): number {
  const moved = utc + wallClock(from, utc, anchor) - wallClock(to, utc, anchor)
  return ((moved % 1440) + 1440) % 1440
}

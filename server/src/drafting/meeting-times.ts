import type { Book } from '../book/book.ts'
import { recentMinutes } from '../book/recent.ts'
import { type PlainDate, wallClock } from '../minutes/calendar.ts'
import { WEEKDAYS } from '../minutes/dates.ts'
import { formatClock } from '../minutes/times.ts'
import { dayOf, usualAnchor } from './next-line.ts'

/** The same moment elsewhere. */
export interface LocalTime {
  readonly zone: string
  readonly place: string
  readonly date: string
  readonly weekday: string
  readonly time: string
}

/** Where the book shows no other habit, in minutes: UTC since midnight, and from the start to the end. */
const [USUAL_TIME, USUAL_LENGTH] = [16 * 60, 60]
/** Groups say when a meeting ends in steps of so many minutes. */
const STEP = 15
const DAY = 24 * 60

interface Place {
  readonly book: Book
  readonly path: string
  readonly zones: readonly string[]
}

/** When a group meets on a day: UTC, minutes since midnight; and what the clocks show elsewhere when it begins. */
export function meetingTimes(
  { book, path, zones }: Place,
  day: PlainDate,
): { readonly time: number; readonly end: number; readonly local: readonly LocalTime[] } {
  const time = usualTime(book, path, day)
  return { time, end: (time + usualLength(book, path)) % DAY, local: zones.map((zone) => localTime(day, time, zone)) }
}

/** The hour that the last minutes announce for the day; else theirs, kept by the clock that the group goes by. */
function usualTime(book: Book, path: string, day: PlainDate): number {
  const recent = recentMinutes({ book, path })
  const announced = recent[0]?.next
  if (announced?.day === day.toString() && announced.time !== undefined) return announced.time
  const last = recent.find(({ time }) => time !== undefined)
  if (last?.time === undefined) return USUAL_TIME
  const [before, zone] = [dayOf(last.day), usualAnchor({ book, path })]
  if (!before || !zone) return last.time
  const shift = wallClock(before, last.time, zone) - wallClock(day, last.time, zone)
  return (last.time + shift + DAY) % DAY
}

/** How long meetings take: what half of the last ones did not exceed, in minutes. */
function usualLength(book: Book, path: string): number {
  const lengths = recentMinutes({ book, path })
    .flatMap(({ time, end }) => (time === undefined || end === undefined ? [] : [(end - time + DAY) % DAY]))
    .filter((length) => length > 0 && length <= DAY / 3)
    .sort((a, b) => a - b)
  const middle = lengths[Math.floor((lengths.length - 1) / 2)]
  return middle === undefined ? USUAL_LENGTH : Math.max(STEP, Math.round(middle / STEP) * STEP)
}

/** "Europe/Amsterdam" is Amsterdam, "America/New_York" New York. */
const placeOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')

function localTime(day: PlainDate, time: number, zone: string): LocalTime {
  const clock = wallClock(day, time, zone)
  const there = day.add({ days: Math.floor(clock / DAY) })
  return {
    zone,
    place: placeOf(zone),
    date: there.toString(),
    weekday: WEEKDAYS[there.dayOfWeek - 1]!,
    time: formatClock(((clock % DAY) + DAY) % DAY),
  }
}

import { Temporal } from 'temporal-polyfill'
import type { Day } from './dates.ts'

/** A day that exists, with its year. */
export type PlainDate = Temporal.PlainDate

/** The calendar day (proleptic Gregorian, ISO 8601); `undefined` when it does not exist or lacks its year. */
export function plainDate({ year, month, day }: Day): PlainDate | undefined {
  if (year === undefined || !exists({ year, month, day })) return undefined
  return new Temporal.PlainDate(year, month, day)
}

/** The day that is written as `YYYY-MM-DD` and in no other way; `undefined` where there is none. */
export function readDay(text: string): PlainDate | undefined {
  const [year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1).map(Number) ?? []
  return month === undefined ? undefined : plainDate({ year: year!, month, day: day! })
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether there is such a day; without a year, in any year. */
export function exists({ year, month, day }: Day): boolean {
  const length = LENGTHS[month - 1]
  if (length === undefined || day < 1) return false
  const leap = month === 2 && (year === undefined || new Temporal.PlainDate(year, 1, 1).inLeapYear)
  return day <= length + (leap ? 1 : 0)
}

/** The first such day of the calendar on or after `from`, for a date without a year. */
export const nextOn = (date: Day, from: PlainDate): PlainDate | undefined => search(date, from, 1)

/** The last such day of the calendar before `from`. */
export const lastBefore = (date: Day, from: PlainDate): PlainDate | undefined => search(date, from, -1)

function search({ month, day }: Day, from: PlainDate, step: 1 | -1): PlainDate | undefined {
  // February 29th may be eight years away (1896 to 1904).
  for (let years = 0; years <= 8; years++) {
    const found = plainDate({ year: from.year + step * years, month, day })
    if (found && (step > 0 ? compare(found, from) >= 0 : compare(found, from) < 0)) return found
  }
  return undefined
}

/** Negative when `a` is the earlier day. */
export const compare = (a: PlainDate, b: PlainDate): number => Temporal.PlainDate.compare(a, b)

/** Days from `a` to `b`; negative when `b` is the earlier. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => a.until(b, { largestUnit: 'days' }).days

/** The day nearest to `date` that is the wanted weekday (1 is Monday). */
export function nearestWeekday(date: PlainDate, weekday: number): PlainDate {
  const ahead = (weekday - date.dayOfWeek + 7) % 7
  return date.add({ days: ahead <= 3 ? ahead : ahead - 7 })
}

/** The wall clock in a zone at a UTC time of a UTC day: minutes since that day's midnight, so it may pass 1440. */
export function wallClock(date: PlainDate, utcMinutes: number, zone: string): number {
  const key = `${date} ${utcMinutes} ${zone}`
  let local = clocks.get(key)
  if (local === undefined) {
    const instant = date.toZonedDateTime({ timeZone: 'UTC' }).add({ minutes: utcMinutes })
    const there = instant.withTimeZone(zone)
    local = daysBetween(date, there.toPlainDate()) * 1440 + there.hour * 60 + there.minute
    if (clocks.size > 1000) clocks.clear()
    clocks.set(key, local)
  }
  return local
}

// Zone arithmetic is the dearest thing on the way of a keystroke, and asks the same again and again.
const clocks = new Map<string, number>()

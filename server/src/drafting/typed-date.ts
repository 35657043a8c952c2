import { casual } from 'chrono-node/en'
import { nextOn, type PlainDate, plainDate } from '../minutes/calendar.ts'
import { weekdayNamed } from '../minutes/dates.ts'

/** What somebody typed for a day, and the days it may mean, the likeliest first. */
export interface TypedDate {
  /** Its length at the end of the line. */
  readonly length: number
  readonly days: readonly PlainDate[]
  /** The hour behind it, in UTC: minutes since midnight. */
  readonly time?: number
}

/** An hour behind a date: `16:00 utc`, `at 16:00`. It is in UTC, as the group's hours are. */
const TIME = /(?:,? at|,|,? @)? (\d{1,2}):(\d{2})(?: ?(?:utc|gmt|z))?$/i

/** So many words a date has at most. */
const MOST_WORDS = 5
const WORD = /(?<![\p{L}\p{N}/.:@#-])[\p{L}\p{N}][\p{L}\p{N}/.,-]*/gu
const BARE_WEEKDAY = /^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)$/
/** One of these is in every date, and chrono need not be asked about anything else. */
const HINT =
  /\b(?:today|tomorrow|yesterday|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|days?|weeks?|fortnights?|months?)\b/i
/** No day in particular, though chrono takes one. */
const SPAN = /\b(?:this|last|past|next|of|the) (?:day|week|month)s?$/i
const SLASHES = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?$/

/**
 * The day that a line ends with, as people type it: `next wed`, `in two weeks`, `1/22`, `22 jan`.
 *
 * @param before the line up to the caret
 * @param from the day it is seen from: the meeting's
 */
export function typedDate(before: string, from: PlainDate, dayFirst: boolean): TypedDate | undefined {
  const clock = TIME.exec(before)
  const time = clock ? 60 * Number(clock[1]) + Number(clock[2]) : undefined
  if (clock && (Number(clock[2]) > 59 || time! >= 24 * 60)) return undefined
  const line = clock ? before.slice(0, clock.index) : before
  const offset = Math.max(0, line.length - LONGEST)
  const starts = [...line.slice(offset).matchAll(WORD)].map(({ index }) => index + offset)
  // The longest that is nothing but a date.
  for (const start of starts.slice(-MOST_WORDS)) {
    const typed = line.slice(start)
    if (MODIFIER.test(line.slice(Math.max(0, start - LONGEST), start))) return undefined
    const days = /\s$/.test(typed) ? [] : daysMeant(typed, from, dayFirst)
    if (days.length > 0 && PART.test(line.slice(Math.max(0, start - LONGEST), start))) return undefined
    if (days.length > 0) return { length: before.length - start, days, ...(time !== undefined && { time }) }
  }
  return undefined
}

/** In UTF-16 code units. */
const LONGEST = 60
/** What makes another day, or none, of the one behind it. */
const MODIFIER = /\b(?:last|past|previous|every|each|other|(?:days?|weeks?|months?) (?:after|before|from))\s+$/i

/** What makes a part of a phrase of the date behind it. */
const PART =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next|this|last) (?:week|month)|today|tomorrow|yesterday|(?:end|middle|start|beginning) of),?\s+$/i
const NUMBER = '(an?|one|two|three|four|five|six|eight|\\d{1,2})'
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', '', 'eight']
/** `monday in two weeks`, and the other way around. */
const WEEKDAY_IN = new RegExp(`^(?:on )?([a-z]+)(?:,)? in ${NUMBER} weeks?$`, 'i')
const WEEKDAY_BEHIND = new RegExp(`^in ${NUMBER} weeks?,? (?:on )?([a-z]+)$`, 'i')
/** `a week from friday`. */
const WEEKS_FROM = new RegExp(`^${NUMBER} weeks? from (?:on )?([a-z]+)$`, 'i')
const NEXT_WEEK = /^(?:next week,? (?:on )?([a-z]+)|(?:on )?([a-z]+),? (?:of )?next week)$/i

/** A weekday some weeks on: of that week or, to others, so many weeks after the next such day. */
function weekdayInWeeks(typed: string, from: PlainDate): readonly PlainDate[] {
  const [, name, count] = WEEKDAY_IN.exec(typed) ?? []
  const [, sooner, behind] = WEEKDAY_BEHIND.exec(typed) ?? []
  const [, after, base] = WEEKS_FROM.exec(typed) ?? []
  const [, ahead, last] = NEXT_WEEK.exec(typed) ?? []
  const next = ahead ?? last
  const weekday = weekdayNamed(name ?? behind ?? base ?? next ?? '')
  if (!weekday) return []
  const weeks = next ? 1 : countOf(count ?? sooner ?? after!)
  const ofWeek = from.add({ days: 7 * weeks + weekday - from.dayOfWeek })
  const afterNext = from.add({ days: 7 * weeks + ((weekday - from.dayOfWeek + 6) % 7) + 1 })
  if (base) return [afterNext]
  return next || ofWeek.equals(afterNext) ? [ofWeek] : [ofWeek, afterNext]
}

const countOf = (word: string): number =>
  /^an?$/i.test(word) ? 1 : COUNTS.includes(word.toLowerCase()) ? COUNTS.indexOf(word.toLowerCase()) : Number(word)

/** `end of month`, which is a day, though a month is none. */
const MONTH_END = /^(?:the )?end of (?:the |this |next )?month$/i

function daysMeant(typed: string, from: PlainDate, dayFirst: boolean): readonly PlainDate[] {
  const slashes = SLASHES.exec(typed)
  // America writes no dots.
  if (slashes) return numericDays(slashes, from, dayFirst || typed.includes('.'))
  if (/^(?:the )?day after tomorrow$/i.test(typed)) return [from.add({ days: 2 })]
  const weekdays = weekdayInWeeks(typed, from)
  if (weekdays.length > 0) return weekdays
  if (MONTH_END.test(typed)) {
    const first = from.with({ day: 1 }).add({ months: /next/i.test(typed) ? 2 : 1 })
    return [first.subtract({ days: 1 })]
  }
  // "sat" and "sun" are words, "wed" may begin one.
  if (BARE_WEEKDAY.test(typed) || /^\d+$/.test(typed) || !HINT.test(typed) || SPAN.test(typed)) return []
  const day = chronoDay(typed, from)
  if (!day) return []
  // On a Wednesday "Wednesday" is the next one; "next Friday" is this week's to some, and next week's to others.
  const [, next, weekday] = /^(?:on )?(next )?([a-z]+)$/i.exec(typed) ?? []
  if (!weekday || weekdayNamed(weekday) !== day.dayOfWeek) return [day]
  if (!next) return day.equals(from) ? [day.add({ days: 7 }), day] : [day]
  const nearest = from.add({ days: ((day.dayOfWeek - from.dayOfWeek + 6) % 7) + 1 })
  return nearest.equals(day) ? [day] : [day, nearest]
}

/** `1/22`, `22/1`, `1/2/26`: where both may be the month, the group's order first. */
function numericDays([, a, b, c]: RegExpExecArray, from: PlainDate, dayFirst: boolean): readonly PlainDate[] {
  const orders = [
    [a, b],
    [b, a],
  ]
  const year = c === undefined ? undefined : c.length === 2 ? 2000 + Number(c) : Number(c)
  const days = (dayFirst ? orders.reverse() : orders).flatMap(([month, day]) => {
    const date = { month: Number(month), day: Number(day), ...(year !== undefined && { year }) }
    return (year === undefined ? nextOn(date, from) : plainDate(date)) ?? []
  })
  return days.filter((day, index) => days.findIndex((other) => other.equals(day)) === index)
}

/** What chrono makes of words, seen from noon of the meeting's day: its arithmetic is that of the machine's own zone. */
function chronoDay(typed: string, from: PlainDate): PlainDate | undefined {
  const noon = new Date(from.year, from.month - 1, from.day, 12)
  const [result, ...others] = casual.parse(typed, noon, { forwardDate: !/^(?:last|past) /i.test(typed) })
  if (!result || others.length > 0 || result.index !== 0 || result.text.length !== typed.length || result.end) {
    return undefined
  }
  const { start } = result
  const tells = start.isCertain('day') || start.isCertain('weekday') || RELATIVE.test(typed)
  if (!tells || start.isCertain('hour')) return undefined
  return plainDate({ year: start.get('year')!, month: start.get('month')!, day: start.get('day')! })
}

/** Chrono calls the day of "in two weeks" a guess, as it does that of "this week", which means no day. */
const RELATIVE = /^(?:in|within) |\b(?:ago|later|from now|hence)$/i

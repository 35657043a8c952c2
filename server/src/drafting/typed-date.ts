import { casual } from 'chrono-node/en'
import { nextOn, type PlainDate, plainDate } from '../minutes/calendar.ts'

/** What somebody typed for a day, and the days it may mean, the likeliest first. */
export interface TypedDate {
  /** Its length at the end of the line. */
  readonly length: number
  readonly days: readonly PlainDate[]
}

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
  const starts = [...before.slice(-60).matchAll(WORD)].map(({ index }) => index + Math.max(0, before.length - 60))
  // The longest that is nothing but a date.
  for (const start of starts.slice(-MOST_WORDS)) {
    const typed = before.slice(start)
    const days = /\s{2}|\s$/.test(typed) ? [] : daysMeant(typed, from, dayFirst)
    if (days.length > 0) return { length: typed.length, days }
  }
  return undefined
}

function daysMeant(typed: string, from: PlainDate, dayFirst: boolean): readonly PlainDate[] {
  const slashes = SLASHES.exec(typed)
  if (slashes) return numericDays(slashes, from, dayFirst)
  // "sat" and "sun" are words, "wed" may begin one.
  if (BARE_WEEKDAY.test(typed) || /^\d+$/.test(typed) || !HINT.test(typed) || SPAN.test(typed)) return []
  const day = chronoDay(typed, from)
  return day ? [day] : []
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
  const [result, ...others] = casual.parse(typed, noon, { forwardDate: true })
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

import { fileDaysIn } from '../../book/file-days.ts'
import { type PlainDate, plainDate } from '../../minutes/calendar.ts'
import type { Content, Link } from '../../minutes/content.ts'
import { type DateMention, scanDates } from '../../minutes/dates.ts'
import { respellDate } from '../../minutes/spelling.ts'
import type { Span } from '../../text/span.ts'

/** A day that the label of a link names. The span counts from the block's start. */
export interface LabelDay extends Span {
  readonly text: string
  readonly year?: number
  readonly month: number
  readonly day: number
  /** Whether it is written as in a file name. */
  readonly plain: boolean
  /** Whether day and month may be meant the other way round. */
  readonly ambiguous: boolean
  /** Whether the label says no more than which meeting this is. */
  readonly alone: boolean
  /** Another day in the same spelling. */
  respell(day: PlainDate): string
}

/** Words that say no more than that these are minutes. */
const NAMING =
  /^(?:minutes|notes|agenda|meetings?|calls?|log|report|summary|record|md|the|of|from|for|on|at|last|previous|our|board|committee|weekly|monthly|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|\p{L}+day|st|nd|rd|th)$/iu

/**
 * The one day that a label names; `undefined` when it names none or several.
 *
 * @param target the path it leads to: words of it add nothing to the day.
 */
export function labelDay({ text }: Content, { label }: Link, target: string): LabelDay | undefined {
  const written = text.slice(label.from, label.to).replaceAll('\u00a0', ' ')
  if (!/\d/.test(written)) return undefined
  const days = daysIn(written)
  const [only] = days
  if (!only || days.length > 1) return undefined
  const rest = `${written.slice(0, only.from)} ${written.slice(only.to)}`
  const own = target.toLowerCase()
  const alone = (rest.match(/\p{L}+/gu) ?? []).every((word) => NAMING.test(word) || own.includes(word.toLowerCase()))
  return { ...only, alone: alone && !/\d/.test(rest), from: label.from + only.from, to: label.from + only.to }
}

function daysIn(text: string): Omit<LabelDay, 'alone'>[] {
  const inNames = fileDaysIn(text).map(({ day, separator, ...place }) => ({
    ...place,
    ...{ year: day.year, month: day.month, day: day.day },
    ...{ plain: true, ambiguous: false, respell: (other: PlainDate) => compactDay(other, separator) },
  }))
  const written = scanDates(text).filter(({ from, to }) => !inNames.some((other) => other.from < to && from < other.to))
  // A range is as good as several days.
  return [
    ...inNames,
    ...written.flatMap((date) => (date.end ? [fromMention(date), fromMention(date)] : [fromMention(date)])),
  ]
}

const fromMention = (date: DateMention): Omit<LabelDay, 'alone'> => ({
  from: date.from,
  to: date.to,
  text: date.text,
  ...(date.year !== undefined && { year: date.year }),
  month: date.month,
  day: date.day,
  plain: false,
  ambiguous: date.form === 'day-first',
  respell: (day) => respellDate(date, day),
})

/** A day as file names have it. */
export const compactDay = (day: PlainDate, separator: string): string => day.toString().replaceAll('-', separator)

/** Whether a label's day is that day, as far as it says. */
export const isDay = ({ year, month, day, ambiguous }: LabelDay, other: PlainDate): boolean =>
  (year === undefined || year === other.year) &&
  ((month === other.month && day === other.day) || (ambiguous && day === other.month && month === other.day))

/** The day itself; a year that is missing is taken from `like`. */
export const wholeDay = ({ year = undefined, month, day }: LabelDay, like: PlainDate): PlainDate | undefined =>
  plainDate({ year: year ?? like.year, month, day })

import { fileDaysIn } from '../../book/file-days.ts'
import { type PlainDate, plainDate } from '../../minutes/calendar.ts'
import type { Content, Link } from '../../minutes/content.ts'
import { type DateMention, type Day, scanDates } from '../../minutes/dates.ts'
import { respellDate } from '../../minutes/spelling.ts'
import { type Span, shift } from '../../text/span.ts'

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
  /** Another day in the same spelling. */
  respell(day: PlainDate): string
}

/** The one day that a label names; `undefined` when it names none or several. */
export function labelDay({ text }: Content, link: Link): LabelDay | undefined {
  if (known.has(link)) return known.get(link)
  const days = daysIn(text.slice(link.label.from, link.label.to).replaceAll('\u00a0', ' '))
  const [only] = days
  const day = only && days.length === 1 ? { ...only, ...shift(only, link.label.from) } : undefined
  known.set(link, day)
  return day
}

const known = new WeakMap<Link, LabelDay | undefined>()

function daysIn(text: string): readonly LabelDay[] {
  if (!/\d/.test(text)) return []
  const inNames = fileDaysIn(text).map(
    ({ separator, ...place }): LabelDay => ({
      ...place,
      plain: true,
      ambiguous: false,
      respell: (other) => compactDay(other, separator),
    }),
  )
  const written = scanDates(text).filter(({ from, to }) => !inNames.some((other) => other.from < to && from < other.to))
  // A range is as good as several days.
  return [
    ...inNames,
    ...written.flatMap((date) => (date.end ? [fromMention(date), fromMention(date)] : [fromMention(date)])),
  ]
}

const fromMention = (date: DateMention): LabelDay => ({
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

/** Words that say no more than that these are minutes. */
const NAMING =
  /^(?:minutes|notes|agenda|meetings?|calls?|log|report|summary|record|md|the|of|from|for|on|at|last|previous|our|board|committee|weekly|monthly|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|\p{L}+day|st|nd|rd|th)$/iu

/**
 * Whether a label says no more than which meeting this is.
 *
 * @param target the path it leads to: words of it add nothing to the day.
 */
export function isAlone({ text }: Content, { label }: Link, { from, to }: LabelDay, target: string): boolean {
  const rest = `${text.slice(label.from, from)} ${text.slice(to, label.to)}`
  return !/\d/.test(rest) && saysNoMore(rest, target)
}

/** Whether words say no more than that these are minutes, or what their file is called. */
export function saysNoMore(words: string, target: string): boolean {
  const own = target.toLowerCase()
  return (words.match(/\p{L}+/gu) ?? []).every((word) => NAMING.test(word) || own.includes(word.toLowerCase()))
}

/** A day as file names have it. */
export const compactDay = (day: PlainDate, separator: string): string => day.toString().replaceAll('-', separator)

/** Whether a label's day is that day, as far as it says. */
export const isDay = ({ year, month, day, ambiguous }: LabelDay, other: Required<Day>): boolean =>
  (year === undefined || year === other.year) &&
  ((month === other.month && day === other.day) || (ambiguous && day === other.month && month === other.day))

/** The day itself; a year that is missing is taken from `like`. */
export const wholeDay = ({ year = undefined, month, day }: LabelDay, like: Required<Day>): PlainDate | undefined =>
  plainDate({ year: year ?? like.year, month, day })

import { type PlainDate, plainDate } from './calendar.ts'
import { type DateMention, scanDates } from './dates.ts'
import { respellDate, respellWeekday } from './spelling.ts'

/** A day with one digit, and a month that is shorter in short: a Wednesday. */
const SAMPLE = plainDate({ year: 2006, month: 9, day: 6 })!

/** How a date is written, weekday included: the very spelling with 6 September 2006 in place of its own day. */
export function dateShape(prose: string, date: DateMention): string {
  const { weekday, end } = date
  if (end) return dateShape('', firstDay(date))
  const own = respellDate(date, SAMPLE)
  if (!weekday) return own
  const named = respellWeekday(weekday.text, SAMPLE.dayOfWeek)
  return weekday.from < date.from
    ? named + prose.slice(weekday.to, date.from) + own
    : own + prose.slice(date.to, weekday.from) + named + (prose[weekday.to] === ')' ? ')' : '')
}

/** A range as the date of its first day. */
const firstDay = ({ end: _, weekday: __, ...date }: DateMention): DateMention => ({
  ...date,
  text: date.text.replace(/ ?(?:[-–—〜～/&]|to|and|\.{2,3}|…) ?\d{1,2}(?:st|nd|rd|th)?(?!\d)/, ''),
})

/** A day written in a shape; `undefined` where the shape cannot be read. */
export function writeDate(shape: string, day: PlainDate): string | undefined {
  const [date] = scanDates(shape)
  if (!date) return undefined
  const { weekday } = date
  const own = respellDate(date, day)
  if (!weekday) return shape.slice(0, date.from) + own + shape.slice(date.to)
  const named = respellWeekday(weekday.text, day.dayOfWeek)
  return weekday.from < date.from
    ? shape.slice(0, weekday.from) + named + shape.slice(weekday.to, date.from) + own + shape.slice(date.to)
    : shape.slice(0, date.from) + own + shape.slice(date.to, weekday.from) + named + shape.slice(weekday.to)
}

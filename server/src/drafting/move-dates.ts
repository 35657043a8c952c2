import type { PlainDate } from '../minutes/calendar.ts'
import type { DateMention } from '../minutes/dates.ts'
import { scanDates } from '../minutes/dates.ts'
import { meantDays } from '../minutes/next-meeting.ts'
import { respellDate, respellWeekday } from '../minutes/spelling.ts'
import { type Change, changed, textOf } from './piece.ts'

/** A date, and the weekday beside it, changed to another day. */
export function dateChanges(date: DateMention, day: PlainDate): readonly Change[] {
  const { from, to, weekday } = date
  const own = { from, to, put: respellDate(date, day) }
  return weekday
    ? [own, { from: weekday.from, to: weekday.to, put: respellWeekday(weekday.text, day.dayOfWeek) }]
    : [own]
}

/** The day that a date means, seen from a meeting on `from`; `undefined` for a range. */
export const meantDay = (date: DateMention, from: PlainDate): PlainDate | undefined =>
  date.end ? undefined : meantDays(date, from, true)[0]

/** A line of text with one day in place of another; `undefined` where it speaks of any other day. */
export function moveDates(line: string, from: PlainDate, to: PlainDate): string | undefined {
  const changes: Change[] = []
  for (const date of scanDates(line)) {
    if (!meantDay(date, from)?.equals(from)) return undefined
    changes.push(...dateChanges(date, to))
  }
  return textOf(changed(line, changes))
}

import { compare, daysBetween, type PlainDate, plainDate } from '../../minutes/calendar.ts'
import type { DateMention } from '../../minutes/dates.ts'

/** In days: what lies no further ahead than this a year later, and so is at least seven months past as written. */
const NEAR = 150

/** Whether a date that is to come lies months before the meeting, and ahead with the next year. */
export function isYearTooEarly(date: DateMention, meeting: PlainDate): boolean {
  const written = (date.end ?? date).year
  if (written !== meeting.year && written !== meeting.year - 1) return false
  // Whoever noted the right weekday has looked at the calendar of that year.
  if (date.weekday && plainDate(date)?.dayOfWeek === date.weekday.day) return false
  const { year, month, day } = date
  const last = date.end ?? { year, month, day }
  const later = last.year === undefined ? undefined : plainDate({ ...last, year: last.year + 1 })
  return later !== undefined && compare(later, meeting) >= 0 && daysBetween(meeting, later) <= NEAR
}

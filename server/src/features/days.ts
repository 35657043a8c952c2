import { daysBetween, type PlainDate, plainDate } from '../minutes/calendar.ts'
import { type DateMention, withYearOf } from '../minutes/dates.ts'
import { meantDays } from '../minutes/next-meeting.ts'
import { holdsSeveral } from '../minutes/several.ts'
import type { TimeMention } from '../minutes/times.ts'
import type { Subject } from '../rules/rule.ts'
import { MONTH_NAMES, WEEKDAY_NAMES } from '../rules/shared/calendar-words.ts'
import { statementsIn } from '../rules/shared/statements.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { inside } from '../text/span.ts'
import { days } from './counts.ts'
import type { Passage } from './thing.ts'

/** `Wednesday, 4 March 2026`. */
export const dayInWords = ({ dayOfWeek, day, month, year }: PlainDate): Phrase =>
  phrase`${WEEKDAY_NAMES[dayOfWeek - 1]!}, ${day} ${MONTH_NAMES[month - 1]!} ${year}`

/** How far a day is from the meeting's; `undefined` where that is unknown. */
export function distance(day: PlainDate, subject: Subject): Phrase | undefined {
  const meeting = dayOfMeeting(subject)
  if (!meeting) return undefined
  const ahead = daysBetween(meeting, day)
  if (ahead === 0) return phrase`The day of this meeting`
  const away = Math.abs(ahead)
  const far = away >= 14 && away % 7 === 0 ? phrase`${days(away)} (${away / 7} weeks)` : days(away)
  return ahead > 0 ? phrase`${far} after this meeting` : phrase`${far} before this meeting`
}

/** A text that joins several meetings has no day of its own. */
export const dayOfMeeting = ({ minutes, day }: Subject): PlainDate | undefined =>
  holdsSeveral(minutes) ? undefined : day

/** A date without year and weekday is that of the nearest such day, if that is near: in days. */
const NEAR = 120

/** The day that a date means for certain, or as good as; `undefined` for one that may be several. */
export function dayMeant(written: DateMention, { kind, content }: Passage, subject: Subject): PlainDate | undefined {
  const { dates, prose } = content
  const date = withYearOf(written, dates[dates.indexOf(written) + 1], prose)
  const { form, year, month, day } = date
  // 03-04-2026 is in March for an American.
  if (form === 'day-first' && month !== day && plainDate({ year: year!, month: day, day: month })) return undefined
  const meeting = dayOfMeeting(subject)
  const meant = meantDays(date, meeting, kind === 'next-meeting' || kind === 'events')
  if (year !== undefined || !meeting) return meant[0]
  const { weekday } = date
  if (weekday) return meant.find((each) => each.dayOfWeek === weekday.day)
  return meant.find((each) => Math.abs(daysBetween(meeting, each)) <= NEAR)
}

/** The day a time is for: that of its statement, else the meeting's. */
export function dayOfTime(time: TimeMention, passage: Passage, subject: Subject): PlainDate | undefined {
  const { content } = passage
  const where = statementsIn(content).find(({ from, to }) => from <= time.from && time.to <= to)
  const dates = where ? inside(content.dates, where) : []
  const date = dates.findLast((each) => each.from < time.from) ?? dates[0]
  return date ? dayMeant(date, passage, subject) : dayOfMeeting(subject)
}

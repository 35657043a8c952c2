import { shownZones } from '../../book/zones.ts'
import { daysBetween, plainDate } from '../../minutes/calendar.ts'
import { type DateMention, lastDayOf } from '../../minutes/dates.ts'
import { phrase } from '../../text/phrase.ts'
import { days } from '../counts.ts'
import { dayInWords, dayMeant, dayOfTime, distance } from '../days.ts'
import type { OpenMinutes } from '../document.ts'
import { type Paragraph, strong, words } from '../markup.ts'
import type { Passage } from '../thing.ts'
import { clocks } from './time.ts'

/** A date: its weekday, how far it is from the meeting, and the local times of an hour beside it. */
export function hoverDate(open: OpenMinutes, date: DateMention, passage: Passage): readonly Paragraph[] | undefined {
  const day = dayMeant(date, passage, open)
  if (!day) return undefined
  const { dates, prose, times } = passage.content
  const end = lastDayOf(date, dates[dates.indexOf(date) + 1], prose)
  const last = end && plainDate({ ...end, year: end.year ?? day.year })
  const length = last ? daysBetween(day, last) : 0
  const away = distance(day, open)
  const time = times.find((each) => /^[^\n]{0,20}$/.test(prose.slice(date.to, each.from)) && each.from >= date.to)
  const beside =
    time && dayOfTime(time, passage, open)?.equals(day)
      ? clocks(time, day, passage, shownZones(open.book, open.settings))
      : []
  return [
    last && length > 0
      ? words(strong(dayInWords(day)), ' ', phrase`to ${dayInWords(last)}, ${days(length + 1)}`)
      : words(strong(dayInWords(day))),
    ...(away ? [words(away)] : []),
    ...(beside.length > 0 ? [{ items: beside.map((each) => [each]) }] : []),
  ]
}

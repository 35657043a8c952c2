import { shownZones } from '../../book/zones.ts'
import { daysBetween, plainDate } from '../../minutes/calendar.ts'
import { type DateMention, lastDayOf } from '../../minutes/dates.ts'
import { dayInWords, dayMeant, dayOfTime, distance } from '../days.ts'
import type { OpenMinutes } from '../document.ts'
import { counted, type Paragraph, strong, words } from '../markup.ts'
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
    words(strong(dayInWords(day)), last && length > 0 ? ` to ${dayInWords(last)}, ${counted(length + 1, 'day')}` : ''),
    ...(away ? [words(`${away[0]!.toUpperCase()}${away.slice(1)}`)] : []),
    ...(beside.length > 0 ? [{ items: beside.map((each) => [each]) }] : []),
  ]
}

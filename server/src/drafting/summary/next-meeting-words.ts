import { Temporal } from 'temporal-polyfill'
import { WEEKDAYS } from '../../minutes/dates.ts'
import { nextMeetingOf } from '../../minutes/next-meeting.ts'
import { respellDate } from '../../minutes/spelling.ts'
import { formatClock } from '../../minutes/times.ts'
import { isZone } from '../../minutes/zones.ts'
import type { Subject } from '../../rules/rule.ts'
import { slice } from '../../text/span.ts'
import { announcedBy } from '../calendar/announced.ts'
import { readLine } from '../move-line.ts'
import { usualZones } from '../next-line.ts'
import { isProblem, type Problem } from '../problem.ts'
import { timeStamp } from '../time-stamp.ts'

/**
 * When the group meets next, with the hour in its zones: "Wednesday 2026-03-18, 16:00 UTC (17:00 Europe/Oslo)".
 * `undefined` where no line says it, a problem where one leaves doubt.
 */
export function nextMeetingWords(subject: Subject): string | Problem | undefined {
  const { minutes, book, path, settings } = subject
  if (!nextMeetingOf(minutes)) return undefined
  const announced = announcedBy(subject)
  if (isProblem(announced)) return announced
  const { moment, next } = announced
  const { day, utc } = moment
  if (utc === undefined) return dayWords(day)
  const start = day.toZonedDateTime('UTC').add({ minutes: utc })
  const own = (readLine(slice(minutes.text, next))?.times ?? []).flatMap(({ zone }) =>
    zone && !zone.others?.length && zone.id !== 'UTC' ? [zone.id] : [],
  )
  const zones = settings.zones.length > 0 ? settings.zones : own.length > 0 ? own : usualZones({ book, path })
  const local = [...new Set(zones)].filter((id) => id !== 'UTC' && isZone(id)).map((id) => clockIn(start, id))
  const { date } = next
  const inUtc = start.toPlainDate()
  const named =
    date.year === undefined ? dayWords(inUtc) : `${WEEKDAYS[inUtc.dayOfWeek - 1]} ${respellDate(date, inUtc)}`
  const elsewhere = local.length > 0 ? ` (${local.join(', ')})` : ''
  return `${named}, ${timeStamp(minutes, start.hour * 60 + start.minute)}${elsewhere}`
}

const dayWords = (day: Temporal.PlainDate): string => `${WEEKDAYS[day.dayOfWeek - 1]} ${day}`

function clockIn(start: Temporal.ZonedDateTime, id: string): string {
  const there = start.withTimeZone(id)
  const isSame = Temporal.PlainDate.compare(there.toPlainDate(), start.toPlainDate()) === 0
  return `${isSame ? '' : `${WEEKDAYS[there.dayOfWeek - 1]} `}${formatClock(there.hour * 60 + there.minute)} ${id}`
}

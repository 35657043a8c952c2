import { memo } from '../text/memo.ts'
import { type Span, shift, slice } from '../text/span.ts'
import { type PlainDate, plainDate } from './calendar.ts'
import type { Content } from './content.ts'
import { type DateMention, scanDates } from './dates.ts'
import { entryOf } from './front-matter.ts'
import { kindAt, type Minutes } from './minutes.ts'
import { minuteOfDay, scanTimes, type TimeMention } from './times.ts'

/** One of the places that say when the meeting is. */
export interface MeetingStatement {
  readonly source: 'file name' | 'meeting_time' | 'title' | 'first heading' | 'agenda line' | 'start heading'
  /** Absent for the file name. */
  readonly date?: Placed<DateMention>
  readonly day?: PlainDate
  readonly time?: Placed<TimeMention>
  /** UTC, minutes since midnight; only when the zone is stated. */
  readonly minutes?: number
}

type Placed<T> = T & Span

/** The day that a file name states, in the spellings that groups use for their files. */
export function fileDay(path: string): PlainDate | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const found = [...name.matchAll(/(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g)].at(-1)
  return found && plainDate({ year: Number(found[1]), month: Number(found[3]), day: Number(found[4]) })
}

/** Every place in the text that says when the meeting is, in order. */
export const statementsOf = memo((minutes: Minutes): readonly MeetingStatement[] => {
  const statements: MeetingStatement[] = []
  for (const [key, source] of [
    ['meeting_time', 'meeting_time'],
    ['title', 'title'],
  ] as const) {
    const entry = entryOf(minutes.frontMatter, key)
    if (!entry) continue
    const written = slice(minutes.text, entry.valueSpan)
    const [date] = scanDates(written)
    const [time] = scanTimes(written)
    if (date) statements.push(stated(source, entry.valueSpan.from, date, source === 'meeting_time' ? time : undefined))
  }
  let agenda = false
  let started = false
  for (const [index, { content, from }] of minutes.blocks.entries()) {
    const { heading, dates, times } = content
    const kind = kindAt(minutes, index)
    if (heading) {
      const first = minutes.within[index] === 0
      const [date] = dates
      if (first && date?.year !== undefined) statements.push(stated('first heading', from, date, undefined))
      if (kind === 'start' && !started && times[0]) {
        statements.push(stated('start heading', from, undefined, times[0]))
        started = true
      }
      // The rest is about matters, not about the meeting.
      if (!first && kind !== 'details' && !AGENDA.test(heading.title) && !MEETING.test(heading.title)) break
    } else if (!agenda) {
      const line = agendaLine(content)
      if (line) {
        statements.push(stated('agenda line', from, line.date, line.time))
        agenda = true
      }
    }
  }
  if (!started) {
    const start = minutes.sections.find((section) => section.kind === 'start')
    const heading = start && minutes.blocks[start.first]!
    const time = heading?.content.times[0]
    if (time) statements.push(stated('start heading', heading.from, undefined, time))
  }
  return statements
})

const AGENDA = /^agenda$/i
const MEETING = /^(?:meeting|minutes|time|when|date)\b/i

/** A line that gives day and hour, or says that it does. */
function agendaLine({
  prose,
  dates,
  times,
}: Content): { date: DateMention; time: TimeMention | undefined } | undefined {
  for (const date of dates) {
    if (date.year === undefined) continue
    const from = prose.lastIndexOf('\n', date.from) + 1
    const end = prose.indexOf('\n', date.to)
    const to = end < 0 ? prose.length : end
    if (/\b(?:next|previous|last)\b/i.test(prose.slice(from, date.from))) continue
    const time = times.find((each) => each.from > date.to && each.to <= to)
    const labelled = /^[\s*_>-]*(?:date|time|when|meeting was|meeting time|held)\b/i.test(prose.slice(from, date.from))
    if (labelled || time?.zone?.id === 'UTC') return { date, time }
  }
  return undefined
}

function stated(
  source: MeetingStatement['source'],
  base: number,
  date: DateMention | undefined,
  time: TimeMention | undefined,
): MeetingStatement {
  const day = date && plainDate(date)
  return {
    source,
    ...(date && { date: { ...date, ...shift(date, base) } }),
    ...(day && { day }),
    ...(time && { time: { ...time, ...shift(time, base) } }),
    ...(time?.valid && time.zone?.id === 'UTC' && { minutes: minuteOfDay(time) }),
  }
}

/** The day of the meeting: what most places say; between equals, what the file is filed under, then the first. */
export function meetingDay(minutes: Minutes, path: string): PlainDate | undefined {
  const filed = fileDay(path)
  const days = [...(filed ? [filed] : []), ...statementsOf(minutes).flatMap(({ day }) => day ?? [])]
  const votes = new Map<string, number>()
  for (const day of days) votes.set(day.toString(), (votes.get(day.toString()) ?? 0) + 1)
  const most = Math.max(...votes.values())
  return days.find((day) => votes.get(day.toString()) === most)
}

/** When the meeting was called for: UTC, minutes since midnight. */
export const meetingTime = (minutes: Minutes): number | undefined =>
  statementsOf(minutes).find((each) => each.minutes !== undefined && each.source !== 'start heading')?.minutes ??
  statementsOf(minutes).find((each) => each.minutes !== undefined)?.minutes

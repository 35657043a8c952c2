import { memo } from '../text/memo.ts'
import { inside, type Span } from '../text/span.ts'
import { compare, type PlainDate, plainDate } from './calendar.ts'
import type { Content } from './content.ts'
import { type DateMention, lastDayOf, scanDates, shiftDate } from './dates.ts'
import { entryOf, type FrontMatter } from './front-matter.ts'
import { kindAt, type Minutes } from './minutes.ts'
import { minuteOfDay, scanTimes, shiftTime, type TimeMention } from './times.ts'

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
  const statements = minutes.frontMatter ? [...frontMatterStatements(minutes.frontMatter)] : []
  let agenda = false
  let started = false
  for (const [index, { content, from }] of minutes.blocks.entries()) {
    const { heading, dates, times } = content
    const kind = kindAt(minutes, index)
    if (heading) {
      const first = minutes.within[index] === 0
      const [date, other] = dates
      if (first && date?.year !== undefined && !OF_ANOTHER.test(content.prose.slice(0, date.from)))
        statements.push(stated('first heading', from, spanning(date, other, content.prose), undefined))
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

const frontMatterStatements = memo((frontMatter: FrontMatter): readonly MeetingStatement[] =>
  (['meeting_time', 'title'] as const).flatMap((source) => {
    const entry = entryOf(frontMatter, source)
    const [date] = entry ? scanDates(entry.raw) : []
    if (!entry || !date) return []
    const [time] = source === 'meeting_time' ? scanTimes(entry.raw) : []
    return stated(source, entry.valueSpan.from, date, time)
  }),
)

const AGENDA = /^agenda$/i
const MEETING = /^(?:meeting|minutes|time|when|date)\b/i

/** What says before a date that it is not this meeting's. */
const OF_ANOTHER = /\b(?:next|previous|last|approved|published|posted|updated)\b/i
/** What stands behind the hour of an event: ": Spring fair". */
const TITLE = /^[\s*_)]*(?::|[-–—|])[\s*_]*\p{L}/u

/** The first day of a range with its last. */
function spanning(date: DateMention, next: DateMention | undefined, prose: string): DateMention {
  const end = lastDayOf(date, next, prose)
  return end && !date.end ? { ...date, end } : date
}

/** A line that gives day and hour, or says that it does. */
function agendaLine({
  prose,
  dates,
  times,
}: Content): { date: DateMention; time: TimeMention | undefined } | undefined {
  let to = 0
  for (const date of dates) {
    // The first on its line counts: behind it may stand when the meeting was to be, or is again.
    if (date.year === undefined || date.from < to) continue
    const from = prose.lastIndexOf('\n', date.from) + 1
    const end = prose.indexOf('\n', date.to)
    to = end < 0 ? prose.length : end
    if (OF_ANOTHER.test(prose.slice(from, date.from))) continue
    const labelled = /^[\s*_>-]*(?:date|time|when|meeting was|meeting time|held)\b/i.test(prose.slice(from, date.from))
    const last = inside(times, { from: date.to, to }).at(-1)
    if (/^[\s*_>+-]*$/.test(prose.slice(from, date.from)) && TITLE.test(prose.slice(last?.to ?? date.to, to))) continue
    // The same moment for several places: the day that counts is the one in UTC.
    const [inUtc] = inside(dates, { from, to }).filter((each, at, all) => {
      const until = all[at + 1]?.from ?? to
      return each.year !== undefined && inside(times, { from: each.to + 1, to: until })[0]?.zone?.id === 'UTC'
    })
    if (inUtc)
      return {
        date: spanning(inUtc, inside(dates, { from: inUtc.to, to })[0], prose),
        time: inside(times, { from: inUtc.to + 1, to })[0],
      }
    const time = inside(times, { from: date.to + 1, to })[0]
    const other = inside(dates, { from: date.to, to })[0]
    if (labelled || time?.zone?.id === 'UTC') return { date: spanning(date, other, prose), time }
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
    ...(date && { date: shiftDate(date, base) }),
    ...(day && { day }),
    ...(time && { time: shiftTime(time, base) }),
    ...(time?.valid && time.zone?.id === 'UTC' && { minutes: minuteOfDay(time) }),
  }
}

/** The day of the meeting: what most places say; between equals, what the file is filed under, then the first. */
export const meetingDay = (minutes: Minutes, path: string): PlainDate | undefined => days(minutes)(path)

const days = memo((minutes: Minutes) => {
  const known = new Map<string, PlainDate | undefined>()
  return (path: string) => {
    if (!known.has(path)) known.set(path, mostSay([fileDay(path), ...statementsOf(minutes).map(({ day }) => day)]))
    return known.get(path)
  }
})

function mostSay(stated: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  const known = stated.filter((day) => day !== undefined)
  const votes = known.map((day) => known.filter((other) => compare(day, other) === 0).length)
  return known[votes.indexOf(Math.max(...votes))]
}

/** When the meeting was called for: UTC, minutes since midnight. */
export const meetingTime = (minutes: Minutes): number | undefined =>
  statementsOf(minutes).find((each) => each.minutes !== undefined && each.source !== 'start heading')?.minutes ??
  statementsOf(minutes).find((each) => each.minutes !== undefined)?.minutes

import { recentMinutes } from '../../book/recent.ts'
import type { PlainDate } from '../../minutes/calendar.ts'
import type { DateMention } from '../../minutes/dates.ts'
import { plain } from '../../minutes/headings.ts'
import { statementsOf } from '../../minutes/meeting.ts'
import { nextMeetingOf } from '../../minutes/next-meeting.ts'
import { respellClock } from '../../minutes/spelling.ts'
import { type Stamp, stampsOf } from '../../minutes/stamps.ts'
import { minuteOfDay, scanTimes, type TimeMention } from '../../minutes/times.ts'
import { overlapsAny } from '../../text/apart.ts'
import { applyEdits } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { memo } from '../../text/memo.ts'
import { phrase } from '../../text/phrase.ts'
import { overlaps, type Span, shift, slice } from '../../text/span.ts'
import { dateChanges, meantDay, moveDates } from '../move-dates.ts'
import { moveLine } from '../move-line.ts'
import { changed, textOf } from '../piece.ts'
import { countedUp, countTitles } from './count-up.ts'
import { beginning, placeOf } from './places.ts'
import { BLANK, type Rewording, type Source } from './source.ts'
import { dayAfterNew, movedTime } from './when.ts'
import { writtenDays } from './written-days.ts'

/** Days and hours of the meeting, wherever they stand, moved to the new one; hours of what happened there are blanks. */
export function moveTimes(source: Source): readonly Rewording[] {
  const moved = [...statements(source), ...nextMeeting(source)]
  const others = [
    ...stamps(source),
    ...frontMatter(source),
    ...frame(source),
    ...addresses(source),
    ...cancellation(source),
  ]
  const apart = (some: readonly Rewording[], all: readonly Rewording[]) =>
    some.filter((each) => !all.some((other) => overlaps(each, other)))
  const all = [...moved, ...apart(others, moved)]
  return [...all, ...apart(countTitles(source), all)]
}

const MOVED = phrase`It is the day of the new meeting.`

/** The places that say when the meeting is. */
function statements(source: Source): readonly Rewording[] {
  const { minutes, newDay, anchor, at } = source
  const { text } = minutes
  const found: Rewording[] = []
  for (const { source: from, day, date, time, minutes: utc } of statementsOf(minutes)) {
    if (!date || !day || from === 'start heading') continue
    const entry = minutes.frontMatter?.entries.find(
      ({ valueSpan }) => valueSpan.from <= date.from && date.to <= valueSpan.to,
    )
    const where = entry?.valueSpan ?? lineAround(text, date.from)
    if (found.some((other) => overlaps(other, where))) continue
    const line = slice(text, where)
    const stated = utc === undefined ? undefined : at
    const moved = moveLine(line, day, newDay, anchor, stated) ?? reworded(line, where.from, date, newDay, time, stated)
    const isTitle = from === 'title' || from === 'first heading'
    const put = isTitle
      ? countedUp(moved.replace(CANCELLED, ''), from === 'title' ? 'title' : '', source)
      : applyEdits(moved, addressesIn(moved, source))
    if (put !== line) found.push({ from: where.from, to: where.to, insert: put, why: MOVED })
  }
  return found
}

/** A line whose other days are none of ours: its own date and hour alone are changed. */
function reworded(
  line: string,
  base: number,
  date: DateMention & Span,
  day: PlainDate,
  time: (TimeMention & Span) | undefined,
  at: number | undefined,
): string {
  const changes = [...dateChanges(date, day)]
  if (time && at !== undefined)
    changes.push({
      from: time.clock.from + (time.from - time.clock.from),
      to: time.from + time.clockText.length,
      put: respellClock(time.clockText, at),
    })
  return textOf(
    changed(
      line,
      changes.map((each) => ({ ...each, from: each.from - base, to: each.to - base })),
    ),
  )
}

/** The line that calls the next meeting, moved to the one after the new one. */
function nextMeeting(source: Source): readonly Rewording[] {
  const { minutes, day, newDay, anchor, at } = source
  const next = nextMeetingOf(minutes)
  if (!next) return []
  const line = slice(minutes.text, next).trimEnd()
  const why = phrase`It calls the meeting after the new one.`
  const after = dayAfterNew(source)
  const announced = next.date && meantDay(next.date, day)
  const hour = at === undefined ? undefined : movedTime(at, newDay, after, anchor)
  const put = announced && moveLine(line, announced, after, anchor, next.minutes === undefined ? undefined : hour)
  return [{ from: next.from, to: next.from + line.length, insert: put ?? blankDate(line, next, next.date), why }]
}

/** The line with blanks for day and hour, where it tells more than can be moved. */
function blankDate(line: string, { from }: Span, date: DateMention | undefined): string {
  const label = /^[^:]{0,60}:/.exec(line)?.[0]
  if (label) return `${label} ${BLANK}`
  return date ? `${line.slice(0, date.from - from)}${BLANK}` : BLANK
}

/**
 * The time headings and lines: what comes before the meeting at the hour it is planned for, the rest with a blank, in which
 * the time is stamped when it has come.
 */
function stamps(source: Source): readonly Rewording[] {
  const { minutes, at } = source
  const start = beginning(minutes)
  return stampsOf(minutes).map((stamp): Rewording => {
    const { time, kind, heading } = stamp
    const isPlanned = heading && kind === 'other' && time.from < start
    const planned = isPlanned && at !== undefined && time.zone?.id === 'UTC' ? at + offsetOf(source, stamp) : undefined
    if (planned !== undefined)
      return {
        ...time.clock,
        insert: respellClock(time.clockText, planned),
        why: phrase`It is the hour planned for the new meeting.`,
      }
    return {
      from: time.from,
      to: time.to,
      insert: BLANK,
      why: phrase`It tells when that happened at the last meeting.`,
    }
  })
}

/** How long after the hour of the meeting the group plans what a heading says, in minutes: what most minutes have. */
function offsetOf({ minutes, book, newPath }: Source, { heading }: Stamp): number {
  const words = wordsOf(slice(minutes.text, heading!))
  const counts = new Map<number, number>()
  for (const { sections, time } of recentMinutes({ book, path: newPath })) {
    const title = titlesIn(sections).get(words)
    const [stated] = title === undefined ? [] : scanTimes(title)
    if (!stated || time === undefined) continue
    const offset = minuteOfDay(stated) - time
    // What starts sharp was planned; what does not is when it came about.
    if (Math.abs(offset) <= 120) counts.set(offset, (counts.get(offset) ?? 0) + (offset % 15 === 0 ? 1 : 0.1))
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? -30
}

/** The headings of minutes by their words; of those alike the first. */
const titlesIn = memo(
  (sections: readonly string[]) => new Map([...sections].reverse().map((each) => [wordsOf(each), each])),
)

const wordsOf = (title: string): string =>
  plain(title)
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/^ ?UTC /, '')
    .trim()
    .toLowerCase()

/** The other values of the front matter that name the day. */
function frontMatter({ minutes, day, newDay }: Source): readonly Rewording[] {
  return (minutes.frontMatter?.entries ?? []).flatMap(({ raw, valueSpan }) => {
    if (raw.includes('\n')) return []
    const moved = moveDates(raw, day, newDay) ?? raw
    const put = applyEdits(moved, writtenDays(moved, day, newDay, true))
    return put === raw ? [] : [{ ...valueSpan, insert: put, why: MOVED }]
  })
}

/** Dates of the day in headings and in what frames the meeting. */
function frame({ minutes, day, newDay }: Source): readonly Rewording[] {
  return minutes.blocks.flatMap(({ content, from }, index) => {
    const isFrame = placeOf(minutes, index) === 'frame'
    if (!content.heading && !isFrame) return []
    const dates = content.dates.flatMap((date) => {
      const isBare = date.year === undefined && !(isFrame && (content.heading || date.weekday))
      if (isBare || !meantDay(date, day)?.equals(day)) return []
      return dateChanges(date, newDay).map(({ from, to, put }) => ({ from, to, insert: String(put) }))
    })
    const others = writtenDays(content.prose, day, newDay).filter((each) => !overlapsAny(dates, each))
    return [...dates, ...others].map((each) => ({ ...each, ...shift(each, from), why: MOVED }))
  })
}

/** That the last meeting did not take place, as its title says it: the new one may. */
function cancellation({ minutes }: Source): readonly Rewording[] {
  return minutes.blocks.flatMap(({ content, from }, index): Rewording[] => {
    if (!content.heading || placeOf(minutes, index) !== 'frame') return []
    const found = CANCELLED.exec(content.text)
    const why = phrase`It tells of the last meeting that it did not take place.`
    return found ? [{ ...shift({ from: found.index, to: found.index + found[0].length }, from), insert: '', why }] : []
  })
}

const CANCELLED = /[ \t]*(?:[-–—:,][ \t]*)?[([]?\b(?:cancel(?:l?ed)|postponed)\b[)\]]?(?=[*_]*[ \t]*(?:$|[\r\n]))/i

/** The same lines of the frame, where an address is all in them that tells the day. */
function addresses(source: Source): readonly Rewording[] {
  const { minutes } = source
  return minutes.blocks.flatMap(({ content, from }, index): Rewording[] => {
    if (placeOf(minutes, index) !== 'frame' || content.heading) return []
    return addressesIn(content.text, source).map((each) => ({ ...each, ...shift(each, from) }))
  })
}

/** Addresses of pages that tell the hour elsewhere: they take day and hour as `year=2026&month=3&day=4&hour=16&min=0`. */
function addressesIn(text: string, { day, newDay, at }: Source): readonly Rewording[] {
  const like = (old: string, number: number) => String(number).padStart(old.startsWith('0') ? 2 : 1, '0')
  return [...text.matchAll(MOMENT)].flatMap(({ index: from, groups = {}, 0: { length } }): Rewording[] => {
    const { year, month, date, clock, hour } = groups as Record<'year' | 'month' | 'date' | 'clock' | 'hour', string>
    if (Number(year) !== day.year || Number(month) !== day.month || Number(date) !== day.day) return []
    const moved = clock && at !== undefined ? `&hour=${like(hour, Math.floor(at / 60))}&min=${at % 60}` : (clock ?? '')
    const insert = `year=${newDay.year}&month=${like(month, newDay.month)}&day=${like(date, newDay.day)}${moved}`
    return [{ from, to: from + length, insert, why: MOVED }]
  })
}

const MOMENT =
  /year=(?<year>\d{4})&month=(?<month>\d{1,2})&day=(?<date>\d{1,2})(?<clock>&hour=(?<hour>\d{1,2})&min=\d{1,2})?/g

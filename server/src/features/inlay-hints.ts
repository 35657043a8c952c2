import type { InlayHint, Range } from 'vscode-languageserver-types'
import { shownZones } from '../book/zones.ts'
import { plainDate } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import { areTwoDays, type DateMention, WEEKDAYS } from '../minutes/dates.ts'
import { isEnglish } from '../minutes/language.ts'
import { statementsOf } from '../minutes/meeting.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { nextMeetingOf } from '../minutes/next-meeting.ts'
import { statementsIn } from '../rules/shared/statements.ts'
import { memo } from '../text/memo.ts'
import { english, said } from '../text/phrase.ts'
import { inside, overlaps, type Span, shift } from '../text/span.ts'
import { dayMeant } from './days.ts'
import { type OpenMinutes, rangeOf } from './document.ts'
import { clocks } from './hover/time.ts'
import { isLinked } from './linked.ts'
import { type Passage, passagesOf } from './thing.ts'

/** A hint before it has its place in the document. Offsets count from the block's start. */
interface Hint {
  readonly at: number
  readonly label: string
  /** On which side of it a blank belongs. */
  readonly blank: 'before' | 'behind'
}

/**
 * The weekday of a date that has none, and local times for a UTC time that has none, where people read when to come: the
 * lines that call this meeting and the next, and events.
 */
export function inlayHints(open: OpenMinutes, range: Range): InlayHint[] {
  const { document, minutes, settings } = open
  if (!settings.inlayHints) return []
  const visible = { from: document.offsetAt(range.start), to: document.offsetAt(range.end) }
  return passagesOf(minutes).flatMap((passage) => {
    const { content, base } = passage
    if (
      content.dates.length === 0 ||
      content.heading ||
      !overlaps(shift({ from: 0, to: content.text.length + 1 }, base), visible)
    )
      return []
    const calls = callsOf(minutes)
    return statementsIn(content)
      .filter((where) => isRead(passage, where, calls))
      .flatMap((where) => [...weekdays(open, passage, where), ...localTimes(open, passage, where)])
      .map(({ at, label, blank }): InlayHint => {
        const place = { from: base + at, to: base + at }
        const newText = blank === 'before' ? ` ${label}` : `${label} `
        return {
          position: document.positionAt(place.from),
          label,
          ...(blank === 'before' ? { paddingLeft: true } : { paddingRight: true }),
          textEdits: [{ range: rangeOf(document, place), newText }],
        }
      })
  })
}

/** Whether people read in a statement when to come. */
const isRead = ({ kind, base, content }: Passage, where: Span, calls: readonly Span[]): boolean =>
  inside(content.dates, where).length > 0 &&
  (kind === 'next-meeting' || kind === 'events' || calls.some((call) => overlaps(call, shift(where, base))))

/** Where dates stand that call this meeting or the next. */
const callsOf = memo((minutes: Minutes): readonly Span[] => [
  ...statementsOf(minutes).flatMap(({ source, date }) => (source === 'agenda line' && date ? [date] : [])),
  ...(nextMeetingOf(minutes)?.date ? [nextMeetingOf(minutes)!.date!] : []),
])

/** A line with more dates than this is a table or a poll. */
const MOST = 8

function weekdays(open: OpenMinutes, passage: Passage, where: Span): Hint[] {
  if (!isEnglish(open.minutes)) return []
  const { content } = passage
  const dates = inside(content.dates, where)
  if (dates.length > MOST) return []
  const days = dates.map((date) => dayMeant(date, passage, open))
  return dates.flatMap((date, index): Hint[] => {
    const day = days[index]
    const again = days.some(
      (each, at) => at !== index && day && each?.equals(day) && (at < index || dates[at]!.weekday),
    )
    if (!day || again || hasWeekday(date, content, where) || isLinked(open.minutes, content, date)) return []
    const last = date.end && plainDate({ ...date.end, year: day.year })
    if (date.end && (!last || areTwoDays(date))) return []
    const name = (dayOfWeek: number) =>
      last || writesShort(open.minutes) ? WEEKDAYS[dayOfWeek - 1]!.slice(0, 3) : WEEKDAYS[dayOfWeek - 1]!
    return [
      {
        at: date.from,
        label: last ? `${name(day.dayOfWeek)}-${name(last.dayOfWeek)}` : name(day.dayOfWeek),
        blank: 'behind',
      },
    ]
  })
}

const WEEKDAY = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b/i

/** Whether some weekday stands near a date, be it its own or not, or what cannot stand before one. */
function hasWeekday({ weekday, from, to }: DateMention, { prose }: Content, where: Span): boolean {
  if (weekday) return true
  const before = prose.slice(Math.max(where.from, from - 30), from)
  const behind = prose.slice(to, Math.min(where.to, to + 24))
  return WEEKDAY.test(before) || WEEKDAY.test(behind) || /\bthe $/i.test(before)
}

/** Whether a document writes `Wed` rather than `Wednesday`. */
const writesShort = memo(({ blocks }: Minutes): boolean => {
  let [short, all] = [0, 0]
  for (const { content } of blocks) {
    for (const { weekday } of content.dates) {
      if (!weekday) continue
      all++
      if (!/day$/i.test(weekday.text)) short++
    }
  }
  return 2 * short > all
})

function localTimes(open: OpenMinutes, passage: Passage, where: Span): Hint[] {
  const { content } = passage
  const times = inside(content.times, where)
  const [time] = times
  // A range, a choice, or local times that are there already.
  if (!time || times.length > 1 || time.zone?.id !== 'UTC' || isLinked(open.minutes, content, time)) return []
  const dates = inside(content.dates, where)
  const date = dates.findLast(({ from }) => from < time.from) ?? dates[0]
  const day = date && !date.end && dayMeant(date, passage, open)
  const local = day ? clocks(time, day, passage, shownZones(open.book, open.settings)) : []
  return local.length > 0
    ? [{ at: time.to, label: `(${local.map((clock) => said(clock, english)).join(', ')})`, blank: 'before' }]
    : []
}

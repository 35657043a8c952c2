import type { Part } from '../book/part.ts'
import { seriesLike } from '../book/series.ts'
import type { Content } from '../minutes/content.ts'
import { sectionKind } from '../minutes/headings.ts'
import { holdsSeveral } from '../minutes/several.ts'
import { respellClock } from '../minutes/spelling.ts'
import { type Stamp, stampsOf } from '../minutes/stamps.ts'
import { DASHES, formatClock, minuteOfDay, type TimeMention } from '../minutes/times.ts'
import { memo } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import { type Fix, type Report, type Rule, replace, type Subject } from './rule.ts'

export const timeOrder: Rule = {
  id: 'time-order',
  severity: 'warning',
  summary: 'time headings that go backwards, an end before the start',
  needsBook: true,
  waits: 'pause',
  block: ({ content }) => (content.times.length > 1 && content.kind !== 'table' ? checkRanges(content) : []),
  reads: ({ content }) => (content.times.length > 0 ? content : undefined),
  document: (subject) => [...checkOrder(stampsOf(subject.minutes)), ...checkFrame(subject)],
}

/**
 * In minutes. What goes back further has passed midnight, or noon on a clock of twelve hours: meetings take six hours
 * at most.
 */
const FARTHEST = 360

const isBefore = (later: TimeMention, earlier: TimeMention): boolean => {
  const back = minuteOfDay(earlier) - minuteOfDay(later)
  const comparable = !later.zone || !earlier.zone || later.zone.id === earlier.zone.id
  return comparable && back > 0 && back <= FARTHEST && !(back >= OFFICE && [later, earlier].every(mayBeHalfDay))
}

/** In minutes. On a clock of twelve hours, "from 9:00 to 5:00" goes back by four hours and means eight. */
const OFFICE = 120
const mayBeHalfDay = ({ hour, zone, clockText }: TimeMention): boolean =>
  hour >= 1 && hour <= 12 && zone?.id !== 'UTC' && !/m/i.test(clockText)

function checkOrder(stamps: readonly Stamp[]): Report[] {
  const reports: Report[] = []
  let before: Stamp | undefined
  let start: Stamp | undefined
  stamps.forEach((stamp, at) => {
    if (stamp.opens) before = start = undefined
    const began = stamp.kind === 'end' && start && isBefore(stamp.time, start.time) ? start : undefined
    const earlier = began ?? (stamp.heading && stamp.follows ? before : undefined)
    if (earlier && isBefore(stamp.time, earlier.time)) reports.push(report(stamp, earlier, stamps[at + 1]))
    if (stamp.heading) before = stamp
    if (stamp.kind === 'start') start = stamp
  })
  return reports
}

function report({ time, kind }: Stamp, earlier: Stamp, next: Stamp | undefined): Report {
  const [here, there] = [formatClock(minuteOfDay(time)), formatClock(minuteOfDay(earlier.time))]
  const ended = kind === 'end' && earlier.kind === 'start'
  return {
    ...time.clock,
    message: {
      wrong: ended
        ? phrase`The meeting ends at ${here}, before its start at ${there}.`
        : phrase`This heading says ${here}, behind one that says ${there}.`,
      why: phrase`Readers cannot tell when it was, nor how long it took.`,
      remedy: phrase`Correct the time that is wrong.`,
    },
    fixes: hourLater(time, earlier.time, next),
  }
}

/** An hour more, where all is in order then: the slip is that of another zone, or of the hour. */
function hourLater(time: TimeMention, earlier: TimeMention, next: Stamp | undefined): Fix[] {
  const later = minuteOfDay(time) + 60
  if (later < minuteOfDay(earlier) || later >= 1440) return []
  if (next && !next.opens && minuteOfDay(next.time) < later) return []
  return [replace(phrase`Change to ${formatClock(later)}`, time.clock, respellClock(time.clockText, later))]
}

const TO = new RegExp(`^ ?(?:[${DASHES}]|to|until) ?$`)
/** What makes a range one of the time of day: not a score, nor verses. */
const TIMED = /\b(?:time|when|date|meeting|call|held|from)\b[^.;,]{0,20}$/i

const NEXT_DAY = /^[\s(,*_]*(?:the )?(?:next|following|other) (?:day|morning)\b|^[\s(,*_]*(?:tomorrow|\+ ?1)\b/i

/** "17:00–16:00 UTC": both remedies are as likely. */
function checkRanges({ prose, times }: Content): Report[] {
  return times.slice(1).flatMap((end, at): Report[] => {
    const start = times[at]!
    if (!start.valid || !end.valid || end.from - start.to > 8 || !TO.test(prose.slice(start.to, end.from))) return []
    const lead = prose.slice(Math.max(prose.lastIndexOf('\n', start.from) + 1, start.from - 60), start.from)
    if (!isBefore(end, start) || !(end.zone || TIMED.test(lead))) return []
    if (NEXT_DAY.test(prose.slice(end.to, end.to + 40))) return []
    const swap = [
      { ...start.clock, insert: end.clockText },
      { ...end.clock, insert: start.clockText },
    ]
    return [
      {
        from: start.clock.from,
        to: end.clock.to,
        message: {
          wrong: phrase`${start.clockText} to ${end.clockText} ends before it starts.`,
          why: phrase`Readers cannot tell when to come.`,
          remedy: phrase`Correct the time that is wrong.`,
        },
        fixes: [{ title: phrase`Swap the two`, edits: swap }],
      },
    ]
  })
}

/** Whether start and end of the meeting have their headings. */
interface Frame {
  readonly start: boolean
  readonly end: boolean
}

const frameOf = memo(({ sections }: Part): Frame => {
  const kinds = sections.map(sectionKind)
  return { start: kinds.includes('start'), end: kinds.includes('end') }
})

/** One of the two headings without the other, where the group writes both. */
function checkFrame({ minutes, book, path, day }: Subject): Report[] {
  const own = { start: minutes.sections.find(isStart), end: minutes.sections.find(isEnd) }
  const [here, missing] = own.start ? [own.start, 'end'] : [own.end, 'start']
  if (!here || (own.start && own.end) || !day || holdsSeveral(minutes)) return []
  if (stampsOf(minutes).some(({ kind }) => kind === missing)) return []
  const others = seriesLike(book, path)?.parts.filter((part) => part.path !== path) ?? []
  // While the meeting goes on, its end is not known.
  if (missing === 'end' && !others.some((other) => other.day > day.toString())) return []
  const frames = others.map(frameOf).filter(({ start, end }) => start || end)
  const both = frames.filter(({ start, end }) => start && end).length
  if (both < 3 || both < frames.length * MOST) return []
  return [
    {
      from: here.label.from,
      to: here.label.to,
      quiet: 'hint',
      message: {
        wrong:
          missing === 'end'
            ? phrase`There is no heading for the end of the meeting.`
            : phrase`There is no heading for the start of the meeting.`,
        why: phrase`The group’s other minutes have both, and readers cannot tell how long this one took.`,
        remedy: phrase`Add it.`,
      },
    },
  ]
}

const MOST = 0.7
const isStart = ({ kind }: { kind: string }) => kind === 'start'
const isEnd = ({ kind }: { kind: string }) => kind === 'end'

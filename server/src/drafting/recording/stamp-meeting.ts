import { daysBetween, type PlainDate, wallClock } from '../../minutes/calendar.ts'
import type { Content } from '../../minutes/content.ts'
import { kindAt, type Minutes, placeAt } from '../../minutes/minutes.ts'
import { respellClock } from '../../minutes/spelling.ts'
import { type Stamp, stampNamed, stampsOf } from '../../minutes/stamps.ts'
import type { TextEdit } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { slice } from '../../text/span.ts'
import { timeStamp } from '../time-stamp.ts'
import { blockAfter, blockAtStart, blockBefore, headingSigns, lastBlock, placeLike } from './like-place.ts'
import { type Declined, declined, type Written } from './outcome.ts'

export type MeetingStamp = 'start' | 'end'

/** The present moment, in UTC. */
export interface Moment {
  readonly day: PlainDate
  /** Since midnight. */
  readonly minute: number
}

export interface StampTask {
  readonly minutes: Minutes
  /** The day of the meeting, where it is known. */
  readonly day: PlainDate | undefined
  readonly kind: MeetingStamp
  readonly now: Moment
  /** The latest minutes of the group, the nearest first. */
  readonly models: readonly Minutes[]
  /** Whether a time that is there already is to be written over. */
  readonly replace?: boolean
}

/** Why nothing was written; `stamped` where a time is there already: that one. */
export interface DeclinedStamp extends Declined {
  readonly stamped?: string
}

/**
 * Writes the present time as that of the meeting's start or end: over a blank such as `16:xx UTC`, behind a label such as
 * `Start time:`, before a heading such as `Adjournment`, or as the heading or line that the group's last minutes have.
 * A time that is there already stays, unless it is to be replaced.
 */
export function stampMeeting(task: StampTask): Written | DeclinedStamp {
  const { minutes, day, kind, now, replace } = task
  const away = day ? Math.abs(daysBetween(day, now.day)) : 0
  if (away > 1) {
    const [own, today] = [String(day), String(now.day)]
    return declined(
      kind === 'start'
        ? phrase`These minutes are of ${own}, and today is ${today}. The present time would be wrong in them. Write the start by hand.`
        : phrase`These minutes are of ${own}, and today is ${today}. The present time would be wrong in them. Write the end by hand.`,
    )
  }
  const there = stampsOf(minutes).filter((stamp) => stamp.kind === kind)
  if (there.length > 1) {
    return declined(
      kind === 'start'
        ? phrase`These minutes tell ${there.length} times of the start, so nobody could say which is meant. Write the time by hand.`
        : phrase`These minutes tell ${there.length} times of the end, so nobody could say which is meant. Write the time by hand.`,
    )
  }
  const [stamp] = there
  const text = stamp && slice(minutes.text, stamp.time)
  if (text !== undefined && !replace) {
    const problem =
      kind === 'start'
        ? phrase`The start is written already: ${text}. What is on record is not changed unasked. Change it by hand if it is wrong.`
        : phrase`The end is written already: ${text}. What is on record is not changed unasked. Change it by hand if it is wrong.`
    return { problem, stamped: text }
  }
  const edit = stamp
    ? { from: stamp.time.from, to: stamp.time.to, insert: timeLike(task, minutes, stamp) }
    : (blank(task) ?? bareHeading(task) ?? likeBefore(task) ?? newHeading(task))
  const lead = /^\s*/.exec(edit.insert)![0].length
  const written = edit.insert.trim().replace(/^[#*+-]+\s*/, '')
  const said = kind === 'start' ? phrase`The start is written: ${written}` : phrase`The end is written: ${written}`
  return { edits: [edit], caret: edit.from + Math.max(lead, edit.insert.trimEnd().length), said }
}

/** The present time as a stamp tells it: in its zone, where it names one for certain; otherwise in UTC. */
function timeLike(task: StampTask, { text }: Minutes, { time }: Stamp): string {
  const { now } = task
  const { zone, clock, clockText } = time
  if (!zone || zone.loose) return stampText(task)
  const minute = zone.id === 'UTC' ? now.minute : wallClock(now.day, now.minute, zone.id)
  return respellClock(clockText, minute) + text.slice(clock.to, time.to)
}

/** What stands for a time that nobody has written yet. */
const BLANK = String.raw`(?:(?:\d{1,2}|[xX?_]{1,2}|HH|hh)[:.](?:[xX?_]{2}|MM|mm)|…|\.{3}|\((?:none|time)\)|TB[DA]|_{2,})(?:[ \t\u00a0]?(?:UTC|GMT)\b)?`
const BLANK_HEADING = new RegExp(String.raw`^([*_]*)(${BLANK})(?=[\s–—:|-])(.*)$`)
const BLANK_LINE = new RegExp(String.raw`^(.{1,60}?)([ \t]*(?:${BLANK})?[ \t]*)$`)
const SAYS: Readonly<Record<MeetingStamp, RegExp>> = {
  start: /\b(?:start\w*|beg[aiu]ns?|beginning|call(?:ed)? to order|opened|opening)\b/i,
  end: /\b(?:end|ends|ended|clos(?:e|ed|es|ing)|adjourn\w*)\b/i,
}

const stampText = ({ minutes, now }: StampTask): string => timeStamp(minutes, now.minute)

/** A heading or a line with a blank in place of the time. */
function blank(task: StampTask): TextEdit | undefined {
  const { minutes, kind } = task
  for (const { label } of minutes.sections) {
    const [, lead, blank, rest] = BLANK_HEADING.exec(slice(minutes.text, label)) ?? []
    if (blank === undefined || !SAYS[kind].test(rest!)) continue
    const from = label.from + lead!.length
    return { from, to: from + blank.length, insert: stampText(task) }
  }
  for (const [index, { content, from }] of minutes.blocks.entries()) {
    const found = isPlace(minutes, index) && blankIn(content, kind)
    if (found) return { from: from + found.from, to: from + found.to, insert: `${found.lead}${stampText(task)}` }
  }
  return undefined
}

/** Where the meeting itself is spoken of, not its matters. */
function isPlace(minutes: Minutes, block: number): boolean {
  const { content, kind, early } = placeAt(minutes, block)
  if (content.kind !== 'list' && content.kind !== 'paragraph') return false
  return kind !== 'topic' || early || kindAt(minutes, block) === undefined
}

function blankIn({ prose }: Content, kind: MeetingStamp): Found | undefined {
  let from = 0
  for (const whole of prose.split('\n')) {
    const line = whole.replace(/\r$/, '')
    const [, label, rest] = BLANK_LINE.exec(line) ?? []
    const isLabel = label !== undefined && (/:[*_]*$/.test(label) || rest!.trim() !== '')
    if (isLabel && stampNamed(label) === kind)
      return { from: from + label.length, to: from + line.length, lead: /\s$/.test(label) ? '' : ' ' }
    from += whole.length + 1
  }
  return undefined
}

interface Found {
  readonly from: number
  readonly to: number
  readonly lead: string
}

/** A heading of the start or end that tells no time: `## Adjournment`. */
function bareHeading(task: StampTask): TextEdit | undefined {
  const { minutes, kind } = task
  const section = minutes.sections.find((each) => each.kind === kind)
  if (!section) return undefined
  return { from: section.label.from, to: section.label.from, insert: `${stampText(task)} ${dash(task)} ` }
}

/** The sign that stands behind the time in the group's time headings. */
function dash({ minutes, models }: StampTask): string {
  for (const each of [minutes, ...models]) {
    for (const { heading, time } of stampsOf(each)) {
      const sign = heading && /^[ \u00a0]([-–—:|])[ \u00a0]/.exec(each.text.slice(time.to, heading.to))?.[1]
      if (sign) return sign
    }
  }
  return '-'
}

/** The heading or line by which the group's last minutes tell it, at the like place. */
function likeBefore(task: StampTask): TextEdit | undefined {
  for (const model of task.models) {
    const stamps = stampsOf(model).filter(({ kind }) => kind === task.kind)
    const [stamp] = stamps
    if (!stamp || stamps.length > 1) continue
    const { from, to } = lineAround(model.text, stamp.time.from)
    const line =
      model.text.slice(from, stamp.time.from) + timeLike(task, model, stamp) + model.text.slice(stamp.time.to, to)
    // Who opened the meeting, or what else was said that day, is not to be copied.
    if (/[@\d]/.test(model.text.slice(from, stamp.time.from) + model.text.slice(stamp.time.to, to))) continue
    return placed(task, line.trimEnd(), stamp.heading && sectionAt(model, stamp), model)
  }
  return undefined
}

const sectionAt = ({ sections }: Minutes, { heading }: Stamp): number =>
  sections.findIndex(({ label }) => label.from === heading!.from)

/** A heading goes before the first heading that followed it, a line below the title or at the end. */
function placed(task: StampTask, line: string, section: number | undefined, model: Minutes): TextEdit {
  const { minutes, kind } = task
  if (section !== undefined) {
    const at = placeLike(minutes, model, section)
    return at === undefined ? framing(minutes, kind, line) : blockBefore(minutes, at, line)
  }
  const [title] = minutes.sections
  if (kind === 'end' || !title) return framing(minutes, kind, line)
  return blockAfter(minutes, minutes.blocks[title.first]!.to, line)
}

/** A heading as other groups have it, for minutes that have no like. */
function newHeading(task: StampTask): TextEdit {
  const { minutes, kind } = task
  const other = stampsOf(minutes).find((stamp) => stamp.heading && stamp.kind !== 'other')
  const level = other && minutes.sections[sectionAt(minutes, other)]?.heading.level
  const signs = level ? '#'.repeat(level) : headingSigns(minutes)
  return framing(minutes, kind, `${signs} ${stampText(task)} ${dash(task)} Meeting ${kind}`)
}

/** Where the meeting begins, or at the end of all. */
function framing(minutes: Minutes, kind: MeetingStamp, line: string): TextEdit {
  return kind === 'end' || minutes.blocks.length === 0 ? lastBlock(minutes, line) : blockAtStart(minutes, line)
}

import type { Block } from '../../minutes/blocks.ts'
import { blockAt, kindAt } from '../../minutes/minutes.ts'
import { type NextMeeting, nextMeetingOf } from '../../minutes/next-meeting.ts'
import { dateInvalid } from '../../rules/date-invalid.ts'
import { dateYear } from '../../rules/date-year.ts'
import { nextMeeting } from '../../rules/next-meeting.ts'
import type { Rule, Subject } from '../../rules/rule.ts'
import { timeZone } from '../../rules/time-zone.ts'
import { weekday } from '../../rules/weekday.ts'
import { memo } from '../../text/memo.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { inside, overlaps, type Span, shift, slice } from '../../text/span.ts'
import { joinsMeetings } from '../joins-meetings.ts'
import { asPlain } from '../plain-words.ts'
import { inOne, isProblem, type Problem } from '../problem.ts'
import { type Moment, momentIn, unclear } from './moment.ts'

/** The next meeting as minutes call it. */
export interface Announced {
  readonly moment: Moment
  readonly next: NextMeeting & { readonly date: NonNullable<NextMeeting['date']> }
  /** Index of the block with its line. */
  readonly block: number
}

/** When the group meets next by these minutes, or why that cannot be told for certain. */
export function announcedBy(subject: Subject): Announced | Problem {
  const { minutes, day } = subject
  if (joinsMeetings(minutes))
    return unclear(
      phrase`This file joins the minutes of several meetings.`,
      phrase`Put each meeting into a file of its own.`,
    )
  const next = nextMeetingOf(minutes)
  if (!next)
    return {
      problem: phrase`These minutes call no next meeting. A calendar entry needs its day. Write "Next meeting: " with day, hour and time zone.`,
      absent: true,
    }
  const { date } = next
  if (!date) return unclear(phrase`The next meeting has an hour, but no day.`, phrase`Write its day before the hour.`)
  const doubt = doubtAt(subject, next)
  if (doubt) return { problem: doubt }
  const block = blockAt(minutes, date.from)
  const { content, from } = minutes.blocks[block]!
  const own = shift(next, -from)
  const isHourBelow =
    kindAt(minutes, block) === 'next-meeting' && inside(content.times, own).length === 0 && content.dates.length === 1
  const where = isHourBelow ? { from: 0, to: content.prose.length } : own
  const moment = momentIn(content, where, date && { ...date, ...shift(date, -from) }, day)
  return isProblem(moment) ? moment : { moment, next: { ...next, date }, block }
}

/** What finds a wrong day or hour. Whatever the settings say of them, nobody is sent where one of them finds something. */
const RULES: readonly Rule[] = [weekday, timeZone, dateInvalid, dateYear, nextMeeting]

/** What the rules have against the document as a whole, and against each block. */
const doubtsIn = memo((subject: Subject) => {
  const whole = RULES.flatMap((rule) => rule.document?.(subject) ?? [])
  const byBlock = memo((block: Block) => {
    const { content, from } = block
    const kind = kindAt(subject.minutes, subject.minutes.blocks.indexOf(block))
    const found = RULES.flatMap((rule) => rule.block?.({ content, kind, subject }) ?? [])
    return found.map((report) => ({ ...report, ...shift(report, from) }))
  })
  return (block: Block) => [...byBlock(block), ...whole]
})

/** What one of the rules has against a line, in its words; `undefined` where the line is sound. */
export function doubtAt(subject: Subject, line: Span): Phrase | undefined {
  const block = subject.minutes.blocks[blockAt(subject.minutes, line.from)]!
  const found = doubtsIn(subject)(block).find((report) => overlaps(report, line))
  return found && inOne(found.message)
}

/** The line that calls it, as plain text: calendars show no Markdown. */
export const lineOf = (text: string, next: Span): string =>
  asPlain(
    slice(text, next)
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/^ ?(?:[-*+]|\d+[.)]) /, ''),
  )

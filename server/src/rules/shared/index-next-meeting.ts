import { Temporal } from 'temporal-polyfill'
import type { Part } from '../../book/part.ts'
import type { Series } from '../../book/series.ts'
import { type PlainDate, plainDate } from '../../minutes/calendar.ts'
import { type DateMention, scanDates, shiftDate } from '../../minutes/dates.ts'
import { entryOf } from '../../minutes/front-matter.ts'
import { blockAt, type Minutes } from '../../minutes/minutes.ts'
import { dayNear, nextMeetingOf } from '../../minutes/next-meeting.ts'
import { respellDate, respellWeekday } from '../../minutes/spelling.ts'
import type { TextEdit } from '../../text/edit.ts'
import { phrase } from '../../text/phrase.ts'
import type { Fix, Report, Subject } from '../rule.ts'

/** A next meeting that an index page announces although it has been, or that the last minutes call for a later day. */
export function nextMeetings({ minutes }: Subject, series: readonly Series[]): Report[] {
  const last = lastHeld(series)
  if (!last) return []
  const held = Temporal.PlainDate.from(last.day!)
  return announcements(minutes).flatMap((date) => checkDate(date, last, held) ?? [])
}

/** The last meeting that surely has been. Minutes may be prepared before it, with what is known by then. */
function lastHeld(series: readonly Series[]): Part | undefined {
  const [longest] = [...series].sort((a, b) => b.parts.length - a.parts.length)
  const family = series.filter(({ prefix, suffix }) => prefix === longest?.prefix && suffix === longest.suffix)
  let last: Part | undefined
  for (const { parts } of family) {
    const held = parts.findLast(({ end, people }) => end !== undefined || Object.values(people).some(isHere))
    if (held && (!last || held.day! > last.day!)) last = held
  }
  return last
}

const isHere = ({ presence }: Part['people'][string]) => presence === 'present' || presence === 'partly'

/** The dates for which the page calls the next meeting: in its front matter, and in its text. */
export function announcements(minutes: Minutes): readonly DateMention[] {
  const entry = entryOf(minutes.frontMatter, 'next_meeting_time') ?? entryOf(minutes.frontMatter, 'next_meeting')
  const [inFront] = entry ? scanDates(entry.raw).map((date) => shiftDate(date, entry.valueSpan.from)) : []
  const line = nextMeetingOf(minutes)?.date
  // Several dates may be several meetings to come.
  const isOne = line && minutes.blocks[blockAt(minutes, line.from)]!.content.dates.length === 1
  return [...(inFront ? [inFront] : []), ...(isOne ? [line] : [])]
}

function checkDate(date: DateMention, last: Part, held: PlainDate): Report | undefined {
  const day = plainDate(date) ?? dayNear(date, held)
  if (!day) return undefined
  const next = last.next?.day
  const isLater = next !== undefined && next > last.day! && next > day.toString()
  const has = Temporal.PlainDate.compare(day, held) <= 0
  if (!isLater && !has) return undefined
  const wrong = has
    ? phrase`The next meeting is announced for ${date.text}, but there are minutes of ${last.day!} already.`
    : phrase`The next meeting is announced for ${date.text}; the minutes of ${last.day!} call it for ${next!}.`
  return {
    from: date.weekday ? Math.min(date.from, date.weekday.from) : date.from,
    to: date.weekday ? Math.max(date.to, date.weekday.to) : date.to,
    message: {
      wrong,
      why: has ? phrase`Readers will believe that there is none to come.` : phrase`Some will come on the wrong day.`,
      remedy: isLater ? phrase`Change it to ${next}, if that is right.` : phrase`Say when the group meets next.`,
    },
    fixes: isLater ? [moveTo(date, Temporal.PlainDate.from(next))] : [],
  }
}

function moveTo(date: DateMention, day: PlainDate): Fix {
  const { from, to, weekday } = date
  const insert = respellDate(date, day)
  const edits: TextEdit[] = [{ from, to, insert }]
  if (weekday) edits.push({ from: weekday.from, to: weekday.to, insert: respellWeekday(weekday.text, day.dayOfWeek) })
  return { title: phrase`Change "${date.text}" to "${insert}"`, edits, preferred: true }
}

import { Temporal } from 'temporal-polyfill'
import { compare, daysBetween, type PlainDate, plainDate } from '../minutes/calendar.ts'
import type { DateMention } from '../minutes/dates.ts'
import { fileDay, type MeetingStatement, meetingDay, meetingTime, statementsOf } from '../minutes/meeting.ts'
import { blockAt, type Minutes } from '../minutes/minutes.ts'
import { respellClock, respellDate } from '../minutes/spelling.ts'
import { formatClock } from '../minutes/times.ts'
import { lineAround } from '../text/lines.ts'
import { andList, type Phrase, phrase } from '../text/phrase.ts'
import { type Report, type Rule, replace, type Subject } from './rule.ts'

export const dateConsistency: Rule = {
  id: 'date-consistency',
  severity: 'error',
  summary: 'file name, front matter and headings that disagree about the day or hour',
  reads: ({ content }) => (content.dates.length + content.times.length > 0 ? content : undefined),
  document: (subject) => [...checkDays(subject), ...checkHours(subject)],
}

type Dated = MeetingStatement & { day: PlainDate; date: NonNullable<MeetingStatement['date']> }

/** What most places say counts; those that say otherwise are reported. */
function checkDays({ minutes, path }: Subject): Report[] {
  const meant = meetingDay(minutes, path)
  if (!meant) return []
  const statements = ownStatements(minutes).filter(
    (each): each is Dated => each.day !== undefined && each.date !== undefined,
  )
  const filed = fileDay(path)
  const agreeing = [
    ...(filed && same(filed, meant) ? [NAMES['file name'].name] : []),
    ...statements.filter(({ day }) => same(day, meant)).map(({ source }) => NAMES[source].name),
  ]
  const agrees = (each: Dated, other: PlainDate) =>
    same(each.day, other) || mayMean(each.date, other) || isElsewhere(each, other, minutes)
  const reports = statements
    .filter((each) => !agrees(each, meant))
    .map(({ source, day, date }): Report => {
      const text = respellDate(date, meant)
      return {
        from: date.from,
        to: date.to,
        message: {
          wrong:
            agreeing.length > 1
              ? phrase`${NAMES[source].first} says ${day.toString()}, but ${andList(agreeing)} say ${meant.toString()}.`
              : phrase`${NAMES[source].first} says ${day.toString()}, but ${andList(agreeing)} says ${meant.toString()}.`,
          why: phrase`Readers cannot tell when the meeting was.`,
          remedy: phrase`Change it to "${text}", or correct the others.`,
        },
        // The other days of a range would have to move too.
        fixes: date.end ? [] : [replace(phrase`Change to "${text}"`, date, text, { preferred: true })],
      }
    })
  const [first] = statements
  if (!filed || same(filed, meant) || !first) return reports
  if (statements.every((each) => agrees(each, filed))) return reports
  const edits = statements.map(({ date }) => ({ from: date.from, to: date.to, insert: respellDate(date, filed) }))
  reports.push({
    from: first.date.from,
    to: first.date.to,
    message: {
      wrong:
        agreeing.length > 1
          ? phrase`The file is named for ${filed.toString()}, but ${andList(agreeing)} say ${meant.toString()}.`
          : phrase`The file is named for ${filed.toString()}, but ${andList(agreeing)} says ${meant.toString()}.`,
      why: phrase`Lists of minutes go by the file name and will lead readers to the wrong day.`,
      remedy: phrase`Rename the file, or change the dates in it.`,
    },
    fixes: [{ title: phrase`Change every date of the meeting to ${filed.toString()}`, edits }],
  })
  return reports
}

/** The places that speak of this meeting, in a file that may hold several, and say more of it than when it was approved. */
function ownStatements(minutes: Minutes): readonly MeetingStatement[] {
  return statementsOf(minutes).filter(({ source, date, day }) => {
    if (source !== 'agenda line' || !date) return true
    const lead = minutes.text.slice(lineAround(minutes.text, date.from).from, date.weekday?.from ?? date.from)
    if (REMARK.test(lead) || !(NOTHING.test(lead) || MEETING.test(lead)) || isTimeline(minutes, date.from)) return false
    const heading = minutes.sections.findLast(({ from }, index) => index > 0 && from < date.from)
    const other = heading && minutes.blocks[heading.first]!.content.dates.map(plainDate)
    return !other?.some((its) => its && day && same(its, day))
  })
}

const REMARK = /\b(?:approv|publish|post|updat|creat|sign|draft|due|circulat|version|issue|edit|revis|adopt|record)\w*/i

const NOTHING = /^(?:[\s*_>#+-]|\d+[.)]|\b(?:the|on)\b)*$/i
const MEETING = /\b(?:date|time|when|meeting|call|agenda|held)\b/i

/** Whether a list gives one hour after the other, as of an outage. */
function isTimeline(minutes: Minutes, at: number): boolean {
  const { prose, dates } = minutes.blocks[blockAt(minutes, at)]!.content
  return new Set(dates.map(({ from }) => prose.lastIndexOf('\n', from))).size > 2
}

/** Whether the two days are one hour, in UTC and in a zone where such a meeting is in the evening, or in the morning. */
function isElsewhere({ day, minutes: own }: Dated, meant: PlainDate, minutes: Minutes): boolean {
  const hour = own ?? meetingTime(minutes)
  return Math.abs(daysBetween(day, meant)) === 1 && hour !== undefined && (hour < 8 * 60 || hour >= 20 * 60)
}

/** Whether a date may be read as that day: it lies in a range, or is written with the month first. */
function mayMean({ form, year, month, day, end }: DateMention, meant: PlainDate): boolean {
  if (year === undefined) return false
  if (form === 'day-first' && year === meant.year && day === meant.month && month === meant.day) return true
  const [first, last] = [plainDate({ year, month, day }), end && plainDate({ year, ...end })]
  return first && last ? compare(first, meant) < 0 && compare(meant, last) <= 0 : false
}

/** A start more than this long before or after the hour called for is a slip with zones, not a late start. */
const LATE = 45

function checkHours({ minutes }: Subject): Report[] {
  const statements = ownStatements(minutes).filter((each) => each.minutes !== undefined)
  const called = statements.find(({ source }) => source !== 'start heading')
  if (!called) return []
  return statements.flatMap((statement): Report[] => {
    const { source, time, minutes: stated } = statement
    const apart = Math.abs(stated! - called.minutes!)
    if (statement === called || apart === 0 || (source === 'start heading' && apart < LATE)) return []
    // A meeting around midnight may start on the other side of it.
    if (apart > 720) return []
    const [here, there] = [formatClock(stated!), formatClock(called.minutes!)]
    const text = respellClock(time!.clockText, called.minutes!)
    const back = respellClock(called.time!.clockText, stated!)
    return [
      {
        ...time!.clock,
        from: time!.from,
        to: time!.from + time!.clockText.length,
        message: {
          wrong: phrase`${NAMES[source].first} says ${here} UTC, but ${NAMES[called.source].name} says ${there} UTC.`,
          why: phrase`Readers cannot tell at which hour the meeting was.`,
          remedy: phrase`Change the one that is wrong.`,
        },
        fixes: [
          replace(phrase`Change to ${there}`, { from: time!.from, to: time!.from + time!.clockText.length }, text),
          replace(
            phrase`Change ${NAMES[called.source].name} to ${here}`,
            { from: called.time!.from, to: called.time!.from + called.time!.clockText.length },
            back,
          ),
        ],
      },
    ]
  })
}

const same = (a: PlainDate, b: PlainDate) => Temporal.PlainDate.compare(a, b) === 0

/** What a place is called, and how that begins a sentence. */
const NAMES: Readonly<Record<MeetingStatement['source'], { readonly name: Phrase; readonly first: Phrase }>> = {
  'file name': { name: phrase`the file name`, first: phrase`The file name` },
  meeting_time: { name: phrase`meeting_time`, first: phrase`meeting_time` },
  title: { name: phrase`the title`, first: phrase`The title` },
  'first heading': { name: phrase`the first heading`, first: phrase`The first heading` },
  'agenda line': { name: phrase`the agenda line`, first: phrase`The agenda line` },
  'start heading': { name: phrase`the start heading`, first: phrase`The start heading` },
}

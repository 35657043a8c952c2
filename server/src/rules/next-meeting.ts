import type { Book } from '../book/book.ts'
import { seriesLike, seriesNear } from '../book/series.ts'
import { compare, daysBetween, lastBefore, type PlainDate, plainDate } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import { type DateMention, scanDates } from '../minutes/dates.ts'
import { blockAt, type Minutes } from '../minutes/minutes.ts'
import { meantDays, type NextMeeting, nextMeetingOf } from '../minutes/next-meeting.ts'
import { holdsSeveral } from '../minutes/several.ts'
import { respellDate, respellWeekday } from '../minutes/spelling.ts'
import { firstIndex } from '../text/halve.ts'
import { memo } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import { inside, type Span, shift, slice, trim } from '../text/span.ts'
import type { Fix, Message, Report, Rule, Subject } from './rule.ts'
import { isYearTooEarly } from './shared/year.ts'

export const nextMeeting: Rule = {
  id: 'next-meeting',
  severity: 'warning',
  summary: 'a next meeting that is not ahead, or not the one of the next minutes',
  needsBook: true,
  waits: 'moved',
  reads: ({ content, last }) => (last || content.dates.length + content.times.length > 0 ? content : saysNext(content)),
  document: (subject) => {
    const { minutes, day } = subject
    if (!day || holdsSeveral(minutes)) return []
    const next = nextMeetingOf(minutes)
    if (!next) return checkMissing(subject, day)
    return next.date ? checkDate(next, next.date, subject, day) : []
  },
}

/** What says that the date is another's, or not settled. */
const REMARK =
  /\b(?:last|previous|since|was|moved|postponed|rescheduled|cancell?ed|skip\w*|tentative\w*|maybe|probably|tb[acd])\b|[?~]/i

function checkDate(next: NextMeeting, date: DateMention, subject: Subject, day: PlainDate): Report[] {
  const [announced] = meantDays(date, day, true)
  if (!announced || date.end) return []
  const { content, from } = subject.minutes.blocks[blockAt(subject.minutes, date.from)]!
  const line = shift(next, -from)
  const isOther = (each: DateMention) => !meantDays(each, day, true).some((its) => its.equals(announced))
  if (REMARK.test(slice(content.prose, line)) || inside(content.dates, line).some(isOther)) return []
  const past = pastDay(date, announced, day)
  if (!past) return checkKept(next, date, announced, subject, day)
  if (isYearTooEarly(date, day) || hasLater(content, date.from - from, day)) return []
  const away = daysBetween(past, day)
  const message = {
    wrong:
      away === 0
        ? phrase`The next meeting is announced for ${date.text}, the day of this one.`
        : away === 1
          ? phrase`The next meeting is announced for ${date.text}, the day before this one.`
          : phrase`The next meeting is announced for ${date.text}, ${away} days before this one.`,
    why: phrase`The line was copied, and nobody will know when to come.`,
    remedy: phrase`Write the day of the next meeting.`,
  }
  const meant = nearestAhead(subject, day)
  return [{ ...placeOf(date), message, fixes: meant ? [changeTo(date, meant, true)] : [] }]
}

/** The day that is not ahead: without its year, one of the last weeks rather than of the next year. */
function pastDay(date: DateMention, announced: PlainDate, day: PlainDate): PlainDate | undefined {
  if (compare(announced, day) <= 0) return announced
  if (date.year !== undefined || daysBetween(day, announced) < 270) return undefined
  const before = lastBefore(date, day)
  return before && daysBetween(before, day) <= 60 ? before : undefined
}

/** Whether the same paragraph or list goes on to a day that is ahead. */
const hasLater = ({ dates }: Content, after: number, day: PlainDate): boolean =>
  dates.some((date) => {
    const its = date.from > after ? plainDate(date) : undefined
    return its !== undefined && compare(its, day) > 0
  })

/** When the group meets next: by its next minutes, else by its cadence. */
function nearestAhead({ book, path }: Subject, day: PlainDate): PlainDate | undefined {
  const parts = seriesLike(book, path)?.parts ?? []
  const next = parts[firstIndex(parts, (part) => part.day > day.toString())]
  if (next) return dayOf(next.day)
  const cadence = seriesNear(book, path)?.cadence
  return cadence !== undefined && cadence > 0 && cadence <= 100 ? day.add({ days: cadence }) : undefined
}

const dayOf = (text: string): PlainDate => plainDate(scanDates(text)[0]!)!
/** In days. */
const apart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000

/** In cadences: how far from the day announced the next minutes may be, so that this meeting and no other is meant. */
const MOVED = 0.75
const UNCLEAR = 1.5

/** Whether the meeting took place as announced, as far as the book shows. */
function checkKept(
  next: NextMeeting,
  date: DateMention,
  announced: PlainDate,
  { book, path }: Subject,
  day: PlainDate,
): Report[] {
  const said = announced.toString()
  if (daysOf(book).has(said)) return []
  const parts = seriesLike(book, path)?.parts ?? []
  const behind = firstIndex(parts, (part) => part.day > said)
  const [before, after] = [parts[behind - 1]?.day, parts[behind]?.day]
  if (after === undefined) return []
  const isNearer = before !== undefined && before > day.toString() && apart(before, said) <= apart(after, said)
  const nearest = dayOf(isNearer ? before : after)
  const away = Math.abs(daysBetween(announced, nearest))
  const interval = Math.min(daysBetween(day, announced), seriesNear(book, path)?.cadence ?? Number.POSITIVE_INFINITY)
  const gap = away / interval
  if (gap > UNCLEAR || (away === 1 && isAtNight(next))) return []
  const isMoved = gap < MOVED
  const message: Message = {
    wrong: isMoved
      ? phrase`The next meeting is announced for ${date.text}, but its minutes are of ${nearest.toString()}.`
      : phrase`The next meeting is announced for ${date.text}, but there are no minutes of it; the next are of ${nearest.toString()}.`,
    why: phrase`Readers cannot tell whether it was moved, or its minutes are missing.`,
    remedy: phrase`Correct the date, or say that the meeting was moved.`,
  }
  const fixes = [changeTo(date, nearest, isMoved)]
  return [{ ...placeOf(date), message, fixes, ...(!isMoved && { quiet: 'hint' as const }) }]
}

/** At such an hour the day is another one elsewhere. */
const isAtNight = ({ minutes }: NextMeeting) => minutes !== undefined && (minutes < 8 * 60 || minutes >= 20 * 60)

const placeOf = ({ from, to }: DateMention): Span => ({ from, to })

function changeTo(date: DateMention, day: PlainDate, preferred: boolean): Fix {
  const text = respellDate(date, day)
  const { weekday } = date
  const named = weekday && respellWeekday(weekday.text, day.dayOfWeek)
  const edits = [{ from: date.from, to: date.to, insert: text }]
  if (weekday && named !== weekday.text) edits.push({ from: weekday.from, to: weekday.to, insert: named! })
  return { title: phrase`Change to ${text}`, edits: edits.sort((a, b) => a.from - b.from), preferred }
}

const daysOf = memo(
  ({ parts }: Book): ReadonlySet<string | undefined> => new Set([...parts.values()].map(({ day }) => day)),
)

/** How many of a document's nearest neighbours show what the group usually writes, and how many of them must. */
const NEIGHBOURS = 5
const MOST = 3

function checkMissing({ minutes, book, path }: Subject, day: PlainDate): Report[] {
  if (minutes.sections.some(({ kind }) => kind === 'next-meeting') || speaksOfNext(minutes)) return []
  const own = day.toString()
  const parts = seriesLike(book, path)?.parts ?? []
  const at = firstIndex(parts, (part) => part.day >= own)
  const neighbours = parts
    .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
    .filter((part) => part.path !== path)
    .sort((a, b) => apart(own, a.day) - apart(own, b.day))
    .slice(0, NEIGHBOURS)
  if (neighbours.filter(({ next }) => next?.day !== undefined).length < MOST) return []
  return [
    {
      ...placeForIt(minutes),
      quiet: 'hint',
      message: {
        wrong: phrase`These minutes do not say when the next meeting is.`,
        why: phrase`The group’s other minutes do, and people plan by it.`,
        remedy: phrase`Add a line with date, time and place.`,
      },
    },
  ]
}

const speaksOfNext = ({ blocks }: Minutes): boolean => blocks.some(({ content }) => saysNext(content))

const saysNext = memo(({ kind, prose }: Content): boolean => kind !== 'code' && SPEAKS.test(prose))

const SPEAKS = /\b(?:next|no|upcoming) (?:[a-z]+ ){0,2}(?:meeting|call)s?(?::| is\b| will\b| on\b| in\b| at\b)/i

/** The heading about the next meeting's roles, else the last line. */
function placeForIt({ sections, text }: Minutes): Span {
  const roles = sections.find(({ kind }) => kind === 'next-roles')
  if (roles) return roles.label
  const end = trim(text, { from: 0, to: text.length }).to
  const start = text.lastIndexOf('\n', end - 1) + 1
  const marker = /^(?:[\s>*+-]|\d+[.)])*/.exec(text.slice(start, start + 40))![0].length
  return { from: Math.min(start + marker, end), to: end }
}

import { type PlainDate, wallClock } from '../../minutes/calendar.ts'
import type { Content } from '../../minutes/content.ts'
import type { DateMention } from '../../minutes/dates.ts'
import { utcOf } from '../../minutes/moments.ts'
import { meantDays } from '../../minutes/next-meeting.ts'
import { DASHES, formatClock, minuteOfDay, type TimeMention } from '../../minutes/times.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { inside, type Span, slice } from '../../text/span.ts'
import { inOne, isProblem, type Problem } from '../problem.ts'

/** When something takes place, as one line says it. */
export interface Moment {
  readonly day: PlainDate
  /** When it begins: UTC, minutes since midnight of `day` there, so it may lie outside 0 to 1440. Absent for a whole day. */
  readonly utc?: number
  /** How long it lasts, in minutes, where the line says when it ends. */
  readonly length?: number
  /** The zone whose wall clock was stated first, by its IANA name. */
  readonly zone?: string
}

/** What says that a day is not settled. */
const UNSETTLED =
  /\b(?:cancell?(?:ed|s)?|postponed?|skip\w*|tentative\w*|maybe|perhaps|probably|tb[acd]|if|unless|no|not)\b|\bwon[’']t\b|\b(?:moved|rescheduled)\b(?! (?:to|for)\b)|\?/i

/**
 * The one moment that a line speaks of, or why nobody can tell. Whoever puts it into a calendar sends people there, so
 * a line that leaves any doubt gives none.
 *
 * @param where the line, with offsets from the block's start.
 */
export function momentIn(
  content: Content,
  where: Span,
  date: DateMention,
  meeting: PlainDate | undefined,
): Moment | Problem {
  const line = slice(content.prose, where)
  const doubt = UNSETTLED.exec(line)?.[0]
  if (doubt !== undefined) return unclear(phrase`The next meeting is not settled: its line says "${doubt}".`, SETTLE)
  const [day] = meantDays(date, meeting, true)
  if (!day)
    return unclear(
      phrase`The next meeting is on ${date.text}, and nobody can tell which day that is.`,
      phrase`Write it with its year.`,
    )
  const others = inside(content.dates, where).filter(({ from }) => from !== date.from)
  // "05-06-2026 (5th June)" says which.
  if (isEitherWay(date) && !others.some((each) => !isEitherWay(each) && isOn(each, day, meeting)))
    return unclear(phrase`The next meeting is on ${date.text}, which may be either of two days.`, DAY)
  const times = inside(content.times, where)
  const wrong = times.find(({ valid, hour }) => !valid || hour === 24)
  if (wrong)
    return unclear(
      phrase`The next meeting is at ${wrong.clockText}, which is no time of day.`,
      phrase`Write the hour that is meant.`,
    )
  const began = beginningOf(times, day, content)
  if (isProblem(began)) return began
  const isOther = (each: DateMention) => !isOn(each, day, meeting) && !isThere(each, began, meeting, times)
  return date.end || others.some(isOther)
    ? unclear(phrase`The next meeting has more than one day on its line.`, DAY)
    : began
}

const WHY = phrase`A calendar entry might send people there on the wrong day or at the wrong hour.`
const SETTLE = phrase`Write one day and hour when they are settled.`
const DAY = phrase`Leave one day, as YYYY-MM-DD.`

export const unclear = (wrong: Phrase, remedy: Phrase): Problem => ({ problem: inOne({ wrong, why: WHY, remedy }) })

/** 03-04-2026 is read with its month first elsewhere. */
const isEitherWay = ({ form, day, month }: DateMention): boolean => form === 'day-first' && day <= 12 && day !== month

type Zoned = TimeMention & { readonly zone: NonNullable<TimeMention['zone']> }

function beginningOf(times: readonly TimeMention[], day: PlainDate, { prose }: Content): Moment | Problem {
  if (times.length === 0) return { day }
  const ranges = rangesOf(times, prose)
  const naked = ranges.find(([start]) => !start.zone)?.[0]
  if (naked)
    return unclear(
      phrase`The next meeting is at ${naked.clockText}, without a time zone.`,
      phrase`Write the zone behind it, such as ${formatClock(minuteOfDay(naked))} UTC.`,
    )
  const zoned = ranges as readonly (readonly [Zoned, Zoned | undefined])[]
  const told = zoned.map((range) => [range, utcOf(range[0], day, slice(prose, range[0]))] as const)
  const [[first, end], utc] =
    told.find(([[start]]) => start.zone.id === 'UTC') ?? told.find((each) => each[1] !== undefined) ?? told[0]!
  if (utc === undefined)
    return unclear(
      phrase`The next meeting is at ${slice(prose, first).trim()}, and nobody can tell which moment that is on that day.`,
      phrase`Write the hour in UTC too.`,
    )
  const against = zoned.find(([start]) => start !== first && !agrees(start, day, utc))?.[0]
  if (against)
    return unclear(
      phrase`The next meeting has two hours on its line: ${slice(prose, first).trim()} and ${slice(prose, against).trim()} are not the same.`,
      phrase`Correct one of them.`,
    )
  const length = end && (minuteOfDay(end) - minuteOfDay(first) + 1440) % 1440
  const { id, others } = zoned[0]![0].zone
  return { day, utc, ...(length && { length }), ...(id !== 'UTC' && !others?.length && { zone: id }) }
}

/** Times with the end of their range, where they have one. A range states its zone once, behind the end. */
function rangesOf(times: readonly TimeMention[], prose: string): (readonly [TimeMention, TimeMention | undefined])[] {
  const ranges: (readonly [TimeMention, TimeMention | undefined])[] = []
  for (let at = 0; at < times.length; at++) {
    const [start, end] = [times[at]!, times[at + 1]]
    if (!end || !JOINT.test(prose.slice(start.to, end.from))) {
      ranges.push([start, undefined])
      continue
    }
    const zone = start.zone ?? end.zone
    // The 5:00 of "5:00–6:00 pm" is in the afternoon too, the 11:00 of "11:00–1:00 pm" is not.
    const isHalf = /p/i.test(end.clockText) && !/m/i.test(start.clockText) && start.hour < 12
    const hour = isHalf && minuteOfDay(start) + 720 < minuteOfDay(end) ? start.hour + 12 : start.hour
    ranges.push([{ ...start, hour, ...(zone && { zone }) }, end])
    at++
  }
  return ranges
}

const JOINT = new RegExp(`^ ?(?:[${DASHES}]|to|until) ?$`, 'i')

/** Whether a local time can be that moment. */
const agrees = ({ zone, ...time }: Zoned, day: PlainDate, utc: number): boolean =>
  [zone.id, ...(zone.others ?? [])].some((id) => (wallClock(day, utc, id) - minuteOfDay(time)) % 1440 === 0)

const isOn = (date: DateMention, day: PlainDate, meeting: PlainDate | undefined): boolean =>
  !date.end && meantDays(date, meeting, true).some((each) => each.equals(day))

/** Whether a date is the day that it is then where the time behind it counts: in Tokyo it may be tomorrow. */
function isThere(
  date: DateMention,
  { day, utc }: Moment,
  meeting: PlainDate | undefined,
  times: readonly TimeMention[],
): boolean {
  const zone = times.find(({ from }) => from >= date.to)?.zone
  if (utc === undefined || !zone || date.end) return false
  return isOn(date, day.add({ days: Math.floor(wallClock(day, utc, zone.id) / 1440) }), meeting)
}

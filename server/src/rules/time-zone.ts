import { type PlainDate, wallClock } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import { seasonNamed } from '../minutes/moments.ts'
import { meantDays } from '../minutes/next-meeting.ts'
import { respellClock } from '../minutes/spelling.ts'
import { DASHES, formatClock, minuteOfDay, type TimeMention } from '../minutes/times.ts'
import type { Zone } from '../minutes/zones.ts'
import { firstIndex } from '../text/halve.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import type { BlockSubject, Fix, Report, Rule } from './rule.ts'
import { statementsIn } from './shared/statements.ts'

export const timeZone: Rule = {
  id: 'time-zone',
  severity: 'error',
  summary: 'a local time that is not the stated UTC time there on that day',
  reads: () => undefined,
  context: ({ day }) => String(day),
  block: (block) => {
    if (!block.content.times.some(isLocal)) return []
    return statementsIn(block.content).flatMap((where) => checkStatement(where, block))
  },
}

const isUtc = ({ zone, valid }: TimeMention) => valid && zone?.id === 'UTC'
const isLocal = ({ zone, valid }: TimeMention) => valid && zone !== undefined && zone.id !== 'UTC'

/** How many UTC times before a local time, and how far away, may be the same moment. */
const MOST = 4
const FAR = 400

function checkStatement(where: Span, block: BlockSubject): Report[] {
  const { prose } = block.content
  const times = within(block.content.times, where)
  // "16:00 UTC +2" is no UTC.
  const utc = times.filter((time) => isUtc(time) && !/^ ?[+−-]\d/.test(prose.slice(time.to, time.to + 3)))
  if (utc.length === 0) return []
  return times.filter(isLocal).flatMap((local): Report[] => {
    const next = utc.findIndex(({ from }) => from > local.from)
    const near = next < 0 ? utc.slice(-MOST) : utc.slice(Math.max(0, next - MOST), next + 1)
    const said = near.filter((time) => isSame(time, local, block.content))
    const days = said.length > 0 ? daysFor(local, where, block) : []
    if (days.length === 0) return []
    const pairs = said.map((time) => comparable(time, local, times, prose))
    const compared = pairs.filter((pair) => pair !== undefined)
    if (compared.length === 0 || pairs.length > compared.length) return []
    const isRight = ([there, here]: Pair) => {
      const clocks = eitherOf(here, times, prose).map((time) => inDay(minuteOfDay(time)))
      return eitherOf(there, times, prose).some((time) =>
        days.some((day) => clocksThere(day, time, local.zone!).some((clock) => clocks.includes(clock))),
      )
    }
    if (compared.some(isRight)) return []
    const bound = compared.filter((_, at) => isBound(said[at]!, local, utc, block.content))
    const [there, here] = bound.findLast(([time]) => time.from < local.from) ?? bound[0] ?? []
    if (!there || !here) return []
    const found = report([there, here], local.zone!.id, days[0]!, (time) => endsOf(time, times, prose))
    const asNamed = literalClock(days[0]!, there, local, prose)
    return [asNamed === minuteOfDay(here) ? { ...found, quiet: 'hint' } : found]
  })
}

/** Those of a sorted list that lie in a span. A list of thousands must not be gone through for each of its items. */
function within<T extends Span>(sorted: readonly T[], { from, to }: Span): readonly T[] {
  const start = firstIndex(sorted, (each) => each.from >= from)
  let end = start
  while (end < sorted.length && sorted[end]!.to <= to) end++
  return sorted.slice(start, end)
}

/** What may stand between two times that are the same moment, beside other times and dates. */
const JOINT = /^(?:[\s()[\]/,;=|·•:~〜～≈@*_–—-]|\b(?:or|aka|i\.e\.|which|is|that|in|for|the|local|time|at|on)\b)*$/i

/** Whether two times may be the same moment: one stands in brackets by itself, or nothing else is between. */
function isSame(a: TimeMention, b: TimeMention, content: Content): boolean {
  const gap = gapOf(a, b)
  if (gap.to - gap.from > FAR) return false
  const between = wordsIn(gap, content)
  if (JOINT.test(between)) return true
  const aside = asideIn(between)
  if (aside === undefined) return false
  // Brackets speak of what stands just before them: "16:00 CET; from April on 16:00 CEST (14:00 UTC)".
  const lead = between.slice(0, between.length - aside.length)
  if (within(content.times, { from: gap.from, to: gap.from + lead.length }).length > 0 && !JOINT.test(lead))
    return false
  return JOINT.test(aside.replace(/ (?:to|until) /i, ' '))
}

/**
 * Whether two times that may be the same moment must be: what a comma joins may be a schedule where UTC is given for
 * several moments, and "17:00 UTC or 19:00 CET" a choice.
 */
function isBound(a: TimeMention, b: TimeMention, utc: readonly TimeMention[], content: Content): boolean {
  const gap = gapOf(a, b)
  const between = wordsIn(gap, content)
  const isSeveral = utc.some((time) => minuteOfDay(time) !== minuteOfDay(utc[0]!))
  if (isSeveral && within(utc, gap).length > 0) return false
  if (asideIn(between) !== undefined) return true
  // What stands behind closed brackets and a comma begins anew: "noon UTC (1 pm CET), 5 pm UTC".
  return !/[)\]]\s*[,;]/.test(between) && !(isSeveral ? /[^\s*_=/|·•≈~〜～–—-]/ : /\bor\b/i).test(between)
}

const gapOf = (a: Span, b: Span): Span => (a.from < b.from ? { from: a.to, to: b.from } : { from: b.to, to: a.from })

/** What stands in a gap beside times and dates. */
function wordsIn(gap: Span, { prose, times, dates }: Content): string {
  const others = within(dates, gap).flatMap((date) => (date.weekday ? [date, date.weekday] : [date]))
  let between = prose.slice(gap.from, gap.to)
  for (const { from, to } of [...within(times, gap), ...others]) {
    const start = Math.max(0, from - gap.from)
    between = between.slice(0, start) + ' '.repeat(to - gap.from - start) + between.slice(to - gap.from)
  }
  return between
}

/** From a bracket on that is not closed again. */
const asideIn = (between: string): string | undefined =>
  /^[([][^)\]]*$/.exec(between.slice(Math.max(between.lastIndexOf('('), between.lastIndexOf('['), 0)))?.[0]

/** A time, and those that it is the last choice of: "10:00 or 14:00 UTC". */
function eitherOf(time: TimeMention, times: readonly TimeMention[], prose: string): readonly TimeMention[] {
  const choices = [time]
  for (let at = times.indexOf(time) - 1; at >= 0 && choices.length < MOST; at--) {
    const before = times[at]!
    if (before.zone || !before.valid || !CHOICE.test(prose.slice(before.to, choices[0]!.from))) break
    choices.unshift(before)
  }
  return choices
}

const CHOICE = /^ ?(?:,|\/|&|,? ?\b(?:or|and)\b) ?$/i

const RANGE = new RegExp(`\\d(?: ?[ap]\\.?m\\.?)? ?(?:[${DASHES}]|to|until) ?$`, 'i')

/** The time at which a range begins whose end is `time`; the same time where there is none. */
function startOf(time: TimeMention, times: readonly TimeMention[], prose: string): TimeMention | undefined {
  if (!RANGE.test(prose.slice(Math.max(0, time.from - 12), time.from))) return time
  const start = times.findLast(({ to }) => to <= time.from)
  // The 5 of "5-6pm" is no time by itself, and that of "5:00-6:00 pm" not in the afternoon.
  if (!start || time.from - start.to > 7 || /m/i.test(start.clockText) !== /m/i.test(time.clockText)) return undefined
  return start.valid && start.zone === undefined ? start : undefined
}

type Pair = readonly [utc: TimeMention, local: TimeMention]
/** The times that move with one: both ends of its range, or itself alone; `undefined` where an end is no time by itself. */
type EndsOf = (time: TimeMention) => readonly TimeMention[] | undefined

function endsOf(time: TimeMention, times: readonly TimeMention[], prose: string): readonly TimeMention[] | undefined {
  const at = times.indexOf(time)
  const [before, after] = [times[at - 1], times[at + 1]]
  if (after && isRange(time, after, prose)) return [time, after]
  if (before && isRange(before, time, prose)) return [before, time]
  const alone =
    !RANGE.test(prose.slice(Math.max(0, time.from - 12), time.from)) && !TO.test(prose.slice(time.to, time.to + 8))
  return alone ? [time] : undefined
}

const isRange = (start: TimeMention, end: TimeMention, prose: string): boolean =>
  start.valid &&
  end.valid &&
  TO.exec(prose.slice(start.to, end.from + 1))?.[0].length === end.from - start.to &&
  /m/i.test(start.clockText) === /m/i.test(end.clockText) &&
  (start.zone === undefined || start.zone.id === end.zone?.id)

const TO = new RegExp(`^ ?(?:[${DASHES}]|to|until) ?(?=\\d)`, 'i')

/** Which times of two ranges, or of a range and a time, are to be the same. */
function comparable(
  utc: TimeMention,
  local: TimeMention,
  times: readonly TimeMention[],
  prose: string,
): Pair | undefined {
  const [there, here] = [startOf(utc, times, prose), startOf(local, times, prose)]
  if (there !== utc && here !== local) return [utc, local]
  return there && here && [there, here]
}

/**
 * The day the times are for: the date of the same statement, else the meeting's. With no date beside it, a time may be
 * that of every meeting: then it must be right in summer or in winter.
 */
function daysFor(
  local: TimeMention,
  where: Span,
  { content, kind, subject: { day } }: BlockSubject,
): readonly PlainDate[] {
  const dates = within(content.dates, where)
  const date = dates.findLast((each) => each.from < local.from) ?? dates[0]
  if (date) return meantDays(date, day, kind === 'next-meeting' || kind === 'events')
  return day ? [day, day.add({ months: 6 })] : []
}

/** The wall clocks, within one day, that the local time's zone or its namesakes show at a UTC time. */
const clocksThere = (day: PlainDate, utc: TimeMention, zone: Zone): number[] =>
  [zone.id, ...(zone.others ?? [])].map((id) => inDay(wallClock(day, minuteOfDay(utc), id)))

/**
 * What an abbreviation says to the letter, though hardly anybody reads it so: "PST" is UTC-8 in summer too.
 * `undefined` for all that names no season.
 */
function literalClock(day: PlainDate, utc: TimeMention, local: TimeMention, prose: string): number | undefined {
  const season = seasonNamed(prose.slice(local.clock.to, local.to))
  if (!season) return undefined
  const id = local.zone!.id
  const ofYear = [1, 7].map((month) => wallClock(day.with({ month, day: 15 }), minuteOfDay(utc), id))
  return inDay(season === 'summer' ? Math.max(...ofYear) : Math.min(...ofYear))
}

const inDay = (minutes: number) => ((minutes % 1440) + 1440) % 1440

function report(pair: Pair, zone: string, day: PlainDate, endsOf: EndsOf): Report {
  const [utc, local] = pair
  const clockThere = (time: TimeMention) => wallClock(day, minuteOfDay(time), zone)
  const [wrong, there] = [formatClock(minuteOfDay(local)), formatClock(clockThere(utc))]
  return {
    ...local.clock,
    message: {
      wrong: phrase`${formatClock(minuteOfDay(utc))} UTC on ${day.toString()} is ${there} in ${zone}, but ${wrong} is written here.`,
      why: phrase`Readers there will come at the wrong hour.`,
      remedy: phrase`Change the local time, or the UTC time?`,
    },
    fixes: fixes(pair, clockThere, endsOf),
  }
}

/** What UTC would have to be for the local time to stand is the second remedy. Both ends of a range move. */
function fixes([utc, local]: Pair, clockThere: (time: TimeMention) => number, endsOf: EndsOf): Fix[] {
  const [there, here] = [endsOf(utc), endsOf(local)]
  const off = clockThere(utc) - minuteOfDay(local)
  // Of two ranges one end may be right.
  const offs =
    there?.length === 2 && here?.length === 2 ? here.map((end, at) => clockThere(there[at]!) - minuteOfDay(end)) : []
  const move = (title: (clocks: string) => Phrase, ends: readonly TimeMention[] | undefined, side: 1 | -1): Fix[] => {
    if (!ends) return []
    const moved = ends.map((end, at) => ({ ...end, minutes: inDay(minuteOfDay(end) + side * (offs[at] ?? off)) }))
    return [
      {
        title: title(moved.map(({ minutes }) => formatClock(minutes)).join('–')),
        edits: moved
          .filter((end) => end.minutes !== minuteOfDay(end))
          .map(({ clock, clockText, minutes }) => ({ ...clock, insert: respellClock(clockText, minutes) })),
      },
    ]
  }
  const found = [
    ...move((clocks) => phrase`Change the local time to ${clocks}`, here, 1),
    ...move((clocks) => phrase`Change the UTC time to ${clocks}`, there, -1),
  ]
  return found.map((fix, at) => ({ ...fix, preferred: at === 0 }))
}

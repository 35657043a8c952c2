import { type PlainDate, wallClock } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import { meantDays } from '../minutes/next-meeting.ts'
import { respellClock } from '../minutes/spelling.ts'
import { formatClock, minuteOfDay, type TimeMention } from '../minutes/times.ts'
import type { Span } from '../text/span.ts'
import { type BlockSubject, type Report, type Rule, replace } from './rule.ts'

export const timeZone: Rule = {
  id: 'time-zone',
  severity: 'error',
  summary: 'a local time that is not the stated UTC time there on that day',
  context: ({ day }) => String(day),
  block: (block) => {
    if (!block.content.times.some(isLocal)) return []
    return statements(block.content).flatMap((where) => checkStatement(where, block))
  },
}

const isUtc = ({ zone, valid }: TimeMention) => valid && zone?.id === 'UTC'
const isLocal = ({ zone, valid }: TimeMention) => valid && zone !== undefined && zone.id !== 'UTC'

/** The stretches within which times belong together: an item's own words, or a line. */
function statements(content: Content): readonly Span[] {
  if (content.items.length > 0) return content.items.map(({ text }) => text)
  let from = 0
  return content.prose.split('\n').map((line) => {
    const where = { from, to: from + line.length }
    from += line.length + 1
    return where
  })
}

function checkStatement({ from, to }: Span, block: BlockSubject): Report[] {
  const times = block.content.times.filter((time) => time.from >= from && time.to <= to)
  const utc = times.filter(isUtc)
  if (utc.length === 0) return []
  return times.filter(isLocal).flatMap((local) => {
    const days = daysFor(local, { from, to }, block)
    const matches = days.some((day) =>
      utc.some((time) => clocksThere(day, time, local).some((clock) => clock === minuteOfDay(local))),
    )
    if (matches || days.length === 0) return []
    return [report(local, nearest(utc, local), days[0]!)]
  })
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
  const dates = content.dates.filter((date) => date.from >= where.from && date.to <= where.to)
  const date = dates.findLast((each) => each.from < local.from) ?? dates[0]
  if (date) return meantDays(date, day, kind === 'next-meeting' || kind === 'events')
  return day ? [day, day.add({ months: 6 })] : []
}

const nearest = (utc: readonly TimeMention[], local: TimeMention): TimeMention =>
  utc.findLast((time) => time.from < local.from) ?? utc[0]!

/** The wall clocks, within one day, that the local time's zone or its namesakes show at a UTC time. */
const clocksThere = (day: PlainDate, utc: TimeMention, { zone }: TimeMention): number[] =>
  [zone!.id, ...(zone!.others ?? [])].map((id) => inDay(wallClock(day, minuteOfDay(utc), id)))

const inDay = (minutes: number) => ((minutes % 1440) + 1440) % 1440

function report(local: TimeMention, utc: TimeMention, day: PlainDate): Report {
  const zone = local.zone!.id
  const right = wallClock(day, minuteOfDay(utc), zone)
  const [wrong, there] = [formatClock(minuteOfDay(local)), formatClock(right)]
  // What UTC would have to be for the local time to stand.
  const back = inDay(minuteOfDay(utc) - (inDay(right) - minuteOfDay(local)))
  const change = (time: TimeMention, minutes: number) => [time.clock, respellClock(time.clockText, minutes)] as const
  return {
    ...local.clock,
    message: {
      wrong: `${formatClock(minuteOfDay(utc))} UTC on ${day} is ${there} in ${zone}, but ${wrong} is written here.`,
      why: 'Readers there will come at the wrong hour.',
      remedy: 'Change the local time, or the UTC time?',
    },
    fixes: [
      replace(`Change the local time to ${there}`, ...change(local, right), { preferred: true }),
      replace(`Change the UTC time to ${formatClock(back)}`, ...change(utc, back)),
    ],
  }
}

import { type Span, shift } from '../text/span.ts'
import { goesOn, type Zone, zoneNamed } from './zones.ts'

/** A time of day in the text. The span covers the zone too, where one is written. */
export interface TimeMention extends Span {
  readonly hour: number
  readonly minute: number
  /** Whether such a time exists: `24:30` and `17:75` do not. */
  readonly valid: boolean
  readonly zone?: Zone
  /** Where the digits stand, with am or pm. */
  readonly clock: Span
  /** The digits as written, with am or pm. */
  readonly clockText: string
}

/** How a time of day is written: `17:30`, `17.30`, `1730`, `5:30 pm`. */
export type TimeForm = 'colon' | 'dot' | 'digits' | 'half-day'

export const timeForm = ({ clockText }: TimeMention): TimeForm =>
  /m/i.test(clockText) ? 'half-day' : clockText.includes(':') ? 'colon' : clockText.includes('.') ? 'dot' : 'digits'

// The T is that of ISO 8601: `2026-03-04T16:00Z`.
const CLOCK =
  /(?:(?<![\w:.,/-])|(?<=\d-\d\dT)|(?<=:\d\d-))(?:(\d{1,2})[:.](\d{2})(?![:\d])|(\d{4})(?= ?(?:UTC|GMT)\b)|(\d{1,2})(?= ?[ap]\.?m\b))/gi
const HALF = / ?([ap])\.?m\b\.?/iy
const ZONE =
  /[ \t]{0,3}\(?(?:in |at )?([A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_]+){1,2}|[A-Z]{1,5}(?![A-Za-z])|[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})/y
const OFFSET = / ?[+−-]\d/y

/** The signs between the two ends of a range, for a class of a pattern; the wave dash is East Asia's: `17:00〜18:00`. */
export const DASHES = '-–—〜～~'

/**
 * Every time of day in masked prose that says it is one: a colon, am or pm, or four digits before UTC. A dot
 * (`16.05`) counts only with a zone behind it.
 */
export function scanTimes(prose: string): readonly TimeMention[] {
  const times: TimeMention[] = []
  for (const match of prose.matchAll(CLOCK)) {
    const from = match.index
    let to = from + match[0].length
    let hour = Number(match[1] ?? match[3]?.slice(0, 2) ?? match[4])
    const minute = Number(match[2] ?? match[3]?.slice(2) ?? 0)
    HALF.lastIndex = to
    const half = HALF.exec(prose)
    let valid = minute < 60 && (hour < 24 || (hour === 24 && minute === 0))
    if (half) {
      valid = minute < 60 && hour >= 1 && hour <= 12
      hour = (hour % 12) + (half[1]!.toLowerCase() === 'p' ? 12 : 0)
      to = HALF.lastIndex
    }
    const clock = { from, to }
    const zone = zoneAt(prose, to)
    if (match[0].includes('.') && !zone) continue
    const clockText = prose.slice(from, to)
    times.push({ from, to: zone?.to ?? to, hour, minute, valid, clock, clockText, ...(zone && { zone: zone.zone }) })
  }
  return times
}

function zoneAt(prose: string, at: number): { zone: Zone; to: number } | undefined {
  ZONE.lastIndex = at
  const match = ZONE.exec(prose)
  if (!match) return undefined
  let word = match[1]!
  let to = ZONE.lastIndex
  let zone = zoneNamed(word)
  while (!zone && word.includes(' ')) {
    const end = word.lastIndexOf(' ')
    const rest = word.slice(end + 1)
    to -= word.length - end
    word = word.slice(0, end)
    if (!goesOn(word, rest)) zone = zoneNamed(word)
  }
  if (!zone) return undefined
  // "UTC+2" is an offset, not UTC.
  OFFSET.lastIndex = to
  return zone.id === 'UTC' && OFFSET.test(prose) ? undefined : { zone, to }
}

/** The time at its place `by` code units further on. */
export const shiftTime = (time: TimeMention, by: number): TimeMention => ({
  ...time,
  ...shift(time, by),
  clock: shift(time.clock, by),
})

/** Minutes since midnight. */
export const minuteOfDay = ({ hour, minute }: { hour: number; minute: number }): number => hour * 60 + minute

/** `09:05`. */
export const formatClock = (minutes: number): string => {
  const inDay = ((minutes % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

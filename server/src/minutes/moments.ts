import { daysBetween, type PlainDate, wallClock } from './calendar.ts'
import { minuteOfDay, type TimeMention } from './times.ts'
import type { Zone } from './zones.ts'

/**
 * The UTC time of a stated time on a day there: minutes since that day's midnight in UTC, so it may lie outside 0 to
 * 1440. `undefined` where the text does not tell: without a zone, for an abbreviation of several zones, one that means
 * another hour to the letter than to most people, or an hour that the change to summer time leaves out or repeats.
 */
export function utcOf(time: TimeMention, day: PlainDate, written: string): number | undefined {
  const { zone, valid } = time
  if (!valid || !zone || time.hour === 24) return undefined
  if (zone.id === 'UTC') return minuteOfDay(time)
  if (isSeasonWrong(zone, written, day)) return undefined
  const [utc, ...others] = [zone.id, ...(zone.others ?? [])].map((id) => instantIn(id, time, day))
  return others.every((other) => other === utc) ? utc : undefined
}

function instantIn(timeZone: string, { hour, minute }: TimeMention, day: PlainDate): number | undefined {
  const plain = day.toPlainDateTime({ hour, minute })
  try {
    const utc = plain.toZonedDateTime(timeZone, { disambiguation: 'reject' }).withTimeZone('UTC')
    return daysBetween(day, utc.toPlainDate()) * 1440 + utc.hour * 60 + utc.minute
  } catch {
    return undefined
  }
}

/** "PST" is UTC-8 in summer too, to the letter; hardly anybody reads it so. */
function isSeasonWrong({ id, loose }: Zone, written: string, day: PlainDate): boolean {
  const season = loose ? seasonNamed(written) : undefined
  if (!season) return false
  const ofYear = [1, 7].map((month) => wallClock(day.with({ month, day: 15 }), 720, id))
  if (ofYear[0] === ofYear[1]) return season === 'summer'
  return wallClock(day, 720, id) !== (season === 'summer' ? Math.max(...ofYear) : Math.min(...ofYear))
}

/** The season that the name of a zone says: `PDT`, `CEST`, `Eastern Standard Time`. */
export function seasonNamed(zone: string): 'summer' | 'winter' | undefined {
  const word = /\b(?:Standard|Daylight|Summer)\b/.exec(zone)?.[0]
  if (word) return word === 'Standard' ? 'winter' : 'summer'
  const name = /[A-Z]{2,5}(?=\W*$)/.exec(zone)?.[0]
  if (!name || !/^(?:[A-Z]+[SD]T|[CEW]ES?T)$/.test(name)) return undefined
  return /D|EST$|^BST$/.test(name) && name !== 'EST' && name !== 'AEST' ? 'summer' : 'winter'
}

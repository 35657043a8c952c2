import { Temporal } from 'temporal-polyfill'
import type { IcsTimezone, IcsTimezoneProp } from 'ts-ics'

/**
 * The zone as a calendar wants it beside wall clocks: which offset holds at those moments, and from when to when
 * (RFC 5545 §3.6.5).
 *
 * @param at at least one.
 */
export function zoneComponent(id: string, at: readonly Temporal.Instant[]): IcsTimezone {
  const [first, last] = [at.reduce(earlier), at.reduce(later)]
  const there = first.toZonedDateTimeISO(id)
  // A change of the clocks at the very moment counts as well.
  const onset = there.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const props = [onset ? observance(onset) : sinceEver(there)]
  let change = there.getTimeZoneTransition('next')
  for (; change; change = change.getTimeZoneTransition('next')) {
    props.push(observance(change))
    if (Temporal.Instant.compare(change.toInstant(), last) > 0) break
  }
  return { id, props }
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) <= 0 ? a : b)
const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) <= 0 ? b : a)

/** What holds from a change of the clocks on. */
function observance(onset: Temporal.ZonedDateTime): IcsTimezoneProp {
  const before = onset.subtract({ nanoseconds: 1 })
  return { ...named(onset), offsetFrom: before.offset.replace(':', ''), start: onsetOf(onset, before) }
}

/** What holds where the clocks have never changed. */
const sinceEver = (there: Temporal.ZonedDateTime): IcsTimezoneProp => ({
  ...named(there),
  offsetFrom: there.offset.replace(':', ''),
  start: new Date(0),
})

/** When the clocks change, in the way the writer wants it: it adds the offset from then on, and the standard wants the one before. */
const onsetOf = (onset: Temporal.ZonedDateTime, before: Temporal.ZonedDateTime): Date =>
  new Date(onset.epochMilliseconds - (onset.offsetNanoseconds - before.offsetNanoseconds) / 1e6)

const named = (there: Temporal.ZonedDateTime): Pick<IcsTimezoneProp, 'type' | 'offsetTo'> => ({
  type: isSummer(there) ? 'DAYLIGHT' : 'STANDARD',
  offsetTo: there.offset.replace(':', ''),
})

/** Whether the clocks are ahead of where they are at another time of that year. */
const isSummer = (there: Temporal.ZonedDateTime): boolean =>
  [1, 7].some((month) => there.with({ month, day: 1 }).offsetNanoseconds < there.offsetNanoseconds)

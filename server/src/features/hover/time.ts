import { shownZones } from '../../book/zones.ts'
import { type PlainDate, wallClock } from '../../minutes/calendar.ts'
import { utcOf } from '../../minutes/moments.ts'
import { formatClock, type TimeMention } from '../../minutes/times.ts'
import { phrase, type Value } from '../../text/phrase.ts'
import { dayInWords, dayOfTime } from '../days.ts'
import type { OpenMinutes } from '../document.ts'
import { type Paragraph, strong, words } from '../markup.ts'
import type { Passage } from '../thing.ts'

/** A time whose zone is known: in UTC, and in the zones that the group shows. */
export function hoverTime(open: OpenMinutes, time: TimeMention, passage: Passage): readonly Paragraph[] | undefined {
  const day = dayOfTime(time, passage, open)
  const there = day ? clocks(time, day, passage, shownZones(open.book, open.settings)) : []
  if (there.length === 0) return undefined
  const written = passage.content.prose.slice(time.from, time.to).replace(/\s+/g, ' ')
  return [words(strong(written), ' ', phrase`on ${dayInWords(day!)}`), { items: there.map((each) => [each]) }]
}

/** A time on a day there, in UTC and in other zones, each but the one it is written in: `18:00 Europe/Oslo`. */
export function clocks(time: TimeMention, day: PlainDate, { content }: Passage, zones: readonly string[]): Value[] {
  const utc = utcOf(time, day, content.prose.slice(time.clock.to, time.to))
  if (utc === undefined) return []
  return ['UTC', ...zones.filter((zone) => zone !== 'UTC')]
    .filter((zone) => zone !== time.zone!.id)
    .map((zone) => {
      const minutes = zone === 'UTC' ? utc : wallClock(day, utc, zone)
      const days = Math.floor(minutes / 1440)
      const clock = `${formatClock(minutes)} ${zone}`
      if (days === 0) return clock
      return days > 0 ? phrase`${clock} the day after` : phrase`${clock} the day before`
    })
}

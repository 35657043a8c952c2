import type { Book } from '../book/book.ts'
import { type DatedPart, recentMinutes } from '../book/recent.ts'
import { type PlainDate, plainDate, wallClock } from '../minutes/calendar.ts'
import { scanDates } from '../minutes/dates.ts'
import { minuteOfDay } from '../minutes/times.ts'
import { memoBy } from '../text/memo.ts'
import { moveLine, readLine } from './move-line.ts'

/**
 * The line that calls the next meeting for `day`, as the group wrote the last one, marker included. `undefined` where
 * no minutes lately have one that can be moved.
 *
 * @param at another hour than usual: UTC, minutes since midnight
 */
export function nextLine(book: Book, path: string, day: PlainDate, at?: number): string | undefined {
  for (const part of recentMinutes({ book, path })) {
    const { next } = part.wording
    const announced = next === undefined ? undefined : announcedBy(part)
    const line = announced && moveLine(next!, announced, day, usualAnchor({ book, path }), at)
    if (line !== undefined) return line
  }
  return undefined
}

const announcedBy = ({ next }: DatedPart): PlainDate | undefined => (next?.day ? dayOf(next.day) : undefined)

/** The zones in which the group's last such line states the hour beside UTC, by their IANA names. */
export const usualZones = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): readonly string[] => {
    const part = recentMinutes({ book, path }).find(({ wording }) => wording.next !== undefined)
    const times = part?.wording.next === undefined ? [] : (readLine(part.wording.next)?.times ?? [])
    return times.flatMap(({ zone }) => (zone && !zone.loose && zone.id !== 'UTC' ? [zone.id] : []))
  },
)

/** A day as {@link DatedPart} states it. */
export const dayOf = (text: string): PlainDate | undefined => {
  const [date] = scanDates(text)
  return date && plainDate(date)
}

/**
 * The zone by whose wall clock the group meets: the one in which its meetings were at the same hour although they were
 * not in UTC. `undefined` where nothing shows it.
 */
export const usualAnchor = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): string | undefined => {
    const seen = new Map<string, { readonly hours: Set<number>; readonly clocks: Set<number> }>()
    for (const part of recentMinutes({ book, path })) {
      const day = announcedBy(part)
      const times = day && part.wording.next !== undefined ? (readLine(part.wording.next)?.times ?? []) : []
      const inUtc = times.find(({ zone, valid }) => valid && zone?.id === 'UTC')
      if (!day || !inUtc) continue
      for (const { zone } of times) {
        if (!zone || zone.loose || zone.id === 'UTC') continue
        const its = seen.get(zone.id) ?? { hours: new Set(), clocks: new Set() }
        its.hours.add(minuteOfDay(inUtc))
        its.clocks.add(wallClock(day, minuteOfDay(inUtc), zone.id))
        seen.set(zone.id, its)
      }
    }
    return [...seen].find(([, { hours, clocks }]) => hours.size > 1 && clocks.size === 1)?.[0]
  },
)

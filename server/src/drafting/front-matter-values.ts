import type { Book } from '../book/book.ts'
import { recentMinutes } from '../book/recent.ts'
import type { PlainDate } from '../minutes/calendar.ts'
import { scanDates } from '../minutes/dates.ts'
import { memoBy } from '../text/memo.ts'
import { moveDates } from './move-dates.ts'
import { dayOf } from './next-line.ts'

/** A key of the front matter that the group's minutes have, with its values for these, what is usual by now first. */
export interface UsualKey {
  readonly key: string
  readonly values: readonly string[]
  /** In how many of how many minutes. */
  readonly count: number
  readonly of: number
}

interface Place {
  readonly book: Book
  readonly path: string
  readonly day: PlainDate | undefined
}

/** What share of the minutes must have a key. */
const SHARE = 0.4
/** So many of the latest minutes say which value is usual by now. */
const LATEST = 5

/** The front matter of the group's minutes, in their order, with the day of these in place of theirs. */
export const usualFrontMatter = memoBy(
  ({ book, path, day }: Place) => [book, path, day?.toString()],
  ({ book, path, day }): readonly UsualKey[] => {
    const recent = recentMinutes({ book, path })
    const keys = new Map<string, { count: number; values: Map<string, number> }>()
    for (const [index, part] of recent.entries()) {
      const before = dayOf(part.day)!
      for (const [key, raw] of part.frontMatter) {
        const found = keys.get(key) ?? { count: 0, values: new Map<string, number>() }
        keys.set(key, found)
        found.count++
        const value = valueNow(key, raw, before, day)
        if (value !== undefined) found.values.set(value, (found.values.get(value) ?? 0) + (index < LATEST ? 1 : 0))
      }
    }
    return [...keys]
      .filter(([, { count }]) => count >= SHARE * recent.length)
      .map(([key, { count, values }]) => ({
        key,
        count,
        of: recent.length,
        values: [...values].sort(([, a], [, b]) => b - a).map(([value]) => value),
      }))
  },
)

/** A value with this day; `undefined` where it speaks of another, or goes over several lines. */
function valueNow(key: string, raw: string, before: PlainDate, day: PlainDate | undefined): string | undefined {
  if (raw === '' || raw.includes('\n')) return undefined
  const dates = scanDates(raw)
  if (dates.length === 0) return raw
  if (!day) return undefined
  // What is written wrongly there is of no use here.
  if (key === 'meeting_time' && dates.length === 1) return moveDates(raw, dayOf(dates[0]!.text) ?? before, day)
  return moveDates(raw, before, day)
}

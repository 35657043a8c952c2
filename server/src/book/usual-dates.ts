import { memoBy } from '../text/memo.ts'
import type { Book } from './book.ts'
import { recentMinutes } from './recent.ts'

/** A spelling that is as rare as this is a slip. */
const SHARE = 0.1

/** The shapes in which the group writes dates, the commonest first; see `minutes/date-shape.ts`. */
export const usualDates = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): readonly string[] => {
    const counts = new Map<string, number>()
    let all = 0
    for (const { wording } of recentMinutes({ book, path })) {
      for (const shape in wording.dates) {
        const count = wording.dates[shape]!
        counts.set(shape, (counts.get(shape) ?? 0) + count)
        all += count
      }
    }
    return [...counts]
      .filter(([, count]) => count >= SHARE * all)
      .sort(([, a], [, b]) => b - a)
      .map(([shape]) => shape)
  },
)

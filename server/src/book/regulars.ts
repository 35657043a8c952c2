import { memoBy } from '../text/memo.ts'
import type { Book } from './book.ts'
import { recentMinutes } from './recent.ts'

/** Of so many last meetings, a regular came to at least so many. */
const MEETINGS = 6
const SHARE = 0.5

/** The keys of those who came to at least half of the last meetings. */
export const regularsOf = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): ReadonlySet<string> => {
    const last = recentMinutes({ book, path }).slice(0, MEETINGS)
    const counts = new Map<string, number>()
    for (const { people } of last) {
      for (const key in people) {
        const { presence } = people[key]!
        if (presence === 'present' || presence === 'partly') counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
    return new Set([...counts].flatMap(([key, count]) => (count >= SHARE * last.length ? [key] : [])))
  },
)

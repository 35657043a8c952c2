import { memoBy } from '../text/memo.ts'
import { order } from '../text/order.ts'
import type { Book } from './book.ts'
import { recentMinutes } from './recent.ts'

/** Somebody as the group's lists name them; how many of the last meetings they came to, and the day of the latest. */
export interface UsualName {
  readonly name: string
  readonly attended: number
  readonly lastAttended: string
}

/**
 * The people of a group that writes names in its lists rather than handles alone: those who came last first. None for
 * any other group.
 */
export const usualNames = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): readonly UsualName[] => {
    const found = new Map<string, UsualName>()
    let listed = 0
    let named = 0
    for (const { wording, day, byHandle, byName } of recentMinutes({ book, path })) {
      listed += byHandle + byName
      named += wording.names.length
      for (const name of new Set(wording.names)) {
        const before = found.get(name)
        found.set(name, { name, attended: (before?.attended ?? 0) + 1, lastAttended: before?.lastAttended ?? day })
      }
    }
    // What stands once may be a slip, or no name.
    const names = [...found.values()].filter(({ attended }) => attended > 1)
    return 2 * named < listed
      ? []
      : names.sort((a, b) => order(b.lastAttended, a.lastAttended) || b.attended - a.attended)
  },
)

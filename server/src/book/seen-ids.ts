import { memoBy } from '../text/memo.ts'
import type { Book } from './book.ts'
import { recentMinutes } from './recent.ts'

/** An id as some minutes write it, with its link, if it has one; and the day of the latest that do. */
export interface SeenId {
  readonly id: string
  readonly written: string
  readonly day: string
}

/** So many are of use. */
const MOST = 500

/** The CVEs, advisories, modules and issues of the group's last minutes, the latest first, each once. */
export const seenIds = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): readonly SeenId[] => {
    const found = new Map<string, SeenId>()
    for (const { wording, day } of recentMinutes({ book, path })) {
      for (const each of distinctIds(wording.ids, day)) if (!found.has(each.id)) found.set(each.id, each)
    }
    return [...found.values()].slice(0, MOST)
  },
)

/** Ids as written, each once in its first spelling. */
export function distinctIds(all: readonly string[], day: string): readonly SeenId[] {
  const found = new Map<string, SeenId>()
  for (const written of all) {
    const id = /^\[([^\]]*)\]/.exec(written)?.[1] ?? written
    if (!found.has(id)) found.set(id, { id, written, day })
  }
  return [...found.values()]
}

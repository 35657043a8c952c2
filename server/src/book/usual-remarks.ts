import { memoBy } from '../text/memo.ts'
import type { Book } from './book.ts'
import { recentMinutes } from './recent.ts'

/** In how many minutes a remark must stand; carried over are matters, so it must also come twice in one of them … */
const FEWEST = 2
/** … or be so short, in words, and so usual that it is about no matter. */
const SHORT = 3
const OFTEN = 3
const MOST = 20

/** What the group notes again and again, such as "no update": the commonest first, each in its commonest spelling. */
export const usualRemarks = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): readonly string[] => {
    const found = new Map<string, { spellings: Map<string, number>; files: number; isTwice: boolean }>()
    for (const { wording } of recentMinutes({ book, path })) {
      const here = new Set<string>()
      for (const remark of wording.remarks) {
        const key = remark.toLowerCase().replace(/[.!]$/, '')
        const entry = found.get(key) ?? { spellings: new Map<string, number>(), files: 0, isTwice: false }
        found.set(key, entry)
        entry.spellings.set(remark, (entry.spellings.get(remark) ?? 0) + 1)
        if (here.has(key)) entry.isTwice = true
        else entry.files++
        here.add(key)
      }
    }
    return [...found]
      .filter(
        ([key, { files, isTwice }]) =>
          (isTwice && files >= FEWEST) || (files >= OFTEN && key.split(' ').length <= SHORT),
      )
      .map(([, { spellings }]) => {
        const sorted = [...spellings].sort(([, a], [, b]) => b - a)
        return { spelling: sorted[0]![0], count: sorted.reduce((sum, [, count]) => sum + count, 0) }
      })
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST)
      .map(({ spelling }) => spelling)
  },
)

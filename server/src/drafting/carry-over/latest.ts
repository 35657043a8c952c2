import type { Book } from '../../book/book.ts'
import type { DatedPart } from '../../book/recent.ts'
import { seriesOf } from '../../book/series.ts'

/** The minutes to go on from: the latest of the longest series, of those that are wanted. */
export function latestMinutes(book: Book, isWanted: (path: string) => boolean = () => true): DatedPart | undefined {
  for (const { parts } of seriesOf(book)) {
    const latest = parts.findLast(({ path }) => isWanted(path))
    if (latest) return latest
  }
  return undefined
}

import type { Book } from '../../book/book.ts'
import type { DatedPart } from '../../book/recent.ts'
import { seriesOf } from '../../book/series.ts'

/**
 * The minutes to go on from: the latest of the longest series, of those that are wanted.
 *
 * @param before the day of the new meeting, `YYYY-MM-DD`: they are of an earlier one, where there are such.
 */
export function latestMinutes(
  book: Book,
  before: string | undefined,
  isWanted: (path: string) => boolean = () => true,
): DatedPart | undefined {
  for (const { parts } of seriesOf(book)) {
    const own = parts.filter(({ path }) => isWanted(path))
    const latest = own.findLast(({ day }) => before === undefined || day < before) ?? own.at(-1)
    if (latest) return latest
  }
  return undefined
}

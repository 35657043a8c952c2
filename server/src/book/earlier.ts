import { exists } from '../minutes/calendar.ts'
import { firstIndex } from '../text/halve.ts'
import type { Book } from './book.ts'
import type { Part } from './part.ts'
import { type Series, seriesOf } from './series.ts'

/** The day (`YYYY-MM-DD`) in a file name, when it is one of the series, whether there is such a file or not. */
export function dayInSeries({ folder, prefix, suffix, separator }: Series, path: string): string | undefined {
  const start = folder.length + prefix.length
  const length = 8 + 2 * separator.length
  if (path.length !== start + length + suffix.length) return undefined
  if (!path.startsWith(folder) || !path.startsWith(prefix, folder.length) || !path.endsWith(suffix)) return undefined
  const found = DAY.exec(path.slice(start, start + length))
  if (!found || found[2] !== separator) return undefined
  const [, year, , month, day] = found
  return exists({ year: Number(year), month: Number(month), day: Number(day) }) ? `${year}-${month}-${day}` : undefined
}

const DAY = /^(\d{4})([-_.]?)(\d\d)\2(\d\d)$/

/** The series that a file of this name belongs to, whether there is such a file or not. */
export const seriesWith = (book: Book, path: string): Series | undefined =>
  seriesOf(book).find((series) => dayInSeries(series, path) !== undefined)

/** The minutes of the same series before those at `path`, the latest first; at most so many. */
export function earlierMinutes(book: Book, path: string, most: number): readonly Part[] {
  const series = seriesWith(book, path)
  if (!series) return []
  const day = book.parts.get(path)?.day ?? dayInSeries(series, path)!
  const isEarlier = (part: Part) => part.day! < day || (part.day === day && part.path < path)
  const { parts } = series
  const end = firstIndex(parts, (part) => !isEarlier(part))
  return parts.slice(Math.max(0, end - most), end).reverse()
}

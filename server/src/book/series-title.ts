import type { Book } from './book.ts'
import { familiesOf, seriesLike } from './series.ts'

/**
 * What to call the series of minutes beside the others of the book: what its files have in their names beside the day or,
 * failing that, their folder. `undefined` where the book has but one series, or the file is in none.
 */
export function seriesTitle(book: Book, path: string): string | undefined {
  if (familiesOf(book).length < 2) return undefined
  const series = seriesLike(book, path)
  if (!series) return undefined
  const { folder, prefix, suffix } = series
  const words = `${prefix} ${suffix.replace(/\.\w+$/, '')}`.replace(/[-_.\s]+/g, ' ').trim()
  const above = folder
    .replace(/\b\d{4}\b/g, '')
    .replace(/\/+/g, '/')
    .replace(/^\/|\/$/g, '')
  return [above, words].filter(Boolean).join(', ') || undefined
}

import { memo } from '../text/memo.ts'
import { order } from '../text/order.ts'
import type { Book } from './book.ts'
import type { Part } from './part.ts'
import { seriesOf } from './series.ts'

/**
 * The meeting before or after the one of these minutes, in the same series. Folders that differ in the year alone hold
 * one series. Minutes without a day in their name follow those of their folder.
 */
export function neighbourOf(book: Book, path: string, step: 'next' | 'previous'): Part | undefined {
  const parts = lines(book).get(path)
  const at = parts?.findIndex((part) => part.path === path) ?? -1
  return at < 0 ? undefined : parts![at + (step === 'next' ? 1 : -1)]
}

/** All minutes of the series in which these are, in order; `undefined` for those without a day. */
export const lineWith = (book: Book, path: string): readonly Part[] | undefined => lines(book).get(path)

/** The longest series of the book, in order; of two as long, the one with the latest meeting. */
export function longestLine(book: Book): readonly Part[] {
  let longest: readonly Part[] = []
  for (const parts of new Set(lines(book).values())) {
    const more = parts.length - longest.length
    if (more > 0 || (more === 0 && order(parts.at(-1)?.day, longest.at(-1)?.day) > 0)) longest = parts
  }
  return longest
}

/** For each minutes with a day all that follow each other, in order. */
const lines = memo((book: Book): ReadonlyMap<string, readonly Part[]> => {
  const byKey = new Map<string, Part[]>()
  const add = (key: string, parts: readonly Part[]) => byKey.set(key, [...(byKey.get(key) ?? []), ...parts])
  const inSeries = new Set<string>()
  for (const { folder, prefix, suffix, separator, parts } of seriesOf(book)) {
    add([anyYear(folder), prefix, separator, suffix].join('\n'), parts)
    for (const { path } of parts) inSeries.add(path)
  }
  for (const part of book.parts.values()) {
    if (part.day && !inSeries.has(part.path)) add(anyYear(part.path.slice(0, part.path.lastIndexOf('/') + 1)), [part])
  }
  const byPath = new Map<string, readonly Part[]>()
  for (const parts of byKey.values()) {
    const ordered = parts.sort((a, b) => order(a.day!, b.day!) || order(a.path, b.path))
    for (const { path } of ordered) byPath.set(path, ordered)
  }
  return byPath
})

const anyYear = (folder: string): string => folder.replace(/\b\d{4}\b/g, '*')

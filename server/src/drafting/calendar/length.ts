import type { Book } from '../../book/book.ts'
import { type DatedPart, recentMinutes } from '../../book/recent.ts'

/** How long a meeting is taken to last where nothing shows it, in minutes. */
const USUAL = 60
/** What is shorter or longer was stamped wrongly, or is no call. */
const [SHORTEST, LONGEST] = [10, 480]

/**
 * How long the group's meetings last, in minutes: the middle of what its last ones took from the hour they were called
 * for to their end, in full quarters of an hour; an hour where fewer than two say so.
 */
export function usualLength(book: Book, path: string): number {
  const own = book.parts.get(path)
  const lengths = [...(own ? [own] : []), ...recentMinutes({ book, path })].flatMap(lengthOf).sort((a, b) => a - b)
  if (lengths.length < 2) return USUAL
  return Math.ceil(lengths[lengths.length >> 1]! / 15) * 15
}

function lengthOf({ time, end }: Pick<DatedPart, 'time' | 'end'>): number[] {
  if (time === undefined || end === undefined) return []
  const length = (end - time + 1440) % 1440
  return length < SHORTEST || length > LONGEST ? [] : [length]
}

import { othersWith } from '../../book/book.ts'
import type { Part } from '../../book/part.ts'
import { memo } from '../../text/memo.ts'
import { isOneSlip } from '../../text/slip.ts'
import type { Subject } from '../rule.ts'

/** In how many earlier minutes an address must stand under a label to be the usual one. */
const ENOUGH = 2

/**
 * The address that stood under a label in the minutes before, when the one that now stands there looks like a copy of
 * it in which a word was damaged. An address that grew, or has other numbers, was changed on purpose.
 *
 * @param earlier the minutes before, in whatever order
 */
export function usualAddress(
  label: string,
  address: string,
  earlier: readonly Part[],
  subject: Subject,
): string | undefined {
  if (!LONG_PART.test(address)) return undefined
  const counts = new Map<string, number>()
  for (const part of earlier) {
    for (const each of addressesIn(part).get(label) ?? []) counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  const own = counts.get(address) ?? 0
  const others = [...counts].filter(([other]) => other !== address)
  // A label such as "here" has led to many places.
  if (others.length !== 1) return undefined
  const [usual, uses] = others[0]!
  return uses >= ENOUGH && uses > own && isDamaged(address, usual, subject) ? usual : undefined
}

/** A part of a path that is made of words, and long enough to be no coincidence. */
const LONG_PART = /\/[^/?#]{12,}/

const addressesIn = memo(({ links }: Part): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const { label, address } of links) {
    const known = found.get(label)
    if (known) known.add(address)
    else found.set(label, new Set([address]))
  }
  return found
})

/** Whether the two differ in one word of one long part of the path, and that word is no word any more. */
function isDamaged(address: string, usual: string, { book, path }: Subject): boolean {
  const parts = onlyDifference(address.split('/'), usual.split('/'))
  if (!parts || Math.min(parts[0].length, parts[1].length) < 12) return false
  const pair = onlyDifference(parts[0].split(/[-_.]/), parts[1].split(/[-_.]/))
  if (!pair?.every((word) => /^\p{L}{2,}$/u.test(word))) return false
  const [now, before] = pair.map((word) => word.toLowerCase()) as [string, string]
  if (othersWith(book, path, now) > 0) return false
  return lostItsMiddle(now, before) || (isOneSlip(now, before) && othersWith(book, path, before) > 0)
}

/** The two elements in which lists of one length differ; `undefined` when they differ in none, or in several. */
function onlyDifference(a: readonly string[], b: readonly string[]): readonly [string, string] | undefined {
  if (a.length !== b.length) return undefined
  const places = a.flatMap((each, at) => (each === b[at] ? [] : [at]))
  return places.length === 1 ? [a[places[0]!]!, b[places[0]!]!] : undefined
}

/** Whether letters were lost within a word. */
function lostItsMiddle(now: string, before: string): boolean {
  if (now.length + 2 > before.length) return false
  let head = 0
  while (head < now.length && now[head] === before[head]) head++
  let tail = 0
  while (tail < now.length - head && now.at(-1 - tail) === before.at(-1 - tail)) tail++
  return head > 0 && tail > 0 && head + tail === now.length
}

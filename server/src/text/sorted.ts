import { firstIndex } from './halve.ts'

/**
 * The line of a text that begins with a key, found by halving. Its lines must be sorted by their keys, in the order of
 * UTF-16 code units, each key once.
 *
 * @param end what stands behind each key; empty where a line is no more than its key.
 */
export function lineOf(text: string, key: string, end: string): string | undefined {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    const from = text.lastIndexOf('\n', middle - 1) + 1
    const stop = text.indexOf('\n', middle)
    const to = stop < 0 ? text.length : stop
    const line = text.slice(from, to)
    const own = end === '' ? line : line.slice(0, line.indexOf(end))
    if (own === key) return line
    if (own < key) low = to + 1
    else high = from
  }
  return undefined
}

/** For a beginning those of many whose words begin so, in their order, found by halving. */
export function beginningWith<T>(all: readonly T[], wordOf: (each: T) => string): (beginning: string) => readonly T[] {
  const sorted = all
    .map((each) => ({ each, word: wordOf(each) }))
    .sort((a, b) => (a.word < b.word ? -1 : +(a.word > b.word)))
  return (beginning) => {
    const found: T[] = []
    for (let at = firstIndex(sorted, ({ word }) => word >= beginning); sorted[at]?.word.startsWith(beginning); at++)
      found.push(sorted[at]!.each)
    return found
  }
}

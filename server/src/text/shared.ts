// One text for each word of all the documents, or a book of thousands would hold each a thousand times.
const known = new Map<string, string>()
const MOST_KNOWN = 100_000

/** The same word as an object that all who ask for it share, and that keeps no longer text alive. */
export function shared(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  // A copy: a slice would keep the whole text it was cut from.
  const copy = Array.from(word).join('')
  known.set(copy, copy)
  return copy
}

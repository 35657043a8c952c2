/**
 * Whether one slip of the hand makes `a` out of `b`: a letter left out, doubled or added, changed, or two neighbours
 * swapped (Damerau 1964: four fifths of all misspellings are one of these). Letter case does not count; equal words
 * are no slip.
 */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a.toLowerCase(), b.toLowerCase()] : [b.toLowerCase(), a.toLowerCase()]
  if (long.length - short.length > 1 || short === long) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1)
  if (short.slice(i + 1) === long.slice(i + 1)) return true
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2)
}

/**
 * For a word those of many that are one slip away. Two words are one slip apart where leaving out a letter of one, or of
 * each, makes them the same (Garbe's symmetric deletes), so that no word is compared with all the others.
 */
export function slipsAmong<T>(all: readonly T[], wordOf: (each: T) => string): (word: string) => readonly T[] {
  const byRest = new Map<string, T[]>()
  for (const each of all) {
    if (wordOf(each).length > LONGEST) continue
    for (const rest of restsOf(wordOf(each).toLowerCase())) {
      const others = byRest.get(rest)
      if (others) others.push(each)
      else byRest.set(rest, [each])
    }
  }
  return (word) => {
    if (byRest.size === 0 || word.length > LONGEST) return []
    const near = new Set<T>()
    for (const rest of restsOf(word.toLowerCase())) for (const each of byRest.get(rest) ?? []) near.add(each)
    return [...near].filter((each) => isOneSlip(word, wordOf(each)))
  }
}

/** In UTF-16 code units: no word and no handle is longer, and what is left of one takes the square of its length. */
const LONGEST = 100

/** A word, and all that is left of it without one of its letters. */
function restsOf(word: string): ReadonlySet<string> {
  const rests = new Set([word])
  for (let at = 0; at < word.length; at++) rests.add(word.slice(0, at) + word.slice(at + 1))
  return rests
}

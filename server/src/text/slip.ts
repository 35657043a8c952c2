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

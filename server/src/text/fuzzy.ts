/**
 * How well a query fits a text as its subsequence: higher is better, and `undefined` where a letter is missing. What
 * begins a word, and what follows the letter before, counts more; a text that begins with the query, or is it, most.
 *
 * @param query in lower case, without blanks.
 * @param text in lower case.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const whole = text.indexOf(query)
  if (whole >= 0) return (startsWord(text, whole) ? WORD : INSIDE) + (whole === 0 ? START : 0) - shortness(text, query)
  // A greedy walk that prefers the beginnings of words: "cp" is "cider press" sooner than "clamp".
  let score = 0
  let at = 0
  for (let index = 0; index < query.length; index++) {
    const letter = query[index]!
    const near = text.indexOf(letter, at)
    if (near < 0) return undefined
    const next = near === at && index > 0 ? near : startOf(text, letter, near, query.slice(index + 1))
    score += next === at && index > 0 ? RUN : startsWord(text, next) ? LETTER : 0
    at = next + 1
  }
  return score - shortness(text, query)
}

const START = 200
const WORD = 600
const INSIDE = 400
const LETTER = 20
const RUN = 15

const shortness = (text: string, query: string): number => Math.min(9, (text.length - query.length) / 10)

const startsWord = (text: string, at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)

/** The first place of a letter where a word begins, as long as the rest can still follow; else the first of all. */
function startOf(text: string, letter: string, first: number, rest: string): number {
  for (let at = first; at >= 0; at = text.indexOf(letter, at + 1)) {
    if (startsWord(text, at)) return follows(rest, text, at + 1) ? at : first
  }
  return first
}

function follows(rest: string, text: string, from: number): boolean {
  let at = from
  for (const letter of rest) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

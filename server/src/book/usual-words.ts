import { memo } from '../text/memo.ts'
import { slipsAmong } from '../text/slip.ts'
import { type Book, othersWith } from './book.ts'

/** Short words are one slip away from others by chance. */
const LONG_ENOUGH = 6
/** In how many other documents, and in what share of all, a word must stand for the group to use it constantly. */
const KNOWN = 5
const SHARE = 0.15
/** Of the two maps that a vocabulary counts in, one has at least half of what is needed. */
const HALF = 0.5

/**
 * The word that the group uses constantly and that a word is one slip away from.
 *
 * @param path the document that has the word
 * @param word in lower case
 */
export function usualWord(book: Book, path: string, word: string): string | undefined {
  if (word.length < LONG_ENOUGH - 1) return undefined
  let best: string | undefined
  let most = Math.max(KNOWN, SHARE * book.parts.size) - 1
  for (const near of [...nearest(book.words.settled)(word), ...nearest(book.words.recent)(word)]) {
    const documents = othersWith(book, path, near)
    if (documents <= most) continue
    best = near
    most = documents
  }
  return best
}

/** For a word those that are one slip away, among the words that stand in several documents. */
const nearest = memo((counts: ReadonlyMap<string, number>): ((word: string) => readonly string[]) => {
  let most = 0
  for (const count of counts.values()) most = Math.max(most, count)
  const enough = HALF * Math.max(KNOWN, SHARE * most)
  const usual = [...counts].flatMap(([word, count]) => (count < enough || word.length < LONG_ENOUGH ? [] : [word]))
  const near = slipsAmong(usual, (word) => word)
  const answers = new Map<string, readonly string[]>()
  return (word) => {
    let found = answers.get(word)
    if (!found) {
      // Half-typed words come and go.
      if (answers.size >= MOST_ANSWERS) answers.clear()
      found = near(word)
      answers.set(word, found)
    }
    return found
  }
})

const MOST_ANSWERS = 20_000

import type { Content } from '../minutes/content.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { spellingsOf, vocabularyOf } from '../minutes/words.ts'
import { memo } from '../text/memo.ts'
import { type ActionWords, actionWordsOf } from './action-words.ts'

/** What one document says word for word: it changes at nearly every keystroke, and matters to other documents alone. */
export interface Wording {
  /** The own words of each note, in order; the first {@link LONGEST_NOTE} code units of them. */
  readonly notes: readonly string[]
  /** The distinct words of its prose, in lower case. */
  readonly words: readonly string[]
  /** Its words with a capital inside, each as it is written. */
  readonly spellings: readonly string[]
  /** Its action items, in order. */
  readonly actions: readonly ActionWords[]
}

export const LONGEST_NOTE = 300
/** Beyond this, a text is no minutes of one meeting, and neither its words nor its action items count. In UTF-16 code units. */
const MOST_WORDS_FROM = 200_000

/** Works out what a document says word for word. */
export function wordingOf(minutes: Minutes): Wording {
  const { blocks, text } = minutes
  const facts = blocks.map(({ content }) => factsIn(content))
  const distinct = (lists: readonly (readonly string[])[]) =>
    text.length > MOST_WORDS_FROM ? [] : [...new Set(lists.flat())]
  return {
    notes: facts.flatMap(({ notes }) => notes),
    words: distinct(facts.map(({ words }) => words)),
    spellings: distinct(facts.map(({ spellings }) => spellings)),
    actions: text.length > MOST_WORDS_FROM ? [] : actionWordsOf(minutes),
  }
}

const factsIn = memo((content: Content): Omit<Wording, 'actions'> => {
  const { items, text } = content
  return {
    notes: items.map((item) =>
      text.slice(item.text.from, Math.min(item.text.to, item.text.from + LONGEST_NOTE)).trim(),
    ),
    words: vocabularyOf(content).map(shared),
    spellings: spellingsOf(content).map(shared),
  }
})

// One text for each word of all the documents, or a book of thousands would hold each a thousand times.
const known = new Map<string, string>()
const MOST_KNOWN = 100_000

function shared(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  // A copy: a slice would keep the whole text it was cut from.
  const copy = Array.from(word).join('')
  known.set(copy, copy)
  return copy
}

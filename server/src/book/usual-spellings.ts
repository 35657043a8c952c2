import { isMixed } from '../minutes/words.ts'
import { memo, memoBy } from '../text/memo.ts'
import { type Book, othersSpelling, othersWith } from './book.ts'

/** In how many other documents a spelling must stand, and how much oftener than any other of the same letters. */
const KNOWN = 4
const OFTENER = 4
/** The least share of the documents with the word, however it is written, that have this spelling. */
const SHARE = 0.6

/** A document of a book. */
interface Place {
  readonly book: Book
  readonly path: string
}

/** The words with a capital inside that a document's group writes in one spelling: by the word in lower case. */
export const usualSpellings = memoBy(
  ({ book, path }: Place) => [book.spellings, book.words, path, book.parts.get(path)?.wording],
  (place): ReadonlyMap<string, string> => {
    const usual = new Map<string, string>()
    const { settled, recent } = place.book.spellings
    for (const key of new Set([...oftenIn(settled), ...oftenIn(recent)])) {
      const spelling = usualSpelling(place, key)
      if (spelling) usual.set(key, spelling)
    }
    return usual
  },
)

function usualSpelling({ book, path }: Place, key: string): string | undefined {
  const { spellings } = book
  const all = new Set([spellings.settled, spellings.recent].flatMap((counts) => keysOf(counts).get(key) ?? []))
  const counted = [...all].map((spelling) => [othersSpelling(book, path, spelling), spelling] as const)
  // Small letters may be those of a command or an account.
  const [best, next] = counted.filter(([, spelling]) => spelling !== key).sort(([a], [b]) => b - a)
  if (!best || !isMixed(best[1])) return undefined
  const [most] = best
  const isUsual = most >= KNOWN && most >= OFTENER * (next?.[0] ?? 0) && most >= SHARE * othersWith(book, path, key)
  return isUsual ? best[1] : undefined
}

/** The keys of what stands in several documents: of the two maps of a vocabulary, one has half of what is needed. */
const oftenIn = memo((counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].flatMap(([spelling, count]) => (count >= KNOWN / 2 ? [spelling.toLowerCase()] : [])),
)

/** Every spelling, by its letters. */
const keysOf = memo((counts: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const spelling of counts.keys()) {
    const key = spelling.toLowerCase()
    found.set(key, [...(found.get(key) ?? []), spelling])
  }
  return found
})

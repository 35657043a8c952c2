/**
 * In how many documents of a book each word stands. Immutable: what lately changed lies in a small map over the large
 * one, so that a keystroke copies little.
 */
export interface Vocabulary {
  readonly settled: ReadonlyMap<string, number>
  readonly recent: ReadonlyMap<string, number>
}

export const NO_WORDS: Vocabulary = { settled: new Map(), recent: new Map() }

/** How many documents have a word. @param word in lower case */
export const documentsWith = ({ settled, recent }: Vocabulary, word: string): number =>
  (settled.get(word) ?? 0) + (recent.get(word) ?? 0)

/** How many words may be kept apart before all are put together. */
const MOST_RECENT = 200

/** The vocabulary after the words of some documents became others; `undefined` stands for no document. */
export function withWords(
  vocabulary: Vocabulary,
  changes: readonly { before: readonly string[] | undefined; after: readonly string[] | undefined }[],
): Vocabulary {
  const recent = new Map(vocabulary.recent)
  const add = (words: readonly string[], by: number) => {
    for (const word of words) {
      const count = (recent.get(word) ?? 0) + by
      if (count === 0) recent.delete(word)
      else recent.set(word, count)
    }
  }
  for (const { before = [], after = [] } of changes) {
    const [old, now] = [new Set(before), new Set(after)]
    add(
      before.filter((word) => !now.has(word)),
      -1,
    )
    add(
      after.filter((word) => !old.has(word)),
      1,
    )
  }
  if (recent.size <= MOST_RECENT) return { settled: vocabulary.settled, recent }
  const settled = new Map(vocabulary.settled)
  for (const [word, by] of recent) {
    const count = (settled.get(word) ?? 0) + by
    if (count === 0) settled.delete(word)
    else settled.set(word, count)
  }
  return { settled, recent: new Map() }
}

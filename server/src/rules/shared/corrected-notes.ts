import type { Part } from '../../book/part.ts'
import { LONGEST_NOTE } from '../../book/wording.ts'
import type { TextEdit } from '../../text/edit.ts'
import { memo } from '../../text/memo.ts'
import { isOneSlip } from '../../text/slip.ts'

/** A note's text however its white space is written. */
export const normalised = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** The notes of a document, without regard to white space. */
export const notesIn = memo(({ wording }: Part): ReadonlySet<string> => new Set(wording.notes.map(normalised)))

/** A word is a stretch without blanks. Offsets count in the note. */
interface Word {
  readonly text: string
  readonly from: number
  readonly to: number
}

const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/[^\s\u00a0]+/g)].map((found) => ({
    text: found[0],
    from: found.index,
    to: found.index + found[0].length,
  }))

/** A note that was corrected in the meantime. */
export interface Correction {
  /** The words that were changed, as they stand here and as they stood there. */
  readonly here: string
  readonly there: string
  /** Makes the one of the other. Offsets count in the note. */
  readonly edit: TextEdit
}

/**
 * The slight correction that a note underwent in `last`, when it stands here again as it stood in the minutes before
 * those, `older`.
 */
export function correctedSince(note: string, last: Part, older: Part): Correction | undefined {
  const text = normalised(note)
  if (text.length >= LONGEST_NOTE || !notesIn(older).has(text) || notesIn(last).has(text)) return undefined
  const words = wordsIn(note)
  if (words.length < FEWEST_WORDS) return undefined
  const ends = noteEnds(last)
  for (const key of keysOf(words.map((word) => word.text))) {
    for (const other of ends.get(key) ?? []) {
      if (notesIn(older).has(normalised(other)) || other.length >= LONGEST_NOTE) continue
      const correction = difference(note, words, other)
      if (correction) return correction
    }
  }
  return undefined
}

const FEWEST_WORDS = 5
/** How many words may have been changed, at one place. */
const MOST_CHANGED = 2

/** The notes by their first two words, and by their last two: one of both a slight correction leaves as they are. */
const noteEnds = memo(({ wording }: Part): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const note of wording.notes) {
    for (const key of keysOf(normalised(note).split(' '))) {
      const known = found.get(key)
      if (known) known.push(note)
      else found.set(key, [note])
    }
  }
  return found
})

const keysOf = (words: readonly string[]): readonly string[] => [
  `${words.slice(0, 2).join(' ')} …`,
  `… ${words.slice(-2).join(' ')}`,
]

function difference(note: string, words: readonly Word[], other: string): Correction | undefined {
  const others = wordsIn(other)
  const shorter = Math.min(words.length, others.length)
  let head = 0
  while (head < shorter && words[head]!.text === others[head]!.text) head++
  let tail = 0
  while (tail < shorter - head && words.at(-1 - tail)!.text === others.at(-1 - tail)!.text) tail++
  const [mine, theirs] = [words.slice(head, words.length - tail), others.slice(head, others.length - tail)]
  if (mine.length > MOST_CHANGED || theirs.length > MOST_CHANGED || head + tail < FEWEST_WORDS - 1) return undefined
  const text = (of: readonly Word[]) => of.map((word) => word.text).join(' ')
  const [here, there] = [text(mine), text(theirs)]
  // A comma behind which nothing comes is a slip itself.
  if (tail === 0 && DANGLING.test(there) && !DANGLING.test(here)) return undefined
  if (!isCorrection(here, there)) return undefined
  // From the word before to the word behind, so that no blank is left over.
  const [from, to] = [words[head - 1]?.to ?? 0, words[words.length - tail]?.from ?? note.length]
  const blank = (at: boolean) => (at && there !== '' ? ' ' : '')
  const both = head > 0 && tail > 0
  return {
    here,
    there,
    edit: { from, to, insert: there === '' ? (both ? ' ' : '') : blank(head > 0) + there + blank(tail > 0) },
  }
}

const DANGLING = /[,;:–—-]$/

/** Whether words were mended, and not somebody or a number put in the place of another. */
function isCorrection(here: string, there: string): boolean {
  if (/\d/.test(here + there)) return false
  const letters = (text: string) => text.replace(/[^\p{L}\p{M}]+/gu, '').toLowerCase()
  const isSpelling = letters(here) === letters(there) || isOneSlip(here, there)
  return isSpelling || !/@|\p{Lu}/u.test(here + there)
}

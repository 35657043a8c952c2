import type { Book } from '../../book/book.ts'
import { aliasesOf, folded, isListed, KNOWN, knownPeople, nameOf, peopleParts } from '../../book/names.ts'
import type { Content } from '../../minutes/content.ts'
import { memoBy } from '../../text/memo.ts'
import { beginningWith } from '../../text/sorted.ts'
import type { Span } from '../../text/span.ts'

/** A handle with a blank in it. The span covers the `@` and all its words; offsets count from the block's start. */
export interface SplitHandle extends Span {
  /** Whose it is, without `@`. */
  readonly handle: string
  readonly name?: string
}

interface Candidate {
  /** What is written behind the `@`: in lower case, without accents, a blank between the words. */
  readonly words: string
  readonly handle: string
  readonly name?: string
}

/** A handle in two pieces must be long enough not to be two words by chance. */
const LONG_ENOUGH = 6

/**
 * For the key of a mention what it may be the first piece of: the name of a known person, or a known handle. Nothing for
 * a handle that is known itself.
 */
export const splitCandidates = memoBy(peopleParts, (book: Book): ((key: string) => readonly Candidate[]) => {
  const all = beginningWith(namesOf(book), ({ words }) => words)
  const handles = beginningWith(
    knownPeople(book).filter(({ key }) => key.length >= LONG_ENOUGH),
    ({ key }) => key,
  )
  const answers = new Map<string, readonly Candidate[]>()
  return (key) => {
    let found = answers.get(key)
    if (!found) {
      const isKnown = isListed(book, key) || (book.people.get(key)?.mentions ?? 0) >= KNOWN
      const pieces = handles(key).flatMap(({ key: whole, handle }) =>
        whole.length > key.length ? [{ words: `${key} ${whole.slice(key.length)}`, handle }] : [],
      )
      found = isKnown ? [] : [...all(key), ...pieces]
      answers.set(key, found)
    }
    return found
  }
})

/** First and last names of people, and their names in full. */
function namesOf(book: Book): readonly Candidate[] {
  const aliases = aliasesOf(book)
  const found = new Map<string, Candidate & { mentions: number }>()
  const known = new Set([...knownPeople(book).map(({ key }) => key), ...book.people.keys()])
  for (const key of known) {
    const name = nameOf(book, key)
    const person = book.people.get(key)
    if (!name || aliases.has(key)) continue
    const words = folded(name).match(/[\p{L}-]+/gu) ?? []
    if (words.length < 2) continue
    const mentions = person?.mentions ?? 0
    for (const form of new Set([words.join(' '), `${words[0]} ${words.at(-1)}`])) {
      if (mentions < (found.get(form)?.mentions ?? 0)) continue
      found.set(form, { words: form, handle: person?.handle ?? key, name, mentions })
    }
  }
  return [...found.values()]
}

const WORDS = /\p{L}[\p{L}\p{M}'’-]*(?:[ \t]\p{L}[\p{L}\p{M}.'’-]*){1,3}/uy

/** The handles of a block that have a blank in them: `@tina muller`. */
export function splitHandlesIn({ prose, mentions }: Content, book: Book): readonly SplitHandle[] {
  const candidates = splitCandidates(book)
  return mentions.flatMap(({ from, key }): SplitHandle[] => {
    const possible = candidates(key)
    if (possible.length === 0) return []
    WORDS.lastIndex = from + 1
    const pieces = WORDS.exec(prose)?.[0].split(/(?=[ \t])/) ?? []
    for (let count = pieces.length; count > 1; count--) {
      const written = pieces
        .slice(0, count)
        .join('')
        .replace(/['’]s$|[.'’-]+$/, '')
      const words = folded(written)
        .replace(/[ \t]+/g, ' ')
        .replaceAll('.', '')
      const meant = possible.find((each) => each.words === words)
      if (meant) {
        const to = from + 1 + written.length
        return [{ from, to, handle: meant.handle, ...(meant.name && { name: meant.name }) }]
      }
    }
    return []
  })
}

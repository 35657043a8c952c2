import type { Content } from '../minutes/content.ts'
import { canonical } from '../minutes/mentions.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { vocabularyOf } from '../minutes/words.ts'
import { memo, memoBy } from '../text/memo.ts'
import { isOneSlip } from '../text/slip.ts'
import { type Book, othersWith, type Person } from './book.ts'
import { aliasesOf, folded, isListed, knownPeople, nameOf, peopleParts } from './names.ts'

/** What a word without `@` says of a person, if it stands where a person would. */
export interface BareHandle {
  /** The handle that is meant, without `@`. */
  readonly handle: string
  /**
   * Why it may be one: no word of any language looks like it; or it is a handle and might be a word as well; or an alias
   * of a handle; or one slip away from one.
   */
  readonly as: 'distinctive' | 'plain' | 'alias' | 'slip'
  /** Whether the bare word is a rare thing beside the handle. */
  readonly rare: boolean
}

/** A document in its book. */
interface Place {
  readonly book: Book
  readonly path: string
  readonly minutes: Minutes
}

/**
 * The words of one block of a document, in lower case, that may be handles without their `@`. None where the group, or
 * the document, does not write `@`, and none that are bare so often that they are words of their own.
 */
export function bareHandlesIn(place: Place): (content: Content) => ReadonlyMap<string, BareHandle> {
  const known = knownTo(place)
  return known && !omitsOnPurpose({ ...place, ...known }) ? known.inBlock : () => NONE
}

/** What a document may have without its `@`: in the words of a block, and with what is not counted as a word. */
interface Known {
  readonly amongWords: (content: Content) => ReadonlyMap<string, BareHandle>
  readonly inBlock: (content: Content) => ReadonlyMap<string, BareHandle>
}

const knownTo = memoBy(
  ({ book, path }: Place) => [book.people, path, book.words, book.roster, aliasesOf(book), writesHandles(book)],
  ({ book, path }): Known | undefined => {
    const handles = writesHandles(book) ? allOf(book, path) : NONE
    if (handles.size === 0) return undefined
    const long = candidatesOf(book).filter(({ word, as }) => as === 'distinctive' && word.length >= LONG)
    const slip = (word: string): BareHandle | undefined => {
      if (word.length < LONG || book.people.has(word) || othersWith(book, path, word) > 0) return undefined
      const meant = long.find((each) => mayBeSlip(word, each.word) && isOneSlip(word, each.word))
      return meant && { handle: meant.person.handle, as: 'slip', rare: true }
    }
    const amongWords = memo((content: Content): ReadonlyMap<string, BareHandle> => {
      const found = new Map<string, BareHandle>()
      for (const written of vocabularyOf(content)) {
        const word = /['’]s$/.test(written) ? written.slice(0, -2) : written
        const bare = handles.get(word) ?? slip(word)
        if (bare) found.set(word, bare)
      }
      return found.size > 0 ? found : NONE
    })
    // With a digit or a hyphen in them.
    const others = [...handles].filter(([word]) => !LETTERS.test(word))
    const inBlock = memo((content: Content) => new Map([...amongWords(content), ...others]))
    return { amongWords, inBlock: others.length === 0 ? amongWords : inBlock }
  },
)

/** Who writes more handles without it than with it, means to. */
const omitsOnPurpose = memoBy(
  ({ minutes, book, path, amongWords }: Place & Known) => [minutes, book.parts.get(path), amongWords],
  ({ minutes, book, path, amongWords }): boolean => {
    const bare = new Set<string>()
    for (const { content } of minutes.blocks) {
      for (const [word, { as }] of amongWords(content)) if (as !== 'alias' && as !== 'slip') bare.add(word)
    }
    return bare.size > Object.keys(book.parts.get(path)?.people ?? {}).length
  },
)

const NONE: ReadonlyMap<string, BareHandle> = new Map()

/** On average, how often minutes that write handles do so outside their lists of people. */
const MENTIONS = 3

const writesHandles = memo(({ parts, people }: Book): boolean => {
  let [mentions, documents] = [0, 0]
  for (const { mentions: own } of people.values()) mentions += own
  for (const part of parts.values()) {
    mentions -= part.byHandle
    for (const _ in part.people) {
      documents++
      break
    }
  }
  return documents > 0 && mentions >= MENTIONS * documents
})

/** A quick look before a thorough one: one slip leaves the first letter or the last. */
const mayBeSlip = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) < 2 && (a[0] === b[0] || a.at(-1) === b.at(-1))

const LETTERS = /^[a-z]+$/
const SHORTEST = 3
/** The fewest letters of a handle for a slip in it to be none of another word. */
const LONG = 8
/** How often a handle must stand for each document with the bare word, to be the commoner by far. */
const COMMON = 5

/** Those of the words that may be handles which are bare no more than now and then, this once included. */
function allOf(book: Book, path: string): ReadonlyMap<string, BareHandle> {
  const found = new Map<string, BareHandle>()
  for (const { word, as, person } of candidatesOf(book)) {
    const bare = LETTERS.test(word) ? othersWith(book, path, word) + 1 : 1
    const share = as === 'distinctive' ? person.documents / 3 : person.documents / 5
    if (bare <= Math.max(2, share))
      found.set(word, { handle: person.handle, as, rare: bare <= 2 && person.mentions >= COMMON * Math.max(1, bare) })
  }
  return found
}

interface Candidate {
  readonly word: string
  readonly as: BareHandle['as']
  readonly person: Person
}

const candidatesOf = memoBy(peopleParts, (book: Book): readonly Candidate[] => {
  const aliases = aliasesOf(book)
  const people = new Map(knownPeople(book).map((person) => [person.key, person]))
  const found: Candidate[] = []
  for (const person of people.values()) {
    const { key } = person
    if (key.length < SHORTEST || aliases.has(key) || !isParticipant(book, person)) continue
    const isDistinctive = isNoWord(key) || isMadeOf(key, nameOf(book, key))
    if (isDistinctive || !ALSO_WORDS.has(key))
      found.push({ word: key, as: isDistinctive ? 'distinctive' : 'plain', person })
  }
  for (const [word, { handle }] of aliases) {
    const person = people.get(canonical(handle))
    if (person && word.length >= SHORTEST && !ALSO_WORDS.has(word)) found.push({ word, as: 'alias', person })
  }
  return found
})

/** Products have accounts as well, but do not come to meetings. */
const isParticipant = (book: Book, { key, attended }: Person): boolean =>
  attended > 0 || isListed(book, key) || nameOf(book, key) !== undefined

/** No vowel, four consonants in a row, or longer than words are. */
const isNoWord = (key: string): boolean =>
  LETTERS.test(key) &&
  (!/[aeiouy]/.test(key) || /[^aeiouy]{4}/.test(key.replace(/ghts?|tch|sch|ngths?/g, '')) || key.length >= 15)

/** Whether a handle is put together from the beginnings of at least two parts of a name, as "timlegge" is. */
function isMadeOf(handle: string, name: string | undefined): boolean {
  const key = handle.replace(/[\d_-]/g, '')
  if (!name || key.length < 6) return false
  /** How far the parts so far may reach, and how many of them at most. */
  const reached = new Map([[0, 0]])
  for (const part of folded(name).match(/\p{L}+/gu) ?? []) {
    for (const [at, used] of [...reached]) {
      for (let length = 1; length <= part.length && part[length - 1] === key[at + length - 1]; length++) {
        reached.set(at + length, Math.max(reached.get(at + length) ?? 0, used + 1))
      }
    }
  }
  return (reached.get(key.length) ?? 0) >= 2
}

/** Handles and first names that people have, and that are words of English too. */
const ALSO_WORDS: ReadonlySet<string> = new Set(
  (
    'all and any art ash bank bill bob book bot buddy case chance chase chip cliff coral crew dale dawn dean dev dick drew ' +
    'duke earl ernest eve faith fern flora ford frank gene glen grace grant guy hall harmony hazel heather henry herb holly ' +
    'home hope host hunter iris ivy jack jade jasper jay jean jewel john joy june king lance lane lark lee mark mason max may ' +
    'melody miles mission nick noel norm olive page park pat patience pearl penny pierce poppy ray red reed rich river rob ' +
    'robin rocky rose ruby rusty sage sandy scout sky sterling stone sue summer team ted the tom tony trip van victor violet ' +
    'wade ward warren web west will wood you'
  ).split(' '),
)

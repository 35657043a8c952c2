import { memo } from '../text/memo.ts'
import type { ActionWords } from './action-words.ts'

/**
 * Which of the action items of earlier minutes each one continues: the index, or -1. The same words first, then words
 * that are nearly the same; each is continued at most once.
 *
 * @param earlier those of later minutes first.
 */
export function continued(earlier: readonly ActionWords[], now: readonly ActionWords[]): readonly number[] {
  const found = now.map(() => -1)
  const free = new Set(earlier.keys())
  const take = (at: number, was: number) => {
    found[at] = was
    free.delete(was)
  }
  // Not kept for longer: a book has a hundred thousand items, most of which stand there again just as they were.
  const readingOf = memo(read)
  for (const keyOf of SAME) {
    if (!found.includes(-1)) return found
    const known = new Map<string, number[]>()
    for (const was of free) {
      const key = keyOf(earlier[was]!, readingOf)
      const others = key === undefined ? undefined : known.get(key)
      if (others) others.push(was)
      else if (key !== undefined) known.set(key, [was])
    }
    for (const [at, action] of now.entries()) {
      const key = found[at]! < 0 ? keyOf(action, readingOf) : undefined
      const was = key === undefined ? undefined : known.get(key)?.shift()
      if (was !== undefined) take(at, was)
    }
  }
  for (const { at, was } of reworded(earlier, free, now, found, readingOf)) {
    if (found[at]! < 0 && free.has(was)) take(at, was)
  }
  return found
}

/** The words of an action item, for comparing. */
interface Reading {
  /** In lower case, names of modules and numbers of issues whole. */
  readonly words: readonly string[]
  /** The distinct stems that say what it is about: of the long words, where there are any. Days are put off. */
  readonly telling: ReadonlySet<string>
  /** Numbers of issues, modules, addresses: what has another one is another thing. */
  readonly marks: readonly string[]
  /** Words with a capital letter but the first. */
  readonly names: readonly string[]
  readonly negated: boolean
}

type ReadingOf = (action: ActionWords) => Reading

function read({ text }: ActionWords): Reading {
  const own = text.replace(ADDRESS, ' ')
  const written = wordsIn(own)
  const undated = written.map((word) => word.toLowerCase()).filter((word) => !DAY.test(word))
  const long = undated.filter((word) => word.length >= SHORTEST || /\d/.test(word))
  return {
    words: wordsIn(text).map((word) => word.toLowerCase()),
    telling: new Set((long.length >= 2 ? long : undated).map(stem)),
    marks: [...undated.filter((word) => MARK.test(word)), ...[...text.matchAll(ADDRESS)].map((found) => found[1]!)],
    names: written.slice(1).filter((word) => /^\p{Lu}/u.test(word)),
    negated: undated.some((word) => NEGATION.test(word)),
  }
}

const wordsIn = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:[-_'’:.]+[\p{L}\p{M}\p{N}]+)*/gu) ?? []

const ADDRESS = /\bhttps?:\/\/([^\s<>]*[^\s<>.,;:!?)/])\/?/gi
const DAY = /^\d{4}-\d\d(?:-\d\d)?$/
/** `#123`, `2024-1234`, `v2a`, `example.org`, `Some::Module`, but not "e.g". */
const MARK = /\d{3}|-\d|\d[a-z]|^[a-z][\w-]*(?:\.[a-z]{2,}|::\w+)+$/
const NEGATION = /^(?:not|never|without|stop|cancel|(?:do|does|did|wo|ca|should)n['’]t)$/

/** A word without what English adds to it, and without a hyphen: "e-mails" is "email". */
const stem = (word: string): string =>
  MARK.test(word)
    ? word
    : word.replace(/(?<=\p{L})-(?=\p{L})/gu, '').replace(word.length > 5 ? /(?:ing|er|ed)?s?$/ : /s$/, '')

const SHORTEST = 4

/** What two items are the same by, from the surest: the fewer words, the more else must be the same. */
const SAME: readonly ((action: ActionWords, readingOf: ReadingOf) => string | undefined)[] = [
  ({ text, topic, owners }) => (text === '' ? undefined : `${text}\n${topic}\n${owners.join(' ')}`),
  (action, readingOf) => key(readingOf(action), 1, action.topic, action.owners),
  (action, readingOf) => key(readingOf(action), 2, '', action.owners),
  (action, readingOf) => key(readingOf(action), 2, action.topic, []),
  (action, readingOf) => key(readingOf(action), 3, '', []),
]

const key = ({ words }: Reading, fewest: number, topic: string, owners: readonly string[]): string | undefined =>
  words.length < fewest ? undefined : `${words.join(' ')}\n${topic.toLowerCase()}\n${[...owners].sort().join(' ')}`

interface Pair {
  readonly at: number
  readonly was: number
  readonly likeness: number
}

/** A word that so many items have says nothing of one of them, and to go through them all would take too long. */
const MOST_HOLDERS = 20
/** Of 1.25, which is the same words, owner and topic. */
const LIKE_ENOUGH = 0.65
/** Of 1, where neither owner nor topic is the same, or others are named. */
const LIKE_ELSEWHERE = 0.85

/** Pairs of items that are nearly the same, the likeliest first. */
function reworded(
  earlier: readonly ActionWords[],
  free: ReadonlySet<number>,
  now: readonly ActionWords[],
  found: readonly number[],
  readingOf: ReadingOf,
): readonly Pair[] {
  const holders = new Map<string, number[]>()
  for (const was of free) {
    for (const word of readingOf(earlier[was]!).telling) {
      const known = holders.get(word)
      if (known) known.push(was)
      else holders.set(word, [was])
    }
  }
  const pairs: Pair[] = []
  for (const [at, action] of now.entries()) {
    if (found[at]! >= 0) continue
    const near = new Set<number>()
    for (const word of readingOf(action).telling) {
      const having = holders.get(word)
      if (having && having.length <= MOST_HOLDERS) for (const was of having) near.add(was)
    }
    for (const was of near) {
      const likeness = likenessOf(action, earlier[was]!, readingOf)
      if (likeness >= LIKE_ENOUGH) pairs.push({ at, was, likeness })
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || a.was - b.was || a.at - b.at)
}

/** How like two items are, from 0: the share of their words that both have, and more where the rest is the same. */
function likenessOf(a: ActionWords, b: ActionWords, readingOf: ReadingOf): number {
  const [one, other] = [readingOf(a), readingOf(b)]
  const [ours, theirs] = [one.telling, other.telling]
  let common = 0
  for (const word of ours) if (theirs.has(word)) common++
  if (common < 2) return 0
  if (one.negated !== other.negated || areDisjoint(one.marks, other.marks)) return 0
  // Of all their words, and of those of the shorter one: who adds to an item leaves its words in place.
  const share = common / (ours.size + theirs.size) + common / Math.min(ours.size, theirs.size) / 2
  const sameTopic = a.topic.toLowerCase() === b.topic.toLowerCase()
  const sameOwner = a.owners.some((owner) => b.owners.includes(owner))
  if ((!sameTopic && !sameOwner) || areDisjoint(one.names, other.names)) return share >= LIKE_ELSEWHERE ? share : 0
  const otherOwner = !sameOwner && a.owners.length > 0 && b.owners.length > 0
  return share + (sameOwner ? 0.15 : otherOwner ? -0.2 : 0) + (sameTopic ? 0.1 : 0)
}

const areDisjoint = (some: readonly string[], others: readonly string[]): boolean =>
  some.length > 0 && others.length > 0 && !some.some((each) => others.includes(each))

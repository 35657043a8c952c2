import type { Content } from '../../minutes/content.ts'
import { MASK } from '../../minutes/mask.ts'
import { overlaps, type Span } from '../../text/span.ts'

/** A word that has the form of a handle, without `@`. Offsets count from the block's start. */
export interface BareWord<T> extends Span {
  readonly text: string
  readonly bare: T
}

const WORD = /[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?/g

/**
 * The words of a block of which something is known. Not among them: parts of longer words, of handles, links, addresses
 * and names of files, words in quotation marks, and what is said to be an account somewhere.
 */
export function bareWordsIn<T>(content: Content, known: (word: string) => T | undefined): readonly BareWord<T>[] {
  const { prose, mentions, links } = content
  const words: BareWord<T>[] = []
  let [mention, link] = [0, 0]
  for (const match of prose.matchAll(WORD)) {
    const text = match[0]
    const bare = known(text.toLowerCase())
    if (bare === undefined) continue
    const place = { from: match.index, to: match.index + text.length }
    while (mention < mentions.length && mentions[mention]!.to <= place.from) mention++
    while (link < links.length && links[link]!.to <= place.from) link++
    if ([mentions[mention], links[link]].some((other) => other && overlaps(other, place))) continue
    if (!isPart(prose, place) && !ACCOUNT.test(prose.slice(Math.max(0, place.from - 30), place.from)))
      words.push({ ...place, text, bare })
  }
  return words
}

function isPart(prose: string, { from, to }: Span): boolean {
  const [before, after, next] = [prose[from - 1] ?? ' ', prose[to] ?? ' ', prose[to + 1] ?? ' ']
  if (/[\p{L}\p{M}\p{N}_@#$%&~=+:/\\[<>{|.'’"“‘«`-]/u.test(before) || before === MASK) return true
  if (/[\p{L}\p{M}\p{N}_@#$%~=/\\\]<>}|("”»`-]/u.test(after) || after === MASK) return true
  // "sjn's" is said of a person, "sjn.pm" and "sjn::x" are not.
  if (/['’]/.test(after)) return !/^s(?![\p{L}\p{N}])/u.test(prose.slice(to + 1, to + 3))
  return /[.:]/.test(after) && /[\p{L}\p{N}:/]/u.test(next)
}

/** "irc: ada", "known as ada", "Ada Lovelace (ada": that is how somebody is called elsewhere. */
const ACCOUNT =
  /(?:\b(?:irc|nick(?:name)?|aka|github|gitlab|cpan|pause|account|user(?:name)?|handle|login|channel|called|named|known as|branch|repo(?:sitory)?|host|server|file)s?:?[ \t]*\(?|\p{L}[\p{L}\p{M}.]*[ \t]*\(|@[\w-]+[ \t]*\()$/iu

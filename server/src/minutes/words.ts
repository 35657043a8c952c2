import { memo } from '../text/memo.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { Content } from './content.ts'
import { MASK } from './mask.ts'

/** A word of ordinary writing. Offsets count from the block's start. */
export interface Word extends Span {
  readonly text: string
  /** Whether it stands in the label of a link, which often is a name. */
  readonly linked: boolean
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu

/**
 * The words of a block's prose. Not among them: parts of handles, of code, of addresses and file names, of identifiers
 * (`snake_case`, `Module::Name`, `v2beta`, `#channel`) and of what Liquid or HTML fills in.
 */
export const wordsOf = memo(({ prose, mentions, links }: Content): readonly Word[] => {
  const words: Word[] = []
  let mention = 0
  let link = 0
  for (const match of prose.matchAll(WORD)) {
    const [from, to] = [match.index, match.index + match[0].length]
    while (mention < mentions.length && mentions[mention]!.to <= from) mention++
    if (mention < mentions.length && overlaps(mentions[mention]!, { from, to })) continue
    if (isPart(prose, from, to)) continue
    while (link < links.length && links[link]!.to <= from) link++
    const linked = link < links.length && links[link]!.from <= from && to <= links[link]!.to
    words.push({ from, to, text: match[0], linked })
  }
  return words
})

/** In UTF-16 code units. What looks at a word's whole line would take for ever in one that nobody has written. */
const LONGEST_LINE = 20_000

/** Whether a block has a line that no person has written. */
export const hasGiantLine = memo(
  ({ prose }: Content): boolean =>
    prose.length > LONGEST_LINE && prose.split('\n').some((line) => line.length > LONGEST_LINE),
)

/** Whether letters stand in something longer that is no word. */
function isPart(prose: string, from: number, to: number): boolean {
  const [before, after] = [prose[from - 1] ?? ' ', prose[to] ?? ' ']
  // Nearly all words stand between blanks.
  if ((before === ' ' || before === '\n') && (after === ' ' || after === '\n' || after === ',')) return false
  if (/[\d_@#$%\\~=+]/.test(before) || before === MASK || /[\d_@$%\\=+]/.test(after) || after === MASK) return true
  // `a.b`, `a:b`, `a/b.c`: names of files, hosts and modules. "either/or" and "well-known" are words.
  if (/[.:]/.test(after) && /[\p{L}\p{N}:/]/u.test(prose[to + 1] ?? ' ')) return true
  if (/[.:]/.test(before) && /[\p{L}\p{N}:]/u.test(prose[from - 2] ?? ' ')) return true
  if (before === '/' && /[/:.]/.test(prose[from - 2] ?? '')) return true
  return after === '(' && prose[to + 1] === ')'
}

/** The distinct words of a block, in lower case, three letters or more. */
export const vocabularyOf = memo((content: Content): readonly string[] => [
  ...new Set(wordsOf(content).flatMap(({ text }) => (text.length >= SHORTEST ? text.toLowerCase() : []))),
])

const SHORTEST = 3

/**
 * The words with a capital inside (`MetaCPAN`), each as it is written, and what else is made of the same letters; five
 * letters or more.
 */
export const spellingsOf = memo((content: Content): readonly string[] => {
  const words = wordsOf(content).map(({ text }) => text)
  const keys = new Set(words.filter(isMixed).map((text) => text.toLowerCase()))
  return keys.size === 0 ? [] : [...new Set(words.filter((text) => keys.has(text.toLowerCase())))]
})

/** Whether a word has a capital inside, and small letters too: no word of a heading in capitals, no sentence's first. */
export const isMixed = (text: string): boolean =>
  text.length >= SHORTEST_MIXED && /\p{Lu}/u.test(text.slice(1)) && /\p{Ll}/u.test(text) && !/['’]/.test(text)

const SHORTEST_MIXED = 5

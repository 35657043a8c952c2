import { othersWith } from '../book/book.ts'
import { isNameWord } from '../book/name-words.ts'
import { usualWord } from '../book/usual-words.ts'
import type { Content } from '../minutes/content.ts'
import { isEnglish, isQuotedLanguage } from '../minutes/language.ts'
import { hasGiantLine, vocabularyOf, type Word, wordsOf } from '../minutes/words.ts'
import { lineAround } from '../text/lines.ts'
import { memo, memoBy } from '../text/memo.ts'
import { orList, phrase } from '../text/phrase.ts'
import { inside } from '../text/span.ts'
import { type BlockSubject, type Report, type Rule, replace, type Subject } from './rule.ts'
import { isEnglishWord, meantBy } from './shared/misspellings.ts'

export const spelling: Rule = {
  id: 'spelling',
  severity: 'hint',
  summary: 'a common misspelling, or a slip in a word that the group’s other minutes have right',
  needsBook: true,
  waits: 'pause',
  context: (subject) => {
    const { book, minutes } = subject
    if (!isEnglish(minutes)) return 'no English'
    const found: string[] = []
    const unusual = unusualIn(subject)
    for (const { content } of minutes.blocks) {
      for (const word of misspeltIn(content)) if (isNameWord(book, word)) found.push(word)
      for (const [word, usual] of unusual(content)) found.push(`${word}=${usual}`)
    }
    return found.join(' ')
  },
  block: (block) => {
    const { content, subject } = block
    if (!isEnglish(subject.minutes) || hasGiantLine(content)) return []
    const unusual = unusualIn(subject)(content)
    return wordsOf(content).flatMap((word) => {
      const slip = slipIn(word, block, unusual)
      return slip && !isQuotation(content, word) ? [report(word, slip)] : []
    })
  },
}

/** The words of a block that are listed as misspellings, in lower case and without the possessive. */
const misspeltIn = memo((content: Content): readonly string[] =>
  vocabularyOf(content)
    .map((word) => word.replace(/['’]s$/, ''))
    .filter(meantBy),
)

/** The words of a block, in lower case, that no other minutes have and that are slips for words of the group. */
const unusualIn = memoBy(
  ({ book, path }: Subject) => [book.words, path, book.parts.size, book.people, book.roster],
  ({ book, path }) =>
    memo((content: Content): ReadonlyMap<string, string> => {
      const found = new Map<string, string>()
      for (const word of vocabularyOf(content)) {
        if (othersWith(book, path, word) > 0 || meantBy(word)) continue
        const usual = usualWord(book, path, word)
        if (!usual || !isSlip(word, usual) || isEnglishWord(word) || isNameWord(book, word)) continue
        found.set(word, usual)
      }
      return found.size > 0 ? found : NONE
    }),
)

const NONE: ReadonlyMap<string, string> = new Map()

/** Whether a word one slip away from another is no word of its own: no form of it, and none of another country. */
function isSlip(word: string, usual: string): boolean {
  const shorter = Math.min(word.length, usual.length)
  let same = 0
  while (same < shorter && word[same] === usual[same]) same++
  if (same >= shorter - (word.length === usual.length ? 1 : 0)) return false
  // Another letter at the head makes another word ("hosting", "posting"); so do some before it ("email", "amoral").
  if (same === 0 && (word.length === usual.length || /^[aeiu]/.test(word))) return false
  return american(word) !== american(usual)
}

const american = (word: string): string =>
  word
    .replace(/is(?=e|ing|ation)/g, 'iz')
    .replaceAll('our', 'or')
    .replaceAll('ll', 'l')
    .replace(/re(?=s?$)/, 'er')
    .replace(/ce(?=s?$)/, 'se')

interface Slip {
  readonly kind: 'listed' | 'unusual' | 'capital'
  /** What was meant, as it is to be written. */
  readonly meant: readonly string[]
}

/** In capitals and shorter than this it may well be a surname. */
const SHORTEST_CAPITALISED = 7

function slipIn(word: Word, block: BlockSubject, unusual: ReadonlyMap<string, string>): Slip | undefined {
  const text = ownWord(word)
  const lower = text.toLowerCase()
  if (hasStrayCapital(text)) return word.linked ? undefined : { kind: 'capital', meant: [uncapitalised(text)] }
  const capitalised = /^\p{Lu}/u.test(text)
  if (text.slice(1) !== lower.slice(1)) return undefined
  if (!capitalised) {
    const usual = word.linked ? undefined : unusual.get(lower)
    if (usual) return { kind: 'unusual', meant: [usual] }
  } else if (text.length < SHORTEST_CAPITALISED || mayBeName(word, block)) return undefined
  const meant = meantBy(lower)
  if (!meant || isNameWord(block.subject.book, lower)) return undefined
  return { kind: 'listed', meant: capitalised ? meant.map(capitalise) : meant }
}

/** Without the possessive. */
const ownWord = ({ text }: Word): string => text.replace(/['’]s$/, '')

/** `policieS`, `THis`; not `APIs`, `macOS`. */
const hasStrayCapital = (text: string): boolean =>
  /^(?:[a-z]{4,}[A-Z]|[A-Z]{2}[a-z]{2,})$/.test(text) && isEnglishWord(text.toLowerCase())

const uncapitalised = (text: string): string => text[0] + text.slice(1).toLowerCase()
const capitalise = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** Whoever is present, and whoever speaks: "Micheal: …". */
function mayBeName({ from, to }: Word, { content: { prose }, kind }: BlockSubject): boolean {
  if (kind === 'attendance') return true
  const line = lineAround(prose, from)
  return /^[\s>*+_-]*$/.test(prose.slice(line.from, from)) && /^[*_]*\s*(?:[:–—]|-\s)/.test(prose.slice(to, line.to))
}

/** In a sentence of another language, quoted with its error, or spoken of as a word. */
function isQuotation(content: Content, { from, to }: Word): boolean {
  const { prose } = content
  if (/^["”]?\s*[[(]sic\b/i.test(prose.slice(to, to + 8))) return true
  if (/["“„]/.test(prose[from - 1] ?? '') && /["”“]/.test(prose[to] ?? '')) return true
  return isQuotedLanguage(inside(wordsOf(content), lineAround(prose, from)))
}

const WHY = phrase`Readers stumble over it, and a search does not find it.`

function report(word: Word, { kind, meant }: Slip): Report {
  const text = ownWord(word)
  const where = { from: word.from, to: word.from + text.length }
  const best = meant[0]!
  const wrong = {
    listed: meant.length === 1 ? phrase`"${text}" is a misspelling of "${best}".` : phrase`"${text}" is a misspelling.`,
    unusual: phrase`"${text}" is one slip away from "${best}", as the group's other minutes have it.`,
    capital: phrase`"${text}" has a stray capital.`,
  }
  return {
    ...where,
    message: {
      wrong: wrong[kind],
      why: WHY,
      remedy: phrase`Change it to ${orList(meant.map((each) => phrase`"${each}"`))}.`,
    },
    fixes: meant.map((each) => replace(phrase`Change to "${each}"`, where, each, { preferred: meant.length === 1 })),
  }
}

import { isNameWord } from '../book/name-words.ts'
import { usualWord } from '../book/usual-words.ts'
import { documentsWith } from '../book/vocabulary.ts'
import type { Content } from '../minutes/content.ts'
import { isEnglish, isQuotedLanguage } from '../minutes/language.ts'
import { hasGiantLine, type Word, wordsOf } from '../minutes/words.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { inside } from '../text/span.ts'
import { type BlockSubject, type Report, type Rule, replace, type Subject } from './rule.ts'
import { isEnglishWord, meantBy } from './shared/misspellings.ts'

export const spelling: Rule = {
  id: 'spelling',
  severity: 'hint',
  summary: 'a common misspelling, or a slip in a word that the group’s other minutes have right',
  waits: 'pause',
  context: (subject) => {
    const { english, names, slips } = knownOf(subject)
    return `${english} ${[...names].join(' ')}\n${[...slips].join(' ')}`
  },
  block: (block) => {
    const known = knownOf(block.subject)
    const { content } = block
    if (!known.english || hasGiantLine(content)) return []
    return wordsOf(content).flatMap((word) => {
      const slip = slipIn(word, block, known)
      return slip && !isQuotation(content, word) ? [report(word, slip)] : []
    })
  },
}

/** What the whole document and the book say, worked out once for a check. */
interface Known {
  readonly english: boolean
  /** The document's misspellings that are handles or names of people. */
  readonly names: ReadonlySet<string>
  /** The document's words that are slips for words of the group. */
  readonly slips: ReadonlyMap<string, string>
}

const knownOf = memo(({ minutes, book, path }: Subject): Known => {
  const words = isEnglish(minutes) ? (book.parts.get(path)?.words ?? []) : []
  const names = new Set<string>()
  const slips = new Map<string, string>()
  for (const word of words) {
    if (meantBy(word)) {
      if (isNameWord(book, word)) names.add(word)
    } else if (documentsWith(book.words, word) === 1) {
      const usual = usualWord(book, word)
      if (usual && isSlip(word, usual) && !isEnglishWord(word) && !isNameWord(book, word)) slips.set(word, usual)
    }
  }
  return { english: isEnglish(minutes), names, slips }
})

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

function slipIn(word: Word, block: BlockSubject, { names, slips }: Known): Slip | undefined {
  const text = ownWord(word)
  const lower = text.toLowerCase()
  if (hasStrayCapital(text)) return word.linked ? undefined : { kind: 'capital', meant: [uncapitalised(text)] }
  const capitalised = /^\p{Lu}/u.test(text)
  if (text.slice(1) !== lower.slice(1) || names.has(lower)) return undefined
  if (!capitalised) {
    const usual = word.linked ? undefined : slips.get(lower)
    if (usual) return { kind: 'unusual', meant: [usual] }
  } else if (text.length < SHORTEST_CAPITALISED || mayBeName(word, block)) return undefined
  const meant = meantBy(lower)
  return meant && { kind: 'listed', meant: capitalised ? meant.map(capitalise) : meant }
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

const WHY = 'Readers stumble over it, and a search does not find it.'

function report(word: Word, { kind, meant }: Slip): Report {
  const text = ownWord(word)
  const where = { from: word.from, to: word.from + text.length }
  const [best] = meant
  const wrong = {
    listed: `"${text}" is a misspelling${meant.length === 1 ? ` of "${best}"` : ''}.`,
    unusual: `"${text}" is one slip away from "${best}", as the group's other minutes have it.`,
    capital: `"${text}" has a stray capital.`,
  }
  return {
    ...where,
    message: {
      wrong: wrong[kind],
      why: WHY,
      remedy: `Change it to ${meant.map((each) => `"${each}"`).join(' or ')}.`,
    },
    fixes: meant.map((each) => replace(`Change to "${each}"`, where, each, { preferred: meant.length === 1 })),
  }
}

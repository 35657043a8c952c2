import { usualSpellings } from '../book/usual-spellings.ts'
import type { Content } from '../minutes/content.ts'
import { hasGiantLine, wordsOf } from '../minutes/words.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { overlaps, type Span, slice } from '../text/span.ts'
import { type Report, type Rule, replace } from './rule.ts'
import { NAMES, TOOLS } from './shared/names.ts'

export const term: Rule = {
  id: 'term',
  severity: 'hint',
  summary: 'a name in other letters than the group, or its owner, writes it',
  needsBook: true,
  waits: 'pause',
  reads: () => undefined,
  context: (subject) => [...usualSpellings(subject).values()].join(' '),
  block: ({ content, subject }) => {
    if (hasGiantLine(content)) return []
    const listed = listedIn(content, subject.settings.terms)
    const usual = usualSpellings(subject)
    const known = wordsOf(content).flatMap(({ from, to, text, linked }) => {
      const where = { from, to: to - (/['’]s$/.test(text) ? 2 : 0) }
      if (listed.some((other) => overlaps(other.where, where))) return []
      const spelling = spellingOf(content, where, linked, usual)
      const isLeft = isShouted(content.prose, where) || isQuoted(content.prose, where)
      return spelling && !isLeft ? [{ where, ...spelling }] : []
    })
    return [...listed, ...known].filter(({ right }) => right !== '').map((misspelt) => report(content, misspelt))
  },
}

interface Misspelt {
  readonly where: Span
  /** How it is to be written; empty where it is well as it is. */
  readonly right: string
  readonly by: 'settings' | 'owner' | 'group'
}

/** The terms of the settings, wherever they stand as words of their own. */
function listedIn({ prose }: Content, terms: readonly string[]): readonly Misspelt[] {
  const pattern = patternOf(terms)
  if (!pattern) return []
  return [...prose.matchAll(pattern)].map((match): Misspelt => {
    const where = { from: match.index, to: match.index + match[0].length }
    const spellings = terms.filter((term) => term.toLowerCase() === match[0].toLowerCase())
    const [right] = spellings
    const isWell =
      !right || spellings.includes(match[0]) || isCapitalised(prose, where, right) || isShouted(prose, where)
    return { where, right: isWell ? '' : right, by: 'settings' }
  })
}

/** In hosts, addresses, handles, channels, file names and longer names, a term may be written as it must. */
const patternOf = memo((terms: readonly string[]): RegExp | undefined => {
  if (terms.length === 0) return undefined
  const longestFirst = [...terms].sort((a, b) => b.length - a.length)
  const any = longestFirst.map((each) => each.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')
  return new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}@#$/\\\\._:~-])(?:${any})(?![\\p{L}\\p{N}\\p{M}@/\\\\_-]|[.:][\\p{L}\\p{N}:/])`,
    'giu',
  )
})

/** A term in small letters, at the head of a sentence. */
const isCapitalised = (prose: string, where: Span, right: string): boolean =>
  right === right.toLowerCase() &&
  slice(prose, where) === right[0]!.toUpperCase() + right.slice(1) &&
  /(?:^|\n|[.:!?-]\s)[\s>*+_-]*$/.test(prose.slice(Math.max(0, where.from - 20), where.from))

/** In a line all in capitals. */
function isShouted(prose: string, where: Span): boolean {
  const line = lineAround(prose, where.from)
  return !/\p{Ll}/u.test(prose.slice(line.from, line.to))
}

/** By itself between quote marks it is spoken of. */
const isQuoted = (prose: string, { from, to }: Span): boolean =>
  /["'“‘„«]/.test(prose[from - 1] ?? '') && /["'”’“»]/.test(prose[to] ?? '')

function spellingOf(
  { prose }: Content,
  where: Span,
  linked: boolean,
  usual: ReadonlyMap<string, string>,
): Pick<Misspelt, 'right' | 'by'> | undefined {
  const text = slice(prose, where)
  const key = text.toLowerCase()
  const [name, group] = [NAMES.get(key) ?? TOOLS.get(key), usual.get(key)]
  const right = group ?? name
  if (!right || right === text || (name && group && name !== group)) return undefined
  // Small letters are those of a command, a package, an account, a channel.
  if (text === key && (!NAMES.has(key) || linked || !standsFree(prose, where))) return undefined
  return { right, by: name ? 'owner' : 'group' }
}

const standsFree = (prose: string, { from, to }: Span): boolean =>
  !/[./#@:~"'“‘+=-]/.test(prose[from - 1] ?? '') && !/^(?!['’]s)["'”’/+=-]/.test(prose.slice(to, to + 2))

const WHY: Readonly<Record<Misspelt['by'], Phrase>> = {
  settings: phrase`Your settings list it so.`,
  owner: phrase`So its owner writes it.`,
  group: phrase`So the group’s other minutes write it.`,
}

function report({ prose }: Content, { where, right, by }: Misspelt): Report {
  return {
    ...where,
    message: {
      wrong: phrase`"${slice(prose, where)}" is to be written "${right}".`,
      why: WHY[by],
      remedy: phrase`Change it, unless it is quoted so.`,
    },
    fixes: [replace(phrase`Change to "${right}"`, where, right, { preferred: true })],
  }
}

import type { Content } from '../minutes/content.ts'
import { MASK } from '../minutes/mask.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { linesOf } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { type Span, shift, slice } from '../text/span.ts'
import { type Message, type Report, type Rule, replace, type Subject } from './rule.ts'
import { gather, orOne } from './shared/gather.ts'

export const invisibleCharacter: Rule = {
  id: 'invisible-character',
  severity: 'warning',
  summary: 'no-break spaces, zero-width characters, a byte order mark before front matter',
  waits: 'pause',
  reads: ({ content }) => inContent(content).length > 0 && content,
  document: (subject) => {
    const found = invisibleIn(subject.minutes)
    const loud = found.filter(({ quiet }) => !quiet)
    const quiet = found.filter(({ quiet }) => quiet)
    return [
      ...byteOrderMark(subject),
      ...orOne(loud, phrase`Change them all`, (count) => ({
        wrong: phrase`At the head of ${count} lines stands an invisible character.`,
        why: phrase`Markdown sees no list items, headings or empty lines there.`,
        remedy: phrase`Change them to plain blanks.`,
      })),
      ...orOne(quiet, phrase`Change them all`, (count) => ({
        wrong: phrase`${count} lines hold no-break spaces or other invisible characters.`,
        why: phrase`A search does not find these words.`,
        remedy: phrase`Change them to plain blanks.`,
      })),
    ]
  },
}

/** Every finding in the Markdown by itself, however many there are. */
export const invisibleIn = (minutes: Minutes): readonly Report[] => gather(minutes, inContent)

/** Jekyll looks for `---` in the very first bytes of a file. Without front matter nothing minds the mark. */
function byteOrderMark({ minutes: { text, frontMatter } }: Subject): Report[] {
  if (!frontMatter || !text.startsWith('\ufeff')) return []
  return [
    {
      from: 0,
      to: 1,
      message: {
        wrong: phrase`A byte order mark (U+FEFF) stands before the front matter.`,
        why: phrase`Jekyll may not see the front matter then, and make no page of these minutes.`,
        remedy: phrase`Save the file as UTF-8 without it.`,
      },
      fixes: [replace(phrase`Remove the byte order mark`, { from: 0, to: 1 }, '', { preferred: true })],
    },
  ]
}

/**
 * What is looked for. Not among them: the joiners U+200C and U+200D, which emoji and several scripts need, the marks of
 * direction, the soft hyphen U+00AD, at which a long word may be broken, and the narrow no-break space U+202F, which
 * French wants before its signs.
 */
const NAMES: Readonly<Record<string, Phrase>> = {
  '\u00a0': phrase`no-break space`,
  '\u200b': phrase`zero-width space`,
  '\u2060': phrase`word joiner`,
  '\ufeff': phrase`zero-width no-break space`,
}
const SIGNS = Object.keys(NAMES).join('')
const ANY = new RegExp(`[${SIGNS}]`)
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g
/** With the plain blanks around them. */
const RUN = new RegExp(`[ \\t]*[${SIGNS}][ \\t${SIGNS}]*`, 'g')

const inContent = memo((content: Content): readonly Report[] => {
  const { text } = content
  if (!ANY.test(text)) return []
  const lines = linesOf(text)
  return lines.flatMap((line, index) => {
    if (!ANY.test(slice(text, line))) return []
    const head = headOf(content, lines, index)
    const edits = [...head.quiet, ...editsInWords(content, { from: head.to, to: line.to })]
    const keeps =
      structureOf(slice(text, line)) === structureOf(withEdits(text, line, edits)) &&
      !edits.some((edit) => joinsSigns(text, edit))
    return [...head.reports, ...inWords(text, edits, keeps)]
  })
})

const withEdits = (text: string, line: Span, edits: readonly TextEdit[]): string =>
  applyEdits(
    slice(text, line),
    edits.map((edit) => ({ ...edit, ...shift(edit, -line.from) })),
  )

/** The markers at a line's head, and what begins or ends a block behind them. */
const STRUCTURE =
  /^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))*(?:#{1,6}(?=[ \t]|$)|`{3}|~{3}|[-=*_][-=*_ \t]*$|<[^<>]*>[ \t]*$|[<|]|\[[^\]]+\]:)?/

/** What the head of a line says to Markdown, and whether that is all the line says. */
function structureOf(line: string): string {
  const [head] = STRUCTURE.exec(line)!
  return `${head.replace(/[ \t]/g, '')} ${head.length === line.length}`
}

/** Whether an edit brings a sign to its neighbour that means something to Markdown there: `\\` before `-`, `*` before `*`. */
const joinsSigns = (text: string, { from, to, insert }: TextEdit): boolean =>
  insert === '' && /[\\*_~`[\]<>!&/|$]/.test((text[from - 1] ?? '') + (text[to] ?? ''))

interface Head {
  /** Where the line's own words begin. */
  readonly to: number
  /** What keeps Markdown from reading it as it was meant. */
  readonly reports: readonly Report[]
  /** What to change in it although Markdown reads it well. */
  readonly quiet: readonly TextEdit[]
}

/** The indentation with quote marks; a list marker, or the signs of a heading, with the blanks behind it; a fence. */
const HEAD = new RegExp(
  `^([ \\t>${SIGNS}]*)(?:([-*+]|\\d{1,9}[.)]|#{1,6})(?=[ \\t${SIGNS}])([ \\t${SIGNS}]*))?(\`\`\`|~~~)?`,
)
/** A box with a no-break space in it or behind it, which the rule `checkbox` reports. */
const BOX = /^\[[ \t\u00a0]*[xX]?[ \t\u00a0]*\]\u00a0*/

function headOf(content: Content, lines: readonly Span[], index: number): Head {
  const { text, prose } = content
  const line = lines[index]!
  const words = slice(text, line)
  const [head, indent = '', marker = '', gap = '', fence = ''] = HEAD.exec(words)!
  const end = line.from + head.length
  const box = BOX.exec(words.slice(head.length))?.[0] ?? ''
  const found = (reports: readonly Report[], quiet: readonly TextEdit[] = []): Head => ({
    to: end + box.length,
    reports,
    quiet,
  })
  const at = head.search(ANY)
  if (at < 0 || prose[line.from + at] === MASK) return found([])
  if (end === line.to && !marker && !fence) {
    const edit = { ...line, insert: head.slice(0, head.lastIndexOf('>') + 1) }
    const joins = [lines[index - 1], lines[index + 1]].some((other) => other && /[^\s>]/.test(slice(text, other)))
    return joins ? found([inHead(text, edit, LOOKS_EMPTY)]) : found([], [edit])
  }
  const brokenIndent = (ANY.test(indent) && (marker || fence)) || (ANY.test(gap) && fence)
  // "17.\u00a0mai" is a date.
  const brokenGap = ANY.test(gap[0] ?? '') && !(/^\d/.test(marker) && /^\p{Ll}/u.test(words.slice(head.length)))
  const brokenBox = ANY.test(gap) && /^\[[ xX]\]/.test(box)
  const indented = indent.replaceAll('\u00a0', ' ').replace(ZERO_WIDTH, '')
  const mended = `${marker}${ANY.test(gap) ? (/^[ \t]+/.exec(gap)?.[0] ?? ' ') : gap}${fence}`
  if (brokenIndent || brokenGap || brokenBox) {
    const why = whyNotSeen(fence !== '', marker.startsWith('#'), brokenBox)
    return found([inHead(text, { from: line.from, to: end, insert: indented + mended }, notSeen(why))])
  }
  // Four plain blanks at the head of a block would make code of it.
  const insert = (index === 0 && ANY.test(indent) ? indented.trimStart() : indented) + mended
  return found([], ANY.test(gap[0] ?? '') ? [] : [{ from: line.from, to: end, insert }])
}

const LOOKS_EMPTY: Message = {
  wrong: phrase`This line looks empty, but an invisible character stands in it.`,
  why: phrase`Markdown makes one paragraph of what stands above and below it.`,
  remedy: phrase`Empty it.`,
}

function whyNotSeen(isFence: boolean, isHeading: boolean, isBox: boolean): Phrase {
  if (isFence) return phrase`Markdown sees no code block here.`
  if (isHeading) return phrase`Markdown sees no heading here.`
  return isBox ? phrase`Markdown sees no action item here.` : phrase`Markdown sees no list item here.`
}

const notSeen = (why: Phrase): Message => ({
  wrong: phrase`At the head of this line stands an invisible character.`,
  why,
  remedy: phrase`Change it to a plain blank.`,
})

const inHead = (text: string, edit: TextEdit, message: Message): Report => ({
  ...tight(text, edit),
  message,
  fixes: [{ title: phrase`Change to a plain blank`, edits: [edit], preferred: true, safe: true }],
})

/** From the first of the invisible characters in a span to the last. */
function tight(text: string, { from, to }: Span): Span {
  while (!ANY.test(text[from]!)) from++
  while (!ANY.test(text[to - 1]!)) to--
  return { from, to }
}

function editsInWords({ text, prose }: Content, { from, to }: Span): TextEdit[] {
  return [...text.slice(from, to).matchAll(RUN)].flatMap((match) => {
    const run = { from: from + match.index, to: from + match.index + match[0].length }
    const sign = tight(text, run)
    if (prose[sign.from] === MASK || isWanted(text, run)) return []
    const isEnd = run.to === to
    // Two plain blanks at a line's end break the line (CommonMark 6.7).
    const insert = isEnd ? (/ {2,}$/.exec(match[0])?.[0] ?? '') : /[ \t\u00a0]/.test(match[0]) ? ' ' : ''
    return [{ ...run, insert }]
  })
}

/** Where good typography, a script or a group's care puts one. */
function isWanted(text: string, run: Span): boolean {
  const before = text.slice(Math.max(0, run.from - 6), run.from)
  const after = text.slice(run.to, run.to + 2)
  const sign = slice(text, run)
  // "@\u200bname" names people without calling them.
  if (/[^ \t\u00a0]/.test(sign))
    return sign === '\u200b' && (before.endsWith('@') || WITHOUT_BLANKS.test(before + after))
  return sign === '\u00a0' && (WANTED_BEFORE.test(after) || WANTED_BEHIND.test(before))
}

const WITHOUT_BLANKS = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
/** Signs that French sets apart, dashes, and numbers: "page 12". */
const WANTED_BEFORE = /^[:;!?»›%‰°€$£–—\d]/
/** French quotation marks; numbers with their units; initials, short prepositions and titles: "Dr. No". */
const WANTED_BEHIND =
  /(?:[«‹§]|\d[.,]?|(?<![\p{L}\p{N}])(?:\p{L}\.?|(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nr|Fig|Vol|pp|art)\.))$/u

/** @param keeps whether the line stays to Markdown what it is. */
function inWords(text: string, edits: readonly TextEdit[], keeps: boolean): Report[] {
  const [first, last] = [edits[0], edits.at(-1)]
  if (!first || !last) return []
  const signs = new Set(edits.flatMap((edit) => [...slice(text, edit)].filter((sign) => NAMES[sign])))
  const [sign] = signs
  const code = sign!.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const breaks = signs.has('\u00a0')
  return [
    {
      ...tight(text, { from: first.from, to: last.to }),
      message: {
        wrong:
          edits.length > 1
            ? phrase`At ${edits.length} places in this line stand invisible characters.`
            : phrase`A ${NAMES[sign!]!} (U+${code}) stands here.`,
        why: phrase`A search does not find these words.`,
        remedy: breaks ? phrase`Change it to a plain blank.` : phrase`Remove it.`,
      },
      fixes: [
        { title: breaks ? phrase`Change to a plain blank` : phrase`Remove it`, edits, preferred: true, safe: keeps },
      ],
      quiet: 'hint',
    },
  ]
}

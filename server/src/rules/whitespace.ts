import type { Content, Item } from '../minutes/content.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { linesOf } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import { overlaps, type Span, slice } from '../text/span.ts'
import { type Message, type Report, type Rule, replace } from './rule.ts'
import { gather, orOne } from './shared/gather.ts'

export const whitespace: Rule = {
  id: 'whitespace',
  severity: 'hint',
  summary: 'blanks at the end of a line, two blanks between words',
  waits: 'moved',
  reads: ({ content }) => trailingIn(content).length + doubleIn(content).length > 0 && content,
  document: ({ minutes }) => [
    ...orOne(trailing(minutes), phrase`Remove them all`, (count) => ({
      ...TRAILING,
      wrong: phrase`${count} lines end in blanks.`,
      remedy: phrase`Remove them.`,
    })),
    ...orOne(gather(minutes, doubleIn), phrase`Make one of each`, (count) => ({
      ...DOUBLE,
      wrong: phrase`At ${count} places stand several blanks between two words.`,
    })),
  ],
}

/** Every finding by itself, however many there are. */
export const whitespaceIn = (minutes: Minutes): readonly Report[] => [
  ...trailing(minutes),
  ...gather(minutes, doubleIn),
]

const trailing = (minutes: Minutes): readonly Report[] => [...gather(minutes, trailingIn), ...betweenBlocks(minutes)]

const TRAILING: Message = {
  wrong: phrase`This line ends in blanks.`,
  why: phrase`Nobody sees them, and they turn up as changes when an editor takes them away.`,
  remedy: phrase`Remove them.`,
}
const EMPTY: Message = { ...TRAILING, wrong: phrase`There are blanks in this empty line.` }
const DOUBLE: Message = {
  wrong: phrase`Several blanks stand between these words.`,
  why: phrase`One was meant, and a search for the words finds one.`,
  remedy: phrase`Make one of them.`,
}

const removal = (where: Span, message: Message): Report => ({
  ...where,
  message,
  fixes: [replace(phrase`Remove the blanks`, where, '', { preferred: true, safe: true })],
})

/** A list marker, the signs of a heading or of a quote with nothing behind them yet. */
const LONE_MARKER = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]*)*(?:\[[ xX]?\]?|#{1,6})?[ \t]*$/

const trailingIn = memo((content: Content): readonly Report[] => {
  const { text, prose } = content
  if (!/[ \t][\r\n]|[ \t]$/.test(text)) return []
  const lines = linesOf(text)
  return lines.flatMap((line, index): Report[] => {
    const blanks = trailingBlanks(prose, text, line)
    if (!blanks) return []
    if (blanks.from === line.from) return [removal(blanks, EMPTY)]
    const words = slice(text, line)
    if (LONE_MARKER.test(words)) return []
    return / {2}$/.test(words) && goesOn(content, lines[index + 1]) ? [] : [removal(blanks, TRAILING)]
  })
})

/**
 * `undefined` for code, where a no-break space stands among them, which `invisible-character` reports, and behind a
 * backslash, which would break the line without them.
 */
function trailingBlanks(prose: string, text: string, { from, to }: Span): Span | undefined {
  let at = to
  while (at > from && isBlank(text, at - 1) && isBlank(prose, at - 1)) at--
  return at === to || /[\u00a0\\]/.test(text[at - 1] ?? '') ? undefined : { from: at, to }
}

const isBlank = (text: string, at: number) => text[at] === ' ' || text[at] === '\t'

/**
 * Whether a line goes on with its paragraph, so that two blanks before it break the line (CommonMark 6.7). One of
 * no-break spaces does.
 */
function goesOn({ text, items }: Content, next: Span | undefined): boolean {
  if (!next || /^[ \t>]*$/.test(slice(text, next))) return false
  return !items.some(
    (item) =>
      item.marker.from >= next.from &&
      item.marker.from < next.to &&
      text.slice(item.marker.to, next.to).trim() !== '' &&
      (!item.ordered || /^0*1$/.test(text.slice(item.marker.from, item.marker.to - 1)) || hasElder(items, item)),
  )
}

/** An item without words, and the first of a list with a number other than 1, do not end a paragraph (CommonMark 5.2). */
const hasElder = (items: Content['items'], item: Item): boolean =>
  items.some(({ parent, marker }) => parent === item.parent && marker.from < item.marker.from)

/** The lines between blocks hold nothing; no block's content knows them. */
function betweenBlocks({ text, blocks, body }: Minutes): Report[] {
  const reports: Report[] = []
  let at = body
  for (let index = 0; index <= blocks.length; index++) {
    const block = blocks[index]
    const to = block ? block.from : text.length
    // A line's end, and one more for an empty line, is the rule.
    if (to - at > 2) emptyLines(text, { from: at, to }, !block, reports)
    if (block) at = block.to
  }
  return reports
}

function emptyLines(text: string, gap: Span, isLast: boolean, reports: Report[]): void {
  let start = gap.from === 0 || /[\r\n\ufeff]/.test(text[gap.from - 1]!) ? gap.from : -1
  for (let at = gap.from; at <= gap.to; at++) {
    const isEnd = at === gap.to
    if (isEnd ? !isLast : text[at] !== '\n' && text[at] !== '\r') continue
    if (start >= 0 && at > start && /^[ \t]+$/.test(text.slice(start, at)))
      reports.push(removal({ from: start, to: at }, EMPTY))
    start = at + 1
  }
}

/** Four and more are a gap that somebody made on purpose. */
const SEVERAL = /(?<=[^ \t\r\n]) {2,3}(?=[^ \t\r\n])/g
/** Marker and box: how far the words stand from them is a matter of list style. */
const LEAD = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[[ \txX]*\]\s*)?/
/** Two blanks behind a sentence or a colon are an old custom. */
const SENTENCE_END = /[.?!:…][)"'”’»\]*_]*$/

/** What is set apart on purpose: the next field of a line, the next box of a ballot, a remark in brackets, a number at its end. */
const APART = /^(?:\(|\*\*|__|\[[ xX]\] |\p{Lu}[\p{L} ]{0,20}:(?:\s|$)|[-–]?\d[\d.,]*%?\s*$)/u

const doubleIn = memo((content: Content): readonly Report[] => {
  const { text, prose, kind } = content
  if (kind === 'table' || !text.includes('  ')) return []
  const lines = linesOf(prose).map((line) => ({ line, runs: runsIn(content, line) }))
  return lines.flatMap(({ line, runs }, index) =>
    runs.flatMap((run): Report[] => {
      const column = run.to - line.from
      const aligned = [lines[index - 1], lines[index + 1]].some((other) =>
        other?.runs.some(({ to }) => to - other.line.from === column),
      )
      if (aligned || [...content.times, ...content.dates].some((each) => overlaps(each, run))) return []
      if (SENTENCE_END.test(prose.slice(Math.max(line.from, run.from - 6), run.from))) return []
      if (APART.test(prose.slice(run.to, Math.min(line.to, run.to + 40)))) return []
      // Before a capital letter a full stop may have been lost: one blank would hide that.
      const safe = !/^\p{Lu}/u.test(prose.slice(run.to, run.to + 2))
      return [
        { ...run, message: DOUBLE, fixes: [replace(phrase`Make one of them`, run, ' ', { preferred: true, safe })] },
      ]
    }),
  )
})

function runsIn({ text, prose }: Content, line: Span): Span[] {
  const words = slice(prose, line)
  // A table, or a column of amounts.
  if (!words.includes('  ') || /[|$£€¥]/.test(words)) return []
  const lead = LEAD.exec(words)![0].length
  return [...words.matchAll(SEVERAL)].flatMap(({ index, 0: { length } }) => {
    const run = { from: line.from + index, to: line.from + index + length }
    return index >= lead && !slice(text, run).includes('\u00a0') ? [run] : []
  })
}

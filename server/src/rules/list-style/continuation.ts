import type { Block } from '../../minutes/blocks.ts'
import type { Content, Item } from '../../minutes/content.ts'
import { memo } from '../../text/memo.ts'
import { phrase } from '../../text/phrase.ts'
import type { Span } from '../../text/span.ts'
import { type Fix, type Message, type Report, replace, shiftReport } from '../rule.ts'

/** Lines that belong to the item above, as Markdown reads them, and look as if they did not. */
export const continuation = (lists: readonly Block[]): Report[] => [...lazy(lists), ...tooDeep(lists)]

/** Whether a list has no such line. */
export const isWellContinued = (content: Content): boolean => flushIn(content).length + deepIn(content).length === 0

/** Texts with more such lines have them for a style. */
const [MOST, MOST_DEEP] = [2, 5]

/**
 * A line below an item that is neither indented nor an item, and goes on in small letters: Markdown takes it for a part
 * of the item above ("lazy continuation", CommonMark 5.2). Often it is what is left of an item.
 */
function lazy(lists: readonly Block[]): Report[] {
  const lines = placed(lists, flushIn)
  if (lines.length > MOST) return []
  // A link or a remark in brackets stands there on purpose, and so does a sentence of its own.
  return lines.flatMap(({ content, from, line }) =>
    /^\p{Ll}/u.test(line.words) ? [shiftReport(report(content, line, LAZY), from)] : [],
  )
}

const LAZY: Message = {
  wrong: phrase`This line has no marker, so it is shown as a part of the item above.`,
  why: phrase`It looks like what is left of an item.`,
  remedy: phrase`Write what is missing, make it an item, or indent it if it belongs there.`,
}

/** An item so far right that it is none: four blanks more than the words above make text of it (CommonMark 5.2). */
function tooDeep(lists: readonly Block[]): Report[] {
  const lines = placed(lists, deepIn)
  if (lines.length > MOST_DEEP) return []
  return lines.map(({ content, from, line }) => shiftReport(report(content, line, TOO_DEEP), from))
}

/** In the prose, as code has such lines too; and in the text, as no item begins behind a no-break space anyway. */
const TOO_FAR = /^ {4,}[-*] +\S/

const TOO_DEEP: Message = {
  wrong: phrase`This line is indented too far for an item, so it is shown as a part of the item above.`,
  why: phrase`Readers see both as one, with the marker in between.`,
  remedy: phrase`Indent it less.`,
}

/** A line of an item's own words behind the first. */
interface Line extends Span {
  readonly item: Item
  /** As masked prose, with its blanks. */
  readonly words: string
}

const linesIn = memo(({ kind, items, prose }: Content): readonly Line[] => {
  if (kind !== 'list') return []
  return items.flatMap((item) => {
    const lines: Line[] = []
    for (let at = prose.indexOf('\n', item.text.from); at >= 0 && at < item.text.to; ) {
      const end = prose.indexOf('\n', at + 1)
      const to = end < 0 || end > item.text.to ? item.text.to : end
      const words = prose.slice(at + 1, to).trimEnd()
      if (words !== '') lines.push({ from: at + 1, to: at + 1 + words.length, item, words })
      at = end
    }
    return lines
  })
})

const flushIn = memo((content: Content) => linesIn(content).filter(({ words }) => /^\S/.test(words)))

const deepIn = memo((content: Content) =>
  linesIn(content).filter(({ words, from, to }) => TOO_FAR.test(words) && TOO_FAR.test(content.text.slice(from, to))),
)

interface PlacedLine {
  readonly content: Content
  readonly from: number
  readonly line: Line
}

function placed(blocks: readonly Block[], linesOf: (content: Content) => readonly Line[]): PlacedLine[] {
  const found: PlacedLine[] = []
  for (const { content, from } of blocks) for (const line of linesOf(content)) found.push({ content, from, line })
  return found
}

function report({ text }: Content, { from, to, item, words }: Line, message: Message): Report {
  const blanks = /^ */.exec(words)![0].length
  return {
    from: from + blanks,
    to,
    message,
    fixes: fixes(text, item, { from, to: from + blanks }, /^ *[-*] /.test(words)),
  }
}

function fixes(text: string, item: Item, before: Span, marked: boolean): Fix[] {
  const indent = text.slice(text.lastIndexOf('\n', item.marker.from - 1) + 1, item.marker.from)
  const lead = text.slice(item.marker.from, item.checkbox?.from ?? item.text.from)
  if (indent.trim() !== '' || !/^\S+ +$/.test(lead)) return []
  const inside = indent + ' '.repeat(lead.length)
  if (marked) return [replace(phrase`Indent it less`, before, inside, { preferred: true })]
  return [replace(phrase`Make it an item`, before, indent + lead), replace(phrase`Indent it`, before, inside)]
}

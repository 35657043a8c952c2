import type { Content, Item } from '../minutes/content.ts'
import type { TextEdit } from '../text/edit.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import { type Report, type Rule, replace } from './rule.ts'
import { gather } from './shared/gather.ts'

export const strayText: Rule = {
  id: 'stray-text',
  severity: 'warning',
  summary: 'a line of lone punctuation, an empty item, a doubled marker, a separator with nothing behind it',
  waits: 'moved',
  reads: ({ content }) => strayIn(content).length > 0 && content,
  document: ({ minutes, path, day }) => {
    // A template has holes on purpose.
    if (!day && /template/i.test(path)) return []
    return gather(minutes, strayIn).map((report) => withSurroundings(minutes.text, report))
  },
}

const strayIn = memo((content: Content): readonly Report[] => {
  if (content.kind === 'list') return content.items.flatMap((item, index) => checkItem(content, item, index))
  if (content.kind === 'paragraph') return lonePunctuation(content)
  return content.heading ? accidentalHeading(content) : []
})

/** What stands around a block belongs to no block. Where its only line goes, so do the blanks before it and its end. */
function withSurroundings(text: string, report: Report): Report {
  const fixes = report.fixes?.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => wholeOf(text, edit)) }))
  return { ...report, ...(fixes && { fixes }) }
}

function wholeOf(text: string, edit: TextEdit): TextEdit {
  const { from, to } = lineAround(text, edit.from)
  if (edit.insert !== '' || edit.to < to || /[^ \t]/.test(text.slice(from, edit.from))) return edit
  if (edit.to > to) return { ...edit, from }
  const [ends] = /^(?:[ \t]*\r?\n){0,2}/.exec(text.slice(to, to + 80))!
  const [first = ''] = /^[ \t]*\r?\n/.exec(ends) ?? []
  // Between two empty lines, one of them goes too.
  const isApart = from === 0 || /\n\r?\n$/.test(text.slice(Math.max(0, from - 3), from))
  return { ...edit, from, to: to + (isApart ? ends : first).length }
}

/**
 * Signs that end or part sentences. Any other may belong to what spans lines: a bracket to a tag or to data, a quote
 * mark to a quotation, a percent sign to a comment; `..` may be short for `…`, and `::` opens and ends boxes.
 */
const LONE = /^(?!\.\.$|::$)[,;.:·]{1,2}$/
/** In a formula a sign may well have a line of its own. */
const TEX = /\$\$|\\\[|\\begin\{/

function lonePunctuation({ text, prose }: Content): Report[] {
  const reports: Report[] = []
  if (TEX.test(text)) return reports
  let from = 0
  for (const line of prose.split('\n')) {
    const sign = line.trim()
    if (LONE.test(sign)) {
      const at = from + line.indexOf(sign)
      reports.push({
        from: at,
        to: at + sign.length,
        message: {
          wrong: phrase`This line holds nothing but "${sign}".`,
          why: phrase`It is shown as text, and looks as if something was lost.`,
          remedy: phrase`Remove the line, or write what is missing.`,
        },
        fixes: [
          replace(phrase`Remove the line`, wholeLine(text, at), '', { preferred: true, safe: /^[,;.]$/.test(sign) }),
        ],
      })
    }
    from += line.length + 1
  }
  return reports
}

/** A lone `-` below a paragraph makes a heading of it (CommonMark 4.3). */
function accidentalHeading({ text }: Content): Report[] {
  const underline = /\n[ \t]*([-=])[ \t\r]*$/.exec(text)
  // Between two lines of dollars it is a formula.
  if (!underline || text.startsWith('$$')) return []
  const at = text.lastIndexOf(underline[1]!)
  return [
    {
      from: at,
      to: at + 1,
      message: {
        wrong: phrase`A lone "${underline[1]!}" below a line makes a heading of that line.`,
        why: phrase`The outline and the page will show a heading that nobody meant.`,
        remedy: phrase`Remove it, or put an empty line above it.`,
      },
      fixes: [replace(phrase`Remove the line`, { from: underline.index, to: text.length }, '', { preferred: true })],
    },
  ]
}

function checkItem(content: Content, item: Item, index: number): Report[] {
  const { text, prose, items } = content
  const child = items[index + 1]
  const nested = child !== undefined && child.from < item.to
  if (item.text.from >= item.text.to)
    return nested ? doubledMarker(content, item, index, child) : [emptyItem(content, item)]
  const words = prose.slice(item.text.from, item.text.to)
  if ((item.checkbox ? NOTHING_TO_DO : NOTHING).test(words)) return [emptyItem(content, item)]
  return nested ? [] : dangling(content, item, words, text)
}

/** A lone sign, a box that was not well made, or what cannot be seen. */
const NOTHING = /^(?:[,;.:]|\[[ xX]*\]|[\u200b\u2060\ufeff]+)$/
/** Behind a box a dash does not say "nobody". */
const NOTHING_TO_DO = /^[,;.:*+–-]$/

function emptyItem({ text }: Content, item: Item): Report {
  const to = item.text.to > item.text.from ? item.text.to : (item.checkbox?.to ?? item.marker.to)
  return {
    from: item.marker.from,
    to,
    message: {
      wrong: phrase`This list item is empty.`,
      why: phrase`It is shown as a lone bullet, and looks as if something was lost.`,
      remedy: phrase`Write what is missing, or remove it; "…" says that there is nothing to say.`,
    },
    fixes: [replace(phrase`Remove the item`, wholeLine(text, item.marker.from), '', { preferred: true })],
    // By itself a star may part two scenes, and a plus sign join two paragraphs.
    ...(/^[*+]\s*$/.test(text) && { quiet: 'hint' as const }),
  }
}

/** `- - text`: the second marker on the same line makes a list within the item. */
function doubledMarker(content: Content, item: Item, index: number, child: Item): Report[] {
  const { text } = content
  const between = text.slice(item.marker.to, child.marker.from)
  if (between.includes('\n') || item.ordered !== child.ordered) return []
  // Several below it are a list meant to be one, and "+" a good side.
  const { children, isProsAndCons } = shapeOf(content)
  if (children.get(index)! > 1 || isProsAndCons) return []
  const marker = text.slice(child.marker.from, child.marker.to)
  return [
    {
      from: item.marker.from,
      to: child.marker.to,
      message: {
        wrong: phrase`A second marker "${marker}" stands at the head of this item.`,
        why: phrase`It is shown as a list within an empty item.`,
        remedy: phrase`Remove one of the two.`,
      },
      fixes: [
        replace(phrase`Remove the second marker`, { from: item.marker.to, to: child.marker.to }, '', {
          preferred: true,
        }),
      ],
    },
  ]
}

/** What the items of a list have in common. A list of thousands must not be gone through for each of its items. */
const shapeOf = memo(({ items, text }: Content) => {
  const children = new Map<number, number>()
  const ends = new Map<string, number>()
  const last = new Map<number, Item>()
  let isProsAndCons = false
  for (const item of items) {
    const { parent, marker } = item
    children.set(parent, (children.get(parent) ?? 0) + 1)
    const end = endOf(text, item)
    if (item.text.to > item.text.from) ends.set(end, (ends.get(end) ?? 0) + 1)
    last.set(parent, item)
    isProsAndCons ||= /^[*-][ \t]+\+[ \t]/.test(text.slice(marker.from, marker.from + 8))
  }
  return { children, ends, last, isProsAndCons }
})

/** The item's last sign, and whose item it is. */
const endOf = (text: string, { parent, text: { to } }: Item): string => `${parent} ${text[to - 1]}`

// A dash may mean none ("Absent: -", "5 yes, no –") or an open end ("2019 –"), and one letter before it a mark ("A-").
const ENDING = /(?:(?<=\s)(?<![:=][*_]*\s+|\d\s+(?=–)|,\s+\p{L}+\s+)[-–—]|(?<=\p{L}{2})-|[;,]|\b(?:e\.g\.|i\.e\.),?)$/u

/** Whether items of a list end in a comma or semicolon by style: several of them, or the first of two. */
function isEnumerated(content: Content, item: Item): boolean {
  const { children, ends, last } = shapeOf(content)
  if (ends.get(endOf(content.text, item))! > 1) return true
  return children.get(item.parent) === 2 && last.get(item.parent) !== item
}

/** An item that ends as if more were to come. */
function dangling(content: Content, item: Item, words: string, text: string): Report[] {
  const sign = ENDING.exec(words.slice(-80))?.[0]
  if (!sign) return []
  if (/^[;,]$/.test(sign) && isEnumerated(content, item)) return []
  // Nor is a form that nobody has filled in yet: "Mon –", "Tue –".
  if (/[-–—]$/.test(sign) && shapeOf(content).ends.get(endOf(text, item))! > 1) return []
  const at = item.text.to - sign.length
  const end = lineAround(text, item.text.to).to
  let from = at
  while (from > item.text.from && /[ \t\u00a0]/.test(text[from - 1]!)) from--
  const nothingLeft = from <= item.text.from
  const where: Span = nothingLeft ? wholeLine(text, item.marker.from) : { from, to: end }
  const title = nothingLeft ? phrase`Remove the item` : phrase`Remove "${sign}"`
  return [
    {
      from: at,
      to: item.text.to,
      message: {
        wrong: phrase`This item ends in "${sign}", with nothing behind it.`,
        why: phrase`It looks as if something was lost.`,
        remedy: phrase`Write what is missing, or remove the sign.`,
      },
      fixes: [replace(title, where, '', { preferred: true })],
      // A comma at the end is often no more than haste.
      ...(/^[,;]$/.test(sign) && { quiet: 'hint' as const }),
    },
  ]
}

/** The line, with its end; at the block's end, which has none, with that of the line before. */
function wholeLine(text: string, at: number): Span {
  const { from, to } = lineAround(text, at)
  if (text.startsWith('\r\n', to)) return { from, to: to + 2 }
  if (text[to] === '\n') return { from, to: to + 1 }
  return { from: from - (from === 0 ? 0 : text.startsWith('\r\n', from - 2) ? 2 : 1), to }
}

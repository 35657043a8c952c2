import type { Block } from '../minutes/blocks.ts'
import type { Content, Item } from '../minutes/content.ts'
import { MASK } from '../minutes/mask.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { linesOf } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { type Span, slice } from '../text/span.ts'
import { type Message, type Report, type Rule, replace, shiftReport } from './rule.ts'

export const checkbox: Rule = {
  id: 'checkbox',
  severity: 'warning',
  summary: 'a checkbox that is not shown as one',
  waits: 'pause',
  block: ({ content }) => (content.kind === 'list' ? content.items.flatMap((item) => checkItem(content, item)) : []),
  document: ({ minutes }) => bareLines(minutes),
}

/** Ill-formed boxes at the head of an item's words. Group 1 is what stands in the box. */
const BOXES: readonly { pattern: RegExp; wrong: Phrase; mend: (mark: string) => string }[] = [
  {
    // "[] and {}" speaks of signs.
    pattern: /^\[()\](?![([:\w])(?![ \t]*(?:[=,]|and\b|or\b|vs\b|is\b|as\b|means?\b|instead\b))(?:[ \t]+|(?=\S)|$)/,
    wrong: phrase`"[]" is no checkbox: there is no blank in it.`,
    mend: () => '[ ] ',
  },
  {
    pattern: /^\[([ \t]*\u00a0[ \t\u00a0]*)\](?![([:])[ \t\u00a0]*/,
    wrong: phrase`The blank in this checkbox is a no-break space (U+00A0).`,
    mend: () => '[ ] ',
  },
  {
    pattern: /^\[([ xX])\]\u00a0[ \t\u00a0]*/,
    wrong: phrase`Behind this checkbox stands a no-break space (U+00A0).`,
    mend: (mark) => `[${mark}] `,
  },
  {
    pattern: /^\[([ \u00a0]+[xX][ \u00a0]*|[xX][ \u00a0]+)\](?![([:])[ \t\u00a0]*/,
    wrong: phrase`There are blanks beside the x in this checkbox.`,
    mend: () => '[x] ',
  },
  {
    pattern: /^\[( {2,})\](?![([:])[ \t\u00a0]*/,
    wrong: phrase`There is more than one blank in this checkbox.`,
    mend: () => '[ ] ',
  },
  {
    pattern: /^\[([ xX])\](?=[@\p{L}\p{N}"*])/u,
    wrong: phrase`Behind this checkbox the blank is missing.`,
    mend: (mark) => `[${mark}] `,
  },
]

const message = (wrong: Phrase): Message => ({
  wrong,
  why: phrase`It is shown as text, and the item does not count as an action item.`,
  remedy: phrase`Write "- [ ] " or "- [x] ".`,
})

function checkItem(content: Content, item: Item): Report[] {
  const { text, prose } = content
  if (item.checkbox) {
    // A box of GFM may still be followed by what GFM does not take for a blank.
    const rest = text.slice(item.text.from, item.text.to)
    const dash = /^[-–*+][ \t]+(?=\S)/.exec(rest)
    if (!dash) return []
    const where = { from: item.text.from, to: item.text.from + dash[0].length }
    return [
      {
        from: item.checkbox.from,
        to: item.text.from + 1,
        message: {
          wrong: phrase`A second marker "${rest[0]!}" stands behind the checkbox.`,
          why: phrase`It is shown as part of the text, and the owner is not at its head.`,
          remedy: phrase`Remove it.`,
        },
        fixes: [replace(phrase`Remove the second marker`, where, '', { preferred: true, safe: true })],
      },
    ]
  }
  if (prose[item.text.from] === MASK) return []
  const head = text.slice(item.text.from, item.text.from + 24)
  return BOXES.flatMap(({ pattern, wrong, mend }): Report[] => {
    const found = pattern.exec(head)
    // With nothing behind it, the item is empty, as the rule `stray-text` says.
    if (!found || item.text.from + found[0].length >= item.text.to) return []
    const where: Span = { from: item.text.from, to: item.text.from + found[0].length }
    const box = item.text.from + found[0].trimEnd().length
    const insert = mend(found[1]!)
    return [
      {
        from: where.from,
        to: Math.max(box, where.from + 2),
        message: message(wrong),
        fixes: [replace(phrase`Change to "${insert.trim()}"`, where, insert, { preferred: true, safe: true })],
      },
    ]
  }).slice(0, 1)
}

// Indented further, a box is the continuation of a wrapped item.
const BARE = /^([ \t]*)(?:([-*+])(\[[ xX\u00a0]?\])(?=[ \t\u00a0]*\S)|(\[[ xX\u00a0]\])(?=[ \t\u00a0]+[^\s(]))/

/** A line that was meant to be an item: `[ ] text` without a bullet, `-[ ] text` without the blank. */
interface BareLine extends Span {
  readonly box: string
  /** The bullet that it has, or that those around it have; none where there are no others in its block. */
  readonly bullet: string | undefined
  readonly isGlued: boolean
}

function bareLines({ blocks }: Minutes): Report[] {
  const reports: Report[] = []
  let last: string | undefined
  for (const { content, from } of blocks) {
    for (const line of bareLinesIn(content))
      reports.push(shiftReport(bareReport(line, last ?? firstBullet(blocks) ?? '-'), from))
    last = bulletIn(content) ?? last
  }
  return reports
}

const firstBullet = memo((blocks: readonly Block[]): string | undefined => {
  for (const { content } of blocks) {
    const bullet = bulletIn(content)
    if (bullet !== undefined) return bullet
  }
  return undefined
})

function bareReport({ from, to, box, bullet, isGlued }: BareLine, around: string): Report {
  const insert = `${bullet ?? around} ${box}`
  return {
    from,
    to,
    message: message(
      isGlued
        ? phrase`Between bullet and checkbox the blank is missing.`
        : phrase`This checkbox has no bullet before it.`,
    ),
    fixes: [replace(phrase`Change to "${insert}"`, { from, to }, insert, { preferred: true, safe: true })],
  }
}

/** The first bullet of a list; `undefined` where the outermost items are numbered. */
function bulletIn({ kind, items: [item], text }: Content): string | undefined {
  return kind === 'list' && item && !item.ordered ? text.slice(item.marker.from, item.marker.to) : undefined
}

const bareLinesIn = memo((content: Content): readonly BareLine[] => {
  const { text, items, kind } = content
  if ((kind !== 'list' && kind !== 'paragraph') || !text.includes('[')) return []
  const heads = new Set(items.map((item) => text.lastIndexOf('\n', item.text.from) + 1))
  let next = 0
  return linesOf(text).flatMap((line) => {
    while (next < items.length && items[next]!.marker.from < line.from) next++
    return heads.has(line.from) ? [] : (bareLine(content, line, items[next - 1]) ?? [])
  })
})

/** @param above the item that the line stands below, if any. */
function bareLine({ text, prose }: Content, line: Span, above: Item | undefined): BareLine | undefined {
  const match = BARE.exec(slice(text, line))
  if (!match) return undefined
  const [head, indent, glued, ofGlued, alone] = match
  const from = line.from + indent!.length
  const to = line.from + head.length
  // Several on a line are a ballot, and "[x] = here" explains a sign.
  if (/\[[ xX\u00a0]?\]|^[ \t]*(?:=|means?\b)/.test(text.slice(to, line.to)) || prose[from] === MASK) return undefined
  const box = (ofGlued ?? alone!).replace('\u00a0', ' ').replace('[]', '[ ]')
  return { from, to, box, bullet: glued ?? (above && nextMarker(text, above)), isGlued: glued !== undefined }
}

/** The marker of an item that follows another. */
function nextMarker(text: string, { marker, ordered }: Item): string {
  const sign = slice(text, marker)
  return ordered ? `${Number.parseInt(sign, 10) + 1}${sign.at(-1)}` : sign
}

import type { Content, Item } from '../minutes/content.ts'
import { MASK } from '../minutes/mask.ts'
import type { Span } from '../text/span.ts'
import { type Message, type Report, type Rule, replace } from './rule.ts'

export const checkbox: Rule = {
  id: 'checkbox',
  severity: 'warning',
  summary: 'a checkbox that is not shown as one',
  waits: 'pause',
  block: ({ content }) => {
    if (content.kind !== 'list' && content.kind !== 'paragraph') return []
    return [...content.items.flatMap((item) => checkItem(content, item)), ...bareLines(content)]
  },
}

/** Ill-formed boxes at the head of an item's words. Group 1 is what stands in the box. */
const BOXES: readonly { pattern: RegExp; wrong: string; mend: (mark: string) => string }[] = [
  {
    // "[] and {}" speaks of signs.
    pattern: /^\[()\](?![([:\w])(?![ \t]*(?:[=,]|and\b|or\b|vs\b|is\b|as\b|means?\b|instead\b))(?:[ \t]+|(?=\S)|$)/,
    wrong: '"[]" is no checkbox: there is no blank in it.',
    mend: () => '[ ] ',
  },
  {
    pattern: /^\[([ \t]*\u00a0[ \t\u00a0]*)\](?![([:])[ \t\u00a0]*/,
    wrong: 'The blank in this checkbox is a no-break space (U+00A0).',
    mend: () => '[ ] ',
  },
  {
    pattern: /^\[([ xX])\]\u00a0[ \t\u00a0]*/,
    wrong: 'Behind this checkbox stands a no-break space (U+00A0).',
    mend: (mark) => `[${mark}] `,
  },
  {
    pattern: /^\[([ \u00a0]+[xX][ \u00a0]*|[xX][ \u00a0]+)\](?![([:])[ \t\u00a0]*/,
    wrong: 'There are blanks beside the x in this checkbox.',
    mend: () => '[x] ',
  },
  {
    pattern: /^\[( {2,})\](?![([:])[ \t\u00a0]*/,
    wrong: 'There is more than one blank in this checkbox.',
    mend: () => '[ ] ',
  },
  {
    pattern: /^\[([ xX])\](?=[@\p{L}\p{N}"*])/u,
    wrong: 'Behind this checkbox the blank is missing.',
    mend: (mark) => `[${mark}] `,
  },
]

const message = (wrong: string): Message => ({
  wrong,
  why: 'It is shown as text, and the item does not count as an action item.',
  remedy: 'Write "- [ ] " or "- [x] ".',
})

function checkItem(content: Content, item: Item): Report[] {
  const { text, prose } = content
  if (item.checkbox) {
    // A box of GFM may still be followed by what GFM does not take for a blank.
    const rest = text.slice(item.text.from, item.text.to)
    const dash = /^[-–*+][ \t]+(?=\S)|^[-–*+]$/.exec(rest)
    if (!dash) return []
    const where = { from: item.text.from, to: item.text.from + dash[0].length }
    return [
      {
        from: item.checkbox.from,
        to: item.text.from + 1,
        message: {
          wrong: `A second marker "${rest[0]}" stands behind the checkbox.`,
          why: 'It is shown as part of the text, and the owner is not at its head.',
          remedy: 'Remove it.',
        },
        fixes: [replace('Remove the second marker', where, '', { preferred: true, safe: true })],
      },
    ]
  }
  if (prose[item.text.from] === MASK) return []
  const head = text.slice(item.text.from, item.text.from + 24)
  return BOXES.flatMap(({ pattern, wrong, mend }): Report[] => {
    const found = pattern.exec(head)
    if (!found) return []
    const where: Span = { from: item.text.from, to: item.text.from + found[0].length }
    const box = item.text.from + found[0].trimEnd().length
    const insert = mend(found[1]!)
    return [
      {
        from: where.from,
        to: Math.max(box, where.from + 2),
        message: message(wrong),
        fixes: [replace(`Change to "${insert.trim()}"`, where, insert, { preferred: true, safe: true })],
      },
    ]
  }).slice(0, 1)
}

// Indented further, a box is the continuation of a wrapped item.
const BARE = /^([ \t]*)(?:([-*+])(\[[ xX\u00a0]?\])|(\[[ xX\u00a0]\])(?=[ \t\u00a0]+[^\s(]))/

/** Lines that were meant to be items: `[ ] text` without a bullet, `-[ ] text` without the blank. */
function bareLines({ text, prose, items, kind }: Content): Report[] {
  const reports: Report[] = []
  const heads = new Set(items.map((item) => text.lastIndexOf('\n', item.text.from) + 1))
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    const found = (kind === 'paragraph' || !heads.has(from)) && BARE.exec(text.slice(from, to))
    // Several on a line are a ballot, and "[x] = here" explains a sign.
    const single = found && !/\[[ xX\u00a0]?\]|^[ \t]*(?:=|means?\b)/.test(text.slice(from + found[0].length, to))
    if (found && single && prose[from + found[1]!.length] !== MASK) {
      const at = from + found[1]!.length
      const box = (found[3] ?? found[4]!).replace('\u00a0', ' ').replace('[]', '[ ]')
      const length = found[0].length - found[1]!.length
      reports.push({
        from: at,
        to: at + length,
        message: message(
          found[2] ? 'Between bullet and checkbox the blank is missing.' : 'This checkbox has no bullet before it.',
        ),
        fixes: [
          replace(`Change to "${found[2] ?? '-'} ${box}"`, { from: at, to: at + length }, `${found[2] ?? '-'} ${box}`, {
            preferred: true,
            safe: true,
          }),
        ],
      })
    }
    from = to + 1
  }
  return reports
}

import type { SyntaxNodeRef, Tree } from '@lezer/common'
import { type Span, span, trim } from '../text/span.ts'
import { type DateMention, scanDates } from './dates.ts'
import { type Heading, readHeading } from './headings.ts'
import { maskProse } from './mask.ts'
import { type Mention, scanMentions } from './mentions.ts'
import { scanTimes, type TimeMention } from './times.ts'

export type BlockKind = 'heading' | 'list' | 'paragraph' | 'quote' | 'table' | 'code' | 'other'

/** A link with its label: `[label](address)`. Spans cover what the names say. */
export interface Link extends Span {
  readonly label: Span
  readonly address: Span
}

/** A checkbox as Markdown has it, `[ ]` or `[x]`, blanks excluded. */
export interface Checkbox extends Span {
  readonly done: boolean
}

/** A list item: what minutes call a note. `from` to `to` covers its children too. */
export interface Item extends Span {
  /** 0 for the items of the outermost list. */
  readonly depth: number
  /** The index of the item it is nested in; -1 at depth 0. */
  readonly parent: number
  readonly ordered: boolean
  /** `-`, `*`, `12.` … */
  readonly marker: Span
  readonly checkbox?: Checkbox
  /** Its own words: behind marker and checkbox, up to its first nested list; white space trimmed. Empty where it has none. */
  readonly text: Span
}

/**
 * All that one block of Markdown (a heading, a whole list, a paragraph) says by itself. Every offset counts from the
 * block's start, so that the same content stands for the block wherever edits elsewhere move it.
 */
export interface Content {
  readonly kind: BlockKind
  /** The block's raw text, but for lone CRs: they are LF here. */
  readonly text: string
  /** The text with what is not prose covered; see {@link maskProse}. */
  readonly prose: string
  readonly heading?: Heading
  readonly items: readonly Item[]
  readonly links: readonly Link[]
  readonly mentions: readonly Mention[]
  readonly dates: readonly DateMention[]
  readonly times: readonly TimeMention[]
}

/** More handles, dates or times than this no list and no paragraph has. What goes by pairs of them must not take for ever. */
const MOST = 1000

const KINDS: Record<string, BlockKind> = {
  BulletList: 'list',
  OrderedList: 'list',
  Paragraph: 'paragraph',
  Blockquote: 'quote',
  Table: 'table',
  FencedCode: 'code',
  CodeBlock: 'code',
}

// Escapes and entities are signs, not letters: `\@name` mentions nobody.
const NOT_PROSE = new Set([
  ...['InlineCode', 'FencedCode', 'CodeBlock', 'HTMLBlock', 'HTMLTag', 'CommentBlock', 'Comment', 'URL', 'Escape'],
  ...['ProcessingInstruction', 'ProcessingInstructionBlock', 'LinkTitle', 'LinkReference', 'Entity'],
])

/** Reads one block. `tree` is its syntax tree and `text` exactly its text. */
export function readContent(tree: Tree, text: string): Content {
  const covered: Span[] = []
  const links: Link[] = []
  const items: MutableItem[] = []
  const open: number[] = []
  const tags: Span[] = []
  const edges: Span[] = []
  tree.iterate({
    enter(node) {
      const name = node.name
      if (NOT_PROSE.has(name)) {
        const where = span(node.from, Math.min(node.to, text.length))
        covered.push(where)
        if (name === 'HTMLTag') tags.push(where)
        if (name === 'HTMLTag' || name === 'Entity') edges.push(where)
        return false
      }
      if (name === 'ListItem') {
        open.push(items.push(itemAt(node, open.length, open.at(-1) ?? -1)) - 1)
      } else if (name === 'ListMark') {
        const item = items[open.at(-1)!]
        if (item) {
          item.marker = span(node.from, node.to)
          item.text = span(node.to, item.text.to)
        }
      } else if (name === 'Link') {
        const link = linkAt(node)
        if (link) links.push(link)
      } else if (name === 'BulletList' || name === 'OrderedList') {
        const item = items[open.at(-1) ?? -1]
        if (item && item.text.to > node.from) item.text = span(item.text.from, Math.max(item.text.from, node.from))
      }
      return undefined
    },
    leave(node) {
      if (node.name === 'ListItem') open.pop()
    },
  })
  const code = codeBetween(text, tags)
  if (code.length > 0) covered.push(...code)
  if (code.length > 0) covered.sort((a, b) => a.from - b.from || b.to - a.to)
  const prose = maskProse(text, covered)
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(tree.type.name)
  return {
    kind: heading ? 'heading' : (KINDS[tree.type.name] ?? 'other'),
    text,
    prose,
    ...(heading && { heading: readHeading(Number(heading[1]), text) }),
    items: items.map((item) => finishItem(item, text)),
    links,
    mentions: scanMentions(prose, edges).slice(0, MOST),
    dates: scanDates(prose).slice(0, MOST),
    times: scanTimes(prose).slice(0, MOST),
  }
}

/** What stands between the tags of code, as in `<code>x</code>`. */
function codeBetween(text: string, tags: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  let opened: { readonly name: string; readonly to: number } | undefined
  for (const { from, to } of tags) {
    const [, slash, name] = /^<(\/?)(code|pre|kbd|samp|script|style)\b/i.exec(text.slice(from, from + 10)) ?? []
    if (!name) continue
    if (!slash) opened ??= { name: name.toLowerCase(), to }
    else if (opened?.name === name.toLowerCase()) {
      found.push(span(opened.to, from))
      opened = undefined
    }
  }
  return found
}

type MutableItem = { -readonly [K in keyof Item]: Item[K] }

const itemAt = (node: SyntaxNodeRef, depth: number, parent: number): MutableItem => ({
  from: node.from,
  to: node.to,
  depth,
  parent,
  ordered: node.node.parent?.name === 'OrderedList',
  marker: span(node.from, node.from),
  text: span(node.from, node.to),
})

const CHECKBOX = /^\[([ xX])\](?=[ \t\n\r]|$)/

function finishItem(item: MutableItem, text: string): Item {
  const words = trim(text, item.text)
  const own = words.from < words.to ? words : placeIn(item, text)
  const box = CHECKBOX.exec(text.slice(own.from, own.from + 4))
  if (!box) return { ...item, text: own }
  const checkbox = { from: own.from, to: own.from + 3, done: box[1] !== ' ' }
  return { ...item, checkbox, text: trim(text, span(Math.min(checkbox.to, own.to), own.to)) }
}

/** Where the words of an empty item would stand: behind the marker and a blank, and never on another line. */
function placeIn({ marker: { to } }: MutableItem, text: string): Span {
  const at = /[ \t\u00a0]/.test(text[to] ?? '') ? to + 1 : to
  return span(at, at)
}

function linkAt(node: SyntaxNodeRef): Link | undefined {
  const marks = node.node.getChildren('LinkMark')
  // The label of a reference may hold an address of its own: `[ada@example.org]`.
  const address = node.node.getChildren('URL').find(({ from }) => from >= (marks[1]?.to ?? node.to))
  if (!address || marks.length < 2) return undefined
  return {
    from: node.from,
    to: node.to,
    label: span(marks[0]!.to, marks[1]!.from),
    address: span(address.from, address.to),
  }
}

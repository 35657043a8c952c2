import type { Position } from 'vscode-languageserver-types'
import type { SectionKind } from '../../minutes/headings.ts'
import { MASK } from '../../minutes/mask.ts'
import { blockAt, kindAt } from '../../minutes/minutes.ts'
import type { OpenMinutes } from '../document.ts'

/** Where the caret is, as completions see it. */
export interface Caret {
  readonly offset: number
  /** Where the line begins, and its text up to the caret. */
  readonly lineStart: number
  readonly before: string
  /** The rest of the line. */
  readonly after: string
  /** Index of the block; -1 in front of the first. */
  readonly block: number
  readonly kind: SectionKind | undefined
  /** What it stands in: Markdown's own text, the address of a link, or front matter. */
  readonly place: 'prose' | 'address' | 'front matter'
  /** The sign whose typing asked; none when somebody asks, or types on. */
  readonly sign?: string
}

/** The caret at a position; `undefined` inside code, comments, addresses elsewhere, and front matter of another kind. */
export function caretAt(open: OpenMinutes, position: Position, sign?: string): Caret | undefined {
  const { document, minutes } = open
  const { text, body, frontMatter } = minutes
  const offset = document.offsetAt(position)
  const isClosed = frontMatter && !frontMatter.problems.some(({ kind }) => kind === 'unclosed')
  const inFrontMatter = isInFrontMatter(text, offset, isClosed ? frontMatter.inner.to : undefined)
  if (!inFrontMatter && (offset < body || (frontMatter && offset < frontMatter.to))) return undefined
  const floor = inFrontMatter ? 0 : body
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1) + 1, floor)
  const end = text.indexOf('\n', offset)
  const block = inFrontMatter ? -1 : blockAt(minutes, offset)
  const caret = {
    offset,
    lineStart,
    before: text.slice(lineStart, offset),
    after: text.slice(offset, end < 0 ? text.length : end).replace(/\r$/, ''),
    block,
    kind: block < 0 ? undefined : kindAt(minutes, block),
    ...(sign !== undefined && { sign }),
  }
  if (caret.before.length > LONGEST_LINE) return undefined
  if (inFrontMatter) return { ...caret, place: 'front matter' }
  const found = minutes.blocks[block]
  if (!found || offset - found.from > found.content.text.length) return { ...caret, place: 'prose' }
  const { content, from } = found
  if (content.kind === 'code') return undefined
  if (content.prose[offset - from - 1] !== MASK) return { ...caret, place: 'prose' }
  // What is covered may be the address that is being typed: its bracket is not.
  const address = ADDRESS.exec(caret.before)
  const bracket = address && offset - from - address[1]!.length - 1
  return address && content.prose[bracket!] === '(' ? { ...caret, place: 'address' } : undefined
}

/** Longer lines nobody types. In UTF-16 code units. */
const LONGEST_LINE = 2000

/** The address of a link that is being typed, behind its label. */
export const ADDRESS = /\]\(([^()\s<>]*)$/

const OPENED = /^\uFEFF?---[ \t]*\r?\n/
const KEYS = /^(?:[A-Za-z_][\w-]*[ \t]*:.*|[ \t]+\S.*|-[ \t].*|[ \t]*\r?)$/

/** Whether an offset lies between the delimiters, the second of which may be yet to come. */
function isInFrontMatter(text: string, offset: number, end: number | undefined): boolean {
  const opened = OPENED.exec(text.slice(0, 20))
  if (!opened || offset < opened[0].length || (end !== undefined && offset > end)) return false
  const above = text.slice(opened[0].length, text.lastIndexOf('\n', offset - 1) + 1)
  return above.length < LONGEST_LINE && above.split('\n').every((line) => KEYS.test(line))
}

/** The marker of an item with a checkbox, and what is typed behind it. */
const ITEM = /^(\s*(?:[-*+]|\d{1,9}[.)])[ \t\u00a0]+(?:\[[ xX]\][ \t\u00a0]+)?)(.*)$/

/** What of an item's own words is typed; `undefined` on a line that begins none. */
export const itemTyped = ({ before }: Caret): string | undefined => ITEM.exec(before)?.[2]

/** Whether nothing stands behind the caret but what an editor closes by itself. */
export const isLineEnd = ({ after }: Caret): boolean => /^[\])}"'\s]*$/.test(after)

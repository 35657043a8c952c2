import { NodeType, Tree } from '@lezer/common'
import { align } from '../text/align.ts'
import type { Span } from '../text/span.ts'
import { type Content, readContent } from './content.ts'

/** A block at its place in the text. `content` counts from `from`. */
export interface Block extends Span {
  readonly tree: Tree
  readonly content: Content
}

/**
 * The top-level blocks of a document. Those whose syntax tree the parser took over from the text before keep their
 * content, and so do those that it read again and that have the same words, as those around a change mostly do; those
 * that did not even move are the same objects.
 *
 * @param base where the tree's offset 0 lies in `text`.
 */
export function readBlocks(tree: Tree, text: string, base: number, previous: readonly Block[] = []): readonly Block[] {
  const found: Placed[] = []
  collect(tree, base, found)
  const places = align<Placed, Tree>(found, previous, (block) => block.tree)
  const left = leftOver(previous, places)
  return found.map(({ tree, from }, index): Block => {
    const before = previous[places[index]!]
    if (before?.from === from) return before
    const to = Math.min(from + tree.length, text.length)
    if (before) return { tree, from, to, content: before.content }
    const words = withLineFeeds(text.slice(from, to))
    const same = left.find((block) => block.tree.type === tree.type && block.content.text === words)
    return { tree, from, to, content: same?.content ?? readContent(tree, words) }
  })
}

/** The blocks of before that have no place any more: those around the change. */
function leftOver(previous: readonly Block[], places: readonly number[]): readonly Block[] {
  if (previous.length === 0) return previous
  const kept = new Set(places)
  const left = previous.filter((_, index) => !kept.has(index))
  return left.length <= MOST_LEFT ? left : []
}

/** A change that concerns more of them is no keystroke. */
const MOST_LEFT = 20

/** A lone CR ends a line as well; whoever reads a block need look for LF only. */
const withLineFeeds = (text: string) => (text.includes('\r') ? text.replace(/\r(?!\n|$)/g, '\n') : text)

interface Placed {
  readonly tree: Tree
  readonly from: number
}

/** Lezer balances a long document into anonymous nodes; the blocks are below them. */
function collect(tree: Tree, from: number, found: Placed[]): void {
  tree.children.forEach((child, index) => {
    if (!(child instanceof Tree)) return
    const at = from + tree.positions[index]!
    if (child.type === NodeType.none) collect(child, at, found)
    else found.push({ tree: child, from: at })
  })
}

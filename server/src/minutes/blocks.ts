import { NodeType, Tree } from '@lezer/common'
import type { Span } from '../text/span.ts'
import { type Content, readContent } from './content.ts'

/** A block at its place in the text. `content` counts from `from`. */
export interface Block extends Span {
  readonly tree: Tree
  readonly content: Content
}

/**
 * The top-level blocks of a document. Those whose syntax tree the parser took over from the text before keep their
 * content, and those that did not even move are the same objects.
 *
 * @param base where the tree's offset 0 lies in `text`.
 */
export function readBlocks(tree: Tree, text: string, base: number, previous: readonly Block[] = []): readonly Block[] {
  const found: Placed[] = []
  collect(tree, base, found)
  const blocks = new Array<Block>(found.length)
  let head = 0
  while (head < found.length && head < previous.length && found[head]!.tree === previous[head]!.tree) {
    blocks[head] = place(previous[head]!, found[head]!)
    head++
  }
  let tail = 0
  while (tail < found.length - head && tail < previous.length - head) {
    const now = found[found.length - 1 - tail]!
    const before = previous[previous.length - 1 - tail]!
    if (now.tree !== before.tree) break
    blocks[found.length - 1 - tail] = place(before, now)
    tail++
  }
  const moved = new Map(previous.slice(head, previous.length - tail).map((block) => [block.tree, block]))
  for (let i = head; i < found.length - tail; i++) {
    const now = found[i]!
    const before = moved.get(now.tree)
    if (before) blocks[i] = place(before, now)
    else {
      const to = Math.min(now.from + now.tree.length, text.length)
      blocks[i] = { tree: now.tree, from: now.from, to, content: readContent(now.tree, text.slice(now.from, to)) }
    }
  }
  return blocks
}

interface Placed {
  readonly tree: Tree
  readonly from: number
}

const place = (block: Block, { from }: Placed): Block =>
  block.from === from ? block : { tree: block.tree, from, to: from + block.content.text.length, content: block.content }

/** Lezer balances a long document into anonymous nodes; the blocks are below them. */
function collect(tree: Tree, from: number, found: Placed[]): void {
  tree.children.forEach((child, index) => {
    if (!(child instanceof Tree)) return
    const at = from + tree.positions[index]!
    if (child.type === NodeType.none) collect(child, at, found)
    else found.push({ tree: child, from: at })
  })
}

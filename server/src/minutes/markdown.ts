import { type Tree, TreeFragment } from '@lezer/common'
import { GFM, parser } from '@lezer/markdown'
import type { TextChange } from '../text/edit.ts'

const markdown = parser.configure(GFM)

/** A parsed Markdown text, and what the next parse can take over from it. */
export interface MarkdownTree {
  readonly tree: Tree
  readonly fragments: readonly TreeFragment[]
}

/**
 * Parses Markdown with its GitHub extensions. Any text parses.
 *
 * @param previous the tree of the text before `changes`; what they did not touch is taken over as the same objects.
 */
export function parseMarkdown(
  text: string,
  previous?: MarkdownTree,
  changes: readonly TextChange[] = [],
): MarkdownTree {
  let fragments = previous?.fragments ?? []
  for (const { from, to, length } of changes) {
    fragments = TreeFragment.applyChanges(fragments, [{ fromA: from, toA: to, fromB: from, toB: from + length }])
  }
  const tree = markdown.parse(text, fragments)
  return { tree, fragments: TreeFragment.addTree(tree) }
}

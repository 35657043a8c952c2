import { type Tree, TreeFragment } from '@lezer/common'
import { GFM, type MarkdownConfig, parser } from '@lezer/markdown'
import type { TextChange } from '../text/edit.ts'

// The parser takes quadratic time for some texts that no one writes. None of them may hang a server.
const [DEEPEST, LONGEST, MOST_BRACKETS] = [60, 20_000, 500]
const BRACKETS = /[[\]<`]/g

const limits: MarkdownConfig = {
  parseBlock: [
    {
      name: 'TooDeep',
      before: 'IndentedCode',
      parse(cx, line) {
        if (cx.depth < DEEPEST) return false
        cx.addElement(cx.elt('Paragraph', cx.lineStart + line.pos, cx.lineStart + line.text.length))
        cx.nextLine()
        return true
      },
    },
  ],
  parseInline: [
    {
      name: 'TooMuch',
      before: 'Escape',
      parse(cx, next, from) {
        if (from === cx.offset) {
          const long = cx.end - from
          if (long > LONGEST) return cx.end
          if (long > MOST_BRACKETS && (cx.text.match(BRACKETS)?.length ?? 0) > MOST_BRACKETS) return cx.end
        }
        if (next !== BLANK || cx.char(from + 1) !== BLANK) return -1
        let to = from + 2
        while (cx.char(to) === BLANK) to++
        return cx.char(to) === LINE_END ? -1 : to
      },
    },
  ],
}
const [BLANK, LINE_END] = [0x20, 0x0a]

const markdown = parser.configure([GFM, limits])

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

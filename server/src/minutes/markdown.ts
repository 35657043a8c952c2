import { type Tree, TreeFragment } from '@lezer/common'
import {
  Autolink,
  type InlineContext,
  type Line,
  type MarkdownConfig,
  parser,
  Strikethrough,
  Table,
  TaskList,
} from '@lezer/markdown'
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
        if (isLetterOrDigit(next))
          return from > cx.offset && isLetterOrDigit(cx.char(from - 1)) ? endOfWord(cx, from) : -1
        if (next !== BLANK || cx.char(from + 1) !== BLANK) return -1
        let to = from + 2
        while (cx.char(to) === BLANK) to++
        return cx.char(to) === LINE_END ? -1 : to
      },
    },
  ],
}
const [BLANK, LINE_END] = [0x20, 0x0a]

const isLetterOrDigit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)

/** Nothing of Markdown begins within a word, so no parser need be asked at each of its letters. */
function endOfWord(cx: InlineContext, from: number): number {
  let to = from + 1
  while (isLetterOrDigit(cx.char(to))) to++
  return to
}

// The parser's tables take quadratic time for a line of blanks, and do not know a delimiter row with a blank at its end.
const [table] = Table.parseBlock!
const tables: MarkdownConfig = {
  ...Table,
  parseBlock: [
    {
      ...table!,
      leaf(cx, leaf) {
        const rows = table!.leaf!(cx, leaf)
        if (!rows) return null
        const nextLine = rows.nextLine.bind(rows)
        rows.nextLine = (cx, line, leaf) => line.text.length <= LONGEST_ROW && nextLine(cx, trimmed(line), leaf)
        return rows
      },
      endLeaf(cx, line, leaf) {
        const next = cx.peekLine().trimEnd()
        if (next.length > LONGEST_ROW || line.text.length > LONGEST_ROW) return false
        return table!.endLeaf!(Object.create(cx, { peekLine: { value: () => next } }), line, leaf)
      },
    },
  ],
}
const LONGEST_ROW = 2000
const trimmed = (line: Line): Line => Object.create(line, { text: { value: line.text.trimEnd() } })

const markdown = parser.configure([tables, TaskList, Strikethrough, Autolink, limits])

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
  const carriageReturns = text.includes('\r')
  let fragments = previous?.fragments ?? []
  for (const change of changes) {
    const { from, to, length } = carriageReturns ? widened(change) : change
    fragments = TreeFragment.applyChanges(fragments, [{ fromA: from, toA: to, fromB: from, toB: from + length }])
  }
  const tree = markdown.parse(carriageReturns ? withLineFeeds(text) : text, fragments)
  return { tree, fragments: TreeFragment.addTree(tree) }
}

/** The parser knows no line end but LF (CommonMark 2.1 has CR and CRLF too). Blanks at a line's end mean nothing to it. */
const withLineFeeds = (text: string) => text.replace(/\r(\n?)/g, (_, feed: string) => (feed ? ' \n' : '\n'))

/** What a CR stands for depends on the sign behind it. */
const widened = ({ from, to, length }: TextChange): TextChange =>
  from === 0 ? { from, to, length } : { from: from - 1, to, length: length + 1 }

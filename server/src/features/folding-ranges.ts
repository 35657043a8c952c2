import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types'
import type { Content } from '../minutes/content.ts'
import { memo } from '../text/memo.ts'
import { type Span, shift, span } from '../text/span.ts'
import type { OpenMinutes } from './document.ts'

/** What may be folded: front matter, sections, notes of several lines and those below them, comments. By whole lines. */
export function foldingRanges({ document, minutes }: OpenMinutes): FoldingRange[] {
  const { frontMatter, sections, blocks, text } = minutes
  const found = new Map<number, FoldingRange>()
  const add = ({ from, to }: Span, kind?: FoldingRangeKind) => {
    let end = to
    while (end > from && /\s/.test(text[end - 1]!)) end--
    const [startLine, endLine] = [document.positionAt(from).line, document.positionAt(end).line]
    // Two folds that begin in one line would be one to an editor: the larger counts.
    if (endLine > (found.get(startLine)?.endLine ?? startLine))
      found.set(startLine, { startLine, endLine, ...(kind && { kind }) })
  }
  if (frontMatter) add(frontMatter, FoldingRangeKind.Region)
  for (const section of sections) add(section)
  for (const { content, from } of blocks) {
    for (const item of content.items) add(shift(item, from))
    for (const comment of commentsIn(content)) add(shift(comment, from), FoldingRangeKind.Comment)
  }
  return [...found.values()].sort((a, b) => a.startLine - b.startLine)
}

/** A comment is a block of its own, which no list and no paragraph holds. */
const commentsIn = memo(({ kind, text }: Content): readonly Span[] => {
  const end = kind === 'other' && text.startsWith('<!--') ? text.indexOf('-->') : -1
  return end < 0 ? [] : [span(0, end + 3)]
})

import { blockAt, type Minutes } from '../../minutes/minutes.ts'
import type { TextEdit } from '../../text/edit.ts'
import { lineEndOf } from '../../text/line-end.ts'
import { lineAround, linesOf } from '../../text/lines.ts'
import { slice } from '../../text/span.ts'
import { blockAfter } from './like-place.ts'
import { nextMarker } from './numbers.ts'

/** The bullet of the nearest list before a place, or else of the first behind it, or of the group's last minutes. */
export function usualMarker(minutes: Minutes, at: number, models: readonly Minutes[]): string {
  const bullets = ({ blocks }: Minutes) =>
    blocks.flatMap(({ content, from }) =>
      content.items.flatMap(({ ordered, marker }) =>
        ordered ? [] : [{ from: from + marker.from, sign: slice(content.text, marker) }],
      ),
    )
  const own = bullets(minutes)
  const near = own.findLast(({ from }) => from <= at) ?? own[0] ?? models.flatMap(bullets)[0]
  return near?.sign ?? '-'
}

/**
 * A note of one line below a line of the text: as the next item of the list that the line is in, in place of an empty
 * item or line, or as a list of its own behind what the line is part of.
 *
 * @param line from 0
 */
export function noteBelow(minutes: Minutes, line: number, words: string, models: readonly Minutes[]): TextEdit {
  const { text } = minutes
  const lines = linesOf(text)
  const at = lines[Math.min(line, lines.length - 1)]!
  const marker = usualMarker(minutes, at.from, models)
  if (at.to < minutes.body) return blockAfter(minutes, minutes.body, `${marker} ${words}`)
  const block = minutes.blocks[blockAt(minutes, at.to)]
  const isInside = block !== undefined && at.from < block.to && slice(text, at).trim() !== ''
  if (!isInside) return inEmptyLine(minutes, at, `${marker} ${words}`)
  if (block.content.kind !== 'list') return blockAfter(minutes, block.to, `${marker} ${words}`)
  const { content, from: base } = block
  const item = content.items.findLast(({ from }) => base + from <= at.to)
  if (!item) return blockAfter(minutes, block.to, `${marker} ${words}`)
  const isPlaceholder = /^(?:…|\.{3}|\(none\)|-)?$/.test(slice(content.text, item.text))
  if (isPlaceholder && !content.items.some(({ parent }) => content.items[parent] === item)) {
    const from = base + item.text.from
    const gap = /\s/.test(text[from - 1] ?? '') ? '' : ' '
    return { from, to: base + item.text.to, insert: `${gap}${words}` }
  }
  const start = lineAround(text, base + item.marker.from).from
  const next = text.slice(start, base + item.marker.from) + nextMarker(content, item)
  const end = base + content.text.slice(0, item.to).trimEnd().length
  const gap = /^[ \t]*/.exec(text.slice(base + item.marker.to))![0] || ' '
  return { from: end, to: end, insert: `${lineEndOf(text)}${next}${gap}${words}` }
}

/** An empty line between others becomes a list, with an empty line on each side where a paragraph or heading is. */
function inEmptyLine(
  { text }: Minutes,
  { from, to }: { readonly from: number; readonly to: number },
  put: string,
): TextEdit {
  const eol = lineEndOf(text)
  const before = text.slice(0, from)
  const after = text.slice(to)
  const isList = /(?:^|[\r\n])[ \t]*(?:[-*+]|\d+[.)])[^\r\n]*(?:\r\n|\n|\r)$/.test(before.slice(-1000))
  const gapBefore = before === '' || isList || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before) ? '' : eol
  const next = /^(?:\r\n|\n|\r)(?![ \t]*(?:\r|\n|$|[-*+] ))/.test(after)
  return { from, to, insert: `${gapBefore}${put}${after === '' ? eol : next ? eol : ''}` }
}

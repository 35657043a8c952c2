import { firstIndex } from './halve.ts'
import type { Span } from './span.ts'

/** A place in a text. Lines and UTF-16 columns count from 0, as in LSP. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** Where the lines of a text begin. A line ends with LF, CRLF or a lone CR, as in LSP. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1)
  }
  return starts
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): readonly Span[] {
  const starts = lineStarts(text)
  return starts.map((from, index) => {
    let to = starts[index + 1] ?? text.length
    while (to > from && isLineEnd(text.charCodeAt(to - 1))) to--
    return { from, to }
  })
}

/** The line (from 0) and column (from 0) of an offset. */
export function positionAt(starts: readonly number[], offset: number): Position {
  const line = firstIndex(starts, (start) => start > offset) - 1
  return { line, character: offset - starts[line]! }
}

/** The span of the line (without its line end) that holds `offset`. */
export function lineAround(text: string, offset: number): { from: number; to: number } {
  let from = offset
  let to = offset
  while (from > 0 && !isLineEnd(text.charCodeAt(from - 1))) from--
  while (to < text.length && !isLineEnd(text.charCodeAt(to))) to++
  return { from, to }
}

const isLineEnd = (code: number) => code === 0x0a || code === 0x0d

/** A text up to its first line end. */
export const firstLine = (text: string): string => text.slice(0, text.search(/\r|\n|$/))

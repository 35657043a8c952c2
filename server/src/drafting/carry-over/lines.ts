import { lineAround } from '../../text/lines.ts'
import { type Span, span } from '../../text/span.ts'

/** The whole lines that a stretch of text touches, the last one's end included. */
export function wholeLines(text: string, { from, to }: Span): Span {
  const start = lineAround(text, from).from
  return span(start, behindLine(text, Math.max(from, to - 1)))
}

/** Where the line after the one of an offset begins; the end of the text where it is the last. */
export function behindLine(text: string, offset: number): number {
  const { to } = lineAround(text, offset)
  if (text[to] === '\r' && text[to + 1] === '\n') return to + 2
  return Math.min(text.length, to + 1)
}

/** What ends the lines of a text. */
export const lineEnd = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'

/** Whether nothing but white space stands before an offset in its line. */
export const opensLine = (text: string, offset: number): boolean =>
  text.slice(lineAround(text, offset).from, offset).trim() === ''

import { visible } from '../text/visible.ts'

/** Colours a text, where colours are shown. */
export type Style = (
  text: string,
  ...styles: readonly ('red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'underline')[]
) => string

/** Text of a file for a terminal: nothing in it commands that, and each sign has the same width everywhere. */
export const harmless = (text: string) =>
  visible(text.replace(/\u00a0/g, ' ').replace(/[\u200b\u200e\u200f\ufeff]/g, ''))

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Emoji, and what UAX #11 (East Asian Width) calls wide. */
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
const NARROW = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** How many columns of a terminal a text takes. */
export const columnsOf = (text: string): number =>
  Array.from(signs.segment(text), ({ segment }): number =>
    WIDE.test(segment) ? 2 : NARROW.test(segment) ? 0 : 1,
  ).reduce((sum, columns) => sum + columns, 0)

/** As much of a text as so many columns hold, with an ellipsis where it is cut. @param more whether it was cut before */
export function cut(text: string, columns: number, more: boolean, where: 'start' | 'end'): string {
  if (!more && columnsOf(text) <= columns) return text
  const all = Array.from(signs.segment(text), ({ segment }) => segment)
  if (where === 'start') all.reverse()
  const kept: string[] = []
  let left = columns - 1
  for (const sign of all) {
    left -= columnsOf(sign)
    if (left < 0) break
    kept.push(sign)
  }
  if (left < 0 || more) kept.push('…')
  return (where === 'start' ? kept.reverse() : kept).join('')
}

/** A text on lines of no more than so many columns, broken between words or, in a longer one, between signs. */
export function wrapped(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (columnsOf(joined) <= columns) {
      line = joined
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const { segment } of signs.segment(word)) {
      if (line !== '' && columnsOf(line + segment) > columns) {
        lines.push(line)
        line = ''
      }
      line += segment
    }
  }
  return [...lines, line]
}

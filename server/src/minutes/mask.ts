import type { Span } from '../text/span.ts'

/** Stands for each code unit that is not prose. No scanner takes it for a letter, a blank or a sign. */
export const MASK = '\uFFFC'

/**
 * The text with everything that is not prose (the spans given, and Liquid tags as Jekyll reads them) covered, and
 * every no-break space as a plain one. Offsets stay.
 *
 * @param spans in ascending order; they may be nested.
 */
export function maskProse(text: string, spans: readonly Span[]): string {
  let masked = ''
  let at = 0
  for (const { from, to } of spans) {
    if (to <= at) continue
    masked += text.slice(at, Math.max(at, from)) + cover(text, Math.max(at, from), to)
    at = to
  }
  masked += text.slice(at)
  if (masked.includes('{')) masked = masked.replace(LIQUID, (tag) => cover(tag, 0, tag.length))
  return masked.includes('\u00a0') ? masked.replaceAll('\u00a0', ' ') : masked
}

const LIQUID = /\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}/g

/** Line ends stay, so that a mask never joins two lines. */
function cover(text: string, from: number, to: number): string {
  let covered = ''
  for (let at = from; at < to; ) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 || end >= to ? to : end
    covered += MASK.repeat(stop - at)
    if (stop < to) covered += '\n'
    at = stop + 1
  }
  return covered
}

import type { Span } from './span.ts'

/** Replaces a stretch of text. Offsets are UTF-16 code units of the text before any edit of the same list. */
export interface TextEdit extends Span {
  readonly insert: string
}

/**
 * A change that has happened: `from` and `to` in the text before it, `length` of what now stands there. Changes of one
 * list follow each other: each counts in the text that the one before it left.
 */
export interface TextChange extends Span {
  readonly length: number
}

/** The text with all edits made. They must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < at) throw new RangeError(`Edits overlap at offset ${edit.from}.`)
    result += text.slice(at, edit.from) + edit.insert
    at = edit.to
  }
  return result + text.slice(at)
}

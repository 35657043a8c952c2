/** A text, and the stretch of it that is to be filled in first, in UTF-16 offsets. */
export interface ReadyToFill {
  text: string
  start: number
  end: number
}

// What templates leave for the scribe: `FIXME`, `{NAME}`, `$VAR$`, `…` at the end of a line, or a label with nothing
// after it (`- Meeting chair:`). Not `{{ page.title }}`, which the web site fills in.
const blank =
  /\bFIXME\b|(?<!\{)\{[A-Z][A-Z0-9_ ]*\}(?!\})|\$[A-Z][A-Z0-9_]*\$|…(?=[ \t]*$)|(?<=^[ \t]*[-*+][ \t]+[^:\r\n]*:)[ \t]*$/m

/**
 * Finds the first thing to fill in in new minutes, front matter left aside; without one, the end of the text. A label
 * gets the space that the answer needs before it.
 */
export function readyToFill(text: string): ReadyToFill {
  const body = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0
  const found = blank.exec(text.slice(body))
  if (found === null) return { text, start: text.length, end: text.length }
  const start = body + found.index
  const end = start + found[0].length
  if (found[0].trim() !== '') return { text, start, end }
  return { text: `${text.slice(0, start)} ${text.slice(end)}`, start: start + 1, end: start + 1 }
}

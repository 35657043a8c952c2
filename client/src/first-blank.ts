/** A stretch of a text, in UTF-16 offsets. */
export interface Blank {
  start: number
  end: number
}

// What templates leave for the scribe: `FIXME`, `{NAME}`, `$VAR$`, a lone `…`, or a label with nothing after it
// (`- Meeting chair:`). Not `{{ page.title }}`, which the web site fills in.
const blanks =
  /\bFIXME\b|(?<!\{)\{[A-Z][A-Z0-9_ ]*\}(?!\})|\$[A-Z][A-Z0-9_]*\$|^[ \t]*[-*+][ \t]+(?:…(?=[ \t]*$)|.*:[ \t]*$)/m

/** The first thing to fill in in new minutes, front matter left aside. Without one, the end of the text. */
export function firstBlank(text: string): Blank {
  const body = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0
  const found = blanks.exec(text.slice(body))
  if (found === null) return { start: text.length, end: text.length }
  const end = body + found.index + found[0].length
  if (found[0].endsWith('…')) return { start: end - 1, end }
  if (/:[ \t]*$/.test(found[0])) return { start: end, end }
  return { start: body + found.index, end }
}

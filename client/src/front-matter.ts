import type { TextDocument } from 'vscode'

// Front matter is a dozen lines. A text that opens with a thematic break and never closes it is not read to its end.
const longest = 200

/**
 * The number of lines that the front matter takes, its two delimiters included, or 0 where there is none. Front matter
 * that is still open counts as far as we look, because what is typed there may yet become `meeting_time`.
 */
export function frontMatterLines(document: TextDocument): number {
  if (!/^\uFEFF?---[ \t]*$/.test(document.lineAt(0).text)) return 0
  const last = Math.min(document.lineCount, longest)
  for (let line = 1; line < last; line++) {
    if (/^(---|\.\.\.)[ \t]*$/.test(document.lineAt(line).text)) return line + 1
  }
  return last
}

/** Whether the front matter names the time of a meeting, as only minutes do. */
export function hasMeetingTime(document: TextDocument): boolean {
  const end = frontMatterLines(document)
  for (let line = 1; line < end; line++) {
    if (/^(['"]?)meeting_time\1[ \t]*:/.test(document.lineAt(line).text)) return true
  }
  return false
}

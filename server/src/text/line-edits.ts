import type { TextEdit } from './edit.ts'
import { linesOf } from './lines.ts'
import { type Span, slice } from './span.ts'

/**
 * The edits that make `after` of `before`, each within a line, so that carets and marks in all other lines stay where
 * they are. Both texts have the same lines' ends.
 *
 * @throws {RangeError} when they have not as many lines.
 */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return []
  const [old, now] = [linesOf(before), linesOf(after)]
  if (old.length !== now.length) throw new RangeError(`${old.length} lines cannot become ${now.length} within lines.`)
  return old.flatMap((line, index) => editOf(slice(before, line), slice(after, now[index]!), line) ?? [])
}

/** What differs between two lines, from the first difference to the last. */
function editOf(before: string, after: string, { from }: Span): TextEdit | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { from: from + head, to: from + before.length - tail, insert: after.slice(head, after.length - tail) }
}

import type { TextEdit } from './edit.ts'
import { linesOf } from './lines.ts'
import { slice } from './span.ts'

/**
 * The edits that make `after` of `before`: for two texts with as many lines each within a line, so that carets and marks
 * in all others stay where they are; else a single one.
 */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  if (before === after) return []
  const [old, now] = [linesOf(before), linesOf(after)]
  if (old.length !== now.length) return editsOf(before, after, 0)
  return old.flatMap((line, index) => editsOf(slice(before, line), slice(after, now[index]!), line.from))
}

/** From the first difference to the last. @param from where `before` begins */
function editsOf(before: string, after: string, from: number): readonly TextEdit[] {
  if (before === after) return []
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return [{ from: from + head, to: from + before.length - tail, insert: after.slice(head, after.length - tail) }]
}

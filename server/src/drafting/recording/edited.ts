import { type Minutes, updateMinutes } from '../../minutes/minutes.ts'
import type { TextEdit } from '../../text/edit.ts'

/** The minutes with an edit made. */
export function edited(minutes: Minutes, { from, to, insert }: TextEdit): Minutes {
  const text = minutes.text.slice(0, from) + insert + minutes.text.slice(to)
  return updateMinutes(minutes, text, [{ from, to, length: insert.length }])
}

/** The one edit that makes `after` of `before`: what is alike at both ends stays. `undefined` where all is. */
export function difference(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let tail = 0
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  // Not between the halves of a sign, nor of a line end.
  while (from > 0 && /[\uD800-\uDBFF\r]/.test(before[from - 1]!)) from--
  while (tail > 0 && /[\uDC00-\uDFFF\n]/.test(before.at(-tail)!)) tail--
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) }
}

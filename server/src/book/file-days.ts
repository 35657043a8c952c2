import { type PlainDate, plainDate } from '../minutes/calendar.ts'
import type { Span } from '../text/span.ts'

/** A day as file names have it: `2026-03-04`, `20260304`, `2026_03_04`. */
export interface FileDay extends Span {
  readonly day: PlainDate
  readonly text: string
  readonly separator: string
}

/** Every such day in a text, in order. */
export function fileDaysIn(text: string): readonly FileDay[] {
  return [...text.matchAll(/(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g)].flatMap((found) => {
    const day = plainDate({ year: Number(found[1]), month: Number(found[3]), day: Number(found[4]) })
    if (!day) return []
    return [{ from: found.index, to: found.index + found[0].length, text: found[0], day, separator: found[2]! }]
  })
}

/** The one such day in the name of a file; `undefined` when there is none, or several. */
export function dayInName(path: string): FileDay | undefined {
  const start = path.lastIndexOf('/') + 1
  const days = fileDaysIn(path.slice(start))
  return days.length === 1 ? { ...days[0]!, from: days[0]!.from + start, to: days[0]!.to + start } : undefined
}

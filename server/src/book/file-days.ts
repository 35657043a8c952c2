import { exists } from '../minutes/calendar.ts'
import type { Span } from '../text/span.ts'

/** A day as file names have it: `2026-03-04`, `20260304`, `2026_03_04`. */
export interface FileDay extends Span {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly text: string
  readonly separator: string
  /** `YYYY-MM-DD`. */
  readonly iso: string
}

/** Every such day in a text, in order. */
export function fileDaysIn(text: string): readonly FileDay[] {
  return [...text.matchAll(/(?<!\d)((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g)].flatMap((found) => {
    const [written, yyyy, separator, mm, dd] = found as unknown as [string, string, string, string, string]
    const day = { year: Number(yyyy), month: Number(mm), day: Number(dd) }
    if (!exists(day)) return []
    const place = { from: found.index, to: found.index + written.length }
    return [{ ...place, ...day, text: written, separator, iso: `${yyyy}-${mm}-${dd}` }]
  })
}

/** The one such day in the name of a file; `undefined` when there is none, or several. */
export function dayInName(path: string): FileDay | undefined {
  if (known.has(path)) return known.get(path)
  const start = path.lastIndexOf('/') + 1
  const days = fileDaysIn(path.slice(start))
  const day = days.length === 1 ? { ...days[0]!, from: days[0]!.from + start, to: days[0]!.to + start } : undefined
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(path, day)
  return day
}

// The same few paths are asked for at every keystroke.
const known = new Map<string, FileDay | undefined>()
const MOST_KNOWN = 10_000

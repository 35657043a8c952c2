import { memo } from '../text/memo.ts'
import { order } from '../text/order.ts'
import type { Book } from './book.ts'
import type { Part } from './part.ts'

/** Minutes that belong together: one folder, one manner of naming the files. */
export interface Series {
  /** The folder, relative to the book's, with `/` at the end; empty for the book's own. */
  readonly folder: string
  /** What stands before and behind the day in the file name, and how the day is written there. */
  readonly prefix: string
  readonly suffix: string
  readonly separator: string
  /** Its minutes in order of their days. */
  readonly parts: readonly (Part & { readonly day: string })[]
  /** The commonest number of days from one meeting to the next; `undefined` with fewer than three meetings. */
  readonly cadence?: number
}

const NAME = /^(.*\/)?([^/]*?)(\d{4})([-_.]?)(\d\d)\4(\d\d)([^/]*)$/

/** The book's series, the longest first. */
export const seriesOf = memo((book: Book): readonly Series[] => {
  const groups = new Map<string, Series['parts'][number][]>()
  for (const part of book.parts.values()) {
    const key = seriesKey(part)
    if (key === undefined || !hasDay(part)) continue
    const group = groups.get(key)
    if (group) group.push(part)
    else groups.set(key, [part])
  }
  return [...groups]
    .map(([key, parts]): Series => {
      const [folder, prefix, separator, suffix] = key.split('\n') as [string, string, string, string]
      const ordered = parts.sort((a, b) => order(a.day, b.day) || order(a.path, b.path))
      const cadence = commonest(ordered.slice(1).map(({ day }, index) => daysFrom(ordered[index]!.day, day)))
      return { folder, prefix, suffix, separator, parts: ordered, ...(cadence !== undefined && { cadence }) }
    })
    .sort((a, b) => b.parts.length - a.parts.length || order(a.parts[0]!.path, b.parts[0]!.path))
})

/** Series that differ in the year of their folder alone. */
export const familiesOf = memo((book: Book): readonly (readonly Series[])[] => {
  const found = new Map<string, Series[]>()
  for (const series of seriesOf(book)) {
    const { folder, prefix, separator, suffix } = series
    const key = [folder.replace(/\b\d{4}\b/g, '*'), prefix, separator, suffix].join('\n')
    found.set(key, [...(found.get(key) ?? []), series])
  }
  return [...found.values()]
})

/** The minutes of each series in order, over all its years. */
export const timelinesOf = memo((book: Book): readonly Series['parts'][] =>
  familiesOf(book).map((family) =>
    family.flatMap(({ parts }) => parts).sort((a, b) => order(a.day, b.day) || order(a.path, b.path)),
  ),
)

const hasDay = (part: Part): part is Part & { readonly day: string } => part.day !== undefined

const keyOf = (path: string): string | undefined => {
  const name = NAME.exec(path)
  return name ? [name[1] ?? '', name[2], name[4], name[7]].join('\n') : undefined
}
const seriesKey = memo(({ path }: Part) => keyOf(path))

/** The series that a file is named like, be it in the book or not. */
export function seriesLike(book: Book, path: string): Series | undefined {
  const key = keyOf(path)
  return key === undefined ? undefined : lookup(book).byKey.get(key)
}

/** The series that a file of this path is part of, or would be: by its folder and the manner of its name. */
export const seriesNear = (book: Book, path: string): Series | undefined =>
  lookup(book).byPath.get(path) ?? lookup(book).byFolder.get(path.slice(0, path.lastIndexOf('/') + 1))

/** The longest series of each folder, and each by the manner of its names and by its minutes. */
const lookup = memo((book: Book) => {
  const byKey = new Map<string, Series>()
  const byFolder = new Map<string, Series>()
  const byPath = new Map<string, Series>()
  for (const series of seriesOf(book)) {
    byKey.set(seriesKey(series.parts[0]!)!, series)
    if (!byFolder.has(series.folder)) byFolder.set(series.folder, series)
    for (const { path } of series.parts) byPath.set(path, series)
  }
  return { byKey, byFolder, byPath }
})

/** Days are `YYYY-MM-DD`, read as UTC, where each has 24 hours. There may be thousands, so nothing dearer will do. */
const daysFrom = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000

function commonest(numbers: readonly number[]): number | undefined {
  if (numbers.length < 2) return undefined
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0]
}

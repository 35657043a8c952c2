import { fileDay } from '../minutes/meeting.ts'
import { memo, memoBy } from '../text/memo.ts'
import type { Book } from './book.ts'
import type { Part } from './part.ts'
import { seriesOf } from './series.ts'

/** Minutes whose day is known. */
export type DatedPart = Part & { readonly day: string }

/** So many minutes show what a group does by now. */
const MOST = 12

/** Minutes within their book. */
interface Place {
  readonly book: Book
  readonly path: string
}

/**
 * The minutes that show how those at `path` are written: the latest before them of the same series, whatever year's
 * or month's folder they are in; for the first of a series, those that follow. The nearest first, at most a dozen.
 */
export const recentMinutes = memoBy(
  ({ book, path }: Place) => [book, path],
  ({ book, path }): readonly DatedPart[] => {
    const parts = familyOf(book, path).filter((part) => part.path !== path)
    const day = book.parts.get(path)?.day ?? fileDay(path)?.toString()
    const before = day === undefined ? parts : parts.filter((part) => part.day < day)
    return before.length > 0 ? before.slice(-MOST).reverse() : parts.slice(0, MOST)
  },
)

/** The minutes that were written last before those at `path`. */
export const previousMinutes = (book: Book, path: string): DatedPart | undefined => {
  const [latest] = recentMinutes({ book, path })
  const day = book.parts.get(path)?.day ?? fileDay(path)?.toString()
  return latest && day !== undefined && latest.day < day ? latest : undefined
}

/** All minutes of the same kind, in order of their days: those named alike, else those of the same folder. */
function familyOf(book: Book, path: string): readonly DatedPart[] {
  const { byName, byFolder } = families(book)
  return byName.get(nameOf(path)) ?? byFolder.get(folderOf(path)) ?? []
}

const families = memo((book: Book) => {
  const byName = new Map<string, DatedPart[]>()
  const byFolder = new Map<string, DatedPart[]>()
  for (const { parts } of seriesOf(book)) {
    const name = nameOf(parts[0]!.path)
    const family = byName.get(name)
    if (family) family.push(...parts)
    else byName.set(name, [...parts])
  }
  for (const [, family] of byName) {
    family.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.path < b.path ? -1 : 1))
    // The longest of a folder speaks for files that are named like none.
    for (const folder of new Set(family.map(ownFolder))) {
      if ((byFolder.get(folder)?.length ?? 0) < family.length) byFolder.set(folder, family)
    }
  }
  return { byName, byFolder }
})

/** The path with nothing of its day. */
const nameOf = (path: string): string => path.replace(/\d{4}([-_.]?)\d\d\1\d\d(?=[^/]*$)/, '*$1').replace(YEAR, '*')
/** A folder of one year, with the month's or the quarter's in it, if there is one. */
const YEAR =
  /(?<=^|\/)(?:19|20)\d\d(?:[-_./]?(?:[Qq][1-4]|(?:0[1-9]|1[0-2])(?:[-_. ]?[A-Za-z]{3,9})?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}))?(?=\/)/gi
const ownFolder = memo(({ path }: DatedPart): string => folderOf(path))
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1).replace(YEAR, '*')

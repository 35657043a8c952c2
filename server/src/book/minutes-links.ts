import { memoBy } from '../text/memo.ts'
import type { Book } from './book.ts'
import { addressLike, targetPath } from './link-path.ts'
import type { LinkUse } from './part.ts'
import { type DatedPart, recentMinutes } from './recent.ts'

interface Place {
  readonly book: Book
  readonly path: string
}

/** How the group last linked one of its minutes: the link, and the minutes it leads to. */
interface Habit extends LinkUse {
  readonly target: DatedPart
  /** How the address names the minutes: by a path from the file that has the link, or by their file name alone. */
  readonly isPath: boolean
}

/** The last link to other minutes in the group's last minutes. */
export const linkHabit = memoBy(
  ({ book, path }: Place) => [book, path],
  ({ book, path }): Habit | undefined => {
    const recent = recentMinutes({ book, path })
    for (const part of recent) {
      for (const link of part.links) {
        const to = targetPath(link.address, part.path)
        const direct = to === undefined ? undefined : book.parts.get(to)
        if (direct?.day && direct !== part) return { ...link, target: direct as DatedPart, isPath: true }
        const named = /\d{4}/.test(link.address)
          ? recent.find((each) => each !== part && link.address.includes(fileName(each.path)))
          : undefined
        if (named) return { ...link, target: named, isPath: false }
      }
    }
    return undefined
  },
)

/** The address of minutes as the group writes it in the document `from`. */
export function linkAddress(habit: Habit | undefined, part: DatedPart, from: string): string {
  return habit && !habit.isPath
    ? habit.address.replaceAll(fileName(habit.target.path), fileName(part.path))
    : addressLike(habit?.address ?? '', part.path, from)
}

/** A file's name without its ending. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')

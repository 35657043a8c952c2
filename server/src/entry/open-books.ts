import { WHICH_ARE_MINUTES } from '../settings/minutes-files.ts'
import { english } from '../text/phrase.ts'
import { isWithin, type Listener, type OpenBook, readBook } from './book.ts'
import { CannotRun } from './cannot-run.ts'
import { booksFor } from './roots.ts'

/**
 * The books in which paths lie, each with those of its minutes that lie there.
 *
 * @param paths files, and folders; without any, the working folder.
 * @param undone what did not happen to a path that holds no minutes: "checked".
 * @throws {CannotRun} for a path that does not exist or holds no minutes.
 */
export async function openBooks(paths: readonly string[], listener: Listener, undone: string): Promise<OpenBook[]> {
  const books: OpenBook[] = []
  for (const [root, wanted] of await booksFor(paths.length > 0 ? paths : ['.'])) {
    const open = await readBook(root, wanted, listener)
    books.push(open)
    // Whoever names a folder, and not a file of any name, must hear when nothing in it counts.
    const empty = wanted.find(({ path }) => !covers(open, path))
    if (empty && paths.length > 0) throw noMinutes(empty.given, undone)
  }
  return books
}

const covers = ({ documents, failures }: OpenBook, wanted: string) =>
  [...documents, ...failures].some(({ path }) => isWithin(path, wanted))

const noMinutes = (given: string, undone: string) =>
  new CannotRun(
    `There are no minutes in "${given}". Nothing was ${undone}. ${english(WHICH_ARE_MINUTES)} Name the right folder, or the file itself.`,
  )

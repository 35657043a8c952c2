import { WHICH_ARE_MINUTES } from '../settings/minutes-files.ts'
import { english } from '../text/phrase.ts'
import { visible } from '../text/visible.ts'
import type { Listener, OpenBook } from './book.ts'
import { openBooks } from './open-books.ts'
import { type Column, table } from './table.ts'
import type { Style } from './terminal.ts'

/** A list that a command prints, as a table for people or as JSON. */
export interface Listing<Row extends object> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  /** What they are: "action". */
  readonly one: string
  readonly many: string
}

/** The listing in JSON: every field of its rows. */
export const asJson = ({ rows }: { readonly rows: readonly object[] }): string => `${JSON.stringify(rows, null, 2)}\n`

/** The listing as a table with a total. @param width columns of the terminal; `undefined` where it is none */
export function asTable<Row extends object>(
  { rows, columns, one, many }: Listing<Row>,
  style: Style,
  width: number | undefined,
): string {
  const total = style(`${rows.length} ${rows.length === 1 ? one : many}.`, 'bold')
  return rows.length === 0 ? `${total}\n` : `${table(rows, columns, style, width)}\n\n${total}\n`
}

/** The books of paths to list something from. A file that cannot be read is told, and left out. */
export async function booksToList(paths: readonly string[], listener: Listener): Promise<readonly OpenBook[]> {
  const books = await openBooks(paths, listener, 'listed')
  for (const { path, failure } of books.flatMap(({ failures }) => failures)) {
    listener.onProblem?.(`${visible(path)}: ${failure} It is left out.`)
  }
  if (books.every(({ documents }) => documents.length === 0))
    listener.onProblem?.(`No minutes here. ${english(WHICH_ARE_MINUTES)}`)
  return books
}

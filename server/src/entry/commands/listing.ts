import { Command } from 'commander'
import type { OpenBook } from '../book.ts'
import { CLEAN, columns, FINDINGS, listener, print, style } from '../console.ts'
import { asJson, asTable, booksToList, type Listing } from '../listing.ts'

export interface ListFlags {
  readonly json?: true
}

/** A command that lists something from the book: what each of them has. */
export const listing = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .argument('[paths...]', 'files, and folders whose minutes are listed (default: the working folder)')
    .option('--json', 'as JSON')

/** Prints what is read from the books of paths. Fails where a file could not be read. */
export async function printFrom(paths: readonly string[], read: (books: readonly OpenBook[]) => string): Promise<void> {
  const books = await booksToList(paths, listener)
  await print(read(books))
  process.exitCode = books.every(({ failures }) => failures.length === 0) ? CLEAN : FINDINGS
}

/** A listing, as somebody asked for it. */
export const listed = <Row extends object>(found: Listing<Row>, { json }: ListFlags): string =>
  json ? asJson(found) : asTable(found, style, columns())

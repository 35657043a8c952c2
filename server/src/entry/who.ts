import type { Book } from '../book/book.ts'
import { knownPeople, nameOf } from '../book/names.ts'
import { slipsOf } from '../book/slips.ts'
import { personOf } from '../book/who.ts'
import { canonical } from '../minutes/mentions.ts'
import { isOneSlip } from '../text/slip.ts'
import { CannotRun } from './cannot-run.ts'

/**
 * The key of the person whom somebody names, by handle, alias or full name, in each of the books; `undefined` in those
 * where they are unknown.
 *
 * @throws {CannotRun} where no book knows them.
 */
export function personIn(books: readonly Book[], given: string): (book: Book) => string | undefined {
  const found = new Map(books.map((book) => [book, lookUp(book, given)]))
  if (books.some((book) => found.get(book) !== undefined)) return (book) => found.get(book)
  const bare = given.replace(/^@/, '')
  const meant = books.flatMap(knownPeople).find(({ handle }) => isOneSlip(handle, bare))
  const remedy = meant ? `Did you mean "@${meant.handle}"?` : '"minutebook people" lists the handles there are.'
  throw new CannotRun(
    `The minutes know no handle of anybody called "${given}", so nothing can be told of them. ${remedy}`,
  )
}

function lookUp(book: Book, given: string): string | undefined {
  const own = canonical(given.replace(/^@/, ''))
  // A slip of the minutes is somebody's handle; one on the command line is told.
  if (!book.people.has(own) && slipsOf(book)(own)) return undefined
  const key = personOf(book, own)
  if (book.people.has(key) || knownPeople(book).some((person) => person.key === key)) return key
  const name = given.toLowerCase()
  return [...book.people.keys()].find((each) => nameOf(book, each)?.toLowerCase() === name)
}

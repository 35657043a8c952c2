import { canonical } from '../minutes/mentions.ts'
import type { Book } from './book.ts'
import { aliasesOf } from './names.ts'
import { slipsOf } from './slips.ts'

/** The key of the person who is meant by one, which may be an alias or a slip. */
export const personOf = (book: Book, key: string): string =>
  canonical(aliasesOf(book).get(key)?.handle ?? slipsOf(book)(key)?.handle ?? key)

/** The handle of a person as the group spells it. */
export const handleOf = (book: Book, key: string): string => book.people.get(key)?.handle ?? key

/** Those whom keys mean, each once, by their handles. */
export const handlesOf = (book: Book, keys: readonly string[]): readonly string[] => [
  ...new Set(keys.map((key) => handleOf(book, personOf(book, key)))),
]

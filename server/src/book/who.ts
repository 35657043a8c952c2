import { canonical } from '../minutes/mentions.ts'
import type { Book } from './book.ts'
import { aliasesOf, nameOf } from './names.ts'
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
/**
 * The keys of those whom some minutes, or the group's list, name in full, by their names in lower case: a name of two
 * people is nobody's.
 */
export function keysByName(book: Book): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const key of book.people.keys()) {
    const name = nameOf(book, key)?.toLowerCase()
    if (!name?.includes(' ')) continue
    const before = found.get(name)
    if (before !== undefined && personOf(book, before) !== personOf(book, key)) twice.add(name)
    found.set(name, key)
  }
  for (const name of twice) found.delete(name)
  return found
}

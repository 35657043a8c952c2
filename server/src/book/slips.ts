import { memoBy } from '../text/memo.ts'
import { slipsAmong } from '../text/slip.ts'
import type { Book, Person } from './book.ts'
import { haveMet } from './met.ts'
import { aliasesOf, isListed, isPseudo, KNOWN, knownPeople, nameOf, peopleParts } from './names.ts'

/** Short handles are one slip away from each other by chance. */
const LONG_ENOUGH = 5
/** How much commoner the known handle must be. */
const COMMONER = 4

/** For a handle the person who is meant, when the handle looks like a slip for theirs. */
export const slipsOf = memoBy(peopleParts, (book: Book): ((key: string) => Person | undefined) => {
  const aliases = aliasesOf(book)
  const known = knownPeople(book).filter(({ key }) => key.length >= LONG_ENOUGH && !aliases.has(key))
  const near = slipsAmong(known, ({ key }) => key)
  const answers = new Map<string, Person | undefined>()
  return (key) => {
    if (!answers.has(key)) {
      const isKnown = aliases.has(key) || isListed(book, key) || isPseudo(book, key)
      answers.set(key, isKnown ? undefined : meantBy(key, book, near(key)))
    }
    return answers.get(key)
  }
})

function meantBy(key: string, book: Book, near: readonly Person[]): Person | undefined {
  const written = book.people.get(key)
  let best: Person | undefined
  for (const person of near) {
    if (numbers(key) !== numbers(person.key) || isPlural(person.key, key)) continue
    if (isPlural(key, person.key) && !(attends(person) && !attends(written))) continue
    if (written && (!isCommoner(person, written, book) || haveMet(book, person, written))) continue
    if (best === undefined || person.mentions > best.mentions) best = person
  }
  return best
}

/** `team-1` and `team-2` are two, not one and a slip. */
const numbers = (key: string): string => key.replace(/\D+/g, ' ')

/** Somebody who comes to meetings is no thing, of which there could be several. */
const attends = (person: Person | undefined): boolean => person !== undefined && person.attended > 0

/** Whether a handle is the plural of another: `garden` and `gardens` are two words, and may be two accounts. */
const isPlural = (key: string, one: string): boolean => key === `${one}s`

/** Whether the known handle is so much commoner that the written one is no person of its own. */
function isCommoner(person: Person, written: Person, book: Book): boolean {
  if (written.name !== undefined && written.name !== nameOf(book, person.key)) return false
  // Whom the group lists need not be mentioned often; but a list may have a slip as well.
  if (isListed(book, person.key)) return written.mentions < KNOWN || person.mentions >= written.mentions
  return person.mentions >= COMMONER * written.mentions && person.documents >= written.documents
}

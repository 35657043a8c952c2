import { memo } from '../text/memo.ts'
import { isOneSlip } from '../text/slip.ts'
import type { Book, Person } from './book.ts'

/** Short handles are one slip away from each other by chance. */
const LONG_ENOUGH = 5
/** How much commoner the known handle must be. */
const COMMONER = 4
/** How often a handle must stand for it to be known at all. */
const KNOWN = 3

/** For a handle the person who is meant, when the handle looks like a slip for theirs. */
export const slipsOf = memo((book: Book): ((key: string) => Person | undefined) => {
  const known = [...book.people.values()].filter(({ key, mentions }) => mentions >= KNOWN && key.length >= LONG_ENOUGH)
  const answers = new Map<string, Person | undefined>()
  return (key) => {
    if (!answers.has(key)) answers.set(key, meantBy(key, book, known))
    return answers.get(key)
  }
})

function meantBy(key: string, book: Book, known: readonly Person[]): Person | undefined {
  const written = book.people.get(key)
  let best: Person | undefined
  for (const person of known) {
    if (person.key === key || !isOneSlip(key, person.key) || numbers(key) !== numbers(person.key)) continue
    if (written && (!isCommoner(person, written) || haveMet(book, person, written))) continue
    if (best === undefined || person.mentions > best.mentions) best = person
  }
  return best
}

/** `team-1` and `team-2` are two, not one and a slip. */
const numbers = (key: string): string => key.replace(/\D+/g, ' ')

/** Whether the known handle is so much commoner that the written one is no person of its own. */
function isCommoner(person: Person, written: Person): boolean {
  if (written.name !== undefined && written.name !== person.name) return false
  return person.mentions >= COMMONER * written.mentions && person.documents >= written.documents
}

/** Whether some attendance names both: then they are two people. */
export const haveMet = ({ parts }: Book, a: Person, b: Person): boolean =>
  [...parts.values()].some(({ people }) => people[a.key]?.presence && people[b.key]?.presence)

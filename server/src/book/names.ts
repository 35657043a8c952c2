import { canonical } from '../minutes/mentions.ts'
import { memo } from '../text/memo.ts'
import type { Book, Person } from './book.ts'
import { haveMet } from './slips.ts'

/** Who is meant by a handle or nickname that is not the one the group goes by. */
export interface Alias {
  /** The handle to write instead, without `@`. */
  readonly handle: string
  /** How we know: from the settings or the list of people, from an explanation in the minutes, or by the name. */
  readonly source: 'listed' | 'explained' | 'name'
}

/** How often the handle that is meant must stand, and how much oftener than the other one. */
const [KNOWN, OFTENER] = [3, 3]
/** The fewest letters of a name that tell who is meant. */
const SHORTEST = 3

/**
 * The aliases of the book, by their keys: those that the group lists, those that its minutes explain, and handles that
 * are the first name, or the beginning of it, of exactly one person.
 */
export const aliasesOf = memo((book: Book): ReadonlyMap<string, Alias> => {
  const aliases = new Map<string, Alias>()
  const add = (alias: string, person: string, source: Alias['source']) => {
    const key = canonical(alias)
    if (key === canonical(person) || aliases.has(key)) return
    aliases.set(key, { handle: spelled(book, person), source })
  }
  for (const { handle, aliases: others } of book.roster.people) for (const alias of others) add(alias, handle, 'listed')
  const listed = new Set(book.roster.people.map(({ handle }) => canonical(handle)))
  for (const [alias, people] of explained(book)) {
    // Whom two minutes explain differently, nobody knows; and who is listed is a person of their own.
    if (people.size > 1 || listed.has(alias)) continue
    const [person] = people
    const [known, own] = [book.people.get(person!), book.people.get(alias)]
    if (known && known.mentions > (own?.mentions ?? 0)) add(alias, person!, 'explained')
  }
  for (const [alias, person] of byFirstName(book, listed)) add(alias, person, 'name')
  // An alias of an alias means who is meant in the end; one that leads back to itself means nobody.
  for (const [key, { handle, source }] of aliases) {
    let end = handle
    for (let steps = 0; aliases.has(canonical(end)); steps++) {
      if (steps > aliases.size) break
      end = aliases.get(canonical(end))!.handle
    }
    if (aliases.has(canonical(end))) aliases.delete(key)
    else if (end !== handle) aliases.set(key, { handle: end, source })
  }
  return aliases
})

/** The handle as the book spells it. */
const spelled = (book: Book, handle: string): string => book.people.get(canonical(handle))?.handle ?? handle

function explained({ parts }: Book): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const part of parts.values()) {
    for (const { alias, person } of part.aliases) found.set(alias, (found.get(alias) ?? new Set()).add(person))
  }
  return found
}

/** "@leon" for Leon Timmermans, who is @leont everywhere else; "@tim" for Timothy Legge, who is @timlegge. */
function byFirstName(book: Book, listed: ReadonlySet<string>): [alias: string, person: string][] {
  const names = new Map<string, Set<Person>>()
  for (const person of book.people.values()) {
    if (person.mentions < KNOWN) continue
    const name = nameOf(book, person.key)
    const first = name && /^\p{L}+/u.exec(name)?.[0].toLowerCase()
    if (!first) continue
    for (let length = SHORTEST; length <= first.length; length++) {
      const start = first.slice(0, length)
      // A shortened name counts where the handle begins with it too.
      if (length < first.length && !person.key.startsWith(start)) continue
      names.set(start, (names.get(start) ?? new Set()).add(person))
    }
  }
  return [...names].flatMap(([alias, people]): [string, string][] => {
    const [person] = people
    if (people.size > 1 || alias === person!.key || listed.has(alias)) return []
    const own = book.people.get(alias)
    if (!own || own.name !== undefined || own.attended > person!.attended || haveMet(book, own, person!)) return []
    return person!.mentions >= OFTENER * own.mentions ? [[alias, person!.key]] : []
  })
}

/** A person's name: as the group lists it, or else as the minutes give it. */
export const nameOf = (book: Book, key: string): string | undefined =>
  listedNames(book.roster).get(key) ?? book.people.get(key)?.name

const listedNames = memo(
  ({ people }: Book['roster']): ReadonlyMap<string, string> =>
    new Map(people.flatMap(({ handle, name }) => (name ? [[canonical(handle), name] as const] : []))),
)

/** Whether a handle stands for nobody in particular. */
export const isPseudo = ({ roster }: Book, key: string): boolean =>
  roster.pseudo.some((handle) => canonical(handle) === key)

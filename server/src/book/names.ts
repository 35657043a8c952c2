import { canonical } from '../minutes/mentions.ts'
import type { Listed, Roster } from '../settings/roster.ts'
import { memo, memoBy } from '../text/memo.ts'
import type { Book, Person } from './book.ts'
import { haveMet } from './met.ts'

/** Who is meant by a handle or nickname that is not the one the group goes by. */
export interface Alias {
  /** The handle to write instead, without `@`. */
  readonly handle: string
  /** How we know: from the settings or the list of people, from an explanation in the minutes, or by the name. */
  readonly source: 'listed' | 'explained' | 'name'
}

/** How often a handle must stand for it to be known without being listed. */
export const KNOWN = 3
/** How much oftener the handle that is meant must stand than one that is guessed to be the same person's. */
const OFTENER = 3
/** The fewest letters of a name that tell who is meant. */
const SHORTEST = 3

/**
 * The aliases of the book, by their keys: those that the group lists, those that its minutes explain, and handles that
 * are the first name, or the beginning of it, of exactly one person.
 */
export const aliasesOf = memoBy(parts, (book: Book): ReadonlyMap<string, Alias> => {
  const aliases = new Map<string, Alias>()
  const add = (source: Alias['source'], alias: string, person: string) => {
    if (alias === person || aliases.has(alias) || isPseudo(book, alias) || isPseudo(book, person)) return
    aliases.set(alias, { handle: spelled(book, person), source })
  }
  for (const { handle, aliases: others } of book.roster.people) {
    for (const alias of others) add('listed', canonical(alias), canonical(handle))
  }
  for (const [alias, person] of byAccount(book)) add('listed', alias, person)
  for (const [alias, person] of byExplanation(book)) add('explained', alias, person)
  for (const [alias, person] of byFirstName(book, aliases)) add('name', alias, person)
  return resolved(aliases)
})

/** Who was where is part of what the book knows of its people; most keystrokes change none of this. */
function parts(book: Book): [object, ...unknown[]] {
  return [book.people, book.roster, explainedWords(book)]
}

/** What most that is known of people goes by; see {@link memoBy}. */
export const peopleParts = (book: Book): [object, ...unknown[]] => [book.people, book.roster, aliasesOf(book)]

const explainedWords = memo((book: Book): string => {
  const words: string[] = []
  for (const { aliases } of book.parts.values()) {
    for (const { alias, person } of aliases) words.push(`${alias} ${person}`)
  }
  return words.join('\n')
})

type Pairs = readonly (readonly [alias: string, person: string])[]

/** An alias of an alias means who is meant in the end; one that leads back to itself means nobody. */
function resolved(aliases: ReadonlyMap<string, Alias>): ReadonlyMap<string, Alias> {
  const found = new Map<string, Alias>()
  for (const [key, { handle, source }] of aliases) {
    let end = handle
    const seen = new Set([key])
    while (aliases.has(canonical(end)) && !seen.has(canonical(end))) {
      seen.add(canonical(end))
      end = aliases.get(canonical(end))!.handle
    }
    if (!seen.has(canonical(end))) found.set(key, { handle: end, source })
  }
  return found
}

/** The handle as the book spells it, or else as the group lists it. */
const spelled = (book: Book, key: string): string =>
  book.people.get(key)?.handle ?? listing(book.roster).byHandle.get(key)?.handle ?? key

/** Accounts elsewhere. The one that the minutes use most is the handle; whom two people claim, nobody knows. */
function byAccount(book: Book): Pairs {
  const owners = new Map<string, Set<string>>()
  for (const { handle, accounts = [] } of book.roster.people) {
    const names = [handle, ...accounts].map(canonical)
    const count = (key: string) => book.people.get(key)?.mentions ?? 0
    const person = names.reduce((best, each) => (count(each) > count(best) ? each : best))
    for (const alias of names) owners.set(alias, (owners.get(alias) ?? new Set()).add(person))
  }
  return [...owners].flatMap(([alias, [person, ...others]]) =>
    others.length > 0 || haveMet(book, { key: alias }, { key: person! }) ? [] : [[alias, person!] as const],
  )
}

/** What two minutes explain differently, nobody knows; and who is listed is a person of their own. */
function byExplanation(book: Book): Pairs {
  const found = new Map<string, Set<string>>()
  for (const part of book.parts.values()) {
    for (const { alias, person } of part.aliases) found.set(alias, (found.get(alias) ?? new Set()).add(person))
  }
  return [...found].flatMap(([alias, [person, ...others]]) => {
    const [known, own] = [book.people.get(person!), book.people.get(alias)]
    if (!known || others.length > 0 || listing(book.roster).byHandle.has(alias)) return []
    if (own && (own.mentions >= known.mentions || haveMet(book, own, known))) return []
    return [[alias, person!] as const]
  })
}

/** "@leon" for Leon Timmermans, who is @leont everywhere else; "@tim" for Timothy Legge, who is @timlegge. */
function byFirstName(book: Book, aliases: ReadonlyMap<string, Alias>): Pairs {
  const found = new Map<string, Set<string>>()
  for (const { key } of knownPeople(book)) {
    if (aliases.has(key)) continue
    const first = firstName(nameOf(book, key))
    const longest = first ?? key.slice(0, -1)
    for (let length = SHORTEST; length <= longest.length; length++) {
      const start = longest.slice(0, length)
      if (!book.people.has(start)) continue
      // A shortened name counts where the handle begins with it too; who has no name may be called that.
      if (length === first?.length || key.startsWith(start)) found.set(start, (found.get(start) ?? new Set()).add(key))
    }
  }
  return [...found].flatMap(([alias, [key, ...others]]) => {
    const [own, person] = [book.people.get(alias)!, book.people.get(key!)]
    if (others.length > 0 || !person || alias === key || !firstName(nameOf(book, key!))) return []
    if (isListed(book, alias) || own.name !== undefined || own.attended > person.attended) return []
    return person.mentions >= OFTENER * own.mentions && !haveMet(book, own, person) ? [[alias, key!] as const] : []
  })
}

const firstName = (name: string | undefined): string | undefined => name && /^[^\s.'’"-]{3,}/u.exec(folded(name))?.[0]

/** Letters without accents and case, as they stand in handles. */
export const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')

/** A person's name: as the group lists it, or else as the minutes give it. */
export const nameOf = (book: Book, key: string): string | undefined =>
  listing(book.roster).names.get(key) ?? book.people.get(key)?.name

/** Whether the group lists the handle, be it as an alias or an account. */
export const isListed = ({ roster }: Book, key: string): boolean => listing(roster).all.has(key)

/** Whether a handle stands for nobody in particular. */
export const isPseudo = ({ roster }: Book, key: string): boolean => listing(roster).pseudo.has(key)

/** The people that are known for sure: those listed, and those whose handles stand often enough. */
export function knownPeople(book: Book): readonly Person[] {
  const { byHandle, pseudo } = listing(book.roster)
  const known = [...book.people.values()].filter(({ key, mentions }) => mentions >= KNOWN || byHandle.has(key))
  const others = [...byHandle]
    .filter(([key]) => !book.people.has(key))
    .map(([key, { handle }]): Person => ({ handle, key, mentions: 0, documents: 0, attended: 0 }))
  return [...known, ...others].filter(({ key }) => !pseudo.has(key))
}

/** What the group says of its people, ready to be looked up by key. */
const listing = memo(({ people, pseudo }: Roster) => {
  const byHandle = new Map<string, Listed>()
  const names = new Map<string, string>()
  const all = new Set<string>()
  for (const person of people) {
    const key = canonical(person.handle)
    if (!byHandle.has(key)) byHandle.set(key, person)
    for (const each of [person.handle, ...person.aliases, ...(person.accounts ?? [])].map(canonical)) {
      all.add(each)
      if (person.name && !names.has(each)) names.set(each, person.name)
    }
  }
  return { byHandle, names, all, pseudo: new Set(pseudo.map(canonical)) }
})

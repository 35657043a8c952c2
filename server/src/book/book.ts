import { projectKey } from '../minutes/projects.ts'
import { NO_ROSTER, type Roster } from '../settings/roster.ts'
import { equal } from '../text/equal.ts'
import { memo } from '../text/memo.ts'
import { order } from '../text/order.ts'
import type { Part, ProjectUse } from './part.ts'
import { documentsWith, NO_WORDS, type Vocabulary, withWords } from './vocabulary.ts'
import type { Wording } from './wording.ts'

/** A person as the whole book knows them. */
export interface Person {
  /** The handle in its commonest spelling, without `@`. */
  readonly handle: string
  readonly key: string
  readonly name?: string
  /** How often the handle stands in the book, and in how many minutes. */
  readonly mentions: number
  readonly documents: number
  /** Meetings attended, wholly or partly. */
  readonly attended: number
  /** The days (`YYYY-MM-DD`) of the last meeting attended and of the last minutes with the handle. */
  readonly lastAttended?: string
  readonly lastSeen?: string
}

/** A project as the whole book knows it. */
export interface Project {
  readonly key: string
  /** The latest title and address. */
  readonly title: string
  readonly address: string
  readonly form: ProjectUse['form']
  /** Every title it has had, the latest first. */
  readonly titles: readonly string[]
  readonly documents: number
  /** The day (`YYYY-MM-DD`) of the last minutes that list it. */
  readonly lastSeen?: string
}

/**
 * All minutes of a folder, and what they say together. Immutable: a change gives a new book that shares with the old
 * one all that the change did not touch.
 */
export interface Book {
  readonly parts: ReadonlyMap<string, Part>
  /** By canonical handle. */
  readonly people: ReadonlyMap<string, Person>
  /** By address; see {@link projectKey}. */
  readonly projects: ReadonlyMap<string, Project>
  /** In how many documents each word stands. */
  readonly words: Vocabulary
  /** In how many documents each spelling of a word with a capital inside stands. */
  readonly spellings: Vocabulary
  /** What the group says of its people and projects outside its minutes. */
  readonly roster: Roster
}

export const EMPTY_BOOK: Book = {
  parts: new Map(),
  people: new Map(),
  projects: new Map(),
  words: NO_WORDS,
  spellings: NO_WORDS,
  roster: NO_ROSTER,
}

/** The book of a group that says this of its people and projects. */
export const withRoster = (book: Book, roster: Roster): Book =>
  equal(book.roster, roster) ? book : { ...book, roster }

/** The book with these documents added, or put in place of what they were; the very same where they say nothing new. */
export function withParts(book: Book, changed: readonly Part[]): Book {
  const parts = new Map<string, Part>()
  const [people, projects] = [new Set<string>(), new Set<string>()]
  const changes: Change[] = []
  for (const fresh of changed) {
    const before = parts.get(fresh.path) ?? book.parts.get(fresh.path)
    const part = before ? sharing(before, fresh) : fresh
    if (part === before) continue
    changes.push({ before, after: part })
    parts.set(part.path, part)
    touched(before, part, people, projects)
  }
  return changes.length === 0 ? book : derive(book, new Map([...book.parts, ...parts]), people, projects, changes)
}

/** A part with all that it says as before in the same objects; the very one of before when that is all. */
const sharing = (before: Part, after: Part): Part =>
  sharingValues(before, { ...after, wording: sharingValues(before.wording, after.wording) })

function sharingValues<T extends object>(before: T, after: T): T {
  const keys = Object.keys(after) as (keyof T)[]
  const same = keys.filter((key) => equal(before[key], after[key]))
  if (same.length === keys.length && keys.length === Object.keys(before).length) return before
  return { ...after, ...Object.fromEntries(same.map((key) => [key, before[key]])) }
}

/** The book without a document. */
export function withoutPart(book: Book, path: string): Book {
  const before = book.parts.get(path)
  if (!before) return book
  const parts = new Map(book.parts)
  parts.delete(path)
  const [people, projects] = [new Set<string>(), new Set<string>()]
  touched(before, undefined, people, projects)
  return derive(book, parts, people, projects, [{ before, after: undefined }])
}

interface Change {
  readonly before: Part | undefined
  readonly after: Part | undefined
}

/** Notes which people and projects a change of one document bears on. */
function touched(before: Part | undefined, after: Part | undefined, people: Set<string>, projects: Set<string>): void {
  const moved = before?.day !== after?.day
  for (const key of new Set([...Object.keys(before?.people ?? {}), ...Object.keys(after?.people ?? {})])) {
    if (moved || !equal(before?.people[key], after?.people[key])) people.add(key)
  }
  if (!moved && equal(before?.projects, after?.projects)) return
  for (const project of [...(before?.projects ?? []), ...(after?.projects ?? [])]) projects.add(projectKey(project))
}

function derive(
  book: Book,
  parts: Map<string, Part>,
  people: Set<string>,
  projects: Set<string>,
  changes: readonly Change[],
): Book {
  return {
    ...book,
    parts,
    words: counted(book.words, changes, 'words'),
    spellings: counted(book.spellings, changes, 'spellings'),
    people: people.size === 0 ? book.people : merge(book.people, people, gatherPeople(inOrder(parts), people)),
    projects:
      projects.size === 0 ? book.projects : merge(book.projects, projects, gatherProjects(inOrder(parts), projects)),
  }
}

/** In order of the meetings, whatever order the files came in: then what is gathered does not depend on it. */
const inOrder = memo((parts: ReadonlyMap<string, Part>): readonly Part[] =>
  [...parts.values()].sort((a, b) => order(a.day, b.day) || order(a.path, b.path)),
)

function counted(vocabulary: Vocabulary, changes: readonly Change[], of: 'words' | 'spellings'): Vocabulary {
  const changed = changes
    .map(({ before, after }) => ({ before: before?.wording[of], after: after?.wording[of] }))
    .filter(({ before, after }) => !equal(before, after))
  return changed.length === 0 ? vocabulary : withWords(vocabulary, changed)
}

function merge<T>(
  known: ReadonlyMap<string, T>,
  keys: ReadonlySet<string>,
  found: ReadonlyMap<string, T>,
): Map<string, T> {
  const merged = new Map(known)
  for (const key of keys) {
    const value = found.get(key)
    if (value === undefined) merged.delete(key)
    else merged.set(key, value)
  }
  return merged
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function gatherPeople(parts: readonly Part[], keys: ReadonlySet<string>): Map<string, Person> {
  const found = new Map<string, Mutable<Person> & { spellings: Map<string, number> }>()
  for (const part of parts) {
    for (const key in part.people) {
      if (!keys.has(key)) continue
      const { mentions, spellings, name, presence } = part.people[key]!
      let person = found.get(key)
      if (!person) {
        person = { handle: key, key, mentions: 0, documents: 0, attended: 0, spellings: new Map() }
        found.set(key, person)
      }
      person.mentions += mentions
      person.documents++
      for (const spelling in spellings) {
        person.spellings.set(spelling, (person.spellings.get(spelling) ?? 0) + spellings[spelling]!)
      }
      if (name) person.name = name
      if (part.day) person.lastSeen = part.day
      if (presence === 'present' || presence === 'partly') {
        person.attended++
        if (part.day) person.lastAttended = part.day
      }
    }
  }
  const people = new Map<string, Person>()
  for (const [key, { spellings, ...person }] of found) {
    const [commonest] = [...spellings].sort((a, b) => b[1] - a[1] || order(a[0], b[0]))
    people.set(key, { ...person, handle: commonest![0] })
  }
  return people
}

function gatherProjects(parts: readonly Part[], keys: ReadonlySet<string>): Map<string, Project> {
  const found = new Map<string, Mutable<Project>>()
  for (const part of parts) {
    const counted = new Set<string>()
    for (const { title, address, form } of part.projects) {
      const key = projectKey({ address })
      if (!keys.has(key)) continue
      const before = found.get(key)
      found.set(key, {
        key,
        title,
        address,
        form,
        titles: [title, ...(before?.titles ?? []).filter((other) => other !== title)],
        documents: (before?.documents ?? 0) + (counted.has(key) ? 0 : 1),
        ...((part.day ?? before?.lastSeen) && { lastSeen: part.day ?? before!.lastSeen! }),
      })
      counted.add(key)
    }
  }
  return found
}

/** In how many documents other than one a word stands: what that one says may have been typed since it was counted. */
export function othersWith({ words, parts }: Book, path: string, word: string): number {
  return documentsWith(words, word) - (hasWord(parts.get(path), word) ? 1 : 0)
}

/** The same of a spelling with a capital inside. */
export const othersSpelling = ({ spellings, parts }: Book, path: string, spelling: string): number =>
  documentsWith(spellings, spelling) - (parts.get(path)?.wording.spellings.includes(spelling) ? 1 : 0)

const hasWord = (part: Part | undefined, word: string): boolean => part !== undefined && wordsOf(part.wording).has(word)

const wordsOf = memo(({ words }: Wording): ReadonlySet<string> => new Set(words))

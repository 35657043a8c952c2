import { CompletionItemKind } from 'vscode-languageserver-types'
import type { Book, Person } from '../../book/book.ts'
import { aliasesOf, isPseudo, knownPeople, nameOf } from '../../book/names.ts'
import { regularsOf } from '../../book/regulars.ts'
import { seriesLike, seriesNear } from '../../book/series.ts'
import { slipsOf } from '../../book/slips.ts'
import { usualNames } from '../../book/usual-names.ts'
import { type AttendanceList, attendanceOf } from '../../minutes/attendance.ts'
import { memoBy } from '../../text/memo.ts'
import { phrase, type Value } from '../../text/phrase.ts'
import { filesOfMinutes, meetings } from '../counts.ts'
import type { OpenMinutes } from '../document.ts'
import { isRoleLine, listAt } from './attendance-list.ts'
import type { Caret } from './caret.ts'
import type { Offer } from './offer.ts'

/** `@` and what is typed of the handle; not inside a mail address or another word. */
const TYPED = /(?<![\p{L}\p{N}@./\\])@([\w-]*)$/u

/** Where the next of the people in a list, or who fills a role, is to stand: behind a marker, a label or another. */
const EMPTY = /(?:^\s*(?:[-*+]|\d{1,9}[.)])|[:,;])[*_]*[ \t\u00a0]+$/

/** Nothing typed yet, where somebody who asks wants a handle. */
const placeFor = (open: OpenMinutes, caret: Caret): readonly [string, string] | undefined =>
  caret.sign === undefined &&
  EMPTY.test(caret.before) &&
  !/^[\p{L}\p{N}@]/u.test(caret.after) &&
  (isRoleLine(caret) ||
    attendanceOf(open.minutes).some(({ from, to }) => from <= caret.offset && caret.offset <= to) ||
    isBelowLabel(caret)) &&
  usualNames(open).length === 0
    ? ['', '']
    : undefined

/** Whether an item is nested, in a section of who was there. */
const isBelowLabel = ({ kind, before }: Caret): boolean => kind === 'attendance' && /^[ \t]+\S|[:,;][ \t]/.test(before)

/**
 * The people of the book: first those who are at this meeting, then by how lately and how often they came. In an
 * attendance list those not yet named come first, and under regrets the regulars among them.
 */
export function completePeople(open: OpenMinutes, caret: Caret): Offer[] {
  const typed = TYPED.exec(caret.before) ?? placeFor(open, caret)
  if (!typed) return []
  const from = caret.offset - typed[0].length
  // The underscore that closes emphasis is none of the handle's.
  const rest = /^[\w-]*?(?=_*(?![\w-]))/.exec(caret.after)![0].length
  const at = { from, to: caret.offset + rest }
  const list = listAt(open, caret)
  const named = namedIn(attendanceOf(open.minutes), from)
  const regulars = list?.isAway ? regularsOf(open) : undefined
  const people = peopleOf(open.book, (typed[1]! + caret.after.slice(0, rest)).toLowerCase())
  const ranks = new Map(people.map((person) => [person, rank(person, named, list !== undefined, regulars)]))
  const own = ownPeople(open)
  const foreign = ({ key }: Person) => (own.has(key) ? 0 : 1)
  people.sort(
    (a, b) =>
      ranks.get(a)! - ranks.get(b)! ||
      foreign(a) - foreign(b) ||
      later(a, b) ||
      b.mentions - a.mentions ||
      (a.key < b.key ? -1 : 1),
  )
  return people.map((person) => {
    const presence = named.get(person.key)
    const name = nameOf(open.book, person.key)
    const description = presence ? SAID[presence] : person.lastAttended
    return {
      label: `@${person.handle}`,
      kind: CompletionItemKind.Reference,
      pieces: [`@${person.handle}`],
      at,
      ...(name && { detail: name }),
      ...(description && { description }),
      documentation: documentation(person, name),
    }
  })
}

/** So many of its last meetings count. */
const RECENT = 50

/** The keys of those whom the document's own series names. */
const ownPeople = memoBy(
  ({ book, path }: OpenMinutes) => [book, path],
  ({ book, path }: OpenMinutes): ReadonlySet<string> =>
    new Set(
      (seriesLike(book, path) ?? seriesNear(book, path))?.parts
        .slice(-RECENT)
        .flatMap(({ people }) => Object.keys(people)),
    ),
)

/** Everybody known, by the handle that the group goes by; not what stands only where it is being typed. */
function peopleOf(book: Book, typed: string): Person[] {
  const [isSlip, aliases] = [slipsOf(book), aliasesOf(book)]
  const listed = knownPeople(book).filter(({ key }) => !book.people.has(key))
  return [...book.people.values(), ...listed].filter(
    ({ key, mentions }) =>
      (key !== typed || mentions !== 1) && !isSlip(key) && !aliases.has(key) && !isPseudo(book, key),
  )
}

/** Presence of each person who is listed, the one under the caret excepted. */
function namedIn(lists: readonly AttendanceList[], caret: number): Map<string, AttendanceList['presence']> {
  const named = new Map<string, AttendanceList['presence']>()
  for (const { presence, people } of lists) {
    for (const { handle, from } of people) if (handle && from !== caret) named.set(handle.toLowerCase(), presence)
  }
  return named
}

function rank(
  { key }: Person,
  named: ReadonlyMap<string, AttendanceList['presence']>,
  isInList: boolean,
  regulars: ReadonlySet<string> | undefined,
): number {
  const presence = named.get(key)
  if (isInList) return presence ? 2 : regulars?.has(key) ? 0 : 1
  return presence === 'present' ? 0 : presence === 'partly' ? 1 : 2
}

const later = (a: Person, b: Person): number => {
  const [x, y] = [a.lastAttended ?? a.lastSeen ?? '', b.lastAttended ?? b.lastSeen ?? '']
  return x === y ? b.attended - a.attended : x < y ? 1 : -1
}

const SAID = {
  present: phrase`present`,
  partly: phrase`partly present`,
  regrets: phrase`sent regrets`,
  absent: phrase`absent`,
}

function documentation(
  { handle, attended, lastAttended, documents }: Person,
  name: string | undefined,
): readonly Value[] {
  return [
    name ? `**${name}** (@${handle})` : `**@${handle}**`,
    lastAttended
      ? phrase`${meetings(attended)} attended, the last on ${lastAttended}`
      : phrase`No meeting attended yet`,
    phrase`Named in ${filesOfMinutes(documents)}`,
  ]
}

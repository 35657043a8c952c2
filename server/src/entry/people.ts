import { openActions } from '../book/actions.ts'
import { isPseudo, nameOf } from '../book/names.ts'
import { handleOf, keysByName, personOf } from '../book/who.ts'
import { attendanceOf, type Presence } from '../minutes/attendance.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { type Person as PersonInMinutes, personKey } from '../minutes/people.ts'
import { rolesOf } from '../minutes/roles.ts'
import { order } from '../text/order.ts'
import type { OpenBook } from './book.ts'
import type { Listing } from './listing.ts'

/** A person as they are printed: in how many meetings they were what. Days are `YYYY-MM-DD`. */
export interface PersonRow {
  /** Without `@`; absent for those whom the minutes know by name alone. */
  readonly handle?: string
  readonly name?: string
  /** Wholly or partly. */
  present: number
  regrets: number
  absent: number
  chair: number
  scribe: number
  /** The last meeting they were at. */
  last?: string
  /** Action items that are open in the latest minutes. */
  open: number
}

/** The people of the minutes that are asked for, those who were there oftenest first. */
export function listPeople(books: readonly OpenBook[]): Listing<PersonRow> {
  const rows = books.flatMap(peopleIn)
  return {
    rows: rows.sort((a, b) => b.present - a.present || order(nameIn(a), nameIn(b))),
    columns: [
      { title: 'who', of: ({ handle }) => handle && `@${handle}` },
      { title: 'name', of: ({ name }) => name, yields: true },
      { title: 'present', of: ({ present }) => present },
      { title: 'last', of: ({ last }) => last },
      number('regrets', ({ regrets }) => regrets),
      number('absent', ({ absent }) => absent),
      number('chair', ({ chair }) => chair),
      number('scribe', ({ scribe }) => scribe),
      number('open actions', ({ open }) => open),
    ],
    one: 'person',
    many: 'people',
  }
}

const number = (title: string, count: (row: PersonRow) => number) => ({
  title,
  of: (row: PersonRow) => count(row) || undefined,
})

const nameIn = ({ handle, name }: PersonRow) => (handle ?? name ?? '').toLowerCase()
function peopleIn({ book, documents }: OpenBook): PersonRow[] {
  const rows = new Map<string, PersonRow>()
  const handles = keysByName(book)
  const rowOf = (person: PersonInMinutes): PersonRow | undefined => {
    const known = person.handle ?? handles.get(person.name!.toLowerCase())
    const handle = known && handleOf(book, personOf(book, known.toLowerCase()))
    const key = handle ? `@${handle.toLowerCase()}` : personKey(person)
    if (key === undefined || (handle && isPseudo(book, handle.toLowerCase()))) return undefined
    const name = handle ? nameOf(book, handle.toLowerCase()) : person.name
    const row = rows.get(key) ?? {
      ...(handle && { handle }),
      ...(name && { name }),
      ...{ present: 0, regrets: 0, absent: 0, chair: 0, scribe: 0, open: 0 },
    }
    rows.set(key, row)
    return row
  }
  for (const { own, minutes } of documents) {
    const day = book.parts.get(own)?.day
    for (const field of PRESENCES) {
      for (const row of new Set(attending(minutes, field).map(rowOf))) {
        if (!row) continue
        row[field]++
        if (field === 'present' && day && day > (row.last ?? '')) row.last = day
      }
    }
    for (const role of ['chair', 'scribe'] as const) {
      const people = rolesOf(minutes).flatMap((each) => (each.role === role ? each.people : []))
      for (const row of new Set(people.map(rowOf))) if (row) row[role]++
    }
  }
  const asked = new Set(documents.map(({ own }) => own))
  for (const { latest } of openActions(book)) {
    if (!asked.has(latest.path)) continue
    for (const owner of new Set(latest.words.owners.map((each) => personOf(book, each)))) {
      const row = rowOf({ handle: owner, from: 0, to: 0, entry: { from: 0, to: 0 } })
      if (row) row.open++
    }
  }
  return [...rows.values()]
}

const PRESENCES = ['present', 'regrets', 'absent'] as const

const attending = (minutes: Minutes, presence: (typeof PRESENCES)[number]): readonly PersonInMinutes[] => {
  const counts: readonly Presence[] = presence === 'present' ? ['present', 'partly'] : [presence]
  return attendanceOf(minutes).flatMap((list) => (counts.includes(list.presence) ? list.people : []))
}

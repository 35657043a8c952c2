import { canonical } from '../minutes/mentions.ts'
import { personKey } from '../minutes/people.ts'
import { memo } from '../text/memo.ts'
import { openActions } from './actions.ts'
import type { Book } from './book.ts'
import { isPseudo, nameOf } from './names.ts'
import type { Named } from './record.ts'
import { timelinesOf } from './series.ts'
import { handleOf, keysByName, personOf } from './who.ts'

/** A person of whom minutes say whether they were there, or what they do: in how many meetings they were what. */
export interface Attendee {
  /** The handle's key behind `@`; for those whom the minutes know by name alone, the name in lower case. */
  readonly key: string
  /** Without `@`. */
  readonly handle?: string
  readonly name?: string
  /** Wholly or partly. */
  readonly present: number
  readonly regrets: number
  readonly absent: number
  readonly chair: number
  readonly scribe: number
  /** The day (`YYYY-MM-DD`) of the last meeting they were at, and of the first that has them in a list. */
  readonly last?: string
  readonly since?: string
  /** How many meetings of their series have said who was there, from the first on that has them in a list. */
  readonly meetings: number
  /** Action items that are open in the latest minutes. */
  readonly open: number
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The people of the book. @param paths the minutes that are asked for. */
export function attendeesOf(book: Book, paths: Iterable<string> = book.parts.keys()): readonly Attendee[] {
  const rows = new Map<string, Mutable<Attendee>>()
  const places = placesOf(book)
  const rowOf = (person: Named): Mutable<Attendee> | undefined => {
    const key = attendeeKey(book, person)
    if (key === undefined) return undefined
    const known = rows.get(key)
    if (known) return known
    const handle = key.startsWith('@') ? handleOf(book, key.slice(1)) : undefined
    const name = handle ? nameOf(book, canonical(handle)) : person.name
    const row: Mutable<Attendee> = {
      key,
      ...(handle && { handle }),
      ...(name && { name }),
      ...{ present: 0, regrets: 0, absent: 0, chair: 0, scribe: 0, meetings: 0, open: 0 },
    }
    rows.set(key, row)
    return row
  }
  const asked = new Set(paths)
  /** Where each person comes first in each timeline. */
  const first = new Map<string, Map<number, number>>()
  for (const path of asked) {
    const { day, wording } = book.parts.get(path)!
    const { attendance, roles } = wording.record
    const lists = {
      present: [...attendance.present, ...attendance.partly],
      regrets: attendance.regrets,
      absent: attendance.absent,
    }
    for (const field of ['present', 'regrets', 'absent'] as const) {
      for (const row of new Set(lists[field].map(rowOf))) {
        if (!row) continue
        row[field]++
        if (day && field === 'present' && day > (row.last ?? '')) row.last = day
        if (day && (row.since === undefined || day < row.since)) row.since = day
        const place = places.get(path)
        const firsts = first.get(row.key) ?? new Map<number, number>()
        first.set(row.key, firsts)
        if (place) firsts.set(place.timeline, Math.max(firsts.get(place.timeline) ?? 0, place.left))
        else row.meetings++
      }
    }
    for (const role of ['chair', 'scribe'] as const) {
      for (const row of new Set(roles[role].map(rowOf))) if (row) row[role]++
    }
  }
  for (const [key, firsts] of first) for (const left of firsts.values()) rows.get(key)!.meetings += left
  for (const { latest } of openActions(book)) {
    if (!asked.has(latest.path)) continue
    for (const owner of new Set(latest.words.owners.map((each) => personOf(book, each)))) {
      const row = rowOf({ handle: owner })
      if (row) row.open++
    }
  }
  return [...rows.values()]
}

/** Under which key somebody is known whom minutes name; `undefined` for nobody in particular. */
export function attendeeKey(book: Book, { handle, name }: Named): string | undefined {
  const known = handle ?? handlesByName(book).get(name!.toLowerCase())
  if (known === undefined) return personKey({ name: name!, from: 0, to: 0, entry: { from: 0, to: 0 } })
  const key = canonical(handleOf(book, personOf(book, canonical(known))))
  return isPseudo(book, key) ? undefined : `@${key}`
}

/** For minutes of a series: in which timeline they are, and how many of it say who was there, from them on. */
const placesOf = memo((book: Book): ReadonlyMap<string, { readonly timeline: number; readonly left: number }> => {
  const places = new Map<string, { timeline: number; left: number }>()
  timelinesOf(book).forEach((parts, timeline) => {
    let left = 0
    for (const { path, wording } of parts.toReversed()) {
      if (Object.values(wording.record.attendance).some(({ length }) => length > 0)) left++
      places.set(path, { timeline, left })
    }
  })
  return places
})

const handlesByName = memo(keysByName)

import { fuller, type Presence } from '../minutes/attendance.ts'
import type { Settings } from '../settings/settings.ts'
import { order } from '../text/order.ts'
import type { Book } from './book.ts'
import { seriesListedBy } from './index-page.ts'
import { isPseudo, nameOf } from './names.ts'
import type { Part } from './part.ts'
import { handleOf, keysByName, personOf } from './who.ts'

/** One of the meetings that are shown. */
export interface MeetingAttended {
  readonly path: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** How many people were there, wholly or partly; `undefined` where its minutes do not say who was. */
  readonly there?: number
  /** How many action items its minutes have open. */
  readonly open: number
}

/** One person at these meetings. */
export interface PersonAttending {
  /** Without `@`; absent for those whom the minutes know by name alone. */
  readonly handle?: string
  readonly name?: string
  /** For each of the meetings; `undefined` where its lists do not name this person. */
  readonly at: readonly (Presence | undefined)[]
  /** At how many of the meetings they were, wholly or partly. */
  readonly attended: number
}

/** Who was at which meeting, and what was open then. */
export interface Attended {
  readonly meetings: readonly MeetingAttended[]
  /** Those who were there oftenest first. */
  readonly people: readonly PersonAttending[]
  /** How many meetings the series has in all. */
  readonly total: number
}

/** So many meetings are shown unless another number is asked for: a year of fortnights. */
export const MEETINGS = 26

/**
 * Who was at the last meetings of a series.
 *
 * @param line the minutes of the series in order; see {@link Book}.
 * @param most how many meetings, from the last one back.
 */
export function attendedIn(book: Book, settings: Settings, line: readonly Part[], most: number): Attended {
  // A page about meetings is none.
  const all = line.filter(({ path }) => seriesListedBy(settings, book, path).length === 0)
  const parts = all.slice(Math.max(0, all.length - most))
  const keys = keysByName(book)
  const rows = new Map<string, (Presence | undefined)[]>()
  /** As they are written. */
  const names = new Map<string, string>()
  const mark = (who: string, meeting: number, presence: Presence) => {
    const row = rows.get(who) ?? new Array<Presence | undefined>(parts.length).fill(undefined)
    row[meeting] = fuller(row[meeting], presence)
    rows.set(who, row)
  }
  for (const [meeting, { people, named }] of parts.entries()) {
    for (const key in people) {
      const { presence } = people[key]!
      const person = presence && personOf(book, key)
      if (person && !isPseudo(book, person)) mark(`@${person}`, meeting, presence)
    }
    for (const name in named) {
      const key = keys.get(name.toLowerCase())
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
      mark(key === undefined ? name.toLowerCase() : `@${personOf(book, key)}`, meeting, named[name]!)
    }
  }
  return {
    meetings: parts.map(({ path, day, wording }, meeting) => {
      const there = [...rows.values()].filter((row) => isThere(row[meeting])).length
      const open = wording.actions.filter(({ done }) => !done).length
      return { path, day: day!, ...(there > 0 && { there }), open }
    }),
    people: [...rows]
      .map(([who, at]): PersonAttending => {
        const key = who.startsWith('@') ? who.slice(1) : undefined
        const name = key === undefined ? names.get(who) : nameOf(book, key)
        return {
          ...(key !== undefined && { handle: handleOf(book, key) }),
          ...(name && { name }),
          at,
          attended: at.filter(isThere).length,
        }
      })
      .sort((a, b) => b.attended - a.attended || order(labelOf(a).toLowerCase(), labelOf(b).toLowerCase())),
    total: all.length,
  }
}

/** What the group calls a person: `@ada`, or a name. */
export const labelOf = ({ handle, name }: PersonAttending): string => (handle ? `@${handle}` : (name ?? ''))

const isThere = (presence: Presence | undefined): boolean => presence === 'present' || presence === 'partly'

import type { Book } from '../../book/book.ts'
import { aliasesOf, isListed, isPseudo, knownPeople, nameOf } from '../../book/names.ts'
import { slipsOf } from '../../book/slips.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { order } from '../../text/order.ts'
import { type Attending, attendingOf, isPartly, listedPeople, remarkIn, withRemark } from './listed-people.ts'

/** Somebody who may be at a meeting. */
export interface RosterEntry {
  /** See `attendeeKey`. */
  readonly key: string
  /** As the group's lists write them: handle or name, with what always stands behind it. */
  readonly label: string
  readonly name?: string
  /** Whether they came to at least half of the last meetings. */
  readonly regular: boolean
  /** What these minutes say of them. */
  readonly attending?: Attending
  readonly remark?: string
  /** The day of the last meeting they came to, `YYYY-MM-DD`. */
  readonly last?: string
}

interface Subject {
  readonly minutes: Minutes
  readonly book: Book
  /** The latest minutes of the group with their days, the nearest first. */
  readonly models: readonly { readonly minutes: Minutes; readonly day: string }[]
}

/** What share of the last meetings a regular came to. */
const SHARE = 0.5

/** Who may be at the meeting: those on its lists, then the regulars, then all others by when they came last. */
export function rosterOf({ minutes, book, models }: Subject): readonly RosterEntry[] {
  const found = new Map<string, { label: string; last?: string; attended: number }>()
  for (const { minutes: model, day } of models) {
    for (const listed of firstOfEach(listedPeople(book, model))) {
      const came = listed.list.presence === 'present' || listed.list.presence === 'partly'
      const entry = found.get(listed.key) ?? { label: usualEntry(listed.entry), attended: 0 }
      found.set(listed.key, entry)
      if (!came) continue
      entry.attended++
      entry.last ??= day
    }
  }
  for (const { key, handle, lastAttended, lastSeen } of known(book)) {
    const last = lastAttended ?? lastSeen
    const entry = found.get(`@${key}`)
    if (!entry) found.set(`@${key}`, { label: `@${handle}`, attended: 0, ...(last && { last }) })
    else if (last) entry.last ??= last
  }
  const here = new Map(firstOfEach(listedPeople(book, minutes)).map((listed) => [listed.key, listed]))
  for (const { key, entry } of here.values())
    if (!found.has(key)) found.set(key, { label: usualEntry(entry), attended: 0 })
  return [...found]
    .map(([key, { label, last, attended }]): RosterEntry => {
      const listed = here.get(key)
      const remark = listed && remarkIn(listed.entry)
      const name = key.startsWith('@') ? nameOf(book, key.slice(1)) : undefined
      return {
        key,
        label,
        ...(name && !label.includes(name) && { name }),
        regular: attended > 0 && attended >= SHARE * models.length,
        ...(listed && { attending: attendingOf(listed) }),
        ...(remark && { remark }),
        ...(last && { last }),
      }
    })
    .sort((a, b) => rank(a) - rank(b) || order(b.last, a.last) || order(a.key, b.key))
}

const rank = ({ attending, regular }: RosterEntry): number => (attending ? 0 : regular ? 1 : 2)

/** Who is in two lists is what the first says. */
function firstOfEach<T extends { readonly key: string }>(all: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return all.filter(({ key }) => key !== '' && !seen.has(key) && seen.add(key))
}

/** What stands for somebody at every meeting: "Ada Bloom @ada (board)", but not "(joined 16:20)". */
export function usualEntry(entry: string): string {
  const remark = remarkIn(entry)
  const bare = remark && isPartly(remark) ? withRemark(entry, undefined) : entry
  return bare.replace(/\s+/g, ' ')
}

/** Handles that never came to a meeting and are not listed may be teams, or people of elsewhere. */
function known(book: Book) {
  const [isSlip, aliases] = [slipsOf(book), aliasesOf(book)]
  return knownPeople(book).filter(
    ({ key, attended }) =>
      (attended > 0 || isListed(book, key)) && !isSlip(key) && !aliases.has(key) && !isPseudo(book, key),
  )
}

/** How the group remarks that somebody came late, or left early, at a time; learnt from the latest minutes that do. */
export function usualRemark(
  book: Book,
  models: readonly Minutes[],
  attending: 'late' | 'left',
  time: string | undefined,
): string {
  const remarks = models.flatMap((model) =>
    listedPeople(book, model).flatMap((listed) => {
      const remark = attendingOf(listed) === attending ? remarkIn(listed.entry) : undefined
      return remark && isPartly(remark) ? [remark] : []
    }),
  )
  const timed = remarks.find((remark) => CLOCK.test(remark) && !remark.includes(','))
  const plain = remarks.find((remark) => !/\d|,/.test(remark))
  if (time === undefined) return plain ?? (attending === 'late' ? 'joined late' : 'left early')
  if (timed) return timed.replace(CLOCK, time)
  return plain ?? `${attending === 'late' ? 'joined' : 'left'} ${time}`
}

const CLOCK = /(?<![\d:])\d{1,2}:\d{2}(?![\d:])/

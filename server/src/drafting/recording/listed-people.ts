import type { Book } from '../../book/book.ts'
import { aliasesOf } from '../../book/names.ts'
import { type AttendanceList, attendanceOf } from '../../minutes/attendance.ts'
import { canonical, scanMentions } from '../../minutes/mentions.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { type Person, readPeople } from '../../minutes/people.ts'
import { slice } from '../../text/span.ts'

/** How somebody took part: there all the time, from later on, until earlier; away with regrets or without a word. */
export type Attending = 'present' | 'late' | 'left' | 'regrets' | 'absent'

/** Somebody as a list of who was there, or was not, has them. */
export interface ListedPerson {
  /** What they are called by whoever asks: the handle with `@`, or the name in lower case. */
  readonly key: string
  readonly person: Person
  readonly list: AttendanceList
  /** As it is written there: name, handle and remarks. */
  readonly entry: string
}

/** What somebody is compared by, under whichever handle of theirs: with `@`, or the name in lower case. */
export function attendeeKey(book: Book, { handle, name }: Pick<Person, 'handle' | 'name'>): string {
  if (!handle) return (name ?? '').toLowerCase()
  const key = canonical(handle)
  return `@${canonical(aliasesOf(book).get(key)?.handle ?? key)}`
}

/** The one person that a text names: a handle, a name, or both. `undefined` for none and for several. */
export function personNamed(text: string): Pick<Person, 'handle' | 'name'> | undefined {
  const people = readPeople(text, { from: 0, to: text.length }, scanMentions(text))
  return people.length === 1 ? people[0] : undefined
}

/** Everybody whom the lists name, in order. */
export const listedPeople = (book: Book, minutes: Minutes): readonly ListedPerson[] =>
  attendanceOf(minutes).flatMap((list) =>
    list.people.map((person) => ({
      key: attendeeKey(book, person),
      person,
      list,
      entry: slice(minutes.text, person.entry),
    })),
  )

/** What is remarked of somebody in brackets; not among it is the handle that a name has there. */
export const remarkIn = (entry: string): string | undefined => REMARK.exec(entry)?.[1]

const REMARK = /\(([^()@]{1,200})\)[*_]*$/
const LATE = /\b(?:late\w*|join\w*|arriv\w*|from|since)\b/i
const LEFT = /\b(?:left|leav\w*|early|until|till)\b/i

/** Whether a remark says that somebody was there for a part of the time. */
export const isPartly = (remark: string): boolean => LATE.test(remark) || LEFT.test(remark)

/** How the lists say that somebody took part. */
export function attendingOf({ list: { presence }, entry }: ListedPerson): Attending {
  if (presence === 'regrets' || presence === 'absent') return presence
  const remark = remarkIn(entry) ?? ''
  if (LEFT.test(remark)) return 'left'
  return presence === 'partly' || LATE.test(remark) ? 'late' : 'present'
}

/** An entry with a remark in brackets in place of one about being there in part, beside any other, or with none. */
export function withRemark(entry: string, remark: string | undefined): string {
  const bare = entry.replace(/[ \t]*\(([^()@]{1,200})\)([*_]*)$/, (_, inside: string, end: string) => {
    const others = inside.split(/,\s*/).filter((each) => !isPartly(each))
    return others.length > 0 ? ` (${others.join(', ')})${end}` : end
  })
  if (!remark) return bare
  const other = REMARK.exec(bare)
  if (other)
    return `${bare.slice(0, other.index)}(${other[1]}, ${remark})${bare.slice(other.index + other[1]!.length + 2)}`
  return `${bare} (${remark})`
}

import { type Attendee, attendeesOf } from '../book/attendees.ts'
import { order } from '../text/order.ts'
import type { OpenBook } from './book.ts'
import type { Listing } from './listing.ts'

/** A person as they are printed: in how many meetings they were what. */
export type PersonRow = Omit<Attendee, 'key' | 'since' | 'meetings'>

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

const peopleIn = ({ book, documents }: OpenBook): readonly PersonRow[] =>
  attendeesOf(
    book,
    documents.map(({ own }) => own),
  ).map(({ key: _, since: __, meetings: ___, ...row }) => row)

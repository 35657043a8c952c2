import { join } from 'node:path'
import { type ActionHistory, allActions, byAge, openActions } from '../book/actions.ts'
import type { Book } from '../book/book.ts'
import { handlesOf, personOf } from '../book/who.ts'
import { order } from '../text/order.ts'
import type { OpenBook } from './book.ts'
import type { Listing } from './listing.ts'
import { shownPath } from './reports/shown.ts'
import type { Column } from './table.ts'
import { personIn } from './who.ts'

/** Which promises are wanted. */
export interface ActionFilter {
  /** A handle, with or without `@`, or a name. */
  readonly person?: string
  /** A part of the title of a project or topic, or a title that the project had before. */
  readonly project?: string
  /** Only what has been open since this day (`YYYY-MM-DD`) or a later one. */
  readonly since?: string
  /** Also what was done or dropped. */
  readonly all?: true
}

/** A promise as it is printed. Days are `YYYY-MM-DD`, paths relative to the working folder. */
export interface ActionRow {
  readonly action: string
  /** Handles, without `@`. */
  readonly owners: readonly string[]
  readonly topic: string
  readonly state: 'open' | 'done' | 'dropped'
  readonly since: string
  /** How many meetings have found it open since then, and for how many days. */
  readonly meetings: number
  readonly days: number
  readonly first: string
  readonly last: string
  readonly file: string
  readonly appearances: readonly {
    readonly day: string
    readonly file: string
    readonly done: boolean
    readonly action: string
  }[]
}

/** The promises of the minutes that are asked for, the oldest first, each once. */
export function listActions(books: readonly OpenBook[], filter: ActionFilter, folder: string): Listing<ActionRow> {
  const person =
    filter.person === undefined
      ? undefined
      : personIn(
          books.map(({ book }) => book),
          filter.person,
        )
  const rows = books.flatMap(({ root, book, documents }) => {
    const asked = new Set(documents.map(({ own }) => own))
    const key = person?.(book)
    const open = new Set(openActions(book))
    const histories = filter.all ? allActions(book) : [...open]
    return [...histories]
      .sort(byAge)
      .filter((history) => asked.has(history.latest.path) && (!person || hasOwner(book, history, key)))
      .filter((history) => filter.project === undefined || isAbout(book, history, filter.project))
      .filter(({ since }) => filter.since === undefined || since >= filter.since)
      .map((history) => rowOf(history, open.has(history), book, (path) => shownPath(join(root, path), folder)))
  })
  return {
    rows: rows.sort((a, b) => order(a.since, b.since)),
    columns: [
      { title: 'since', of: ({ since }) => since },
      { title: 'meetings', of: ({ meetings }) => meetings },
      ...(filter.all ? ENDS : []),
      { title: 'who', of: ({ owners }) => owners.map((owner) => `@${owner}`).join(', '), yields: true },
      { title: 'what', of: ({ action }) => action, yields: true },
      { title: 'topic', of: ({ topic }) => topic, yields: true },
    ],
    one: filter.all ? 'action' : 'open action',
    many: filter.all ? 'actions' : 'open actions',
  }
}

/** What is open stands in the latest minutes. */
const ENDS: readonly Column<ActionRow>[] = [
  { title: 'state', of: ({ state }) => state },
  { title: 'last', of: ({ last }) => last },
]

const hasOwner = (book: Book, { latest }: ActionHistory, key: string | undefined): boolean =>
  key !== undefined && latest.words.owners.some((owner) => personOf(book, owner) === key)

function isAbout({ projects }: Book, { latest }: ActionHistory, project: string): boolean {
  const wanted = project.toLowerCase()
  const topic = latest.words.topic.toLowerCase()
  if (topic.includes(wanted)) return true
  return [...projects.values()].some(({ titles }) => {
    const known = titles.map((title) => title.toLowerCase())
    return known.includes(topic) && known.some((title) => title.includes(wanted))
  })
}

function rowOf(
  { latest, appearances, since, meetings, days, first, last }: ActionHistory,
  isOpen: boolean,
  book: Book,
  fileOf: (path: string) => string,
): ActionRow {
  return {
    action: latest.words.text,
    owners: handlesOf(book, latest.words.owners),
    topic: latest.words.topic,
    state: latest.words.done ? 'done' : isOpen ? 'open' : 'dropped',
    since,
    meetings,
    days,
    first,
    last,
    file: fileOf(latest.path),
    appearances: appearances.map(({ day, path, words }) => ({
      day,
      file: fileOf(path),
      done: words.done,
      action: words.text,
    })),
  }
}

import { type Attended, attendedIn, labelOf } from '../book/attended.ts'
import { lineWith } from '../book/neighbours.ts'
import type { Part } from '../book/part.ts'
import { PRESENCES } from '../drafting/attendance-picture.ts'
import type { Presence } from '../minutes/attendance.ts'
import type { OpenBook } from './book.ts'
import { CannotRun } from './cannot-run.ts'
import { shownPath } from './reports/shown.ts'
import { table } from './table.ts'
import type { Style } from './terminal.ts'

/**
 * Who was at the last meetings of which the minutes that are asked for tell. Where they are of several series, that of
 * the most of them is meant.
 *
 * @param most how many meetings
 * @throws {CannotRun} where they are of several books
 */
export function attendanceOf(books: readonly OpenBook[], most: number): Attended {
  const [open, ...others] = books.filter(({ documents }) => documents.length > 0)
  if (others.length > 0)
    throw new CannotRun('These are minutes of several books, and one picture shows one. Name one of the folders.')
  if (!open) return { meetings: [], people: [], total: 0 }
  const asked = new Set(open.documents.map(({ own }) => own))
  let line: readonly Part[] = []
  for (const parts of new Set([...asked].map((own) => lineWith(open.book, own) ?? []))) {
    const own = parts.filter(({ path }) => asked.has(path))
    if (own.length > line.length) line = own
  }
  const found = attendedIn(open.book, open.settings, line, most)
  const files = new Map(open.documents.map(({ own, path }) => [own, path]))
  return { ...found, meetings: found.meetings.map((each) => ({ ...each, path: files.get(each.path)! })) }
}

/** In JSON: the meetings in order, and for each person what they were at each; `null` where no list names them. */
export function attendanceJson({ meetings, people }: Attended, folder: string): string {
  const found = {
    meetings: meetings.map(({ path, day, there, open }) => ({
      day,
      there: there ?? null,
      open,
      file: shownPath(path, folder),
    })),
    people: people.map(({ at, ...person }) => ({ ...person, at: at.map((presence) => presence ?? null) })),
  }
  return `${JSON.stringify(found, null, 2)}\n`
}

const SIGNS: Readonly<Record<Presence, string>> = { present: 'X', partly: 'x', regrets: 'r', absent: '-' }
const UNNAMED = '.'

/** A row for each person, with a sign for each meeting, and below them how many were there and what was open. */
export function attendanceTable({ meetings, people }: Attended, style: Style, width: number | undefined): string {
  const total = style(`${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}.`, 'bold')
  if (meetings.length === 0) return `${total}\n`
  const cells = Math.max(...meetings.flatMap(({ there, open }) => [there ?? 0, open])).toString().length
  const row = (signs: readonly (string | number)[]) => signs.map((sign) => String(sign).padStart(cells)).join(' ')
  const rows = [
    ...people.map((person) => ({
      who: labelOf(person),
      name: person.handle && person.name,
      there: person.attended,
      signs: row(person.at.map((presence) => (presence ? SIGNS[presence] : UNNAMED))),
    })),
    { who: 'were there', signs: row(meetings.map(({ there }) => there ?? UNNAMED)) },
    { who: 'open actions', signs: row(meetings.map(({ open }) => open)) },
  ]
  const [first, last] = [meetings[0]!.day, meetings.at(-1)!.day]
  const found = table<{ who: string; name?: string | undefined; there?: number; signs: string }>(
    rows,
    [
      { title: 'who', of: ({ who }) => who },
      { title: 'name', of: ({ name }) => name, yields: true },
      { title: 'there', of: ({ there }) => there },
      { title: first === last ? first : `${first} to ${last}`, of: ({ signs }) => signs, yields: true },
    ],
    style,
    width,
  )
  const legend = [
    ...Object.entries(SIGNS).map(([each, sign]) => `${sign} ${PRESENCES[each as Presence]}`),
    `${UNNAMED} not named`,
  ]
  return `${found}\n\n${style(legend.join(', '), 'dim')}\n${total}\n`
}

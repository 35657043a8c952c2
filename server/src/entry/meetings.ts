import { seriesListedBy } from '../book/index-page.ts'
import { attendanceOf, headcount, type Presence } from '../minutes/attendance.ts'
import { decisionsOf } from '../minutes/decisions.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { actionsOf } from '../minutes/notes.ts'
import { rolesOf } from '../minutes/roles.ts'
import { formatClock } from '../minutes/times.ts'
import { order } from '../text/order.ts'
import type { OpenBook } from './book.ts'
import type { Listing } from './listing.ts'
import { shownPath } from './reports/shown.ts'

/** A meeting as it is printed. The day is `YYYY-MM-DD`, the time UTC, the path relative to the working folder. */
export interface MeetingRow {
  readonly day: string
  readonly time: string | undefined
  /** As its minutes write them. */
  readonly chair: readonly string[]
  readonly scribe: readonly string[]
  readonly present: number
  readonly partly: number
  readonly regrets: number
  readonly absent: number
  /** Action items in its minutes. */
  readonly open: number
  readonly done: number
  readonly decisions: number
  readonly file: string
}

/** The meetings of which the minutes that are asked for tell, in order. */
export function listMeetings(books: readonly OpenBook[], folder: string): Listing<MeetingRow> {
  const rows = books.flatMap(({ book, settings, documents }) =>
    documents.flatMap(({ path, own, minutes }): MeetingRow[] => {
      const { day, time } = book.parts.get(own) ?? {}
      // A page about meetings is none.
      if (day === undefined || seriesListedBy(settings, book, own).length > 0) return []
      const done = actionsOf(minutes).filter(({ checkbox }) => checkbox.done).length
      return [
        {
          day,
          time: time === undefined ? undefined : formatClock(time),
          chair: inRole(minutes, 'chair'),
          scribe: inRole(minutes, 'scribe'),
          present: count(minutes, 'present'),
          partly: count(minutes, 'partly'),
          regrets: count(minutes, 'regrets'),
          absent: count(minutes, 'absent'),
          open: actionsOf(minutes).length - done,
          done,
          decisions: decisionsOf(minutes).length,
          file: shownPath(path, folder),
        },
      ]
    }),
  )
  const number = (title: string, of: (row: MeetingRow) => number) => ({
    title,
    of: (row: MeetingRow) => of(row) || undefined,
  })
  return {
    rows: rows.sort((a, b) => order(a.day, b.day) || order(a.file, b.file)),
    columns: [
      { title: 'day', of: ({ day }) => day },
      { title: 'UTC', of: ({ time }) => time },
      { title: 'chair', of: ({ chair }) => chair.join(', '), yields: true },
      { title: 'scribe', of: ({ scribe }) => scribe.join(', '), yields: true },
      number('present', ({ present }) => present),
      number('partly', ({ partly }) => partly),
      number('regrets', ({ regrets }) => regrets),
      number('absent', ({ absent }) => absent),
      number('decisions', ({ decisions }) => decisions),
      number('open', ({ open }) => open),
      number('done', ({ done }) => done),
      { title: 'file', of: ({ file }) => file },
    ],
    one: 'meeting',
    many: 'meetings',
  }
}

const inRole = (minutes: Minutes, role: 'chair' | 'scribe'): readonly string[] => [
  ...new Set(
    rolesOf(minutes)
      .filter((each) => each.role === role)
      .flatMap(({ people }) => people.map(({ handle, name }) => (handle ? `@${handle}` : name!))),
  ),
]

const count = (minutes: Minutes, presence: Presence): number =>
  headcount(attendanceOf(minutes).filter((list) => list.presence === presence))

import { join } from 'node:path'
import { meetingsOf } from '../book/meetings.ts'
import type { Named } from '../book/record.ts'
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
  const rows = books.flatMap(({ root, book, settings, documents }) => {
    const paths = documents.map(({ own }) => own)
    return meetingsOf(book, settings, paths).map(({ path, day, time, record }): MeetingRow => {
      const { attendance, roles, open, done, decisions } = record
      return {
        day,
        time: time === undefined ? undefined : formatClock(time),
        chair: namesIn(roles.chair),
        scribe: namesIn(roles.scribe),
        present: attendance.present.length,
        partly: attendance.partly.length,
        regrets: attendance.regrets.length,
        absent: attendance.absent.length,
        open,
        done,
        decisions,
        file: shownPath(join(root, path), folder),
      }
    })
  })
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

const namesIn = (people: readonly Named[]): readonly string[] => [
  ...new Set(people.map(({ handle, name }) => (handle ? `@${handle}` : name!))),
]

import type { Book } from '../book/book.ts'
import { type Series, seriesOf } from '../book/series.ts'
import type { PlainDate } from '../minutes/calendar.ts'
import { WEEKDAYS } from '../minutes/dates.ts'
import { projectKey } from '../minutes/projects.ts'
import { formatClock } from '../minutes/times.ts'

/** What a template may speak of. Days are `YYYY-MM-DD`, times `HH:MM` in UTC. */
export interface MeetingData {
  readonly date: string
  readonly weekday: string
  readonly time: string
  readonly next: { readonly date: string; readonly weekday: string }
  readonly frontMatter: readonly { readonly key: string; readonly value: string }[]
  readonly projects: readonly { readonly title: string; readonly address: string }[]
}

/** Where the book shows no other habit. */
const [USUAL_TIME, USUAL_CADENCE] = [16 * 60, 14]

/** What the book says of a meeting on this day. */
export function meetingData(book: Book, series: Series | undefined, day: PlainDate): MeetingData {
  const before = series?.parts.filter((part) => part.day! < day.toString()) ?? []
  const latest = before.at(-1) ?? series?.parts.at(-1)
  const time = formatClock(latest?.time ?? USUAL_TIME)
  const next = day.add({ days: series?.cadence ?? USUAL_CADENCE })
  // In the order of the latest minutes, each once, and under its latest title.
  const listed = new Set(latest?.projects.map(projectKey))
  return {
    date: day.toString(),
    weekday: WEEKDAYS[day.dayOfWeek - 1]!,
    time,
    next: { date: next.toString(), weekday: WEEKDAYS[next.dayOfWeek - 1]! },
    frontMatter: frontMatterLike(latest, day.toString(), time),
    projects: [...listed].flatMap((key) => book.projects.get(key) ?? []),
  }
}

/** The keys of the latest minutes, with what is this meeting's own changed. */
function frontMatterLike(latest: Series['parts'][number] | undefined, date: string, time: string) {
  const entries = latest && latest.frontMatter.length > 0 ? latest.frontMatter : FRONT_MATTER
  return entries.map(([key, value]) => {
    if (key === 'meeting_time') return { key, value: `${date} ${time} UTC` }
    return {
      key,
      value: entries === FRONT_MATTER ? value.replaceAll('DATE', date) : value.replaceAll(latest!.day!, date),
    }
  })
}

const FRONT_MATTER = [
  ['meeting_time', ''],
  ['title', 'Minutes DATE'],
] as const

/** The longest series of the book, or the one beside a file. */
export const seriesFor = (book: Book, beside: string | undefined): Series | undefined =>
  (beside === undefined
    ? undefined
    : seriesOf(book).find((series) => series.parts.some(({ path }) => path === beside))) ?? seriesOf(book)[0]

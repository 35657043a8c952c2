import type { Settings } from '../settings/settings.ts'
import { order } from '../text/order.ts'
import type { Book } from './book.ts'
import { seriesListedBy } from './index-page.ts'
import type { MeetingRecord } from './record.ts'

/** A meeting of which minutes tell. */
export interface Meeting {
  readonly path: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** UTC, minutes since midnight. */
  readonly time?: number
  readonly record: MeetingRecord
}

/** The meetings of the book, in order. A page about meetings is none. @param paths the minutes that are asked for. */
export function meetingsOf(book: Book, settings: Settings, paths: Iterable<string> = book.parts.keys()): Meeting[] {
  const meetings: Meeting[] = []
  for (const path of paths) {
    const { day, time, wording } = book.parts.get(path)!
    if (day === undefined || seriesListedBy(settings, book, path).length > 0) continue
    meetings.push({ path, day, ...(time !== undefined && { time }), record: wording.record })
  }
  return meetings.sort((a, b) => order(a.day, b.day) || order(a.path, b.path))
}

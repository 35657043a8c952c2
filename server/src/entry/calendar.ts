import { realpath } from 'node:fs/promises'
import { Temporal } from 'temporal-polyfill'
import { familiesOf } from '../book/series.ts'
import { type CalendarKind, datedIn } from '../drafting/calendar/calendar.ts'
import type { Entry } from '../drafting/calendar/entry.ts'
import { icsOf, isOurs } from '../drafting/calendar/ics.ts'
import { order } from '../text/order.ts'
import { english, said } from '../text/phrase.ts'
import type { Document, OpenBook } from './book.ts'
import { CannotRun } from './cannot-run.ts'
import { subjectIn } from './subject.ts'
import { writeOwn } from './write.ts'

/** What a calendar is to hold, and when it is written. */
export interface CalendarWanted {
  readonly what: CalendarKind
  readonly now: Temporal.Instant
  /** Told why something is left out. */
  readonly onLeftOut: (message: string) => void
}

/**
 * A calendar of all that the minutes of the paths say: of a file, what was to come at its meeting; of a folder, what is
 * still to come by the latest minutes of each series.
 *
 * @throws {CannotRun} where there is nothing.
 */
export async function calendarOf(
  books: readonly OpenBook[],
  paths: readonly string[],
  { what, now, onLeftOut }: CalendarWanted,
): Promise<string> {
  const named = new Set(await Promise.all(paths.map((path) => realpath(path))))
  const entries = new Map<string, Entry>()
  for (const book of books) {
    for (const document of wantedOf(book, named)) {
      const isNamed = named.has(document.path)
      const dated = datedIn(subjectIn(book, document), what)
      for (const message of dated.leftOut) onLeftOut(`${document.own}: ${said(message, english)}`)
      for (const entry of dated.entries) if (isNamed || isToCome(entry, now)) entries.set(entry.uid, entry)
    }
  }
  if (entries.size === 0)
    throw new CannotRun(
      'There is nothing for a calendar here. A calendar needs the day of a next meeting or of an event. Name minutes that say one.',
    )
  return icsOf([...entries.values()], now)
}

/** Those that were named, and the latest of each series, in order of their days. */
function wantedOf({ book, documents }: OpenBook, named: ReadonlySet<string>): readonly Document[] {
  const dayOf = ({ own }: Document) => book.parts.get(own)?.day
  const latest = new Map<unknown, Document>()
  const familyOf = new Map(
    familiesOf(book).flatMap((family) => family.flatMap(({ parts }) => parts.map(({ path }) => [path, family]))),
  )
  for (const document of documents) {
    const series = familyOf.get(document.own) ?? document
    const before = latest.get(series)
    if (!named.has(document.path) && (!before || order(dayOf(before), dayOf(document)) < 0))
      latest.set(series, document)
  }
  return [...documents.filter(({ path }) => named.has(path)), ...latest.values()].sort((a, b) =>
    order(dayOf(a), dayOf(b)),
  )
}

const isToCome = ({ when }: Entry, now: Temporal.Instant): boolean =>
  'first' in when
    ? Temporal.PlainDate.compare(when.last, now.toZonedDateTimeISO('UTC').toPlainDate()) >= 0
    : Temporal.Instant.compare(when.end, now) > 0

/**
 * Writes a calendar to a file: a new one, or in place of one that we wrote.
 *
 * @throws {Unwritten} when there is another file of that name, or it cannot be written.
 */
export const writeCalendar = (path: string, text: string): Promise<void> => writeOwn(path, text, isOurs)

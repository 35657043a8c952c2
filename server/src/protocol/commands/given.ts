import { Temporal } from 'temporal-polyfill'
import { readDay } from '../../minutes/calendar.ts'
import { phrase, type Value } from '../../text/phrase.ts'
import { visible } from '../../text/visible.ts'
import type { OpenDocument } from '../documents.ts'
import type { Folder } from '../folder.ts'
import type { Opened } from '../opened.ts'
import { refused } from '../refused.ts'
import { type State, understand } from '../state.ts'
import { folderUri } from '../uris.ts'

/** The workspace folder of this address. @param what what cannot be had without one, as a whole sentence. */
export function folderGiven(state: State, uri: unknown, what: Value): Folder {
  const folder = state.folders.get(folderUri(String(uri)))
  if (!folder) throw refused(phrase`${what} Open the folder with your minutes first.`)
  return folder
}

/** The open minutes of this address. @param what what can only be done in minutes, as a whole sentence. */
export function minutesGiven(state: State, uri: unknown, what: Value): Opened {
  const document = state.documents.get(String(uri))
  const open = document && understand(state, document)
  if (!open) throw refused(phrase`${what} Open minutes first.`)
  return { document, open }
}

/** The same when all of their folder has been read, for what goes by other minutes too. */
export async function settledMinutesGiven(state: State, uri: unknown, what: Value): Promise<Opened> {
  await minutesGiven(state, uri, what).open.folder.work
  return minutesGiven(state, uri, what)
}

/** A day as `YYYY-MM-DD`. */
export function dayGiven(date: unknown): Temporal.PlainDate {
  const day = typeof date === 'string' ? readDay(date) : undefined
  if (day) return day
  throw refused(
    date === undefined
      ? phrase`The day is missing. Give it as YYYY-MM-DD.`
      : phrase`There is no day "${String(date)}". Give it as YYYY-MM-DD.`,
  )
}

/** A moment in ISO 8601. Below `protocol` there is no clock: who asks says what the time is. */
export function momentGiven(now: unknown): Temporal.Instant {
  try {
    return Temporal.Instant.from(String(now))
  } catch {
    throw refused(
      now === undefined
        ? phrase`The moment is missing. Give "now" in ISO 8601, such as 2026-03-04T16:05Z.`
        : phrase`"${String(now)}" is no moment. Give "now" in ISO 8601, such as 2026-03-04T16:05Z.`,
    )
  }
}

/** The day, and the minute of the day, of a moment as it is in UTC. */
export function utcGiven(now: unknown): { day: Temporal.PlainDate; minute: number } {
  const time = momentGiven(now).toZonedDateTimeISO('UTC')
  return { day: time.toPlainDate(), minute: 60 * time.hour + time.minute }
}

/** A number from 0, such as that of a line. @param what what it counts, at the head of a sentence */
export function countGiven(count: unknown, what: Value): number {
  if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) return count
  throw refused(phrase`${what} must be a whole number from 0 on.`)
}

/** One line of text that is not empty, as a person typed it. @param what what it is, at the head of a sentence */
export function lineGiven(text: unknown, what: Value): string {
  const line = typeof text === 'string' ? visible(text.trim()) : ''
  if (line === '') throw refused(phrase`${what} is missing. Give it as a text of one line.`)
  if (line.length > LONGEST)
    throw refused(phrase`${what} is longer than ${LONGEST} characters. Give it in fewer words.`)
  return line
}

/** In UTF-16 code units. */
const LONGEST = 2000

/** A place in a document, as LSP has it, as an offset. */
export function placeGiven({ text }: OpenDocument, position: unknown): number {
  const { line, character } = (position ?? {}) as Record<string, unknown>
  if (typeof line === 'number' && typeof character === 'number') return text.offsetAt({ line, character })
  throw refused(phrase`The place is missing. Give "position" with "line" and "character", both from 0 on.`)
}

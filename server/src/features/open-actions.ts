import { carriedActions } from '../book/actions.ts'
import type { Book } from '../book/book.ts'
import { seriesNear } from '../book/series.ts'
import { plain } from '../minutes/headings.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { type ActionItem, actionsOf, summaryOf } from '../minutes/notes.ts'
import { phrase } from '../text/phrase.ts'
import { slice } from '../text/span.ts'
import type { OpenMinutes } from './document.ts'
import type { ReadMinutes } from './elsewhere.ts'
import { type Paragraph, shortened, type Words, words } from './markup.ts'

/** The latest minutes of a series, and their day (`YYYY-MM-DD`). */
export interface Latest {
  readonly minutes: Minutes
  readonly path: string
  readonly book: Book
  readonly day: string | undefined
}

/** The latest minutes of the series that a document belongs to: what is open there is open now. */
export async function latestMinutes(open: OpenMinutes, read: ReadMinutes): Promise<Latest | undefined> {
  const part = seriesNear(open.book, open.path)?.parts.at(-1)
  if (!part || part.path === open.path) return { ...open, day: open.day?.toString() }
  const minutes = await read(part.path)
  return minutes && { minutes, path: part.path, book: open.book, day: part.day }
}

/** The action items that are not done, and wanted. */
export const openActions = (minutes: Minutes, wanted: (action: ActionItem) => boolean): readonly ActionItem[] =>
  actionsOf(minutes).filter((action) => !action.checkbox.done && wanted(action))

/** More than these nobody reads in a hover. */
const MOST = 6

/** A heading and the items as a list. */
export function summaries(latest: Latest, actions: readonly ActionItem[]): Paragraph[] {
  const { minutes, day } = latest
  const listed = actions.slice(0, MOST).map((action) => [summary(minutes, action), ...age(latest, action)])
  const more = actions.length - listed.length
  return [
    words(day ? phrase`Open on ${day}:` : phrase`Open:`),
    { items: more > 0 ? [...listed, [phrase`… and ${more} more`]] : listed },
  ]
}

/** How long an action item has been carried over. */
function age(latest: Latest, action: ActionItem): Words {
  const history = carriedActions(latest).histories[actionsOf(latest.minutes).indexOf(action)]
  if (!history || history.meetings < 2) return []
  return [' ', phrase`(open for ${history.meetings} meetings, since ${history.since})`]
}

const summary = (minutes: Minutes, action: ActionItem): string =>
  shortened(plain(slice(minutes.text, summaryOf(minutes, action)).slice(0, 1000))) || '…'

import { seriesListedBy } from '../book/index-page.ts'
import { decisionsOf } from '../minutes/decisions.ts'
import { plain } from '../minutes/headings.ts'
import { blockAt, type Minutes, sectionOf } from '../minutes/minutes.ts'
import { lineStarts, positionAt } from '../text/lines.ts'
import { order } from '../text/order.ts'
import { type Span, slice } from '../text/span.ts'
import type { OpenBook } from './book.ts'
import type { Listing } from './listing.ts'
import { shownPath } from './reports/shown.ts'

/** A decision as it is printed. The day is `YYYY-MM-DD`, the path relative to the working folder, lines from 1. */
export interface DecisionRow {
  readonly day: string | undefined
  readonly decision: string
  readonly topic: string
  readonly file: string
  readonly line: number
}

/** What the minutes that are asked for say was decided, in order of the meetings, each once. */
export function listDecisions(books: readonly OpenBook[], folder: string): Listing<DecisionRow> {
  const rows = books.flatMap(({ book, settings, documents }) =>
    documents.flatMap(({ path, own, minutes }) => {
      if (seriesListedBy(settings, book, own).length > 0) return []
      const starts = lineStarts(minutes.text)
      return decisionsOf(minutes).map(
        (place): DecisionRow => ({
          day: book.parts.get(own)?.day,
          decision: [place.about, place].flatMap((each) => (each ? wordsAt(minutes, each) : [])).join(' – '),
          topic: topicAt(minutes, place),
          file: shownPath(path, folder),
          line: positionAt(starts, place.from).line + 1,
        }),
      )
    }),
  )
  return {
    rows: withoutCopies(rows.sort((a, b) => order(a.day, b.day) || order(a.file, b.file) || a.line - b.line)),
    columns: [
      { title: 'day', of: ({ day }) => day },
      { title: 'what', of: ({ decision }) => decision, yields: true },
      { title: 'topic', of: ({ topic }) => topic, yields: true },
      // Whole, so that a terminal can open it.
      { title: 'where', of: ({ file, line }) => `${file}:${line}` },
    ],
    one: 'decision',
    many: 'decisions',
  }
}

/** So few words, such as "motion carried", are said of many things. */
const FEWEST_WORDS = 5

/** Without what later minutes have carried over word for word. */
function withoutCopies(rows: readonly DecisionRow[]): readonly DecisionRow[] {
  const firstIn = new Map<string, string>()
  return rows.filter(({ decision, file }) => {
    const words = decision.toLowerCase()
    if (words.split(' ').length < FEWEST_WORDS) return true
    const first = firstIn.get(words) ?? file
    firstIn.set(words, first)
    return first === file
  })
}

const wordsAt = ({ text }: Minutes, place: Span): string => plain(slice(text, place).replace(/[\s\u00a0]+/g, ' '))

const topicAt = (minutes: Minutes, { from }: Span): string =>
  sectionOf(minutes, blockAt(minutes, from))?.heading.title ?? ''

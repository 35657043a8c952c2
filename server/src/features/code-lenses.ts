import type { CodeLens, Command } from 'vscode-languageserver-types'
import { type ActionHistory, type CarriedActions, carriedActions } from '../book/actions.ts'
import { attendanceOf, headcount, type Presence } from '../minutes/attendance.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { actionsOf } from '../minutes/notes.ts'
import { lineStarts, positionAt } from '../text/lines.ts'
import { memoBy } from '../text/memo.ts'
import { commaList, type Phrase, phrase, said, type Value } from '../text/phrase.ts'
import { type Span, span } from '../text/span.ts'
import { type OpenMinutes, rangeOf } from './document.ts'

/** What stands above a line of minutes, and leads to the appearances of some action items. */
interface Lens {
  /** The beginning of the line's own words. */
  readonly at: number
  readonly title: Value
  readonly histories: readonly ActionHistory[]
}

/** Which of a document's lenses one is. */
export interface LensData {
  readonly uri: string
  readonly lens: number
}

/**
 * The lenses of a document, each with its title and, where it leads anywhere, what shows the places; none where the
 * settings do not want any.
 *
 * @param commandFor the command that shows appearances to the user of this editor.
 */
export function codeLenses(open: OpenMinutes, commandFor: (title: string, lens: LensData) => Command): CodeLens[] {
  if (!open.settings.codeLens) return []
  const { uri } = open.document
  return lensesOf(open).map(({ at, histories, ...lens }, index) => {
    const title = said(lens.title, open.say)
    const command = histories.length > 0 ? commandFor(title, { uri, lens: index }) : { title, command: '' }
    return { range: rangeOf(open.document, span(at, at)), command }
  })
}

/** The histories that a lens speaks of, and where it stands. */
export const historiesAt = (open: OpenMinutes, lens: number): Pick<Lens, 'at' | 'histories'> | undefined =>
  lensesOf(open)[lens]

/** The same for the action item on a line (from 0), whether a lens stands there or not. */
export function historyOn(open: OpenMinutes, line: number): Pick<Lens, 'at' | 'histories'> | undefined {
  const starts = lineStarts(open.minutes.text)
  const index = actionsOf(open.minutes).findIndex(({ checkbox }) => positionAt(starts, checkbox.from).line === line)
  const history = carriedActions(open).histories[index]
  return history && { at: actionsOf(open.minutes)[index]!.text.from, histories: [history] }
}

const lensesOf = memoBy(
  ({ minutes, book }: OpenMinutes) => [minutes, book],
  (open): readonly Lens[] => {
    const carried = carriedActions(open)
    return [...carriedIn(open.minutes, carried), ...attendances(open.minutes), ...ages(open.minutes, carried)]
  },
)

function carriedIn(minutes: Minutes, { histories, dropped }: CarriedActions): Lens[] {
  const carried = histories.filter(({ latest }) => latest.earlier && !latest.earlier.words.done)
  // To a group that carries nothing over, nothing is left out.
  const carries = [...histories, ...dropped].some(({ appearances }) => appearances.length > 1)
  const left = carries ? dropped : []
  if (carried.length + left.length === 0) return []
  const at = minutes.blocks[0]?.from ?? minutes.body
  return [{ at, title: carriedTitle(carried.length, left.length), histories: [...carried, ...left] }]
}

function carriedTitle(carried: number, left: number): Phrase {
  if (carried === 0) return phrase`${openActions(left)} of the last meeting left out`
  return left > 0
    ? phrase`${openActions(carried)} carried in, ${left} left out`
    : phrase`${openActions(carried)} carried in`
}

const openActions = (count: number): Phrase => (count === 1 ? phrase`1 open action` : phrase`${count} open actions`)

const COUNTS: readonly (readonly [Presence, (count: number) => Phrase])[] = [
  ['present', (count) => phrase`${count} present`],
  ['partly', (count) => phrase`${count} partly present`],
  ['regrets', (count) => (count === 1 ? phrase`1 regret` : phrase`${count} regrets`)],
  ['absent', (count) => phrase`${count} absent`],
]

/** How many were there, at the heading of each meeting's attendance or, without one, at its first list. */
function attendances(minutes: Minutes): Lens[] {
  const lists = attendanceOf(minutes)
  return [...new Set(lists.map(({ meeting }) => meeting))].flatMap((number): Lens[] => {
    const own = lists.filter(({ meeting }) => meeting === number)
    const counts = COUNTS.flatMap(([presence, counted]) => {
      const count = headcount(own.filter((list) => list.presence === presence))
      return count > 0 ? counted(count) : []
    })
    const at = attendanceHeading(minutes, own[0]!) ?? own[0]!.from
    return counts.length > 0 ? [{ at, title: commaList(counts), histories: [] }] : []
  })
}

const attendanceHeading = ({ sections }: Minutes, { from }: Span): number | undefined =>
  sections.find((section) => section.kind === 'attendance' && section.from <= from && from < section.to)?.from

/** How long each open item has been so, where it is no news. */
function ages(minutes: Minutes, { histories }: CarriedActions): Lens[] {
  const actions = actionsOf(minutes)
  return histories.flatMap((history, index): Lens[] => {
    const { latest, meetings, since } = history
    if (latest.words.done || meetings < 2) return []
    const title = phrase`open for ${meetings} meetings, since ${since}`
    return [{ at: actions[index]!.from, title, histories: [history] }]
  })
}

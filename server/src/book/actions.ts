import type { Minutes } from '../minutes/minutes.ts'
import { firstIndex } from '../text/halve.ts'
import { memo, memoBy } from '../text/memo.ts'
import { order } from '../text/order.ts'
import { type ActionWords, actionWordsOf } from './action-words.ts'
import type { Book } from './book.ts'
import { dayInSeries, seriesWith } from './earlier.ts'
import { continued } from './same-action.ts'
import { familiesOf, type Series, timelinesOf } from './series.ts'

/** An action item in the minutes of one meeting, with what it was before. */
export interface ActionAppearance {
  readonly words: ActionWords
  readonly path: string
  /** The day of the meeting, `YYYY-MM-DD`. */
  readonly day: string
  /** Which of the action items of its minutes it is. */
  readonly index: number
  /** The number of the meeting in its series, from 0. */
  readonly meeting: number
  /** The same item when it was last written down. */
  readonly earlier: ActionAppearance | undefined
}

/** One promise, from the minutes that first have it to the latest that do. */
export interface ActionHistory {
  /** In order of the meetings. */
  readonly appearances: readonly ActionAppearance[]
  readonly latest: ActionAppearance
  /** Days, `YYYY-MM-DD`: of the first and the last meeting, and since when it is open without having been done. */
  readonly first: string
  readonly last: string
  readonly since: string
  /** How many meetings have found it open since then, and how many days lie between the first and the last of them. */
  readonly meetings: number
  readonly days: number
}

/** The history that ends with an appearance. */
export const historyFrom = memo((latest: ActionAppearance): ActionHistory => {
  const appearances: ActionAppearance[] = []
  for (let at: ActionAppearance | undefined = latest; at; at = at.earlier) appearances.push(at)
  appearances.reverse()
  const lastDone = appearances.slice(0, -1).findLastIndex(({ words }) => words.done)
  const open = appearances.slice(lastDone + 1)
  const since = open[0]!.day
  return {
    appearances,
    latest,
    first: appearances[0]!.day,
    last: latest.day,
    since,
    meetings: open.length,
    days: (Date.parse(latest.day) - Date.parse(since)) / 86_400_000,
  }
})

/** What the minutes of a series have said up to one of them. */
interface Told {
  /** How many minutes that is. */
  readonly meetings: number
  /** The items that later minutes may go on with, those of later minutes first. */
  readonly heads: readonly ActionAppearance[]
}

const NOTHING: Told = { meetings: 0, heads: [] }

/** An item that so many minutes in a row do not have is over, and one with its words is another one. */
const FORGOTTEN = 3

interface Step {
  readonly told: Told
  readonly path: string
  readonly day: string
  readonly actions: readonly ActionWords[]
}

/** What the minutes have said with one more. Worked out anew only where these, or some before them, changed. */
const withMinutes = memoBy(
  ({ told, path, day, actions }: Step) => [actions, told, path, day],
  ({ told, path, day, actions }): Told => {
    const meeting = told.meetings
    const before = continued(
      told.heads.map(({ words }) => words),
      actions,
    )
    const own = actions.map(
      (words, index): ActionAppearance => ({
        words,
        path,
        day,
        index,
        meeting,
        earlier: told.heads[before[index]!],
      }),
    )
    const gone = new Set(before)
    const waiting = told.heads.filter((head, at) => !gone.has(at) && meeting - head.meeting < FORGOTTEN)
    return { meetings: meeting + 1, heads: [...own, ...waiting] }
  },
)

type Dated = Series['parts'][number]

const after = (told: Told, { path, day, wording }: Dated): Told =>
  withMinutes({ told, path, day, actions: wording.actions })

/** The promises that are open in the latest minutes of their series, in the order of these minutes. */
export const openActions = memo((book: Book): readonly ActionHistory[] =>
  latestActions(book).filter(({ latest }) => !latest.words.done),
)

/** The promises in the latest minutes of their series, open or done there, in the order of these minutes. */
export const latestActions = memo((book: Book): readonly ActionHistory[] =>
  timelinesOf(book).flatMap((parts) =>
    parts
      .reduce(after, NOTHING)
      .heads.filter(({ meeting }) => meeting === parts.length - 1)
      .map(historyFrom),
  ),
)

/**
 * Follows the promises through all minutes, those of one meeting at each step: between steps, others may have their turn.
 * Afterwards {@link latestActions} has next to nothing left to do.
 */
export function* followingActions(book: Book): Generator<void> {
  for (const parts of timelinesOf(book)) {
    let told = NOTHING
    for (const part of parts) {
      told = after(told, part)
      yield
    }
  }
}

/** Orders promises: the oldest first; those of one meeting as they stood in its minutes. */
export const byAge = (a: ActionHistory, b: ActionHistory): number =>
  order(a.since, b.since) || order(a.first, b.first) || a.appearances[0]!.index - b.appearances[0]!.index

/** Every promise of the book, be it open, done or dropped, in order of the minutes that have it last. */
export function allActions(book: Book): readonly ActionHistory[] {
  return timelinesOf(book).flatMap((parts) => {
    const all: ActionAppearance[] = []
    let told = NOTHING
    for (const part of parts) {
      told = after(told, part)
      all.push(...told.heads.filter(({ meeting }) => meeting === told.meetings - 1))
    }
    const goneOn = new Set(all.map(({ earlier }) => earlier))
    return all.filter((each) => !goneOn.has(each)).map(historyFrom)
  })
}

/** What became of the promises of earlier minutes in those at hand. */
export interface CarriedActions {
  /** The history of each of their action items, in the order of `actionsOf`. */
  readonly histories: readonly ActionHistory[]
  /** What was open in the minutes before them, and is not in them. */
  readonly dropped: readonly ActionHistory[]
}

interface Subject {
  readonly minutes: Minutes
  readonly path: string
  readonly book: Book
}

/**
 * The action items of minutes as they are at hand, against the earlier minutes of their series. Nothing is carried into
 * minutes that are in no series.
 */
export function carriedActions({ minutes, path, book }: Subject): CarriedActions {
  const actions = actionWordsOf(minutes)
  const series = seriesWith(book, path)
  const day = series && (book.parts.get(path)?.day ?? dayInSeries(series, path)!)
  if (!day) return { histories: [], dropped: [] }
  const parts = timelinesOf(book)[familiesOf(book).findIndex((family) => family.includes(series))]!
  const end = firstIndex(parts, (part) => part.day > day || (part.day === day && part.path >= path))
  const told = toldBefore(parts, end)
  const heads = withMinutes({ told, path, day, actions }).heads
  const own = heads.slice(0, actions.length)
  const dropped = heads
    .slice(actions.length)
    .filter(({ words, meeting }) => !words.done && meeting === told.meetings - 1)
  return { histories: own.map(historyFrom), dropped: dropped.map(historyFrom) }
}

const toldBefore = (parts: readonly Dated[], end: number): Told => parts.slice(0, end).reduce(after, NOTHING)

import { openActions } from '../book/actions.ts'
import type { Book } from '../book/book.ts'
import { addressOf } from '../book/link-path.ts'
import { nameOf } from '../book/names.ts'
import { nextDay } from '../book/next-day.ts'
import type { Part } from '../book/part.ts'
import { type DatedPart, previousMinutes, recentMinutes } from '../book/recent.ts'
import { regularsOf } from '../book/regulars.ts'
import { type Series, seriesOf } from '../book/series.ts'
import { usualNames } from '../book/usual-names.ts'
import { usualZones } from '../book/zones.ts'
import { daysBetween, type PlainDate } from '../minutes/calendar.ts'
import { WEEKDAYS } from '../minutes/dates.ts'
import { projectKey } from '../minutes/projects.ts'
import { formatClock } from '../minutes/times.ts'
import { approvalLines } from './approval-lines.ts'
import { eventLines } from './event-lines.ts'
import { groupName } from './group-name.ts'
import { type LocalTime, meetingTimes } from './meeting-times.ts'
import { moveDates } from './move-dates.ts'
import { dayOf, nextLine } from './next-line.ts'

/**
 * What a template may speak of. Days are `YYYY-MM-DD`, times `HH:MM` in UTC unless a zone is named, and every key is
 * always there. Its page is `templates/README.md`.
 */
export interface MeetingData {
  readonly group: string
  readonly date: string
  readonly weekday: string
  readonly time: string
  readonly end: string
  readonly localTimes: readonly LocalTime[]
  readonly next: {
    readonly date: string
    readonly weekday: string
    readonly time: string
    readonly line: string
    readonly localTimes: readonly LocalTime[]
  }
  readonly previous: PreviousMinutes | null
  readonly people: readonly SomebodyNamed[]
  readonly projects: readonly ProjectListed[]
  readonly actions: readonly OpenAction[]
  readonly approvals: readonly string[]
  readonly events: readonly { readonly title: string; readonly date: string; readonly line: string }[]
  readonly frontMatter: readonly { readonly key: string; readonly value: string; readonly line: string }[]
}

interface SomebodyNamed {
  readonly handle: string
  readonly name: string
  readonly initials: string
  readonly mention: string
}

interface ProjectListed {
  readonly title: string
  readonly address: string
  readonly form: 'item' | 'heading'
  readonly actions: readonly OpenAction[]
}

interface OpenAction {
  readonly text: string
  readonly owners: readonly string[]
  readonly topic: string
  readonly since: string
  readonly days: number
  readonly meetings: number
  readonly line: string
}

interface PreviousMinutes {
  readonly path: string
  readonly date: string
  readonly weekday: string
  readonly link: string
  readonly chair: string
  readonly scribe: string
  readonly present: readonly SomebodyNamed[]
  readonly decisions: readonly string[]
}

/** Where the book shows no other habit, in days. */
const USUAL_CADENCE = 14

/** New minutes within their book: their path, their day, and the series they continue. */
export interface Meeting {
  readonly book: Book
  readonly path: string
  readonly day: PlainDate
  readonly series: Series | undefined
  /** The zones in which a time is of interest beside UTC, by their IANA names; by default those that the minutes have. */
  readonly zones?: readonly string[]
}

/** What the book says of a meeting. */
export function meetingData({ book, path, day, series, zones = usualZones(book) }: Meeting): MeetingData {
  const previous = previousMinutes(book, path)
  // Before the first minutes there are, those are the only ones to go by.
  const latest = previous ?? recentMinutes({ book, path })[0]
  const following = nextDay(book, path, day) ?? day.add({ days: series?.cadence ?? USUAL_CADENCE })
  const now = meetingTimes({ book, path, zones }, day)
  const then = meetingTimes({ book, path, zones }, following)
  const [date, weekday] = [day.toString(), weekdayOf(day)]
  const [time, nextTime] = [formatClock(now.time), formatClock(then.time)]
  const actions = actionsIn(book, previous, day)
  return {
    group: groupName({ book, path }),
    date,
    weekday,
    time,
    end: formatClock(now.end),
    localTimes: now.local,
    next: {
      date: following.toString(),
      weekday: weekdayOf(following),
      time: nextTime,
      line:
        nextLine(book, path, following, then.time) ??
        `- Next meeting is ${weekdayOf(following)} ${following} @ ${nextTime} UTC`,
      localTimes: then.local,
    },
    previous: previous ? previousData(book, previous, path) : null,
    people: regulars(book, path),
    projects: projectsOf(book, latest).map((project) => ({
      ...project,
      actions: actions.filter(({ topic }) => topic === project.title),
    })),
    actions,
    approvals: approvalLines(book, path)
      .map((pieces) => pieces.map((piece) => (typeof piece === 'string' ? piece : BLANK)).join(''))
      .filter((line) => line.length <= LONGEST_FORMULA),
    events: eventLines(book, path, day).map(({ title, start, line }) => ({ title, date: start.toString(), line })),
    frontMatter: frontMatterLike(latest, day, time),
  }
}

/** What a scribe is to fill in. */
const BLANK = '…'

/** What is longer was said on one day, and is no formula, in UTF-16 code units. */
const LONGEST_FORMULA = 160

const weekdayOf = (day: PlainDate): string => WEEKDAYS[day.dayOfWeek - 1]!

/** In the order of the latest minutes, each once, and under its latest title. */
function projectsOf({ projects }: Book, latest: Part | undefined) {
  const listed = new Set(latest?.projects.map(projectKey))
  return [...listed].flatMap((key) => {
    const project = projects.get(key)
    return project ? [{ title: project.title, address: project.address, form: project.form }] : []
  })
}

const somebody = (book: Book, key: string): SomebodyNamed => {
  const handle = book.people.get(key)?.handle ?? key
  const name = nameOf(book, key) ?? ''
  return { handle, name, initials: initialsOf(name || handle), mention: `@${handle}` }
}

/** Somebody as a list names them: "Ada Bloom", "Ada Bloom (@ada)". */
function named(mention: string): SomebodyNamed {
  const [, name = mention, handle = ''] = /^(.*?)\s*\(?@([\w-]+)\)?$/.exec(mention) ?? []
  return { handle, name, initials: initialsOf(name || handle), mention }
}

/** "AB" for Ada Bloom. Who goes by initials already keeps them. */
const initialsOf = (name: string): string =>
  /^\p{Lu}{2,4}$/u.test(name)
    ? name
    : [...name.matchAll(/(?<![\p{L}\p{N}’'])\p{L}/gu)].map(([letter]) => letter.toUpperCase()).join('')

/** Who comes to most meetings: by handle, or by name in a group that lists names. */
function regulars(book: Book, path: string): readonly SomebodyNamed[] {
  const meetings = recentMinutes({ book, path }).length
  const names = usualNames({ book, path }).filter(({ attended }) => 2 * attended >= meetings)
  if (names.length > 0) return names.map(({ name }) => named(name))
  return [...regularsOf({ book, path })].sort().map((key) => somebody(book, key))
}

function actionsIn(book: Book, previous: DatedPart | undefined, day: PlainDate): OpenAction[] {
  return openActions(book).flatMap(({ latest, since, meetings }) => {
    if (latest.path !== previous?.path) return []
    const { text, topic } = latest.words
    const owners = latest.words.owners.map((key) => somebody(book, key).mention)
    const days = daysBetween(dayOf(since)!, day)
    return [
      { text, owners, topic, since, days, meetings, line: owners.length > 0 ? `${owners.join(', ')} - ${text}` : text },
    ]
  })
}

function previousData(book: Book, previous: DatedPart, path: string): PreviousMinutes {
  const people = Object.entries(previous.people)
  const mentions = (wanted: 'chair' | 'scribe') =>
    people.flatMap(([key, { role }]) => (role === wanted ? [somebody(book, key).mention] : [])).join(', ')
  const byHandle = people.flatMap(([key, { presence }]) =>
    presence === 'present' || presence === 'partly' ? [somebody(book, key)] : [],
  )
  const { names, decisions } = previous.wording
  return {
    path: previous.path,
    date: previous.day,
    weekday: weekdayOf(dayOf(previous.day)!),
    link: addressOf(previous.path, path),
    chair: mentions('chair'),
    scribe: mentions('scribe'),
    present: previous.byName > previous.byHandle ? names.map(named) : byHandle,
    decisions: decisions.filter((each) => /[\p{L}\p{N}]/u.test(each)),
  }
}

/** The keys of the latest minutes, with what is this meeting's own changed; in a book without minutes, the usual ones. */
function frontMatterLike(latest: Part | undefined, day: PlainDate, time: string) {
  const before = latest?.day === undefined ? undefined : dayOf(latest.day)
  if (!latest || !before) {
    return [entry('meeting_time', `${day} ${time} UTC`), entry('title', `Minutes ${day}`)]
  }
  return latest.frontMatter.map(([key, raw]) => {
    if (key === 'meeting_time') return entry(key, `${day} ${time} UTC`)
    // Of any other day nobody knows what it is now.
    return entry(key, moveDates(raw, before, day) ?? '')
  })
}

const entry = (key: string, value: string) => ({ key, value, line: `${key}: ${value}`.trimEnd() })

/** The longest series of the book, or the one beside a file. */
export const seriesFor = (book: Book, beside: string | undefined): Series | undefined =>
  (beside === undefined
    ? undefined
    : seriesOf(book).find((series) => series.parts.some(({ path }) => path === beside))) ?? seriesOf(book)[0]

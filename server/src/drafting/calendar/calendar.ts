import type { Temporal } from 'temporal-polyfill'
import type { Subject } from '../../rules/rule.ts'
import { phrase, type Value } from '../../text/phrase.ts'
import { isProblem, type Problem } from '../problem.ts'
import type { Entry } from './entry.ts'
import { eventEntries } from './event-entries.ts'
import { icsOf } from './ics.ts'
import { nextEntry } from './next-entry.ts'

/** What of minutes goes into a calendar. */
export const CALENDARS = ['next', 'events', 'all'] as const
export type CalendarKind = (typeof CALENDARS)[number]

/** What minutes have for a calendar. */
export interface Dated {
  readonly entries: readonly Entry[]
  /** Why something that they say is left out, a message each. */
  readonly leftOut: readonly Value[]
}

/** The next meeting, the events, or both. */
export function datedIn(subject: Subject, what: CalendarKind): Dated {
  const next = what === 'events' ? undefined : nextEntry(subject)
  const events = what === 'next' ? { entries: [], leftOut: [] } : eventEntries(subject)
  if (!next) return events
  if (!isProblem(next)) return { entries: [next, ...events.entries], leftOut: events.leftOut }
  // That a group lists events alone is no fault.
  const isFault = !next.absent || what === 'next'
  return { entries: events.entries, leftOut: [...(isFault ? [next.problem] : []), ...events.leftOut] }
}

/** An iCalendar file, and what it goes by. */
export interface Calendar {
  /** A name for the file. */
  readonly name: string
  readonly text: string
  /** How many entries it has. */
  readonly entries: number
  readonly leftOut: readonly Value[]
}

/**
 * What minutes say for a calendar, as an iCalendar file; or why there is nothing to be put into one.
 *
 * @param now when it is written: an entry of the same UID that was written before gives way.
 */
export function draftCalendar(subject: Subject, what: CalendarKind, now: Temporal.Instant): Calendar | Problem {
  const { entries, leftOut } = datedIn(subject, what)
  if (entries.length === 0)
    return { problem: leftOut.length > 0 ? onLines(leftOut) : NOTHING[what === 'events' ? 'events' : 'all'] }
  const base = subject.path.slice(subject.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  return { name: `${base}${ENDS[what]}.ics`, text: icsOf(entries, now), entries: entries.length, leftOut }
}

const ENDS: Record<CalendarKind, string> = { next: '-next-meeting', events: '-events', all: '' }

const onLines = (all: readonly Value[]): Value => all.reduce((before, each) => phrase`${before}\n${each}`)

const NOTHING = {
  all: phrase`These minutes call no next meeting, and list no event to come. A calendar needs days. Write "Next meeting: " with day, hour and time zone.`,
  events: phrase`These minutes list no event to come. A calendar needs its day. Write it below a heading such as "Upcoming events".`,
}

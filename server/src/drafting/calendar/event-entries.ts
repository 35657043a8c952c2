import { compare } from '../../minutes/calendar.ts'
import { type Event, eventDays, eventsOf } from '../../minutes/events.ts'
import { blockAt } from '../../minutes/minutes.ts'
import { projectKey } from '../../minutes/projects.ts'
import type { Subject } from '../../rules/rule.ts'
import { lineAround } from '../../text/lines.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { shift, slice } from '../../text/span.ts'
import { eventTitle } from '../event-lines.ts'
import { withoutMoments } from '../group-title.ts'
import { asPlain } from '../plain-words.ts'
import { isProblem } from '../problem.ts'
import { doubtAt, lineOf } from './announced.ts'
import { addressesIn } from './call-link.ts'
import type { Entry, Timed, Whole } from './entry.ts'
import { momentIn } from './moment.ts'
import { timed } from './next-entry.ts'
import { uidOf } from './uid.ts'

/** The events of minutes for a calendar, and why some that they list are left out. */
export interface EventEntries {
  readonly entries: readonly Entry[]
  readonly leftOut: readonly Phrase[]
}

const CANCELLED = /\b(?:cancell?ed|postponed)\b/i

/** The events that were still to come at the meeting. */
export function eventEntries(subject: Subject): EventEntries {
  const { minutes, path, day } = subject
  const entries: Entry[] = []
  /** When each is that has been listed so far. */
  const known = new Map<string, readonly Whole[]>()
  const leftOut: Phrase[] = []
  for (const event of eventsOf(minutes)) {
    const title = titleOf(subject, event)
    const days = eventDays(event, day)
    if (title === '' || !event.start || CANCELLED.test(slice(minutes.text, lineAround(minutes.text, event.from))))
      continue
    const doubt = doubtAt(subject, lineAround(minutes.text, event.start.from))
    if (doubt) leftOut.push(phrase`${title}: ${doubt}`)
    if (doubt || !days || (day && compare(days.last, day) < 0) || compare(days.last, days.first) < 0) continue
    const text = slice(minutes.text, event)
    const [url] = addressesIn(text)
    const key = url ? projectKey({ address: url }) : title.toLowerCase()
    // Whatever day of its year it is moved to, it is the same event. On another day of the same list it is one more.
    const year = `event ${key} ${days.first.year}`
    const before = known.get(year) ?? []
    if (before.some(({ first, last }) => compare(first, days.first) <= 0 && compare(days.first, last) <= 0)) continue
    known.set(year, [...before, days])
    entries.push({
      uid: uidOf(minutes, path, before.length === 0 ? year : `${year} ${before.length + 1}`),
      title,
      when: whenOf(subject, event, days),
      description: lineOf(minutes.text, event),
      ...(url && { url }),
    })
  }
  return { entries, leftOut }
}

function titleOf({ minutes }: Subject, event: Event): string {
  const title = withoutMoments(eventTitle(asPlain(event.title, false)))
  return (
    title
      .replace(WEEKDAYS_LEFT, '')
      .replace(/\s+/g, ' ')
      .replace(/ (?:on|at|from)$/, '')
      .trim() || lineOf(minutes.text, lineAround(minutes.text, event.from)).slice(0, 80)
  )
}

/** Those in brackets behind the days that they are of. */
const WEEKDAYS_LEFT = /[,:;]?\s*\((?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s,.&–—-]*)+\)/gi

/** With its hours where one day's line says them beyond doubt; else the whole days. */
function whenOf({ minutes, day }: Subject, { start }: Event, whole: Whole): Timed | Whole {
  if (compare(whole.first, whole.last) !== 0) return whole
  const { content, from } = minutes.blocks[blockAt(minutes, start!.from)]!
  const date = { ...start!, ...shift(start!, -from) }
  const moment = momentIn(content, shift(lineAround(minutes.text, start!.from), -from), date, day)
  return isProblem(moment) ? whole : timed(moment, 60)
}

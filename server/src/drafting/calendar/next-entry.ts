import { kindAt } from '../../minutes/minutes.ts'
import type { Subject } from '../../rules/rule.ts'
import { meetingTitle } from '../group-title.ts'
import { usualAnchor } from '../next-line.ts'
import { isProblem, type Problem } from '../problem.ts'
import { announcedBy, lineOf } from './announced.ts'
import { addressesIn, callLink } from './call-link.ts'
import type { Entry, Timed, Whole } from './entry.ts'
import { usualLength } from './length.ts'
import type { Moment } from './moment.ts'
import { uidOf } from './uid.ts'

/** The next meeting for a calendar, or why there is none. */
export function nextEntry(subject: Subject): Entry | Problem {
  const { minutes, path, book, day } = subject
  const announced = announcedBy(subject)
  if (isProblem(announced)) return announced
  const { moment, next, block } = announced
  const location = callLink(minutes)
  const said = lineOf(minutes.text, next)
  // What the section links to belongs to that meeting: its agenda, its page.
  const isOwn = kindAt(minutes, block) === 'next-meeting'
  const links = addressesIn(isOwn ? minutes.blocks[block]!.content.text : said).filter((each) => each !== location)
  const of = day ? `the minutes of ${day}` : path.slice(path.lastIndexOf('/') + 1)
  return {
    // Whatever day it is moved to, it is the meeting after this one.
    uid: uidOf(minutes, path, `next after ${day ?? path}`),
    title: meetingTitle(minutes, path),
    when: timed(moment, usualLength(book, path), usualAnchor({ book, path })),
    description: [said, `As called in ${of}.`, ...links.filter((each) => !said.includes(each))].join('\n'),
    ...(location && { location }),
    ...(links[0] && { url: links[0] }),
  }
}

/** @param anchor the zone by whose wall clock the group meets. Where nothing shows one, the moment in UTC is what counts. */
export function timed({ day, utc, length, zone }: Moment, usual: number, anchor?: string): Timed | Whole {
  if (utc === undefined) return { first: day, last: day }
  const start = day.toZonedDateTime('UTC').toInstant().add({ minutes: utc })
  const kept = anchor ?? zone
  return { start, end: start.add({ minutes: length ?? usual }), ...(kept && { zone: kept }) }
}

import { type Mark, markAttendance as mark } from '../../../drafting/recording/mark-attendance.ts'
import { rosterOf, usualRemark } from '../../../drafting/recording/roster.ts'
import { timeStamp } from '../../../drafting/time-stamp.ts'
import { phrase } from '../../../text/phrase.ts'
import type { MarkAttendanceParams, Recorded, Roster, RosterParams } from '../../messages.ts'
import { refused } from '../../refused.ts'
import type { State } from '../../state.ts'
import type { Given } from '../command.ts'
import { lineGiven, utcGiven } from '../given.ts'
import { type Recording, recording, write } from './record.ts'

const rosterFor = ({ open: { minutes, book }, models }: Recording) => rosterOf({ minutes, book, models })

export async function roster(state: State, { uri, now }: Given<RosterParams>): Promise<Roster> {
  const { minute } = utcGiven(now)
  const at = await recording(state, uri)
  const models = at.models.map(({ minutes }) => minutes)
  const time = timeStamp(at.open.minutes, minute).replace(/\s?UTC$/, '')
  return {
    people: [...rosterFor(at)],
    late: usualRemark(at.open.book, models, 'late', time),
    left: usualRemark(at.open.book, models, 'left', time),
  }
}

export async function markAttendance(state: State, given: Given<MarkAttendanceParams>): Promise<Recorded> {
  const marks = marksGiven(given.people)
  const at = await recording(state, given.uri)
  const { minutes, book } = at.open
  const models = at.models.map((model) => model.minutes)
  return write(state, at, mark({ minutes, book, models, roster: rosterFor(at) }, marks), 'Mark attendance')
}

const ATTENDING = ['present', 'late', 'left', 'regrets', 'absent', 'none'] as const

function marksGiven(people: unknown): readonly Mark[] {
  if (!Array.isArray(people) || people.length > MOST) {
    throw refused(phrase`Who took part is missing. Give "people": a list of people, each with "key" and "attending".`)
  }
  return people.map((each: unknown) => {
    const { key, attending, remark } = (each ?? {}) as Record<string, unknown>
    const known = ATTENDING.find((one) => one === attending)
    if (!known)
      throw refused(phrase`"${String(attending)}" is no way to take part. Give one of ${ATTENDING.join(', ')}.`)
    const said = remark === undefined || remark === '' ? undefined : lineGiven(remark, phrase`The remark`)
    if (said && /[()@]/.test(said)) {
      throw refused(
        phrase`The remark "${said}" has brackets or a handle in it, and stands in brackets itself. Say it without.`,
      )
    }
    return { key: lineGiven(key, phrase`The handle or name`), attending: known, ...(said && { remark: said }) }
  })
}

/** Nobody marks more at once. */
const MOST = 500

import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { actionWordsOf } from '../../server/src/book/action-words.ts'
import { approvalsOf } from '../../server/src/minutes/approvals.ts'
import { attendanceOf, type Presence } from '../../server/src/minutes/attendance.ts'
import { decisionsOf } from '../../server/src/minutes/decisions.ts'
import { eventDays, eventsOf } from '../../server/src/minutes/events.ts'
import { meetingDay } from '../../server/src/minutes/meeting.ts'
import { type Minutes, parseMinutes } from '../../server/src/minutes/minutes.ts'
import { meantDays, nextMeetingOf } from '../../server/src/minutes/next-meeting.ts'
import { actionsOf } from '../../server/src/minutes/notes.ts'
import { rolesOf } from '../../server/src/minutes/roles.ts'
import { formatClock } from '../../server/src/minutes/times.ts'
import { lineStarts, positionAt } from '../../server/src/text/lines.ts'
import { isOneSlip } from '../../server/src/text/slip.ts'

/** Real minutes and what a careful reader found in them. They are not ours to publish, so they may be missing. */
const FOLDER = '../shared/corpus/cpansec'
const there = existsSync(`${FOLDER}/truth.json`)
if (!there) console.log(`Skipped: ${FOLDER} with its real minutes is not here.`)

interface Truth {
  readonly attendees: readonly string[]
  readonly partly: readonly string[]
  readonly regrets: readonly string[]
  readonly absent: readonly string[]
  readonly names?: Readonly<Record<string, string>>
  readonly chair: readonly string[]
  readonly secretary: readonly string[]
  readonly actions: readonly { line: number; who: readonly string[]; explicit: boolean }[]
  readonly events: readonly {
    name: string
    start: string | null
    end: string | null
    line: number
    precision?: string
    note?: string
  }[]
  readonly decisions: readonly { line: number; text: string }[]
  readonly previous_minutes?: { approved_by?: readonly string[] } | null
  readonly next_meeting_utc: string | null
}

const truth: Record<string, Truth> = there ? JSON.parse(readFileSync(`${FOLDER}/truth.json`, 'utf8')).files : {}

const tallies = new Map<string, { right: number; all: number; wrong: string[] }>()

function count(what: string, right: boolean, place: string): void {
  const tally = tallies.get(what) ?? { right: 0, all: 0, wrong: [] }
  tallies.set(what, tally)
  tally.all++
  if (right) tally.right++
  else tally.wrong.push(place)
}

/** The reader wrote down who is meant; the minutes may have an alias, a slip of the hand, or the name alone. */
const meansSame = (written: string, meant: string, name: string | undefined): boolean => {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()]
  return (
    a === b || isOneSlip(a, b) || a === name?.toLowerCase() || (a.length > 3 && (a.startsWith(b) || b.startsWith(a)))
  )
}

/** Counts each person of either side: one that the other side lacks is one mistake. */
function compare(
  what: string,
  file: string,
  found: readonly string[],
  meant: readonly string[],
  { names }: Truth,
): void {
  const left = [...found]
  for (const person of meant) {
    const at = left.findIndex((other) => meansSame(other, person, names?.[person]))
    if (at >= 0) left.splice(at, 1)
    count(what, at >= 0, `${file}: ${person} not found`)
  }
  for (const person of left) count(what, false, `${file}: ${person} is not in the truth`)
}

const listed = (minutes: Minutes, ...presences: Presence[]): string[] => [
  ...new Set(
    attendanceOf(minutes)
      .filter(({ presence }) => presences.includes(presence))
      .flatMap(({ people }) => people.map(({ handle, name }) => handle ?? name!)),
  ),
]

const inRole = (minutes: Minutes, role: string): string[] =>
  rolesOf(minutes)
    .filter((each) => each.role === role)
    .flatMap(({ people }) => people.map(({ handle, name }) => handle ?? name!))

describe.skipIf(!there)('what the minutes of a real group say', () => {
  for (const [file, meant] of Object.entries(truth)) {
    const text = there ? readFileSync(`${FOLDER}/${file}`, 'utf8') : ''
    const minutes = parseMinutes(text)
    const starts = lineStarts(text)
    const lineOf = (offset: number) => positionAt(starts, offset).line + 1
    const day = meetingDay(minutes, file)

    compare('present', file, listed(minutes, 'present'), meant.attendees, meant)
    compare('partly present', file, listed(minutes, 'partly'), meant.partly, meant)
    compare('regrets', file, listed(minutes, 'regrets'), meant.regrets, meant)
    compare('absent', file, listed(minutes, 'absent'), meant.absent, meant)
    compare('chair', file, inRole(minutes, 'chair'), meant.chair, meant)
    compare('scribe', file, inRole(minutes, 'scribe'), meant.secretary, meant)

    const next = nextMeetingOf(minutes)
    const nextDay = next?.date && meantDays(next.date, day, true)[0]
    const found = nextDay && next?.minutes !== undefined ? `${nextDay}T${formatClock(next.minutes)}Z` : null
    count('next meeting', found === meant.next_meeting_utc, `${file}: ${found} for ${meant.next_meeting_utc}`)

    const events = eventsOf(minutes)
    for (const { name, start, end, line, precision, note } of meant.events) {
      const event = events.find((each) => lineOf(each.from) === line)
      // A month is no day, and a wrong year in the file is a mistake of the file.
      const dated = start !== null && precision !== 'month' && !note?.startsWith('written')
      const { first, last } = (event && eventDays(event, day)) ?? {}
      const right = event && (!dated || (String(first) === start && String(last) === (end ?? start)))
      count('events', Boolean(right), `${file}:${line} ${name}: ${first} to ${last} for ${start} to ${end}`)
    }

    const words = actionWordsOf(minutes)
    const actions = new Map(actionsOf(minutes).map((action, index) => [lineOf(action.from), words[index]!]))
    const explicit = meant.actions.filter((action) => action.explicit)
    for (const { line, who } of explicit) {
      const action = actions.get(line)
      const owners = action?.owners ?? []
      const written = text.slice(starts[line - 1], starts[line]).toLowerCase()
      // Where the line has another spelling of the handle, their number must do.
      const known = (person: string) =>
        !written.includes(person) || owners.some((owner) => meansSame(owner, person, undefined))
      const agree = action && who.length === owners.length && who.every(known)
      count('action items', Boolean(agree), `${file}:${line} ${owners} for ${who}`)
      actions.delete(line)
    }
    for (const line of actions.keys()) count('action items', false, `${file}:${line} is not in the truth`)

    const approvers = approvalsOf(minutes).flatMap((approval) => approval.approvers.map(({ handle }) => handle))
    if (meant.previous_minutes?.approved_by)
      compare('approvers', file, approvers, meant.previous_minutes.approved_by, meant)

    // What a reader takes for a decision is a matter of opinion: no floor, but a look.
    const decided = new Set(decisionsOf(minutes).map(({ from }) => lineOf(from)))
    for (const { line, text: what } of meant.decisions)
      count('decisions', decided.delete(line), `${file}:${line} ${what}`)
    for (const line of decided) count('decisions', false, `${file}:${line} is not in the truth`)
  }

  const floors = {
    present: 0.98,
    'partly present': 0.98,
    regrets: 0.98,
    chair: 0.98,
    scribe: 0.98,
    approvers: 0.98,
    'next meeting': 1,
    events: 0.9,
    'action items': 0.95,
  }
  test.each(Object.entries(floors))('%s', (what, floor) => {
    const { right, all, wrong } = tallies.get(what)!
    expect([right / all >= floor, wrong]).toEqual([true, right / all >= floor ? wrong : []])
  })

  afterAll(() => {
    const lines = [...tallies].map(([what, { right, all, wrong }]) =>
      [`${what}: ${right} of ${all}`, ...wrong.map((each) => `    ${each}`)].join('\n'),
    )
    console.log(`Agreement with what a careful reader found:\n${lines.join('\n')}`)
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { actionWordsOf } from '../../server/src/book/action-words.ts'
import { type Book, EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { continued } from '../../server/src/book/same-action.ts'
import { type CarriedOver, carryOver } from '../../server/src/drafting/carry-over/carry-over.ts'
import { wallClock } from '../../server/src/minutes/calendar.ts'
import { fileDay, meetingDay, meetingTime, statementsOf } from '../../server/src/minutes/meeting.ts'
import { type Minutes, parseMinutes } from '../../server/src/minutes/minutes.ts'
import { meantDays, nextMeetingOf } from '../../server/src/minutes/next-meeting.ts'
import { minuteOfDay, scanTimes } from '../../server/src/minutes/times.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'
import { lineAround, lineStarts, positionAt } from '../../server/src/text/lines.ts'
import { english } from '../../server/src/text/phrase.ts'
import { slice } from '../../server/src/text/span.ts'

/** Real minutes, in order. They are not ours to publish, so they may be missing. `CARRY_OVER=<folder>` takes others. */
const FOLDER = process.env.CARRY_OVER ?? '../shared/corpus/cpansec/meetings'
const there = existsSync(FOLDER)
if (!there) console.log(`Skipped: ${FOLDER} with its real minutes is not here.`)

const MISTAKES = `${FOLDER}/../mistakes.jsonl`
const mistakes = new Set(
  existsSync(MISTAKES)
    ? readFileSync(MISTAKES, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { file: string; line: number })
        .map(({ file, line }) => `${file.slice(file.lastIndexOf('/') + 1)}:${line}`)
    : [],
)

interface File {
  readonly path: string
  readonly minutes: Minutes
}

const files: readonly File[] = there
  ? readdirSync(FOLDER)
      .filter((name) => name.endsWith('.md') && fileDay(name))
      .sort()
      .map((name) => ({ path: name, minutes: parseMinutes(readFileSync(`${FOLDER}/${name}`, 'utf8')) }))
  : []
const known = new Set(files.map(({ path }) => path))

/** What is there when the minutes at `index` are the latest. */
const bookUpTo = (index: number): Book =>
  withParts(
    EMPTY_BOOK,
    files.slice(0, index + 1).map(({ minutes, path }) => partOf(minutes, path)),
  )

const draftAfter = (index: number, day?: ReturnType<typeof fileDay>) =>
  carryOver({
    minutes: files[index]!.minutes,
    path: files[index]!.path,
    book: bookUpTo(index),
    settings: DEFAULTS,
    files: known,
    earlier: files[index - 1]?.minutes,
    ...(day && { day }),
  })

/** A group may meet otherwise than it said, and then nobody could have told. */
const FOR_A_LOOK = new Set(['hour, as the group had it', 'next-meeting day, as the group had it'])

const tallies = new Map<string, { right: number; all: number; wrong: string[] }>()

function count(what: string, right: boolean, place: string): void {
  const tally = tallies.get(what) ?? { right: 0, all: 0, wrong: [] }
  tallies.set(what, tally)
  tally.all++
  if (right) tally.right++
  else tally.wrong.push(place)
}

/** The line that calls the next meeting: its day, and each hour that it states, in UTC. */
function calls(minutes: Minutes, path: string) {
  const next = nextMeetingOf(minutes)
  const day = next?.date && meantDays(next.date, meetingDay(minutes, path), true)[0]
  const times = next ? scanTimes(slice(minutes.text, next)) : []
  const utc = times.find(({ zone }) => zone?.id === 'UTC')
  return { next, day, times, utc: utc && minuteOfDay(utc) }
}

function compare(drafted: CarriedOver, index: number): void {
  const [before, real] = [files[index]!, files[index + 1]!]
  const name = `${before.path} → ${real.path}`
  const draft = parseMinutes(drafted.text)

  const ours = actionWordsOf(draft)
  const open = actionWordsOf(before.minutes).filter(({ done, text }) => !done && text !== '')
  const carried = new Set(continued(open, actionWordsOf(real.minutes)).filter((at) => at >= 0))
  const have = new Set(continued(open, ours))
  for (const at of carried) count('open items that the group carried over', have.has(at), `${name}: ${open[at]!.text}`)
  for (const at of open.keys()) count('all open items', have.has(at), `${name}: ${open[at]!.text}`)
  count(
    'drafts without a checked item',
    !ours.some(({ done }) => done) && !/^\s*[-*+] \[x\]/im.test(drafted.text),
    name,
  )

  count('file name', drafted.path === real.path, `${name}: ${drafted.path}`)
  for (const { source, day } of statementsOf(draft)) {
    if (day) count(`day in ${source}`, day.equals(drafted.day), `${name}: ${day}`)
  }
  const hour = meetingTime(draft)
  const [own, theirs] = [calls(before.minutes, before.path), meetingTime(real.minutes)]
  if (hour !== undefined && own.day?.equals(drafted.day) && own.utc !== undefined)
    count('hour, as the minutes before call it', hour === own.utc, `${name}: ${hour} for ${own.utc}`)
  if (theirs !== undefined && hour !== undefined)
    count('hour, as the group had it', hour === theirs, `${name}: ${hour} for ${theirs}`)

  const called = calls(draft, drafted.path)
  if (own.next) {
    const line = called.next ? slice(drafted.text, called.next) : 'none'
    count('next-meeting line there', called.day !== undefined, `${name}: ${line}`)
    for (const { zone, ...time } of called.times) {
      if (!called.day || called.utc === undefined || !zone || zone.loose || zone.id === 'UTC') continue
      const clock = ((wallClock(called.day, called.utc, zone.id) % 1440) + 1440) % 1440
      count('hours in the next-meeting line', clock === minuteOfDay(time), `${name}: ${line}`)
    }
    const theirs = calls(real.minutes, real.path)
    const starts = lineStarts(real.minutes.text)
    const isMistake = theirs.next && mistakes.has(`${real.path}:${positionAt(starts, theirs.next.from).line + 1}`)
    if (theirs.day && !isMistake)
      count(
        'next-meeting day, as the group had it',
        called.day?.equals(theirs.day) === true,
        `${name}: ${called.day} for ${theirs.day}`,
      )
  }
  const findings = drafted.findings.map(
    ({ rule, from }) => `${rule} at "${slice(drafted.text, lineAround(drafted.text, from)).trim().slice(0, 100)}"`,
  )
  count('drafts without a finding', findings.length === 0, `${name}: ${findings.join('; ')}`)
}

describe.skipIf(!there)('the minutes of the next meeting from those of the last one', () => {
  for (let index = 0; index + 1 < files.length; index++) {
    // The day that the group really met: what its minutes called it for is another question.
    const drafted = draftAfter(index, fileDay(files[index + 1]!.path))
    count(
      'pairs that can be drafted',
      !('refusal' in drafted),
      `${files[index]!.path}: ${'refusal' in drafted && drafted.refusal}`,
    )
    if (!('refusal' in drafted)) compare(drafted, index)
    const proposed = draftAfter(index)
    const called = calls(files[index]!.minutes, files[index]!.path)
    if (called.day && !('refusal' in proposed))
      count(
        'day as called for',
        proposed.day.equals(called.day),
        `${files[index]!.path}: ${proposed.day} for ${called.day}`,
      )
    if (!('refusal' in proposed))
      count(
        'proposed drafts without a finding',
        proposed.findings.length === 0,
        `${files[index]!.path}: ${proposed.findings.map(({ rule, message }) => `${rule}: ${english(message.wrong)}`).join('; ')}`,
      )
  }

  test.each([...tallies].filter(([what]) => !FOR_A_LOOK.has(what)))('%s', (_, { wrong }) => {
    expect(wrong).toEqual([])
  })

  afterAll(() => {
    const lines = [...tallies].map(([what, { right, all, wrong }]) =>
      [`${what}: ${right} of ${all}`, ...wrong.map((each) => `    ${each}`)].join('\n'),
    )
    console.log(`Minutes drafted from the previous ones, against what the group wrote:\n${lines.join('\n')}`)
  })
})

import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { draftCalendar } from '../../server/src/drafting/calendar/calendar.ts'
import { carryOver } from '../../server/src/drafting/carry-over/carry-over.ts'
import { editsFor, finishingOf, finishSteps } from '../../server/src/drafting/finish/finish.ts'
import { draftMinutes } from '../../server/src/drafting/new-minutes.ts'
import { markAttendance } from '../../server/src/drafting/recording/mark-attendance.ts'
import { rosterOf } from '../../server/src/drafting/recording/roster.ts'
import { summaryOf } from '../../server/src/drafting/summary/summary.ts'
import { TEMPLATES } from '../../server/src/drafting/templates/index.ts'
import { meetingDay } from '../../server/src/minutes/meeting.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import type { Subject } from '../../server/src/rules/rule.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'

const many = (lines: string, n: number) => lines.repeat(Math.ceil(n / lines.length))
const numbered = (lines: (index: number) => string, n: number) =>
  Array.from({ length: Math.ceil(n / lines(1000).length) }, (_, index) => lines(index)).join('')

/** What stands at one place of minutes, about `n` code units of it. */
const TEXTS: Readonly<
  Record<string, Partial<Record<'welcome' | 'attendance' | 'events' | 'agenda' | 'next', (n: number) => string>>>
> = {
  'items in one list': { agenda: (n) => numbered((index) => `- [ ] @ada writes chapter ${index}\n`, n) },
  'items that are done': { agenda: (n) => numbered((index) => `- [x] @ada wrote chapter ${index}\n`, n) },
  'done and open items in turn': { agenda: (n) => many('- [x] @ada wrote a chapter\n- [ ] @ben reads it\n', n) },
  'open items below done ones': { agenda: (n) => many('- [x] @ada wrote a chapter\n  - [ ] @ben reads it\n', n) },
  'notes below items': { agenda: (n) => many('- [ ] @ada writes a chapter\n  - it is long\n', n) },
  'notes without boxes': { agenda: (n) => many('- @ada wrote a chapter\n', n) },
  'lists that go ever deeper': {
    agenda: (n) => Array.from({ length: Math.sqrt(n) }, (_, depth) => `${'  '.repeat(depth)}- @ada\n`).join(''),
  },
  paragraphs: { agenda: (n) => many('We talked.\n\n', n) },
  'sections with an item': {
    agenda: (n) => numbered((index) => `### Chapter ${index}\n\n- [ ] @ada writes it\n\n`, n),
  },
  'sections whose item is done': { agenda: (n) => numbered((index) => `### Chapter ${index}\n\n- [x] @ada\n\n`, n) },
  'sections within sections': { agenda: (n) => many('### Book\n\n#### Chapter\n\n- [x] @ada wrote it\n\n', n) },
  'sections with nothing in them': { agenda: (n) => many('### Chapter\n\n', n) },
  projects: {
    agenda: (n) =>
      `### Projects\n\n${numbered((index) => `1. [Book ${index}](https://example.org/${index})\n   - [x] @ada wrote it\n`, n)}`,
  },
  decisions: {
    agenda: (n) => numbered((index) => `- The cover\n  - Decision: blue number ${index}, and no other colour\n`, n),
  },
  'decisions that go on below': { agenda: (n) => many('- We decided to:\n  - print it\n', n) },
  'dates of the day': { agenda: (n) => many('- On 2026-03-04 @ada wrote\n', n) },
  'headings with the day': { agenda: (n) => many('### Talk of 2026-03-04\n\n- [ ] @ada\n\n', n) },
  'headings with an hour': { agenda: (n) => many('### 16:10 UTC - Chapter\n\n- [ ] @ada\n\n', n) },
  mistakes: { agenda: (n) => many('-  [ ]@ada the the book , Friday 2026-03-04  \n', n) },
  'mistakes in one line': { agenda: (n) => `- ${many('on Friday 2026-03-04 the the book ', n)}\n` },
  'a line that is long': { agenda: (n) => `- [ ] ${many('@ada writes the book. ', n)}\n` },
  'blank lines': { agenda: (n) => `- [x] @ada\n${'\n'.repeat(n)}- [x] @ben\n` },
  'meeting details': { welcome: (n) => many('- 2026-03-04 @ 16:00 UTC in the mill\n', n) },
  'lines on the scribe': { welcome: (n) => many('- Meeting scribe: @ada\n', n) },
  'people in one line': { attendance: (n) => `- Present: ${numbered((index) => `@ada-${index}, `, n)}@ben\n` },
  'people in items': { attendance: (n) => `- Present\n${numbered((index) => `  - @ada-${index}\n`, n)}` },
  'lists of people': { attendance: (n) => numbered((index) => `- Present: @ada-${index}\n`, n) },
  'people to tick': { attendance: (n) => numbered((index) => `- [ ] @ada-${index}\n`, n) },
  'sections of people': { attendance: (n) => numbered((index) => `### Attendees\n\n- @ada-${index}\n\n`, n) },
  approvals: {
    welcome: (n) => `### Approval of minutes\n\n${many('- The minutes of 2026-02-18 were approved by @ada.\n', n)}`,
  },
  'events that are over': { events: (n) => numbered((index) => `- 2026-03-05 – Fair ${index}, Oslo\n`, n) },
  'events to come': { events: (n) => numbered((index) => `- 2026-09-05 – Fair ${index}, Oslo\n`, n) },
  'lines on the next meeting': {
    next: (n) => many('- Next meeting: Wednesday 2026-03-18 @ 16:00 UTC (17:00 Europe/Oslo)\n', n),
  },
  'carriage returns': { agenda: (n) => many('- [ ] @ada writes a chapter\r- [x] @ben read it\r', n) },
}

const minutesWith = (n: number, text: (typeof TEXTS)[string], day = '2026-03-04') => `---
title: Mill minutes ${day}
meeting_time: ${day} 16:00 UTC
---

## Welcome
- Meeting chair: @ada
${text.welcome?.(n) ?? ''}
## Attendance
${text.attendance?.(n) ?? '- Present: @ada, @ben\n- Regrets: @cyd\n'}
## Upcoming events
${text.events?.(n) ?? '- 2026-03-28 – Mill day\n'}
## Agenda
${text.agenda?.(n) ?? '- [ ] @ada writes a chapter\n'}
## Next meeting
${text.next?.(n) ?? '- Wednesday 2026-03-18 @ 16:00 UTC (17:00 Europe/Oslo)\n'}`

const EARLIER = minutesWith(1, {}, '2026-02-18')

/** Minutes of a meeting, and all that is known when they are used. */
function subjectWith(text: string): Subject {
  const files = [
    ['mill-minutes-2026-02-18.md', EARLIER],
    ['mill-minutes-2026-03-04.md', text],
  ] as const
  const all = files.map(([path, each]) => ({ path, minutes: parseMinutes(each) }))
  const book = withParts(
    EMPTY_BOOK,
    all.map(({ path, minutes }) => partOf(minutes, path)),
  )
  const { path, minutes } = all[1]!
  return { minutes, path, book, day: meetingDay(minutes, path), settings: DEFAULTS, files: undefined }
}

const NOW = Temporal.Instant.from('2026-03-04T17:00Z')
const earlier = parseMinutes(EARLIER)

/** What is written from minutes. */
const TASKS: Readonly<Record<string, (subject: Subject) => unknown>> = {
  'the next minutes': ({ day: _, ...previous }) => carryOver({ ...previous, earlier }),
  'minutes from a template': ({ book }) => {
    try {
      return draftMinutes(book, TEMPLATES[0]!, Temporal.PlainDate.from('2026-03-18'))
    } catch (error) {
      return error
    }
  },
  'what is missing': (subject) => {
    const finishing = finishingOf(subject, undefined, NOW)!
    return finishSteps(finishing)
      .slice(0, 3)
      .map((step) => editsFor(finishing, step, {}))
  },
  'a summary': (subject) => summaryOf(subject),
  'a calendar': (subject) => draftCalendar(subject, 'all', NOW),
  'who is there': ({ minutes, book }) => {
    const roster = rosterOf({ minutes, book, models: [{ minutes: earlier, day: '2026-02-18' }] })
    return markAttendance({ minutes, book, models: [earlier], roster }, [
      { key: '@dot', attending: 'present' },
      { key: '@ada', attending: 'regrets' },
    ])
  },
}

/** How long each takes, with a text of about `n` code units at the one place. */
function milliseconds(n: number, text: (typeof TEXTS)[string]): readonly number[] {
  const subject = subjectWith(minutesWith(n, text))
  return Object.values(TASKS).map((task) => {
    const start = performance.now()
    task(subject)
    return performance.now() - start
  })
}

/** Expects eight times the text to take about eight times as long; four times that much is no cause for alarm. */
test.each(Object.entries(TEXTS))('long minutes take no more than their share of time: %s', (_, text) => {
  milliseconds(1000, text)
  const few = milliseconds(8_000, text)
  const many = milliseconds(64_000, text)
  const shares = Object.keys(TASKS).map((task, at) => [task, many[at]! / Math.max(20, few[at]!)] as const)
  expect(shares.filter(([, share]) => share >= 32)).toEqual([])
})

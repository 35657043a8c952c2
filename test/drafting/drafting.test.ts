import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { draftMinutes } from '../../server/src/drafting/new-minutes.ts'
import { TEMPLATES, templateNamed } from '../../server/src/drafting/templates/index.ts'
import { timeStamp } from '../../server/src/drafting/time-stamp.ts'
import { plainDate } from '../../server/src/minutes/calendar.ts'
import { meetingDay } from '../../server/src/minutes/meeting.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { nextMeetingOf } from '../../server/src/minutes/next-meeting.ts'
import { projectsOf } from '../../server/src/minutes/projects.ts'
import { check as findingsIn } from '../../server/src/rules/check.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'
import { english } from '../../server/src/text/phrase.ts'

const bookOf = (files: Record<string, string>) =>
  withParts(
    EMPTY_BOOK,
    Object.entries(files).map(([path, text]) => partOf(parseMinutes(text), path)),
  )
const day = plainDate({ year: 2026, month: 4, day: 1 })!

const orchard = (date: string, ...projects: string[]) => `---
layout: orchard
meeting_time: ${date} 17:30 UTC
title: Orchard, ${date}
---

## Agenda

${projects.map((title) => `### [${title}](https://example.org/${title.slice(0, 3)})\n\n- no update\n`).join('\n')}`

const BOOK = bookOf({
  'log/orchard_2026_03_04.md': orchard('2026-03-04', 'Press', 'Cellar'),
  'log/orchard_2026_03_11.md': orchard('2026-03-11', 'Press', 'Cellars'),
  'log/orchard_2026_03_18.md': orchard('2026-03-18', 'Trees', 'Cellars', 'Press'),
})

/** The draft that a template makes for 1 April 2026. */
function check(book: typeof BOOK, template: string, beside?: string) {
  const { path, text } = draftMinutes(book, templateNamed(template)!, day, beside)
  return { path, text, minutes: parseMinutes(text) }
}

describe.each(TEMPLATES.map(({ id }) => id))('the template %s', (id) => {
  test('says in a new book when the meeting is and the next one', () => {
    const { path, text, minutes } = check(EMPTY_BOOK, id)
    expect([path, String(meetingDay(minutes, ''))]).toEqual(['minutes-2026-04-01.md', '2026-04-01'])
    expect(nextMeetingOf(minutes)).toMatchObject({ date: { year: 2026, month: 4, day: 15 }, minutes: 16 * 60 })
    expect(text).not.toMatch(/\{[{%]|undefined|null|\[object/)
  })

  test.each([
    ['a new', EMPTY_BOOK],
    ['an old', BOOK],
  ])('has no mistakes in %s book', (_, book) => {
    const { path, minutes } = check(book, id)
    const { findings } = findingsIn({ minutes, path, book, day, settings: DEFAULTS, files: undefined })
    expect(findings.map(({ rule, message }) => `${rule}: ${english(message.wrong)}`)).toEqual([])
  })
})

describe('new minutes', () => {
  test('continue the series: name, front matter, hour and cadence', () => {
    const { path, text, minutes } = check(BOOK, 'long')
    expect(path).toBe('log/orchard_2026_04_01.md')
    expect(text).toMatch(/^---\nlayout: orchard\nmeeting_time: 2026-04-01 17:30 UTC\ntitle: Orchard, 2026-04-01\n---\n/)
    expect(nextMeetingOf(minutes)).toMatchObject({ date: { month: 4, day: 8 }, minutes: 17 * 60 + 30 })
  })
  test('have the projects of the latest minutes, in their order', () => {
    expect(projectsOf(check(BOOK, 'long').minutes).map(({ title }) => title)).toEqual(['Trees', 'Cellars', 'Press'])
  })
  test('continue the series of the minutes they are asked for beside', () => {
    const book = withParts(BOOK, [partOf(parseMinutes('# Board 2026-03-01\n'), 'board/b-2026-03-01.md')])
    expect(check(book, 'plain', 'board/b-2026-03-01.md').path).toBe('board/b-2026-04-01.md')
  })
  test('take what others wrote as words, not as a template', () => {
    const text = orchard('2026-03-25', '{{ date }}', '{% raw %}x').replace('layout: orchard', 'layout: "{{ time }}"')
    const { text: drafted } = check(bookOf({ 'm-2026-03-25.md': text }), 'long')
    expect(drafted).toContain('layout: "{{ time }}"')
    expect(drafted).toContain('### [{{ date }}](https://example.org/{{)')
  })
})

describe('a time stamp', () => {
  test.each([
    ['## 16:00 UTC - Start', '16:05 UTC'],
    ['## 16:00UTC - Start', '16:05UTC'],
    ['16:00UTC, 17:00UTC, 18:00 UTC', '16:05UTC'],
    ['# Nothing yet', '16:05 UTC'],
  ])('beside %s', (text, stamp) => expect(timeStamp(parseMinutes(text), 16 * 60 + 5)).toBe(stamp))
  test('stays within the day', () => expect(timeStamp(parseMinutes(''), 24 * 60 + 5)).toBe('00:05 UTC'))
})

import { describe, expect, test } from 'vitest'
import { approvalsOf } from '../../server/src/minutes/approvals.ts'
import { attendanceOf } from '../../server/src/minutes/attendance.ts'
import { plainDate } from '../../server/src/minutes/calendar.ts'
import { decisionsOf } from '../../server/src/minutes/decisions.ts'
import { eventDays, eventsOf } from '../../server/src/minutes/events.ts'
import { meetingDay, meetingTime, statementsOf } from '../../server/src/minutes/meeting.ts'
import { type Minutes, parseMinutes } from '../../server/src/minutes/minutes.ts'
import { meantDays, nextMeetingOf } from '../../server/src/minutes/next-meeting.ts'
import { actionsOf, notesOf, summaryOf } from '../../server/src/minutes/notes.ts'
import type { Person } from '../../server/src/minutes/people.ts'
import { projectsOf } from '../../server/src/minutes/projects.ts'
import { rolesOf } from '../../server/src/minutes/roles.ts'
import { formatClock } from '../../server/src/minutes/times.ts'

/** The lines as minutes, put into words by `say`, one string each. */
const check = (lines: string[], say: (minutes: Minutes) => readonly string[]) =>
  expect(say(parseMinutes(lines.join('\n'))))

const person = ({ handle, name }: Person) => [name, handle && `@${handle}`].filter(Boolean).join(' ')
const people = (all: readonly Person[]) => all.map(person).join(', ')

const attendance = (minutes: Minutes) =>
  attendanceOf(minutes).map(({ presence, people: all }) => `${presence}: ${people(all)}`)

describe('attendance', () => {
  test('as nested bullets', () => {
    check(
      [
        '### Attendees & regrets',
        '* Attendees',
        '  * @runa, @liv',
        '* Partly present',
        '  * @sig (from 16:20)',
        '* Regrets',
        '  * …',
      ],
      attendance,
    ).toEqual(['present: @runa, @liv', 'partly: @sig', 'regrets: '])
  })
  test('as one bullet a person below a bullet', () => {
    check(['## Attendance', '- Present', '  - @runa', '  - Ivar Holm', '- Absent', '  - @sig'], attendance).toEqual([
      'present: @runa, Ivar Holm',
      'absent: @sig',
    ])
  })
  test('as bullets with people behind a colon', () => {
    check(['## Attendance', '- **Present:** @runa, @liv', '- Regrets: @sig; Ivar Holm'], attendance).toEqual([
      'present: @runa, @liv',
      'regrets: @sig, Ivar Holm',
    ])
  })
  test('as a heading for each kind of presence', () => {
    check(
      ['## Attendees', '- @runa', '- @liv', '## Regrets', '- @sig', '## Absent', '* Ivar Holm'],
      attendance,
    ).toEqual(['present: @runa, @liv', 'regrets: @sig', 'absent: Ivar Holm'])
  })
  test('as lines', () => {
    check(
      ['# Choir, 12 May 2026', '', 'Present: Ada Bloom (@ada), Ben Quill', 'Apologies: Dov Stone'],
      attendance,
    ).toEqual(['present: Ada Bloom @ada, Ben Quill', 'regrets: Dov Stone'])
  })
  test('as names with handles', () => {
    check(['## Present', '* Ada Bloom (@ada)', '* Ben Quill @ben (chair)', '* @cleo (Cleo Marsh)'], attendance).toEqual(
      ['present: Ada Bloom @ada, Ben Quill @ben, @cleo'],
    )
  })
  test('as a numbered list', () => {
    check(['## Participants', '1. Ada Bloom', '2. @ben', '10) Cleo Marsh'], attendance).toEqual([
      'present: Ada Bloom, @ben',
      'present: Cleo Marsh',
    ])
  })
  test('as names below a sentence', () => {
    check(
      ['# Board meeting', '', 'Board members in attendance were:', '', '- Zoë O’Neill', '- Jean-Luc d’Arc'],
      attendance,
    ).toEqual(['present: Zoë O’Neill, Jean-Luc d’Arc'])
  })
  test('as lists below labels, and in parts', () => {
    const text = [
      '## Attendance',
      '',
      'Expected:',
      '',
      '- Kim Lo',
      '',
      '**Absent**',
      '',
      '- Kim Lo',
      '',
      'Present:',
      '',
    ]
    check([...text, '- Host: @runa', '- Ada Bloom: joined late', '- Ben Quill'], attendance).toEqual([
      'absent: ',
      'absent: Kim Lo',
      'present: ',
      'present: Ben Quill',
      'present: @runa',
      'present: ',
    ])
  })
  test('several on a line', () => {
    check(['Present: @runa, Ada Bloom; Regrets: @liv. Chair: @runa'], attendance).toEqual([
      'present: @runa, Ada Bloom',
      'regrets: @liv',
      'present: @runa',
    ])
  })
  test('with whatever stands between people', () => {
    check(['Present: @runa. @liv and @sig & @ivar; Ada Bloom and Ben Quill'], attendance).toEqual([
      'present: @runa, @liv, @sig, @ivar, Ada Bloom, Ben Quill',
    ])
  })
  test('with remarks in brackets, commas and handles in them included', () => {
    check(['Present: @runa (left early, with @liv), Ben Quill (by phone), @sig'], attendance).toEqual([
      'present: @runa, Ben Quill, @sig',
    ])
  })
  test('of nobody', () => {
    for (const nobody of ['…', '...', '(none)', 'none', 'TBD', '-', ''])
      check(['## Attendees', '- Regrets', `  - ${nobody}`], attendance).toEqual(['regrets: '])
  })
  test('of two meetings in one text', () => {
    const text = ['# Monday', '## Attendees', '- @runa', '# Tuesday', '## Attendees', '- @runa'].join('\n')
    expect(attendanceOf(parseMinutes(text)).map(({ meeting }) => meeting)).toEqual([0, 1])
  })
  test('is not what is said of other matters', () => {
    check(['# Agenda', '## Café', '- Present: a cake', '## Staff', '- Guests: 40'], attendance).toEqual([])
  })
})

const roles = (minutes: Minutes) => rolesOf(minutes).map(({ role, people: all }) => `${role}: ${people(all)}`)

describe('roles', () => {
  test.each([
    ['- Meeting chair: @runa', 'chair: @runa'],
    ['- Meeting secretary: @liv & @sig', 'scribe: @liv, @sig'],
    ['* **Scribe**: Ada Bloom (@ada)', 'scribe: Ada Bloom @ada'],
    ['Facilitator: @runa', 'chair: @runa'],
    ['Minutes: Ben Quill', 'scribe: Ben Quill'],
    ['Note-taker: @liv', 'scribe: @liv'],
    ['Chairwoman: Cleo Marsh', 'chair: Cleo Marsh'],
    ['- Meeting chair:', 'chair: '],
    ['- @runa took minutes', 'scribe: @runa'],
    ['- @runa welcomed everybody', 'chair: @runa'],
    ['The meeting was chaired by Ada Bloom.', 'chair: Ada Bloom'],
  ])('%s', (line, role) => check(['# Minutes', '', line], roles).toEqual([role]))

  test('are not those of the next meeting', () => {
    check(
      ['# Minutes', '- Chair: @runa', '## Next meeting', '- Chair: @liv', '## Next chair and scribe', '- Scribe: @sig'],
      roles,
    ).toEqual(['chair: @runa'])
  })
})

const actions = (minutes: Minutes) =>
  actionsOf(minutes).map((action) => {
    const { from, to } = summaryOf(minutes, action)
    return `${action.checkbox.done ? 'done' : 'open'} [${action.speakers.map(({ handle }) => handle).join(' ')}] ${minutes.text.slice(from, to)}`
  })

describe('action items', () => {
  test.each([
    ['- [ ] @liv - air the cellar', 'open [liv] air the cellar'],
    ['- [x] @liv, @sig & @runa: count crates', 'done [liv sig runa] count crates'],
    ['* [X] @liv and @sig will call', 'done [liv sig] will call'],
    ['1. [ ] air the cellar with @liv', 'open [] air the cellar with @liv'],
    ['- [ ] - @liv will call', 'open [liv] will call'],
    ['- [ ] @liv - and @sig will call', 'open [liv sig] will call'],
    ['- [ ] @liv - sig and @sig will call', 'open [liv] sig and @sig will call'],
    ['- [ ] **@liv** - call', 'open [liv] call'],
    ['- [ ] Contact @liv about apples', 'open [] Contact @liv about apples'],
    ['- [ ] @liv (ask @sig) call', 'open [liv] (ask @sig) call'],
    ['- [ ]\u00a0@liv - call', undefined],
    ['- [] @liv - call', undefined],
    ['- @liv - called', undefined],
  ])('%s', (line, action) => check(['# Agenda', line], actions).toEqual(action ? [action] : []))

  test('stand below each other, and not among events', () => {
    check(
      ['# Agenda', '- [ ] @liv - call', '  - [x] @sig - found the number', '## Events', '- [ ] Fair on 2026-03-20'],
      actions,
    ).toEqual(['open [liv] call', 'done [sig] found the number'])
  })
})

const speakers = (minutes: Minutes) =>
  notesOf(minutes).map(({ depth, speakers: all }) => `${depth}: ${all.map(({ handle }) => handle).join(' ')}`)

test('notes know who speaks, and how deep they stand', () => {
  check(
    ['# Agenda', '- @liv - apples', '  - pears, says @sig', '    - (@runa) no', '- Topic', '1. @sig'],
    speakers,
  ).toEqual(['0: liv', '1: ', '2: runa', '0: ', '0: sig'])
})

const decisions = (minutes: Minutes) =>
  decisionsOf(minutes).map(({ from, to, about }) =>
    [about && minutes.text.slice(about.from, about.to), minutes.text.slice(from, to)].filter(Boolean).join(' – '),
  )

test('decisions are notes that say so, or stand below such a heading', () => {
  check(
    [
      '# Agenda',
      '- We decided to buy apples',
      '- We may buy pears',
      '- Motion carried',
      '- The colour will be decided then',
      '- A document on our decision-making process',
      '- No decision yet',
      '- Decision: red apples',
      '- Do we have consensus on pears?',
      '- Pears need a decision of the board',
      '- We wait until a decision is made',
      '- We want to reach consensus',
      '- We don’t have consensus on plums',
      '- By rough consensus, green apples',
      '- We buy a press',
      '  - @liv asks what it costs',
      '  - Motion carried',
      '## Decisions',
      '- Pears',
      '  - large ones',
    ],
    decisions,
  ).toEqual([
    'We decided to buy apples',
    'Motion carried',
    'Decision: red apples',
    'By rough consensus, green apples',
    'We buy a press – Motion carried',
    'Pears',
  ])
})

const projects = (minutes: Minutes) =>
  projectsOf(minutes).map(({ title, address, form, list }) => `${form} ${list}: ${title} <${address}>`)

describe('projects', () => {
  test('in a list below their heading', () => {
    check(
      ['## Projects', '1. [Cellar](https://e.org/1)', '   * no news', '2. [Press](https://e.org/2):'],
      projects,
    ).toEqual(['item 1: Cellar <https://e.org/1>', 'item 1: Press <https://e.org/2>'])
  })
  test('as headings that are links', () => {
    check(
      ['## Agenda', '### [Cellar](https://e.org/1)', '- news', '### [Press](https://e.org/2)', '### Other'],
      projects,
    ).toEqual(['heading 0: Cellar <https://e.org/1>', 'heading 0: Press <https://e.org/2>'])
  })
  test('are not any links', () => {
    check(
      ['## Agenda', '- [Cellar](https://e.org/1)', '- see [Press](https://e.org/2)', '- [a](x) [b](y)'],
      projects,
    ).toEqual([])
  })
})

const approvals = (minutes: Minutes) =>
  approvalsOf(minutes).map(
    ({ approvers, mergers }) => `${approvers.map(({ handle }) => handle)} / ${mergers.map(({ handle }) => handle)}`,
  )

test('approvals name who approved, and who merged', () => {
  check(
    [
      '### Approve previous meeting minutes',
      '- Approved by @liv and @sig, and merged by @runa',
      '- Minutes of May: approved by @ivar',
      '- @ada came late',
    ],
    approvals,
  ).toEqual(['liv,sig / runa', 'ivar / '])
})

const events = (minutes: Minutes) =>
  eventsOf(minutes).map(({ title, start, end }) => {
    const day = (each?: { year?: number; month: number; day: number }) =>
      each && `${each.year ?? '?'}-${each.month}-${each.day}`
    return [title, day(start), day(end)].filter(Boolean).join(' | ')
  })

describe('events', () => {
  test.each([
    ['- [Fair](https://e.org) - Friday 2026-03-20, Oslo', 'Fair | 2026-3-20'],
    ['- Fair - 2026-03-(20-22), Oslo', 'Fair | 2026-3-20 | 2026-3-22'],
    ['1. [Fair](https://e.org) - Friday 2026-03-20 … Sunday 2026-03-22', 'Fair | 2026-3-20 | 2026-3-22'],
    ['- Fair – March 20-22, 2026', 'Fair | 2026-3-20 | 2026-3-22'],
    ['- Fair - 30 March to 2 April', 'Fair | ?-3-30 | ?-4-2'],
    ['- Fair - 2026-03-20, tickets 2026-02-01', 'Fair | 2026-3-20'],
    ['- Fair - TBA', 'Fair'],
    ['- @liv - Fair on 2026-03-20 - in Oslo', 'Fair on 2026-03-20 | 2026-3-20'],
  ])('%s', (line, event) =>
    check(['## Upcoming events and deadlines', line, '   - with a note of 2026-01-01'], events).toEqual([event]),
  )
})

test('an event without a year is the next one, or one that has just been', () => {
  const days = (words: string) => {
    const minutes = parseMinutes(`## Events\n\n- Fair - ${words}\n`)
    const found = eventDays(eventsOf(minutes)[0]!, plainDate({ year: 2026, month: 12, day: 16 }))
    return found && `${found.first} ${found.last}`
  }
  expect(days('20 March')).toBe('2027-03-20 2027-03-20')
  expect(days('1-3 December')).toBe('2026-12-01 2026-12-03')
  expect(days('30 December to 2 January')).toBe('2026-12-30 2027-01-02')
  expect(days('1 October')).toBe('2027-10-01 2027-10-01')
  expect(days('2025-10-01')).toBe('2025-10-01 2025-10-01')
  expect(days('TBA')).toBeUndefined()
})

const next = (minutes: Minutes) => {
  const found = nextMeetingOf(minutes)
  if (!found) return []
  const day = found.date && meantDays(found.date, meetingDay(minutes, 'choir-2026-12-16.md'), true)[0]
  return [`${day ?? '?'} ${found.minutes === undefined ? '?' : formatClock(found.minutes)}`]
}

describe('the next meeting', () => {
  test.each([
    [
      'below a heading',
      [
        '## Next meeting date, time and location',
        '- Next meeting is Wednesday 2027-01-13 @ 16:00UTC in the barn (17:00 Europe/Oslo)',
      ],
      '2027-01-13 16:00',
    ],
    [
      'in a sentence',
      ['We sang.', '', 'The next meeting will be on 13 January 2027, at 19:30 UTC.'],
      '2027-01-13 19:30',
    ],
    ['in a line', ['Next meeting: January 13, 7pm'], '2027-01-13 ?'],
    ['without its year', ['## Next meeting', '', 'Wednesday, January 13th @ 16:00 UTC'], '2027-01-13 16:00'],
    ['still this year', ['## Next meeting', '- 30 December'], '2026-12-30 ?'],
    ['with local time first', ['## Next meeting', '- 2027-01-13 17:00 Europe/Oslo (16:00 UTC)'], '2027-01-13 16:00'],
  ])('%s', (_, lines, when) => check(['# Choir 2026-12-16', '', ...lines], next).toEqual([when]))

  test('is not what is said of dates elsewhere', () => {
    check(
      ['# Choir', '- The concert of 2027-01-13', '- Discuss the next meeting', '## Next meeting', '- TBA'],
      next,
    ).toEqual([])
  })
})

const statements = (minutes: Minutes) =>
  statementsOf(minutes).map(({ source, day, minutes: at }) =>
    [`${source}:`, day, at !== undefined && formatClock(at)].filter(Boolean).join(' '),
  )

describe('when the meeting is', () => {
  test('in all the places that say so', () => {
    check(
      [
        '---',
        'meeting_time: 2026-03-04 16:00 UTC',
        'title: Minutes 2026-03-04',
        '---',
        '# Orchard, March 4th, 2026',
        '- 2026-03-04 16:00 UTC (17:00 Europe/Oslo)',
        '## 16:04 UTC - Meeting start',
        '- 2020-01-01 10:00 UTC',
      ],
      statements,
    ).toEqual([
      'meeting_time: 2026-03-04 16:00',
      'title: 2026-03-04',
      'first heading: 2026-03-04',
      'agenda line: 2026-03-04 16:00',
      'start heading: 16:04',
    ])
  })
  test('in a labelled line', () => {
    check(['# Choir', '', 'Date: 12 May 2026', 'Time: 19:00'], statements).toEqual(['agenda line: 2026-05-12'])
  })
  test('is what most places say', () => {
    const minutes = parseMinutes('---\nmeeting_time: 2026-03-04T16:00Z\ntitle: Minutes 2026-03-04\n---\n')
    expect([String(meetingDay(minutes, 'minutes-2026-03-05.md')), formatClock(meetingTime(minutes) ?? 0)]).toEqual([
      '2026-03-04',
      '16:00',
    ])
  })
  test('is what the file is filed under when places disagree', () => {
    expect(String(meetingDay(parseMinutes('# Choir 2026-03-04\n'), 'choir/2026_03_05.md'))).toBe('2026-03-05')
  })
  test('may be nowhere', () => {
    expect(meetingDay(parseMinutes('# Choir\n'), 'choir.md')).toBe(undefined)
  })
})

import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { type CarriedOver, carryOver } from '../../server/src/drafting/carry-over/carry-over.ts'
import { plainDate } from '../../server/src/minutes/calendar.ts'
import { scanDates } from '../../server/src/minutes/dates.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { DEFAULTS, type Settings } from '../../server/src/settings/settings.ts'

interface Wanted {
  readonly day?: string
  readonly settings?: Partial<Settings['carryOver']>
}

/** What is made of the last of these minutes. */
function outcome(files: Readonly<Record<string, string>>, { day, settings }: Wanted = {}) {
  const all = Object.entries(files).map(([path, text]) => ({ path, minutes: parseMinutes(text) }))
  const last = all.at(-1)!
  const date = day === undefined ? undefined : plainDate(scanDates(day)[0]!)
  return carryOver({
    ...last,
    book: withParts(
      EMPTY_BOOK,
      all.map(({ minutes, path }) => partOf(minutes, path)),
    ),
    settings: { ...DEFAULTS, carryOver: { ...DEFAULTS.carryOver, ...settings } },
    files: undefined,
    earlier: all.at(-2)?.minutes,
    ...(date && { day: date }),
  })
}

function check(files: Readonly<Record<string, string>>, wanted?: Wanted): CarriedOver {
  const carried = outcome(files, wanted)
  if ('refusal' in carried) throw new Error(carried.refusal)
  return carried
}

const name = (day: string) => `log/ferry-minutes-${day}.md`

interface Meeting {
  readonly start?: string
  readonly topics?: string
  readonly events?: string
  readonly next?: string
}

/** Minutes of a group that runs a ferry. */
const ferry = (day: string, { start = '18:04', topics = TOPICS, events = EVENTS, next }: Meeting = {}): string => `---
layout: log
meeting_time: ${day} 18:00 UTC
title: Ferry log ${day}
---

## Agenda & Meeting Details ${day}
- ${day} 18:00 UTC at the quay

## 17:30 UTC - Coffee
- Come as you are

## ${start} UTC - Meeting start

### Welcome
- Meeting chair: @runa
- Meeting scribe: @tolga, @idris

### Attendees, absents & regrets
- Attendees
  - @runa, @tolga
  - @idris
- Regrets
  - @solveig

### Approve previous meeting minutes
- The minutes were approved by @runa and @tolga, and merged by @idris

## Agenda

${topics}

### Upcoming events
${events}

## Next meeting date, time and location
- ${next ?? 'Next meeting is Wednesday 2026-03-18 @ 18:00 UTC at the quay (19:00 Europe/Oslo)'}

## 19:02 UTC - Meeting end
`

const TOPICS = `### Moorings
- [x] @runa - buy new rope
  - It is blue
- [ ] @tolga - splice the bow line
  - needs two people
  - [x] find a marlinspike
  - [ ] book the shed`
const EVENTS = `- [ ] Boat fair, 2026-03-10
  - @runa goes
- [ ] Tall ships, 2026-04-20`

const alone = (meeting?: Meeting) => ({ [name('2026-03-04')]: ferry('2026-03-04', meeting) })

describe('New minutes from the previous ones', () => {
  test('take over what is open, and leave blanks for what is new', () => {
    expect(check(alone())).toMatchObject({ path: name('2026-03-18'), findings: [] })
    expect(check(alone()).text).toBe(`---
layout: log
meeting_time: 2026-03-18 18:00 UTC
title: Ferry log 2026-03-18
---

## Agenda & Meeting Details 2026-03-18
- 2026-03-18 18:00 UTC at the quay

## 17:30 UTC - Coffee
- Come as you are

## 18:00 UTC - Meeting start

### Welcome
- Meeting chair: …
- Meeting scribe: …

### Attendees, absents & regrets
- Attendees
  - …
- Regrets
  - …

### Approve previous meeting minutes
- The minutes were approved by …, and merged by …

## Agenda

### Moorings
- [ ] @tolga - splice the bow line
  - needs two people
  - [ ] book the shed

### Upcoming events
- [ ] Tall ships, 2026-04-20

## Next meeting date, time and location
- Next meeting is Wednesday 2026-04-01 @ 18:00 UTC at the quay (20:00 Europe/Oslo)

## … - Meeting end
`)
  })

  test('say what left, where it stood, and why', () => {
    expect(check(alone()).dropped).toEqual(
      [
        { text: '- [x] @runa - buy new rope\n  - It is blue', line: 31, why: 'It is done.' },
        { text: '- [x] find a marlinspike', line: 35, why: 'It is done.' },
        {
          text: '- [ ] Boat fair, 2026-03-10\n  - @runa goes',
          line: 39,
          why: 'It was over on 2026-03-10, before the meeting.',
        },
        { text: '- @idris', line: 21, why: 'Who is there, and in which role, is not known yet.' },
      ].sort((a, b) => a.line - b.line),
    )
  })

  test('keep line ends, and hold no other', () => {
    const [[path, text]] = Object.entries(alone()) as [[string, string]]
    const crlf = check({ [path]: text.replaceAll('\n', '\r\n') }).text
    expect(crlf.replaceAll('\r\n', '\n')).toBe(check(alone()).text)
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

/** The topics of the draft. */
function topics(written: string, earlier?: string, wanted?: Wanted): string {
  const files = {
    ...(earlier && { [name('2026-02-18')]: ferry('2026-02-18', { topics: earlier, next: NEXT }) }),
    ...alone({ topics: written }),
  }
  const { text } = check(files, wanted)
  return text.slice(text.indexOf('## Agenda\n') + 11, text.indexOf('### Upcoming')).trim()
}
const NEXT = 'Next meeting is Wednesday 2026-03-04 @ 18:00 UTC at the quay (19:00 Europe/Oslo)'

describe('What is done', () => {
  test.each([
    [
      'stays as a note while something below it is open',
      '- [x] call the yard\n  - it took long\n  - [ ] pay the yard',
      '- call the yard\n  - [ ] pay the yard',
    ],
    ['takes the notes along that follow it', '- [ ] paint\n- [x] sand\n- went well', '- [ ] paint'],
    ['leaves notes that follow what is open', '- [x] sand\n- [ ] paint\n- in blue', '- [ ] paint\n- in blue'],
    ['is a note all of whose boxes are ticked', '- [ ] paint\n- @runa tried\n  - [x] tar', '- [ ] paint'],
    ['may be written by a box that is none', '- [ ] paint\n- [\u00a0] tar\n-\u00a0[x] sand', '- [ ] paint\n- [ ] tar'],
    ['is no remark on nothing new either', '- [ ] paint\n  - @runa: no update\n- (none)', '- [ ] paint\n- (none)'],
  ])('%s', (_, written, kept) => {
    expect(topics(`### Hull\n${written}`)).toBe(`### Hull\n${kept}`)
  })

  test('stays where the group wants it', () => {
    expect(topics('### Hull\n- [x] sand\n- [ ] paint', undefined, { settings: { done: true } })).toBe(
      '### Hull\n- [x] sand\n- [ ] paint',
    )
  })
})

describe('Headings below which nothing is left', () => {
  const before = '### Hull\n- [ ] tar\n\n### Engine\n- [ ] oil'

  test('stay with a blank when they stood in earlier minutes, and leave when they are new', () => {
    const now = '### Hull\n- [x] tar\n\n### Fire drill\n*   [x] hold it\n\n### Engine\n- [ ] oil'
    expect(topics(now, before)).toBe('### Hull\n- …\n\n### Engine\n- [ ] oil')
    expect(topics(now, before, { settings: { headings: 'all' } })).toContain('### Fire drill\n*   …\n')
  })
})

describe('Notes of a group without checkboxes', () => {
  const before = '### Hull\n- @runa - is dry\n\n### Engine\n- Who has the key?\n- @tolga - oil is low'
  const now = '### Hull\n- @runa - leaks again\n\n### Engine\n- Who has the key?\n- @tolga - oil is in\n\nWe laughed.'

  test('leave, but for those that are said each time', () => {
    expect(topics(now, before)).toBe('### Hull\n- …\n\n### Engine\n- Who has the key?')
  })

  test('leave with the names they are grouped by', () => {
    const people = (...notes: string[]) => `### Round\n${notes.map((note) => `- @runa\n  - ${note}`).join('\n')}`
    expect(topics(people('tarred', 'sanded'), people('painted'))).toBe('### Round\n- …')
  })

  test('stay where they say when the meeting is', () => {
    const text = (day: string, note: string) => `## Agenda\n\n- ${day} @ 18:00 UTC\n\n## Minutes\n\n- ${note}\n`
    const files = {
      [name('2026-02-18')]: text('2026-02-18', 'we met'),
      [name('2026-03-04')]: text('2026-03-04', 'we sang'),
    }
    expect(check(files, { day: '2026-03-18' }).text).toBe(text('2026-03-18', '…'))
  })

  test('stay where the group wants them', () => {
    expect(topics(now, before, { settings: { notes: 'all' } })).toBe(now)
  })

  test('stay below projects no more than elsewhere', () => {
    const projects = (note: string) =>
      `### Projects\n1. [Hull](https://example.org/hull)\n    * ${note}\n2. [Engine](https://example.org/engine)\n    * …`
    expect(topics(projects('@runa - leaks'), projects('@runa - dry'))).toBe(projects('…'))
  })
})

/** The day of the draft after minutes of 4 March, its hour, and its line on the next meeting. */
function dates(next: string, wanted?: Wanted, before: Readonly<Record<string, string>> = {}): readonly unknown[] {
  const { text, path, day } = check({ ...before, ...alone({ next }) }, wanted)
  expect(path).toBe(name(day.toString()))
  return [
    day.toString(),
    /meeting_time: \S+ (\S+)/.exec(text)?.[1],
    /Next meeting.*(?=\n\n)/.exec(text.slice(text.indexOf('location\n')))?.[0],
  ]
}

describe('The next meeting', () => {
  test.each([
    [
      'as called for',
      'Next meeting is Thu 2026-03-19 @ 17:30 UTC',
      ['2026-03-19', '17:30', 'Next meeting is Fri 2026-04-03 @ 17:30 UTC'],
    ],
    [
      'in a year that is over',
      'Next meeting is 2025-03-18 @ 18:00 UTC',
      ['2026-03-18', '18:00', 'Next meeting is 2026-04-01 @ 18:00 UTC'],
    ],
    [
      'without a year',
      'Next meeting is Wed March 18th @ 18:00 UTC',
      ['2026-03-18', '18:00', 'Next meeting is Wed April 1st @ 18:00 UTC'],
    ],
  ])('%s', (_, next, expected) => {
    expect(dates(next)).toEqual(expected)
  })

  test('follows summer time where the clock on the wall is what the group goes by', () => {
    const line = (day: string, utc: string) => `Next meeting is ${day} @ ${utc} UTC (19:00 Europe/Oslo)`
    const before = Object.fromEntries(
      ['2025-07-02', '2025-07-16', '2026-02-18'].map((day, at) => [
        name(day),
        ferry(day, { next: line(['2025-07-16', '2025-07-30', '2026-03-04'][at]!, at < 2 ? '17:00' : '18:00') }),
      ]),
    )
    const [day, hour, next] = dates(line('2026-03-18', '18:00'), {}, before)
    expect([day, hour, next]).toEqual([
      '2026-03-18',
      '18:00',
      'Next meeting is 2026-04-01 @ 17:00 UTC (19:00 Europe/Oslo)',
    ])
    expect(dates(line('2026-03-18', '18:00'), { day: '2026-04-01' }, before).slice(0, 2)).toEqual([
      '2026-04-01',
      '17:00',
    ])
  })

  test('keeps the hour in UTC otherwise, into winter as well', () => {
    const files = {
      [name('2026-10-14')]: ferry('2026-10-14', { next: 'Next meeting is 2026-10-21 @ 18:00 UTC (20:00 Europe/Oslo)' }),
    }
    expect(check(files).text).toContain('Next meeting is 2026-10-28 @ 18:00 UTC (19:00 Europe/Oslo)')
  })

  test('is the one of the cadence where the minutes call none', () => {
    const before = Object.fromEntries(
      ['2026-02-04', '2026-02-11', '2026-02-18', '2026-02-25'].map((day) => [
        name(day),
        ferry(day, { next: 'To be told' }),
      ]),
    )
    expect(dates('To be told', {}, before)[0]).toBe('2026-03-11')
  })

  test('moves folders of a year too', () => {
    const path = '2026/ferry-2026_12_30.md'
    expect(check({ [path]: ferry('2026-12-30', { next: 'Next meeting is 2027-01-13 @ 18:00 UTC' }) }).path).toBe(
      '2027/ferry-2027_01_13.md',
    )
  })
})

describe('What was corrected', () => {
  test('does not come back', () => {
    const { text, corrected } = check(alone({ topics: '### Hull\n- [ ] @runa - order teh tar  ' }))
    expect(text).toContain('- [ ] @runa - order the tar\n')
    expect(corrected.map(({ rule }) => rule)).toContain('spelling')
  })

  test('is shown as it was shown, where nobody can tell what is missing', () => {
    expect(topics('### Hull\n- [ ] order the tar\nfor the hull')).toBe('### Hull\n- [ ] order the tar\n  for the hull')
  })

  test('is taken as it was corrected', () => {
    const slip = '### Hull\n- [ ] @runa - order the tarr for the whole hull'
    expect(topics(slip.replace('tarr', 'tar'), slip)).toBe(slip.replace('tarr', 'tar'))
  })
})

describe('Other habits', () => {
  test('names, a roster with boxes, lines and tables have blanks, and nobody is left over', () => {
    const text = (day: string) => `# Lighthouse board ${day}

Present: Ada Bloom, Bo Ray

## Roll call
- [x] Ada Bloom
- [ ] Cy Fenn

## Attendance
| here | name |
| --- | --- |
| x | Ada Bloom |

## Old business
The lamp is bright.
`
    const carried = check(
      { 'board-2026-01-05.md': text('2026-01-05'), 'board-2026-02-02.md': text('2026-02-02').replace('bright', 'dim') },
      { day: '2026-03-02' },
    )
    expect(carried.text).toBe(`# Lighthouse board 2026-03-02

Present: …

## Roll call
- [ ] Ada Bloom
- [ ] Cy Fenn

## Attendance
| here | name |
| --- | --- |
|   | Ada Bloom |

## Old business
…
`)
  })

  test.each([
    ['no day in the name', { 'minutes.md': '# Minutes 2026-03-04\n' }, undefined, /does not tell the day/],
    ['neither call nor cadence', { 'a-2026-03-04.md': '# Minutes 2026-03-04\n' }, undefined, /Give the day/],
    [
      'several meetings',
      { 'a-2026-03-04.md': '## Meeting 2026-03-04\n\nx\n\n## Meeting 2026-03-11\n\ny\n' },
      '2026-03-18',
      /several meetings/,
    ],
    ['an earlier day', alone(), '2026-03-04', /later day than 2026-03-04/],
  ])('%s is refused', (_, files, day, refusal) => {
    const refused = outcome(files as Record<string, string>, day === undefined ? {} : { day })
    expect('refusal' in refused && refused.refusal).toMatch(refusal)
  })

  test.each([
    '',
    '---',
    '- [x]',
    '- [x] a\n  - [ ]',
    '\uFEFF---\r\nmeeting_time: 2026-03-04\r\n---\r\n- [x] ',
    '## \n- \n',
    '| a |\n',
  ])('half a text is carried over: %j', (text) => {
    expect(check({ 'a-2026-03-04.md': text }, { day: '2026-03-11' }).path).toBe('a-2026-03-11.md')
  })
})

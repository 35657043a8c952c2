import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { type CarriedOver, carryOver } from '../../server/src/drafting/carry-over/carry-over.ts'
import { stampMeeting } from '../../server/src/drafting/recording/stamp-meeting.ts'
import { plainDate } from '../../server/src/minutes/calendar.ts'
import { scanDates } from '../../server/src/minutes/dates.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { DEFAULTS, type Settings } from '../../server/src/settings/settings.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { english, said } from '../../server/src/text/phrase.ts'
import { inEnglish } from '../english.ts'

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
  if ('refusal' in carried) throw new Error(said(carried.refusal, english))
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

describe('The number of a meeting', () => {
  const numbered = (day: string, title: string, rest = '') => ({
    [name(day)]: `# ${title}\n${rest}\nHeld on ${day}.\n`,
  })
  const titleAfter = (before: string, title: string) => {
    const day = { day: '2026-03-18' }
    return check({ ...numbered('2026-02-18', before), ...numbered('2026-03-04', title) }, day).text.split('\n')[0]
  }

  test.each([
    ['Meeting #41', 'Meeting #42', '# Meeting #43'],
    ['Ferry minutes 9', 'Ferry minutes 10', '# Ferry minutes 11'],
    ['Meeting 008', 'Meeting 009', '# Meeting 010'],
    ['Meeting 41, 2026-02-18', 'Meeting 42, 2026-03-04', '# Meeting 43, 2026-03-18'],
    [
      '41. Meeting (Wednesday 18 February 2026)',
      '42. Meeting (Wednesday 4 March 2026)',
      '# 43. Meeting (Wednesday 18 March 2026)',
    ],
    ['Meeting 41 in room 12', 'Meeting 42 in room 12', '# Meeting 43 in room 12'],
  ])('is counted up where the minutes before tell that it counts: %s, %s', (before, title, expected) => {
    expect(titleAfter(before, title)).toBe(expected)
  })

  test.each([
    ['Pier 42', 'Pier 42'],
    ['Meeting 40', 'Meeting 42'],
    ['Planning 41', 'Meeting 42'],
    ['Meeting 3 of 11', 'Meeting 4 of 12'],
    ['Season 2025', 'Season 2026'],
    ['Meeting', 'Meeting 42'],
  ])('stays where they do not: %s, %s', (before, title) => {
    expect(titleAfter(before, title)).toBe(`# ${title}`)
  })

  test('is counted up in the front matter', () => {
    const file = (day: string, number: number) => ({
      [name(day)]: `---\ntitle: Meeting ${number}, ${day}\nnumber: ${number}\nroom: 3\n---\n\n- [ ] @runa: rope\n`,
    })
    const { text, changed } = check({ ...file('2026-02-18', 41), ...file('2026-03-04', 42) }, { day: '2026-03-18' })
    expect(text).toContain('title: Meeting 43, 2026-03-18\nnumber: 43\nroom: 3\n')
    expect(inEnglish(changed)).toContainEqual({
      text: '42',
      to: '43',
      why: 'It is the number of the new meeting.',
      line: 2,
    })
  })

  test('stays in the first minutes of all', () => {
    expect(check(numbered('2026-03-04', 'Meeting 1'), { day: '2026-03-18' }).text).toMatch(/^# Meeting 1\n/)
  })
})

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

## … - Meeting start

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
    expect(inEnglish(check(alone()).dropped)).toEqual(
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

  test('take the time of the start without a question when it comes', () => {
    const { text, day } = check(alone())
    const stamped = stampMeeting({
      minutes: parseMinutes(text),
      day,
      kind: 'start',
      now: { day, minute: 18 * 60 + 2 },
      models: [],
    })
    expect('edits' in stamped && applyEdits(text, stamped.edits)).toBe(
      text.replace('## … - Meeting start', '## 18:02 UTC - Meeting start'),
    )
  })

  test('go on from a draft that nobody stamped', () => {
    const first = check(alone())
    const next = check({ ...alone(), [first.path]: first.text })
    expect(next.text).toContain('## 17:30 UTC - Coffee\n- Come as you are\n\n## … - Meeting start')
  })

  test('hold a lone CR for a line end too', () => {
    const text = (end: string) => ferry('2026-03-04').replaceAll('\n', end)
    expect(check({ [name('2026-03-04')]: text('\r') }).text).toBe(
      check({ [name('2026-03-04')]: text('\n') }).text.replaceAll('\n', '\r'),
    )
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
    expect('refusal' in refused && inEnglish(refused.refusal)).toMatch(refusal)
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

describe('Minutes of other shapes', () => {
  const two = (form: (day: string, word: string) => string) => ({
    'log/2026-02-18.md': form('2026-02-18', 'Fog'),
    'log/2026-03-04.md': form('2026-03-04', 'Hail'),
  })
  const draft = (form: (day: string, word: string) => string) => check(two(form), { day: '2026-03-18' }).text

  test.each([
    ['below the title', '# Log 2026-03-04\n\n- [x] @runa - rope\n  - blue\n- [ ] @tolga - splice\n  - two people\n'],
    ['below no heading', '- [x] @runa - rope\n  - blue\n- [ ] @tolga - splice\n  - two people\n'],
    [
      'below front matter that is open',
      '---\nlayout: log\n\n# Log 2026-03-04\n\n- [x] @runa - rope\n  - blue\n- [ ] @tolga - splice\n  - two people\n',
    ],
  ])('what is done leaves %s', (_, text) => {
    const made = draft((day) => text.replace('2026-03-04', day))
    expect(made).not.toMatch(/rope|blue/)
    expect(made).toContain('- [ ] @tolga - splice\n  - two people\n')
  })

  test('notes below nothing but the title leave, and lines that are said each time stay', () => {
    expect(
      draft((day, word) => `# Log ${day}\n\nPresent: Runa, Tolga\n\n- ${word} again\n  - we waited\n- Tea is free\n`),
    ).toBe('# Log 2026-03-18\n\nPresent: …\n\n- Tea is free\n')
  })

  test.each([
    ['a bold label', '**Present** Runa Moe, Tolga', '**Present** …'],
    ['a bold label with a colon', '**Present**: Runa, Tolga', '**Present**: …'],
    ['a line of a paragraph', 'All are welcome.\n**Present:** Runa, Tolga', 'All are welcome.\n**Present:** …'],
  ])('people behind %s are a blank', (_, people, blank) => {
    const form = (day: string) => `Log\n---\n\n# Log ${day}\n\n${people}\n\n## Ropes\n- [ ] splice\n`
    expect(draft(form)).toBe(form('2026-03-18').replace(people, blank))
  })

  test('names alone below the heading of the attendance are a blank, and a sentence that is said each time is none', () => {
    const form = (day: string, word: string) =>
      `# Log ${day}\n\n## Attendance\n\nRuna, Tolga Moe, ${word}\n\nPlease add your name!\n\n## Ropes\n- [ ] splice\n`
    expect(draft(form)).toBe(form('2026-03-18', '').replace('Runa, Tolga Moe, ', '…'))
  })

  test('a list that holds people and matters keeps the labels of people, and tells nothing of that meeting', () => {
    const form = (day: string, word: string) =>
      `# Log ${day}\n\n- Record who is there\n  - Attendees: @runa, @tolga\n  - Regrets: @idris\n- News\n  - (runa) The lamp: ${word} broke it\n- Ropes\n  - ${word}\n`
    expect(draft(form)).toBe('# Log 2026-03-18\n\n- Record who is there\n  - Attendees: …\n  - Regrets: …\n')
  })

  test.each([
    '**Recording**: https://video.example/123',
    '**Recording:** https://video.example/123',
    'Issue: [club#12](https://code.example/12)',
    '**Minutes Doc**:\n  <https://docs.example/123>',
  ])('the address of what is made of each meeting is a blank: %s', (line) => {
    const form = (day: string, word: string) =>
      `# Log ${day}\n\n## Links\n\n* ${line.replaceAll(/12\b|123/g, word)}\n* Calendar: https://cal.example/\n\n## Ropes\n- [ ] splice\n`
    const made = draft(form)
    expect(made).not.toContain('Hail')
    expect(made).toMatch(/\* \S+.*:[*]*\s+…\n\* Calendar: https:\/\/cal.example\/\n/)
  })

  test('the address of a recording is a blank in the first minutes of all', () => {
    const text = '# Log 2026-03-04\n\n## Links\n- Recording: https://video.example/1\n- Notes: https://notes.example/\n'
    expect(check({ 'log/2026-03-04.md': text }, { day: '2026-03-18' }).text).toBe(
      '# Log 2026-03-18\n\n## Links\n- Recording: …\n- Notes: https://notes.example/\n',
    )
  })

  test.each([
    ['Wed 4 Mar', 'Wed 18 Mar'],
    ['Wednesday, March 4', 'Wednesday, March 18'],
    ['4/3/2026', '18/3/2026'],
    ['03/04/2026', '03/18/2026'],
    ['Log 20260304', 'Log 20260318'],
    ['WED, 4 MARCH 2026', 'WED, 18 MARCH 2026'],
    ['March 4th, 2026', 'March 18th, 2026'],
  ])('the title moves from %s to %s', (title, moved) => {
    const text = `# ${title}\n\n## Ropes\n- [ ] splice\n`
    expect(check({ 'log/2026-03-04.md': text }, { day: '2026-03-18' }).text).toBe(text.replace(title, moved))
  })

  test('a date that nobody can read is put so that everybody can', () => {
    const text = '# Log 3/3/2026\n\n## Ropes\n- [ ] splice\n'
    expect(check({ 'log/2026-03-03.md': text }, { day: '2026-04-07' }).text).toContain('# Log 2026-04-07\n')
  })

  test('numbers that are no day of the meeting stay', () => {
    const text = '# Log 2026-03-04, 5/6/2026, 20260305, 120260304\n\n## Ropes\n- [ ] splice by 4/3/2026\n'
    expect(check({ 'log/2026-03-04.md': text }, { day: '2026-03-18' }).text).toBe(
      text.replace('Log 2026-03-04', 'Log 2026-03-18'),
    )
  })

  test('front matter names the new page, and nobody yet', () => {
    const text = `---
permalink: /log/2026/03/04/
slug: log-2026-03-04
attendees: [runa, tolga]
absent:
  - idris
  - solveig
chair: runa
scribe: "tolga"
approved: true
status: Final
tags: [a, b]
---

# Log 2026-03-04

## Ropes
- [ ] splice
`
    expect(check({ 'log/2026-03-04.md': text }, { day: '2026-03-18' })).toMatchObject({
      findings: [],
      text: `---
permalink: /log/2026/03/18/
slug: log-2026-03-18
attendees: []
absent: []
chair: …
scribe: …
approved: false
status: draft
tags: [a, b]
---

# Log 2026-03-18

## Ropes
- [ ] splice
`,
    })
  })

  test.each([
    ['log/2026/03/2026-03-30.md', 'log/2026/04/2026-04-08.md'],
    ['log/2026-03/2026-03-30.md', 'log/2026-04/2026-04-08.md'],
    ['log/2026/03-March/2026-03-30.md', 'log/2026/04-April/2026-04-08.md'],
    ['log/2026/mar/2026-03-30.md', 'log/2026/apr/2026-04-08.md'],
    ['log/2026-Q1/2026-03-30.md', 'log/2026-Q2/2026-04-08.md'],
    ['log/2026/Marina/03/20260330_log.md', 'log/2026/Marina/04/20260408_log.md'],
    ['03/2026-03-30.md', '03/2026-04-08.md'],
    ['2026-guild/2026-03-30.md', '2026-guild/2026-04-08.md'],
  ])('%s is followed by %s', (path, next) => {
    expect(check({ [path]: '# Log\n' }, { day: '2026-04-08' }).path).toBe(next)
  })

  test.each([
    ['The minutes of 2026-02-18 were approved unanimously.', 'The minutes of 2026-03-04 …'],
    ['The minutes have been approved.', 'The minutes …'],
    ['Approved by @runa', 'Approved by …'],
  ])('nobody has approved these minutes: %s', (said, now) => {
    const form = (words: string, day: string) =>
      `# Log ${day}\n\n## Approval of the previous minutes\n- ${words}\n\n## Ropes\n- [ ] splice\n`
    const files = {
      'log/2026-02-18.md': form('Approved by @tolga', '2026-02-18'),
      'log/2026-03-04.md': form(said, '2026-03-04'),
    }
    expect(check(files, { day: '2026-03-18' }).text).toBe(form(now, '2026-03-18'))
  })

  test('what was said about an approval leaves', () => {
    const form = (day: string, word: string) =>
      `# Log ${day}\n\n## Approval of the previous minutes\n- Approved by …\n\nRuna will look at the ones of ${word} later.\n\n## Ropes\n- [ ] splice\n`
    expect(draft(form)).toBe(form('2026-03-18', '').replace('Runa will look at the ones of  later.\n\n', ''))
  })

  test('talk of how minutes are approved leaves', () => {
    const talk = (word: string) =>
      `We spoke of approving minutes in ${word}, ${'and of much else, '.repeat(10)}for long.`
    const form = (day: string, word: string) =>
      `# Log ${day}\n\n## Approval of the previous minutes\n- Approved by …\n\n${talk(word)}\n\n## Ropes\n- [ ] splice\n`
    expect(draft(form)).toBe(form('2026-03-18', '').replace(`${talk('')}\n\n`, ''))
  })

  test.each([' - CANCELLED', ' (canceled)', ' – postponed'])(
    'the new meeting is not off because the last was:%s',
    (off) => {
      const text = `# **Log 2026-03-04${off}**\n\n## Ropes\n- [ ] splice, once cancelled\n`
      expect(check({ 'log/2026-03-04.md': text }, { day: '2026-03-18' }).text).toBe(
        text.replace(off, '').replace('03-04', '03-18'),
      )
    },
  )

  test('a line across the page keeps no heading, and leaves with it', () => {
    const form = (day: string, word: string) =>
      `# Log ${day}\n\n## Ropes\n\nWe talked of ${word}.\n\n---\n\n${['New', 'More', 'Late', 'Last'].map((each) => `## ${each} ${word}\n\nIt came in ${word}.\n\n---\n\n`).join('')}## Tea\n\n${word} tea\n`
    expect(draft(form)).toBe('# Log 2026-03-18\n\n## Ropes\n\n…\n\n---\n\n## Tea\n\n…\n')
  })

  test('people below a heading that speaks of none are a blank', () => {
    const form = (day: string, word: string) =>
      `# Log ${day}\n\n## Ropes\n- ${word}\n\n## Code of conduct\n\nBe kind to ${word}.\n\n**Present:** Runa, ${word}\n\n## Tea\n- ${word}\n`
    expect(draft(form)).toContain('**Present:** …\n')
  })
})

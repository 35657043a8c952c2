import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { draftMinutes, newMeeting } from '../../server/src/drafting/new-minutes.ts'
import { EXAMPLE } from '../../server/src/drafting/templates/example.ts'
import { TEMPLATES } from '../../server/src/drafting/templates/index.ts'
import { problemIn, render, TemplateError } from '../../server/src/drafting/templates/render.ts'
import { readTemplate } from '../../server/src/drafting/templates/template.ts'
import { plainDate } from '../../server/src/minutes/calendar.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'

const PAGE = readFileSync('server/src/drafting/templates/README.md', 'utf8')

/** Every variable below a value, as the page names it. */
function names(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  if (Array.isArray(value)) {
    const [first] = value
    return typeof first === 'object' ? [path, ...inside(first, `${path}[]`)] : [path]
  }
  return [path, ...inside(value, path)]
}
const inside = (value: object, path: string) =>
  Object.entries(value).flatMap(([key, each]) => names(each, path === '' ? key : `${path}.${key}`))

describe('the page for those who write templates', () => {
  test('names every variable, and no other', () => {
    const told = [...PAGE.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!)
    // What an action item is need not be said twice.
    const all = inside(EXAMPLE, '').filter((name) => !name.startsWith('projects[].actions[]'))
    expect(told.sort()).toEqual(all.sort())
  })
  test('has an example that works', () => {
    const [, example] = /```liquid\n([\s\S]*?)```/.exec(PAGE)!
    expect(readTemplate('x', example!)).toMatchObject({ label: 'Tuesday call' })
    expect(render('x', example!, EXAMPLE)).toMatch(
      /^# Orchard 2026-03-18\n\nWednesday 18 March 2026, 16:00 UTC, 17:00 Oslo\n[\s\S]*- \[ \] @ada - ask for a second press\n/,
    )
  })
  test('tells the ids of all that ship', () => {
    for (const { id } of TEMPLATES) expect(PAGE).toContain(`\`${id}\``)
  })
})

test.each(TEMPLATES)('$id has no mistake where everything is known', ({ text }) => {
  expect(problemIn(text, EXAMPLE)).toBeUndefined()
  expect(render('x', text, EXAMPLE)).not.toMatch(/^\s|\{[{%]|undefined|null|\[object|\n\n\n/)
})

describe('a template with a mistake', () => {
  /** The line, what is marked, and what is said. */
  const check = (text: string) => {
    const problem = problemIn(text, EXAMPLE)!
    return [problem.line, text.slice(problem.from, problem.to), problem.message.wrong]
  }
  test.each([
    ['# A\n\n{{ dat }}\n', 3, 'dat', 'There is no variable "dat".'],
    ['{{ next.day }}', 1, 'next.day', 'There is no variable "next.day".'],
    ['{% if false %}\r\n{{ wekday }}\r\n{% endif %}', 2, 'wekday', 'There is no variable "wekday".'],
    ['{% for a in actions %}\n{{ a.who }}{% endfor %}', 2, undefined, 'There is no variable "a.who".'],
    ['\uFEFF# A\n{{ date | shout }}', 2, '{{ date | shout }}', 'There is no filter "shout".'],
    ['a\n{% fro x in people %}', 2, '{% fro x in people %}', 'There is no tag "fro".'],
    ['a\n\n{% for x in people %}\n{{ x.name }}', 3, '{% for x in people %}', '{% for x in people %} is not closed.'],
    ['a\n{{ date', 2, undefined, '"{{ date" is not closed.'],
    ['{% include "other" %}', 1, '{% include "other" %}', '"include" would take in another file.'],
    ['{% render "/etc/passwd" %}', 1, undefined, '"render" would take in another file.'],
    ['{{ "now" | date: "%Y" }}', 1, undefined, 'Liquid cannot use this: "date" knows no "now".'],
  ])('%j is told where it is', (text, line, marked, wrong) => {
    const found = check(text)
    expect(found).toEqual([line, marked ?? found[1], wrong])
  })
  test('is told what was meant', () => {
    expect(problemIn('{{ wekday }}', EXAMPLE)!.message.remedy).toBe('Did you mean "weekday"?')
  })
  test('is not used, with file and line in the message', () => {
    const template = readTemplate('call', '# A\n{{ dat }}', '.minutebook/templates/call.md')
    const draft = () => draftMinutes(EMPTY_BOOK, template, plainDate({ year: 2026, month: 3, day: 4 })!)
    expect(draft).toThrow(TemplateError)
    expect(draft).toThrow(/^\.minutebook\/templates\/call\.md, line 2: There is no variable "dat"\./)
  })
})

describe('a hostile template', () => {
  const many = (text: string, times: number) => text.repeat(times)
  test.each(
    Object.entries({
      'a loop': 'a\n{% for i in (1..100000000) %}x{% endfor %}',
      'loops in loops':
        'a\n{% for i in (1..900) %}{% for j in (1..900) %}{% for k in (1..900) %}{% endfor %}{% endfor %}{% endfor %}',
      'much text': `a\n{% for i in (1..900) %}${many('x', 60_000)}{% endfor %}`,
      'a text that doubles':
        'a\n{% assign a = "x" %}{% for i in (1..1000) %}{% assign a = a | append: a %}{% endfor %}',
      'a capture that doubles':
        'a\n{% assign a = "xx" %}{% for i in (1..28) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}',
      'a list that doubles':
        'a\n{% assign a = (1..1000) %}{% for i in (1..99) %}{% assign a = a | concat: a %}{% endfor %}',
      'a replacement': `a\n{% assign a = "${many('a', 30_000)}" %}{{ a | replace: "a", a }}`,
      'a long search': `a\n{% assign a = "${many('a', 28_000)}" %}{% assign b = "${many('a', 14_000)}b" %}{% for i in (1..100000) %}{% if a contains b %}{% endif %}{% endfor %}`,
      'a long format': `a\n{{ date | date: "${many('%A', 20_000)}" }}`,
      'many formats': `a\n{% for i in (1..9000) %}{{ date | date: "${many('%A', 50)}" }}{% endfor %}`,
      'many small steps': 'a\n{% for i in (1..90000) %}{% cycle "a", "b" %}{% endfor %}',
      'many encodings': `a\n{% assign a = "${many('é', 50_000)}" %}{% for i in (1..9000) %}{% assign b = a | url_encode %}{% endfor %}`,
      'a wide format': 'a\n{{ date | date: "%1000000000d" }}',
      'a wide slice': 'a\n{{ date | slice: 0, 1000000000 }}',
      'a table': 'a\n{% tablerow i in (1..100000000) %}{% endtablerow %}',
      'a list of expressions': `a\n{% for i in (1..9) %}{{ (1..20000) | group_by_exp: "i", "i" | size }}{% endfor %}`,
      'a regular expression': 'a\n{{ date | match: "(a+)+$" }}',
      'deep tags': `a\n${many('{% if date %}', 2500)}${many('{% endif %}', 2500)}`,
      'deep brackets': `a\n{{ next${many('[next', 8000)}${many(']', 8000)} }}`,
      'opened for ever': `a\n${many('{{', 30_000)}`,
    }),
  )('of %s is stopped soon, at its line', (_, text) => {
    // Without limits these take minutes, or all memory.
    const problem = problemIn(text, EXAMPLE)
    expect(problem).toMatchObject({ line: 2, message: { wrong: expect.any(String), why: expect.any(String) } })
    expect(problem!.message.wrong.length).toBeLessThan(200)
  })

  test('is told by what it does, not by the clock: a large book is no reason', () => {
    const { actions, projects } = EXAMPLE
    const large = {
      ...EXAMPLE,
      actions: Array.from({ length: 300 }, () => actions[0]!),
      projects: Array.from({ length: 200 }, () => projects[0]!),
    }
    for (const { text } of TEMPLATES) expect(problemIn(text, large)).toBeUndefined()
    const dated = '{% for a in actions %}{{ a.since | date: "%-d %B %Y" }}{% endfor %}'
    expect(problemIn(dated, large)).toBeUndefined()
  })

  test('that is large is not read', () => {
    expect(problemIn('x'.repeat(70_000), EXAMPLE)).toMatchObject({ line: 1, message: { wrong: /64 KB/ } })
  })

  test.each([
    '{{ constructor }}',
    '{{ __proto__ }}',
    '{{ next.constructor }}',
    '{{ next.__proto__.constructor }}',
    '{{ next["__proto__"] }}',
    '{{ people.constructor.constructor }}',
    '{{ date.constructor }}',
    '{{ people.first.toString }}',
    '{% assign key = "constructor" %}{{ next[key] }}',
    '{{ people | map: "constructor" | join: "" }}',
    '{{ people | where: "__proto__" | size }}',
    '{% for pair in next %}{{ pair.constructor }}{% endfor %}',
  ])('does not reach behind its data: %s', (text) => {
    const problem = problemIn(text, EXAMPLE)
    if (!problem) expect(render('x', text, EXAMPLE)).toMatch(/^0?$/)
    expect(problem?.message.wrong ?? 'There is no variable').toContain('There is no variable')
  })

  test('changes nothing for those after it', () => {
    problemIn('{% assign group = "x" %}{% assign __proto__ = people %}{% increment constructor %}', EXAMPLE)
    expect(render('x', '{{ group }}', EXAMPLE)).toBe('Orchard')
    expect(({} as { group?: string }).group).toBeUndefined()
  })
})

describe('what a template sees', () => {
  const quay = (date: string, { next = '', body = '' }) => `---
meeting_time: ${date} ${date < '2026-03-29' ? '16' : '15'}:00 UTC
title: Quay Crew minutes ${date}
---

## Attendance

- Chair: @ada
- Scribe: @ben
- Present: @ada, @ben

## Notes

- [ ] @ada - paint the boat
- [x] @ben - buy paint

## Decisions

- The boat will be blue.

${body}

## Next meeting

- Next meeting is ${next}
`
  const files = {
    'quay-2026-02-26.md': quay('2026-02-26', { next: 'Thursday 2026-03-12 @ 16:00 UTC (17:00 Europe/Oslo)' }),
    'quay-2026-03-12.md': quay('2026-03-12', { next: 'Thursday 2026-03-26 @ 16:00 UTC (17:00 Europe/Oslo)' }),
    'quay-2026-03-26.md': quay('2026-03-26', { next: 'Thursday 2026-04-09 @ 15:00 UTC (17:00 Europe/Oslo)' }),
  }
  const book = withParts(
    EMPTY_BOOK,
    Object.entries(files).map(([path, text]) => partOf(parseMinutes(text), path)),
  )
  const { data } = newMeeting(book, plainDate({ year: 2026, month: 4, day: 9 })!)

  test('is the group, the hour announced, and local times in summer', () => {
    expect(data).toMatchObject({ group: 'Quay Crew', date: '2026-04-09', weekday: 'Thursday', time: '15:00' })
    expect(data.localTimes).toEqual([
      { zone: 'Europe/Oslo', place: 'Oslo', date: '2026-04-09', weekday: 'Thursday', time: '17:00' },
    ])
    expect(data.next).toMatchObject({
      date: '2026-04-23',
      line: '- Next meeting is Thursday 2026-04-23 @ 15:00 UTC (17:00 Europe/Oslo)',
    })
  })
  test('is the hour by the clock that the group keeps, where nobody announced it', () => {
    const later = newMeeting(book, plainDate({ year: 2026, month: 11, day: 5 })!).data
    expect([later.time, later.localTimes[0]?.time]).toEqual(['16:00', '17:00'])
  })
  test('is what is open, and since when', () => {
    expect(data.actions).toEqual([
      {
        text: 'paint the boat',
        owners: ['@ada'],
        topic: 'Notes',
        since: '2026-02-26',
        days: 42,
        meetings: 3,
        line: '@ada - paint the boat',
      },
    ])
  })
  test('is who comes, and the previous minutes', () => {
    expect(data.people.map(({ mention }) => mention)).toEqual(['@ada', '@ben'])
    expect(data.previous).toMatchObject({
      path: 'quay-2026-03-26.md',
      link: 'quay-2026-03-26.md',
      chair: '@ada',
      scribe: '@ben',
      decisions: ['The boat will be blue.'],
    })
    expect(data.frontMatter.map(({ line }) => line)).toEqual([
      'meeting_time: 2026-04-09 15:00 UTC',
      'title: Quay Crew minutes 2026-04-09',
    ])
  })
  test('is nothing but the day in a new book', () => {
    const { data: none } = newMeeting(EMPTY_BOOK, plainDate({ year: 2026, month: 4, day: 9 })!)
    expect(none).toMatchObject({ group: '', previous: null, people: [], actions: [], time: '16:00', end: '17:00' })
  })
  test('goes into the folder of its year', () => {
    const yearly = withParts(EMPTY_BOOK, [
      partOf(parseMinutes('# Minutes\n'), 'meetings/2025/2025-12-03.md'),
      partOf(parseMinutes('# Minutes\n'), 'meetings/2025/2025-12-17.md'),
    ])
    const { path, data: ours } = newMeeting(yearly, plainDate({ year: 2026, month: 1, day: 7 })!)
    expect([path, ours.previous?.link]).toEqual(['meetings/2026/2026-01-07.md', '../2025/2025-12-17.md'])
  })
  test.each([
    ['Anna Berg', 'AB'],
    ['Anna Berg (@anna)', 'AB'],
    ['TC', 'TC'],
  ])('has initials: %s', (name, initials) => {
    const named = (date: string) => `# Quay ${date}\n\n## Attendance\n\n- ${name}\n- Otto Ek\n`
    const byName = withParts(
      EMPTY_BOOK,
      ['2026-01-07', '2026-01-14', '2026-01-21'].map((date) => partOf(parseMinutes(named(date)), `q-${date}.md`)),
    )
    const { people } = newMeeting(byName, plainDate({ year: 2026, month: 1, day: 28 })!).data
    expect(people.find((each) => each.mention === name)?.initials).toBe(initials)
  })
})

import { describe, expect, test } from 'vitest'
import { check, checkFix, findingsOf, PATH, subjectsOf } from './check.ts'

describe('weekday', () => {
  test('before the date', () => {
    check(`
- Next meeting is Friday 2026-03-18 @ 17:00 UTC
                  ^^^^^^^^^^^^^^^^^ weekday: 2026-03-18 is a Wednesday, but Friday is written here.
`)
  })

  // Each of these days is a Wednesday.
  test.each([
    '2026-03-18',
    '2026/03/18',
    '18-03-2026',
    '18 March 2026',
    '18th of March 2026',
    '18 Mar, 2026',
    'March 18, 2026',
    'March 18th 2026',
    'Mar. 18 2026',
    '18 March',
    'March 18th',
    '18-19 March 2026',
    'March 18–20',
    '2026-03-(18-19)',
    '1928-02-29',
    '29 February 1956',
  ])('each spelling of a date: %s', (date) => {
    for (const text of [`- Wednesday ${date}`, `- Wed ${date}`, `- Wed., ${date}`, `- wednesday the ${date}`]) {
      check(`# Minutes\n\n${text}\n`)
    }
    const [subject] = subjectsOf([{ path: PATH, text: `# Minutes\n\n- on Friday, ${date} we met\n` }])
    expect(findingsOf(subject!).map(({ rule }) => rule)).toEqual(['weekday'])
  })

  test('what is cited was said elsewhere', () => {
    check('- p. 3: for "Wednesday, March 5" read "Thursday, March 5", for „Freitag“ “Friday 2026-03-18”\n')
    check(`
- "we meet on Friday 2026-03-18"
              ^^^^^^^^^^^^^^^^^ weekday
`)
  })

  test('behind the date', () => {
    check(`
- 2026-03-18 (Friday)
  ^^^^^^^^^^^^^^^^^^ weekday
- 18 March 2026, Fri at noon
  ^^^^^^^^^^^^^^^^^^ weekday
- 2026-03-18 Wed, 2026-04-01 (Wed), 2026-03-18 Friday, x
                                    ^^^^^^^^^^^^^^^^^ weekday
`)
  })

  test('without a year the nearest such day counts, before the meeting or after it', () => {
    check(`
- Wednesday 18 March, Wednesday 18 February, Wed 31 December
- Thursday 18 March, Friday 18 February
  ^^^^^^^^^^^^^^^^^ weekday: 18 March 2026 is a Wednesday
                     ^^^^^^^^^^^^^^^^^^ weekday: 18 February 2026 is a Wednesday
`)
  })

  test('the next meeting is ahead, even across the turn of the year', () => {
    check(
      `
## Next meeting

- Wednesday 6 January
- Tuesday 6 January
  ^^^^^^^^^^^^^^^^^ weekday: 6 January 2027 is a Wednesday, but Tuesday is written here.
`,
      'minutes-2026-12-16.md',
    )
  })

  test('a range has the weekday of its first day', () => {
    check(`
- Wed 18-20 March 2026 and Fri 18-20 March 2026
                           ^^^^^^^^^^^^^^^^^^^^ weekday
- Mon-Wed 16-18 March, Sat/Sun 2026-03-(21-22), Fri and Sat 3 and 4 April
`)
  })

  test('no-break spaces, tabs, emoji and right-to-left letters beside it', () => {
    check(
      `
-	🎉 Friday\u00a02026-03-18
     ^^^^^^^^^^^^^^^^^ weekday
- פגישה Friday 2026-03-18 שלום
        ^^^^^^^^^^^^^^^^^ weekday
- 👩‍👩‍👧 Wednesday 2026-03-18
`,
    )
  })

  test('in headings, tables, quotes and links, not in code, comments and addresses', () => {
    check(
      `
# Friday 2026-03-04
  ^^^^^^^^^^^^^^^^^ weekday

| Day |
| --- |
| Friday 2026-03-18 |
  ^^^^^^^^^^^^^^^^^ weekday

> Friday 2026-03-18
  ^^^^^^^^^^^^^^^^^ weekday

[Friday](https://example.org/Friday-2026-03-18)

\`Friday 2026-03-18\` <!-- Friday 2026-03-18 --> {{ Friday 2026-03-18 }}

    Friday 2026-03-18
`,
    )
  })

  test('in bold', () => {
    check(`
- **Friday** 2026-03-18, *Friday*, 2026-03-18, **Friday 2026-03-18**
    ^^^^^^^^^^^^^^^^^^^ weekday: 2026-03-18 is a Wednesday, but Friday is written here.
                          ^^^^^^^^^^^^^^^^^^^ weekday
                                                 ^^^^^^^^^^^^^^^^^ weekday
- Friday **2026-03-18**, __Friday,__ the 18 March
  ^^^^^^^^^^^^^^^^^^^ weekday
                           ^^^^^^^^^^^^^^^^^^^^^^ weekday: 18 March 2026
- **2026-03-18** (Friday), 2026-03-18 (**Friday**)
    ^^^^^^^^^^^^^^^^^^^^ weekday
                           ^^^^^^^^^^^^^^^^^^^^ weekday
- **Wednesday** 2026-03-18, *Wed* **18 March**, **Mon**–**Wed** 2026-03-(16-18), **Mon-Wed** 16-18 March
- **We deploy on Friday.** 2026-03-05 is too early; **Friday:** 2026-03-05; **Friday** – 2026-03-05
- on **Friday**. 2026-03-05
`)
    checkFix('- **Friday** 2026-03-18\n', '- **Wednesday** 2026-03-18\n')
  })

  test('in front matter', () => {
    check(`---
title: Minutes of Tuesday, March 4th
                  ^^^^^^^^^^^^^^^^^^ weekday: March 4th 2026 is a Wednesday, but Tuesday is written here.
meeting_time: Friday 2026-03-04 17:00 UTC
              ^^^^^^^^^^^^^^^^^ weekday: 2026-03-04 is a Wednesday, but Friday is written here.
note: Friday 2026-03-04
---
`)
    checkFix(
      '---\nmeeting_time: "Fri 2026-03-04 17:00 UTC"\n---\n',
      '---\nmeeting_time: "Wed 2026-03-04 17:00 UTC"\n---\n',
    )
  })

  test('half a date, and a day that does not exist, are not its matter', () => {
    check('- Friday 2026-03\n- Friday 2026-03-1\n- Friday\n- Frid\n- Friday 18 M\n')
  })

  test('the weekday is changed, or the date where the group meets on that weekday', () => {
    checkFix('- Friday 2026-03-18\n', '- Wednesday 2026-03-18\n')
    checkFix('- Fri 18 Mar 2026\n', '- Wed 18 Mar 2026\n')
    checkFix('- Wednesday 2026-03-19\n', '- Wednesday 2026-03-18\n')
    checkFix('- Wednesday March 20th\n', '- Wednesday March 18th\n')
    checkFix('- Friday 2026-03-18\n', '- Friday 2026-03-20\n', 'Change "2026-03-18" to "2026-03-20"')
  })
})

import { describe, expect, test } from 'vitest'
import { check, checkFix, findingsOf, subjectsOf } from './check.ts'

const PAGE = '<!-- file: meetings/README.md -->\n'
const minutes = (...days: string[]) =>
  days.map((day) => `<!-- file: meetings/harbour-minutes-${day}.md -->\n# Minutes\n`).join('')
const held = (day: string, next: string) =>
  `<!-- file: meetings/harbour-minutes-${day}.md -->\n- Present: @maren, @tolga\n- Next meeting is on ${next}\n`
const entry = (day: string, label = day) => `- [${label}](harbour-minutes-${day}.md)\n`

const winter = minutes('2026-01-07', '2026-01-21', '2026-02-04', '2026-02-18')

describe('a meeting that is not listed', () => {
  test('is missed beside its neighbour', () => {
    check(`${winter}${PAGE}
- [2026-01-07](harbour-minutes-2026-01-07.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ index: This page does not list the minutes of 2026-01-21.
- [2026-02-04](harbour-minutes-2026-02-04.md)
- [2026-02-18](harbour-minutes-2026-02-18.md)
`)
  })

  test('is a hint when it is newer than all that are', () => {
    check(`${winter}${PAGE}
- [2026-01-21](harbour-minutes-2026-01-21.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ index (hint): This page does not list the 2 minutes of 2026-02-04, 2026-02-18.
- [2026-01-07](harbour-minutes-2026-01-07.md)
`)
  })

  test('is not missed when it is older than all that are, or the page is a selection', () => {
    check(`${winter}${PAGE}${entry('2026-02-04')}${entry('2026-02-18')}`)
    check(`${winter}${minutes('2026-02-11', '2026-01-28')}${PAGE}${entry('2026-01-07')}${entry('2026-02-18')}`)
  })

  test('is listed without a link, in a table, or by an address of the site', () => {
    check(`${winter}${PAGE}
- [2026-01-07](harbour-minutes-2026-01-07.md)
- 21 January 2026 (see the board’s)
- [2026-02-18](harbour-minutes-2026-02-18.md)

The [rest](https://example.org/minutes/2026-02-04/) is on the site.
`)
    check(`${winter}${PAGE}
| Day | Minutes |
| --- | --- |
| 2026-01-07 | [text](harbour-minutes-2026-01-07.md) |
| 2026-02-18 | [text](harbour-minutes-2026-02-18.md) |
`)
  })

  test.each([
    ['oldest first', ['2026-01-07', '2026-02-18'], ['2026-01-07', '2026-01-21', '2026-02-04', '2026-02-18']],
    ['newest first', ['2026-02-18', '2026-01-07'], ['2026-02-18', '2026-02-04', '2026-01-21', '2026-01-07']],
  ])('is added in its place, %s', (_, before, after) => {
    // More than two of five would be a selection.
    const more = ['2026-01-14', '2026-02-11'].sort((a, b) => (before[0] === '2026-01-07' ? 1 : -1) * (a < b ? -1 : 1))
    const all = (days: readonly string[]) => days.map((day) => entry(day)).join('')
    const [first, last] = before as [string, string]
    const rest = after.slice(1, -1)
    const wanted = [...rest, ...more].sort((a, b) => (first < last ? 1 : -1) * (a < b ? -1 : 1))
    checkFix(winter + minutes(...more) + PAGE + all([first, ...more, last]), all([first, ...wanted, last]))
  })

  test('is added in the form of its neighbours', () => {
    const fixed = (before: string, after: string) => checkFix(`${winter}${PAGE}${before}`, after)
    fixed(
      '* Wed, 7 Jan: [minutes](./harbour-minutes-2026-01-07.md) – a storm\n* Wed, 4 Feb: [minutes](./harbour-minutes-2026-02-04.md)\n',
      '* Wed, 7 Jan: [minutes](./harbour-minutes-2026-01-07.md) – a storm\n* Wed, 21 Jan: [minutes](./harbour-minutes-2026-01-21.md)\n* Wed, 4 Feb: [minutes](./harbour-minutes-2026-02-04.md)\n',
    )
    fixed(
      '  - [ ] [harbour-minutes-2026-02-04.md](harbour-minutes-2026-02-04.md)\n    - a storm\n  - [ ] [harbour-minutes-2026-01-07.md](harbour-minutes-2026-01-07.md)',
      '  - [ ] [harbour-minutes-2026-02-04.md](harbour-minutes-2026-02-04.md)\n    - a storm\n  - [ ] [harbour-minutes-2026-01-21.md](harbour-minutes-2026-01-21.md)\n  - [ ] [harbour-minutes-2026-01-07.md](harbour-minutes-2026-01-07.md)',
    )
  })

  test('has no entry made for it where entries say more than the day', () => {
    for (const labels of [
      ['No. 12 of 2026-01-07', 'No. 14 of 2026-02-04'],
      ['Storms', 'Cranes'],
    ]) {
      const [finding] = subjectsOf([
        ...['01-07', '01-21', '02-04'].map((day) => ({ path: `meetings/harbour-minutes-2026-${day}.md`, text: '' })),
        { path: 'meetings/README.md', text: entry('2026-01-07', labels[0]) + entry('2026-02-04', labels[1]) },
      ]).flatMap(findingsOf)
      expect([finding?.rule, finding?.fixes]).toEqual(['index', []])
    }
  })

  const years = minutes('2025-11-26', '2025-12-10', '2026-01-07', '2026-01-21')
  test('is added to the list of its year', () => {
    checkFix(
      `${years}${minutes('2026-02-04')}${PAGE}## 2026\n\n${entry('2026-02-04')}${entry('2026-01-07')}\n## 2025\n\n${entry('2025-11-26')}${entry('2025-12-10')}`,
      `## 2026\n\n${entry('2026-02-04')}${entry('2026-01-21')}${entry('2026-01-07')}\n## 2025\n\n${entry('2025-11-26')}${entry('2025-12-10')}`,
    )
    checkFix(
      `${years}${PAGE}## 2026\n\n${entry('2026-01-21')}${entry('2026-01-07')}\n## 2025\n\n${entry('2025-11-26')}`,
      `## 2026\n\n${entry('2026-01-21')}${entry('2026-01-07')}\n## 2025\n\n${entry('2025-12-10')}${entry('2025-11-26')}`,
    )
  })

  test('begins the list of its year', () => {
    checkFix(
      `${years}${PAGE}## Year 2025\n${entry('2025-12-10')}${entry('2025-11-26')}`,
      `## Year 2026\n${entry('2026-01-21')}${entry('2026-01-07')}\n## Year 2025\n${entry('2025-12-10')}${entry('2025-11-26')}`,
    )
    checkFix(
      `${years}${PAGE}## Year 2025\n${entry('2025-11-26')}${entry('2025-12-10')}`,
      `## Year 2025\n${entry('2025-11-26')}${entry('2025-12-10').trimEnd()}\n\n## Year 2026\n${entry('2026-01-07')}${entry('2026-01-21')}`,
    )
  })
})

describe('an entry', () => {
  test('has the day of its file', () => {
    check(`${winter}${PAGE}
- [2026-01-07](harbour-minutes-2026-01-07.md)
- [2026-01-20: the storm](harbour-minutes-2026-01-21.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ index: The label says 2026-01-20, but the link leads to "harbour-minutes-2026-01-21.md".
- [4 Feb](harbour-minutes-2026-02-04.md)
- [18 February](harbour-minutes-2026-02-18.md)
`)
    checkFix(
      `${winter}${PAGE}${entry('2026-01-21', '2026-01-20')}${entry('2026-02-04')}${entry('2026-02-18')}`,
      `${entry('2026-01-21')}${entry('2026-02-04')}${entry('2026-02-18')}`,
    )
    checkFix(
      `${winter}${PAGE}${entry('2026-01-07')}${entry('2026-01-07', '2026-01-21')}${entry('2026-02-04')}`,
      `${entry('2026-01-07')}${entry('2026-01-21')}${entry('2026-02-04')}`,
    )
    // The file of the label has its entry already.
    checkFix(
      `${winter}${PAGE}${entry('2026-01-07')}${entry('2026-01-21', '2026-01-07')}${entry('2026-02-04')}`,
      `${entry('2026-01-07')}${entry('2026-01-21')}${entry('2026-02-04')}`,
    )
  })

  test('stands once in its list', () => {
    check(`${winter}${PAGE}
The last: [2026-02-18](harbour-minutes-2026-02-18.md)

- [2026-01-21](harbour-minutes-2026-01-21.md)
- [2026-02-04](harbour-minutes-2026-02-04.md)
- [2026-02-04](./harbour-minutes-2026-02-04.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ index: The minutes of 2026-02-04 are in this list already.
- [2026-02-18](harbour-minutes-2026-02-18.md)
`)
    checkFix(
      `${winter}${PAGE}${entry('2026-02-04')}${entry('2026-02-04')}${entry('2026-02-18')}`,
      `${entry('2026-02-04')}${entry('2026-02-18')}`,
    )
  })
})

describe('the next meeting', () => {
  const list = entry('2026-02-18') + entry('2026-03-04')
  const called = held('2026-02-18', '2026-03-04') + held('2026-03-04', 'Wednesday 2026-03-18')

  test('has not been', () => {
    check(`${called}${PAGE}---
next_meeting_time: 2026-03-04 17:00 UTC
                   ^^^^^^^^^^ index: The next meeting is announced for 2026-03-04, but there are minutes of 2026-03-04 already.
---

Next meeting: Wed, 4 March at 17:00 UTC
              ^^^^^^^^^^^^ index: The next meeting is announced for 4 March

${list}`)
  })

  test('is the one that the last minutes call', () => {
    check(`${called}${PAGE}---
next_meeting_time: March 11th 2026 17:00 UTC
                   ^^^^^^^^^^^^^^^ index: The next meeting is announced for March 11th 2026; the minutes of 2026-03-04 call it for 2026-03-18.
---

${list}`)
    checkFix(
      `${called}${PAGE}---\nnext_meeting_time: March 4th 2026 17:00 UTC\n---\n\n${list}`,
      `---\nnext_meeting_time: March 18th 2026 17:00 UTC\n---\n\n${list}`,
    )
    checkFix(`${called}${PAGE}${list}\nNext meeting: Friday, March 6\n`, `${list}\nNext meeting: Wednesday, March 18\n`)
  })

  test('may be later than called for', () => {
    check(`${called}${PAGE}---\nnext_meeting_time: 2026-04-01 17:00 UTC\n---\n\n${list}`)
    check(`${called}${PAGE}${list}\nNext meeting: 1 April\n`)
  })

  test('is not over when its agenda is written', () => {
    const agenda =
      '<!-- file: meetings/harbour-minutes-2026-03-18.md -->\n- Present:\n- Next meeting is on 2026-04-01\n'
    check(`${called}${agenda}${PAGE}---
next_meeting_time: 2026-03-18 17:00 UTC
---

- [2026-02-18](harbour-minutes-2026-02-18.md)
- [2026-03-04](harbour-minutes-2026-03-04.md)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ index (hint): This page does not list the minutes of 2026-03-18.
`)
  })

  test('of several is one that is to come', () => {
    check(`${called}${PAGE}${list}\n## Next meeting\n\n2026-03-04, 2026-03-18, 2026-04-01\n`)
  })
})

test('pages that list no minutes have none to miss', () => {
  check(
    `${winter}<!-- file: meetings/crane.md -->\nNext meeting: 2026-01-07, see [here](harbour-minutes-2026-01-07.md)\n`,
  )
})

import { describe, expect, test } from 'vitest'
import { check, checkFix, filesOf, findingsOf, subjectsOf } from './check.ts'

/** Two meetings of a group that writes ISO dates and colons. */
const BEFORE = `<!-- file: meetings/quay-2026-02-04.md -->
# Quay minutes 2026-02-04

- 2026-02-04 17:00 UTC, to 18:00 UTC
- Next meeting 2026-02-18 17:00 UTC
<!-- file: meetings/quay-2026-02-18.md -->
# Quay minutes 2026-02-18

- 2026-02-18 17:00 UTC, to 18:00 UTC
- Next meeting 2026-03-04 17:00 UTC
`
const NOW = '<!-- file: meetings/quay-2026-03-04.md -->\n'

describe('date-format', () => {
  test('the day first where the group writes otherwise', () => {
    check(`${BEFORE}${NOW}
# Quay minutes 2026-03-04

- Next meeting 18-03-2026
               ^^^^^^^^^^ date-format: 18-03-2026 is written otherwise than the group’s other dates.
`)
    check(`${BEFORE}${NOW}
# Quay minutes 2026-03-04

- Next meeting 04-05-2026
               ^^^^^^^^^^ date-format: 04-05-2026 may be 5 April or 4 May.
`)
  })

  test('where it is the habit, or nothing is known of habits, it is fine', () => {
    check('# Minutes\n\n- 18-03-2026, 25-03-2026, 16-03-2026, 1700 UTC, 18.00 UTC\n')
    check(`${BEFORE}${NOW}
# Quay minutes

- 04-03-2026, 18-03-2026, 25-03-2026, 31-03-2026, 2026-03-04
`)
  })

  test('the fix is the usual form', () => {
    const fixed = (line: string) => `# Quay minutes 2026-03-04\n\n- ${line}\n`
    const from = (line: string) => `${BEFORE}${NOW}${fixed(line)}`
    checkFix(from('Fair 18-03-2026'), fixed('Fair 2026-03-18'))
    checkFix(from('Fair 03-18-2026'), fixed('Fair 2026-03-18'))
    checkFix(from('Fair 04-05-2026'), fixed('Fair 2026-04-05'))
    checkFix(from('Fair 04-05-2026'), fixed('Fair 2026-05-04'), 'Change to "2026-05-04"')
    checkFix(
      '# Minutes\n\n- March 4, 2026; March 5, 2026; March 6, 2026; March 9; 18-03-2026\n',
      '# Minutes\n\n- March 4, 2026; March 5, 2026; March 6, 2026; March 9; March 18, 2026\n',
    )
    checkFix(
      '# Minutes\n\n- 4 March 2026; 5 March 2026; 6 March 2026; 9 March; 18-03-2026\n',
      '# Minutes\n\n- 4 March 2026; 5 March 2026; 6 March 2026; 9 March; 18 March 2026\n',
    )
    checkFix(from('at 1730 UTC'), fixed('at 17:30 UTC'))
    checkFix(from('at 17.30 CET'), fixed('at 17:30 CET'))
  })

  test('only what cannot change the meaning is safe', () => {
    const safe = (line: string) =>
      subjectsOf(filesOf(`${BEFORE}${NOW}# Quay minutes 2026-03-04\n\n- ${line}\n`))
        .flatMap((subject) => findingsOf(subject))
        .flatMap(({ fixes }) => fixes!.map((fix) => fix.safe === true))
    expect(safe('18-03-2026')).toEqual([true])
    expect(safe('04-05-2026')).toEqual([false, false])
    expect(safe('1730 UTC')).toEqual([true])
  })

  test('blanks between time and zone', () => {
    check(`
## 17:30  UTC – End
   ^^^^^^^^^^ date-format: There are 2 blanks between the time and its zone.

- 17:30\u00a0UTC, 17:30\u00a0 UTC, 17:30 UTC, 17:30 and more
             ^^^^^^^^^^ date-format
                  ^ invisible-character (hint)

| 17:30   UTC |
| ----------- |
`)
    checkFix('## 17:30  UTC – End\n', '## 17:30 UTC – End\n')
  })

  test('the year twice', () => {
    check(`
- Fair 26 October 2026 2026
       ^^^^^^^^^^^^^^^^^^^^ date-format: "26 October 2026 2026" has the year twice.
- Fair (2026-03-18, 2026), 2026-03-18 2026-03-19, 2026-03-18 2025, 2026-03-18 2026 edition, 2026-03-18 20:26
        ^^^^^^^^^^^^^^^^ date-format
- Tide Days 2026 2026-03-18 (18 Mar 2026)
`)
    checkFix(
      '- Fair 2026-03-18 2026 in Oslo, 26 October 2026 2026.\n',
      '- Fair 2026-03-18 2026 in Oslo, 26 October 2026.\n',
    )
  })

  test('years that look like times', () => {
    check(`${BEFORE}${NOW}
# Quay minutes 2026-03-04

- the clock begins January 1, 1970 UTC; v17.30 is out; 9am Pacific
`)
    check(`${BEFORE}${NOW}
# Quay minutes 2026-03-04

- 2000 UTC
  ^^^^ date-format: 2000 is written otherwise than the group’s other times.
`)
  })

  test('half-typed', () => {
    check(`${BEFORE}${NOW}# Quay minutes 2026-03-04\n\n- 18-\n- 18-03\n- 18-03-20\n- 17\n- 170\n- 17:30 U\n`)
  })
})

import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('date-invalid', () => {
  test('days that do not exist', () => {
    check(
      `
- 2026-02-29, 2024-02-29, 2000-02-29, 1900-02-29
  ^^^^^^^^^^ date-invalid: There is no 2026-02-29: February 2026 has 28 days.
                                      ^^^^^^^^^^ date-invalid
- 31 April 2026, April 31, 2026, 31/04/2026, 31-04-2026
  ^^^^^^^^^^^^^ date-invalid: There is no 31 April 2026: April 2026 has 30 days.
                 ^^^^^^^^^^^^^^ date-invalid
                                             ^^^^^^^^^^ date-invalid
- 2026-13-01, 2026-00-10, 2026-03-00, 2026/02/30
  ^^^^^^^^^^ date-invalid: There is no 2026-13-01: a year has 12 months, not 13.
              ^^^^^^^^^^ date-invalid
                          ^^^^^^^^^^ date-invalid: There is no 2026-03-00: a month begins with day 1.
                                      ^^^^^^^^^^ date-invalid
- 29 February, February 29th and 29 Feb 2028 may be; 30 February may not
                                                     ^^^^^^^^^^^ date-invalid
- 28-31 June 2026
  ^^^^^^^^^^^^^^^ date-invalid
- Friday 31 June
         ^^^^^^^ date-invalid
- until April 31.
        ^^^^^^^^ date-invalid
`,
    )
  })

  test('hours that do not exist', () => {
    check(`
- 24:30 UTC, 17:75 CET, 13:00 pm Europe/Oslo, 24:00 UTC, 2460 UTC
  ^^^^^ date-invalid: There is no 24:30: a day ends at 24:00.
             ^^^^^ date-invalid: There is no 17:75: an hour has minutes 00 to 59.
                        ^^^^^^^^ date-invalid: There is no 13:00 pm: with am or pm the hours go from 1 to 12.
                                                         ^^^^ date-invalid
- 12:75, 61:90, 12:75 Paris, 98.87 MT, 0:30 am ET
`)
  })

  test('in the front matter', () => {
    check(
      `---
title: Minutes
meeting_time: 2026-02-30 25:00 UTC
              ^^^^^^^^^^ date-invalid
                         ^^^^^ date-invalid
---
`,
      'minutes.md',
    )
  })

  test('what only looks like a date', () => {
    check(`
- 2026.02.31, v2026-02-31, CVE-2026-02-31, 2026-02-31-rc1, a/2026-02-31/b, #2026-02-31
- 04-28-2016, 22-33-2044, 2023/24/25, 555-31-2020
- In March 45 came, in April 31 more; in February 30 %; all 31 April invoices
- May 4-40, 45 May tickets, Mar 75
- 31. April 2026, le 31 avril 2026, 31.04.2026, 2026-W60
`)
  })

  test('half-typed', () => {
    check('- 2026-02-3\n- 2026-02-\n- 2026-1\n- 31 Apri\n- 25: UTC\n')
  })

  test('month and day are swapped, or the last day of the month is written', () => {
    checkFix('- 2026-16-03 at noon\n', '- 2026-03-16 at noon\n')
    checkFix('- 31 April 2026\n', '- 30 April 2026\n')
    checkFix('- February 29th, 2026\n', '- February 28th, 2026\n')
  })
})

import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('date-year', () => {
  test('an event that lies months before the meeting, where a year later it lies ahead', () => {
    check(`
## Upcoming events

- Tide Days, 2025-04-14
             ^^^^^^^^^^ date-year: 2025-04-14 is announced, but lies 11 months before this meeting.
- Net Fest, 18-20 June 2025, and Quay Day, May 5th, 2025
            ^^^^^^^^^^^^^^^ date-year
                                           ^^^^^^^^^^^^^ date-year
- Pier Party 2025-06-(18-20) in Oslo
             ^^^^^^^^^^^^^^^ date-year
- Norway
  - Fjord Day 2025/05/01
              ^^^^^^^^^^ date-year

### Rope Meet, 2025-05-05
               ^^^^^^^^^^ date-year

| What | When |
| --- | --- |
| Pier Party | 2025-06-01 |
               ^^^^^^^^^^ date-year
`)
  })

  test('a range is one mistake', () => {
    check(`
## Events

- Tide Days, 2025-04-14 - 2025-04-16
             ^^^^^^^^^^^^^^^^^^^^^^^ date-year: 2025-04-14 - 2025-04-16 is announced
- Net Fest, 2026-04-14 … 2025-04-16
                         ^^^^^^^^^^ date-year
`)
    checkFix(
      '## Events\n\n- Tide Days, 2025-04-14 - 2025-04-16\n',
      '## Events\n\n- Tide Days, 2026-04-14 - 2026-04-16\n',
    )
    checkFix('## Events\n\n- 2025-04-(14-16): Tide Days\n', '## Events\n\n- 2026-04-(14-16): Tide Days\n')
    checkFix('## Events\n\n- April 14–16, 2025 Tide Days\n', '## Events\n\n- April 14–16, 2026 Tide Days\n')
  })

  test('around the turn of the year', () => {
    check(
      `
## Events

- Tide Days, 2026-12-30 to 2026-01-02
                           ^^^^^^^^^^ date-year
- Frost Fair 2026-01-20
             ^^^^^^^^^^ date-year: 2026-01-20 is announced, but lies 11 months before this meeting.
`,
      'minutes-2026-12-16.md',
    )
  })

  test('with "next" it is to come anywhere', () => {
    check(`
## Notes

- Next release: 2025-03-15, the next public release will be on **2025-04-01**
                ^^^^^^^^^^ date-year
                                                                 ^^^^^^^^^^ date-year
- Next meeting is 2025-03-18
                  ^^^^^^^^^^ date-year
- The next steps after 2025-04-01 are done, the next release was 2025-04-01, next week we look at 2025-04-01
- The crane broke 2025-04-01; the text of 2025-04-01 is next
`)
  })

  test('what is past, stale or told of is no slip', () => {
    check(`
# Harbour minutes 2026-03-04

## Upcoming events (list of 2025-04-01)

- [x] Tide Days 2025-04-14
- Tide Days 2025-04-14: @oda attended
- Tide Days 2025-04-14
  - @oda went
- Tide Days 2026-04-14
  - the last one was a success, see 2025-04-14
  - written about on 2025-04-14
- Tide Days, Monday 2025-04-14 (the weekday is right)
- Boat Fair 2026-02-20, Spring Fair 2025-10-01, Summer Fair 2025-08-15
- Founded 2016-04-01; 10 years on 2026-04-01
- Tide Days, date to be said; announced 2025-04-14, updated on 2025-05-01, last held 2025-04-14
- Rope Meet 2027-03-01
- 2025-05-01 the lease began; the budget year 2025-04-01–2026-03-31

## Past events

- Tide Days 2025-04-14

## Report from events

- Tide Days 2025-04-14
`)
  })

  test('minutes of several meetings in one file', () => {
    check(`
# 2026-03-04

- Next release: 2026-04-01

# 2025-03-05

- Next release: 2025-04-01
`)
  })

  test('half-typed, and days that do not exist a year later', () => {
    check('## Events\n\n- 2025\n- 2025-0\n- 2025-04-\n- Tide Days\n- 2024-02-29\n')
  })
})

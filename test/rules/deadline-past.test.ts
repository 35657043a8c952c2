import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('deadline-past', () => {
  test('each way to state a deadline', () => {
    check(`
# Harbour minutes

- Tide Days: deadline March 1st
                      ^^^^^^^^^ deadline-past: The deadline March 1st had passed 3 days before this meeting.
- Tide Days ([CfP is open](https://example.org/cfp); Deadline: 2026-03-03)
                                                               ^^^^^^^^^^ deadline-past: The deadline 2026-03-03 had passed the day before this meeting.
- The deadline for the harbour grant is Friday Feb 27
                                               ^^^^^^ deadline-past
- Bill due 2026-03-01 → @oda, slides due 2026-03-31
           ^^^^^^^^^^ deadline-past
- Talk due **2026-03-01**, slides due by March 3rd, due date: 1 March
             ^^^^^^^^^^ deadline-past
                                         ^^^^^^^^^ deadline-past
                                                              ^^^^^^^ deadline-past
- Registration closes on March 1st, the vote ends 2026-02-27
                         ^^^^^^^^^ deadline-past
                                                  ^^^^^^^^^^ deadline-past
- CfP is open until 2026-03-01
                    ^^^^^^^^^^ deadline-past
- [ ] @oda: apply by Sunday, 1 March
                             ^^^^^^^ deadline-past

## CfP deadline 2026-03-01
                ^^^^^^^^^^ deadline-past
`)
  })

  test('what has not passed, or is no deadline', () => {
    check(`
- deadline 2026-03-04, deadline 2026-03-05, deadline Jan 7th 2027, deadline 5 December, deadline in 9 days, deadline TBA
- Due to 2026-03-01 being a holiday
- Pim is away until 2026-03-01; the fair ends 2026-03-01; the crane is open until 2026-03-31
- Tide Days 2026-03-01
- deadline 2019-03-01, deadline Jan 7th 2024
`)
  })

  test('what nobody waits for any more', () => {
    check(`
- [x] Tide Days (deadline 2026-03-01)
- [x] Fairs
  - Tide Days (deadline 2026-03-01)
- Tide Days (deadline 2026-03-01, passed)
- Tide Days (deadline 2026-03-01 extended)
- Tide Days (deadline 2026-03-01)
  - we missed it
- The deadline was 2026-03-01, we missed the deadline of 2026-03-01
- @oda submitted a talk; deadline 2026-03-01
- ~~deadline 2026-03-01~~
- ✅ deadline 2026-03-01
- Bill due 2026-02-28 – paid; rent is due by 1 March each year; forms due 1 March were received
- [ ] Bill (due: 2026-02-28, new due date 2026-03-31)
- [ ] Bill due 2026-02-28 (overdue)
- Deadline: 2026-02-28 → 2026-03-31
- Deadline 2026-02-28 -> Tuesday, 2026-03-31
- Deadline 2026-02-28 → verschoben auf 2026-03-31
- Deadline 2026-02-28, now 2026-03-31; report due 2026-02-28 (new: 2026-03-31)
- Deadline 2026-02-28, moved to 2026-03-31
- Deadline 2026-02-28, extended to 2026-03-31
- Applicants’ deadline 2026-02-28 is past
- Bill due 2026-02-28 (late); deadline 2026-02-28 is no longer on
- Registration of the domain expires 2026-02-28, or is open and valid until 2026-02-28
- Bill, which was due 2026-02-28; CfP open since 2026-02-28

> the deadline is 2026-03-01

| What | Due |
| --- | --- |
| Sand | due 2026-03-01 |
`)
  })

  test('minutes of several meetings in one file', () => {
    check(`
# 2026-03-04

- deadline 2026-04-01

# 2026-02-04

- deadline 2026-03-01
`)
  })

  test('it is noted that the deadline has passed', () => {
    checkFix('- Fair (CfP deadline 2026-03-01)\n', '- Fair (CfP deadline 2026-03-01, passed)\n')
    checkFix('- CfP deadline 2026-03-01 (Sunday)\n', '- CfP deadline 2026-03-01 (Sunday), passed\n')
    checkFix('- **Talk deadline March 1**\n', '- **Talk deadline March 1, passed**\n')
  })

  test('months ago, the year is the likelier slip; among events that is told by date-year', () => {
    checkFix('- CfP deadline 2025-04-01\n', '- CfP deadline 2026-04-01\n')
    checkFix('- CfP deadline 2025-04-01\n', '- CfP deadline 2025-04-01, passed\n', 'Note that it has passed')
    check(`
## Events

- Tide Days 2026-05-01 (CfP deadline 2025-04-01)
                                     ^^^^^^^^^^ date-year
`)
  })

  test('half-typed', () => {
    check('- deadline\n- deadline 2026-03\n- deadline: 1 M\n- due\n- until\n')
  })
})

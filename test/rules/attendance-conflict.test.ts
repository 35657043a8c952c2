import { describe, expect, test } from 'vitest'
import { check, checkFix, findingsOf, PATH, subjectsOf } from './check.ts'

describe('attendance-conflict', () => {
  test('in two lists, or twice in one', () => {
    check(`
## Attendees, absents & regrets

- Attendees
  - @maren, @tolgabek, @oda, @Maren
                             ^^^^^^ attendance-conflict: @Maren is listed twice as present.
- Regrets
  - @oda
    ^^^^ attendance-conflict: @oda is listed as present and as sending regrets.
- Absent: @tolgabek
          ^^^^^^^^^ attendance-conflict: @tolgabek is listed as present and as absent.
`)
  })

  test('people who are named by name', () => {
    check(`
**Present:** Maren Dahl, Tolga Bek, Kim

**Apologies:** Tolga Bek, Kim
               ^^^^^^^^^ attendance-conflict: Tolga Bek is listed as present and as sending regrets.
`)
  })

  test('chair or scribe who was not there', () => {
    check(`
## Welcome

- Meeting chair: @pim
                 ^^^^ attendance-conflict: @pim is the chair, but not listed as present.
- Meeting scribe: @ruth
                  ^^^^^ attendance-conflict: @ruth is the scribe, but listed as sending regrets.

## Attendees & regrets

- Attendees: @maren, @oda
- Regrets: @ruth
`)
  })

  test('chair or scribe without lists, with names, or partly there', () => {
    check('Chair: @pim\n')
    check('Chair: @pim\nPresent: Maren Dahl, Pim Oord\n')
    check('Chair: @pim\nScribe: …\nPresent: @maren\nPartly present: @pim\n')
    check('Chair: Pim\nScribe: (none)\nPresent: @maren\n')
  })

  test('nobody', () => {
    check(
      '## Attendance\n\n- Present: …\n- Regrets: (none)\n- Absent: none\n- Partly present: TBD, N/A\n- Absent: none\n',
    )
  })

  test('somebody who has a proxy may be there and away', () => {
    check('**Present:** @maren, @oda (by proxy: @maren)\n**Apologies:** @oda\n')
  })

  test('several meetings in one file', () => {
    check(`
## Attendees of the morning

- Attendees: @maren, @oda
- Regrets: @pim

## Attendees of the afternoon

- Attendees: @maren, @pim
- Regrets: @oda
`)
  })

  test('half-typed', () => {
    check('## Attendees\n\n- Attendees: @maren, @mar, @\n- Regrets: @\n- Regr\n')
  })

  test('somebody is taken out of a list, with the separator', () => {
    checkFix('Present: @maren, @oda, @maren\n', 'Present: @maren, @oda\n')
    checkFix('## Attendees\n\n- @maren\n- @oda\n- @maren\n', '## Attendees\n\n- @maren\n- @oda\n')
    checkFix('Present: @maren, @oda\nRegrets: @pim, @maren\n', 'Present: @maren, @oda\nRegrets: @pim\n')
    checkFix(
      'Present: @maren, @oda\nRegrets: @pim, @maren\n',
      'Present: @oda\nRegrets: @pim, @maren\n',
      'Remove @maren from those present',
    )
    checkFix('Chair: @pim\nPresent: @maren, @oda\n', 'Chair: @pim\nPresent: @maren, @oda, @pim\n')
    checkFix('Chair: @pim\n\n## Attendees\n\n- @maren\n', 'Chair: @pim\n\n## Attendees\n\n- @maren\n- @pim\n')
  })

  test('notes below a person who is taken out go below the other entry', () => {
    checkFix(
      '## Attendees\n\n- @maren\n- @oda\n- @maren\n  - came by boat\n- @pim\n',
      '## Attendees\n\n- @maren\n  - came by boat\n- @oda\n- @pim\n',
    )
    checkFix(
      '## Attendees\n\n- @maren\n- @oda\n- @maren\n  - came by boat',
      '## Attendees\n\n- @maren\n  - came by boat\n- @oda\n',
    )
  })

  test('several meetings without headings', () => {
    check(`
2026-02-18

Apologies: @oda
Present: @maren, @pim
Chair: @maren

2026-03-04

Apologies: @pim
Present: @oda, @ruth
Chair: @oda

2026-03-18

Apologies: @ruth
Present: @oda, @pim, @oda
                     ^^^^ attendance-conflict: @oda is listed twice as present.
`)
  })

  test('handles in remarks are no entries', () => {
    check(`
Present: @maren, @oda told @pim that the tide is late, Bo Ray (proxy: @ruth), @jana – for @per
Regrets: @ruth (told @maren), told @oda, @pim (via @jana), proxy: @maren
Absent: @per
`)
    check(`
Present: Ann Lee (@ann), chair @oda, and @pim, van der Berg @vdb, Bo (bo, @bo-ray)
Regrets: @ann, @oda, @pim, @vdb, @bo-ray
         ^^^^ attendance-conflict
               ^^^^ attendance-conflict
                     ^^^^ attendance-conflict
                           ^^^^ attendance-conflict
                                 ^^^^^^^ attendance-conflict
`)
  })

  test('who belongs to the group, beside who was there', () => {
    check('Members: @maren, @oda, @pim\nPresent: @maren, @oda\nAbsent: @pim\n')
    check('- Members: @maren, @oda, @pim\n- Regrets: @pim\n')
    check('- Absent members: @pim\n- Chair: @maren\n- Present members: @maren\n')
    check(`
- Voting members: @maren, @oda
- Observers: @pim, @oda
                   ^^^^ attendance-conflict: @oda is listed twice as present.
`)
  })

  test('who was to come, beside who came', () => {
    check('Invited: Maren Dahl, Tolga Bek\nPresent: Maren Dahl\nAbsent: Tolga Bek\n')
    check('## Attendance\n\n- Expected: @maren, @oda, @pim\n- Actual: @maren\n- Regrets: @oda, @pim\n')
    check('## Attendance\n\nInvited\n\n- Maren Dahl\n- Tolga Bek\n\nPresent\n\n- Maren Dahl\n\nAbsent\n\n- Tolga Bek\n')
    check('## Attendees\n\nThose not present were:\n\n- Tolga Bek\n\nPresent:\n\n- Maren Dahl\n\nRegrets: Tolga Bek\n')
    check(`
## Attendance

**Present**

- Maren Dahl
- Tolga Bek

**Excused**

- Tolga Bek
  ^^^^^^^^^ attendance-conflict: Tolga Bek is listed as present and as sending regrets.
`)
  })

  test('people in several parts', () => {
    check('## Attendees\n\n- Facilitator: @maren\n- Notes: @oda\n- Host: Tolga Bek\n- @maren\n- @oda\n- Tolga Bek\n')
    check(`
## Attendees

- Core: @maren, @oda
- Board (elected): @maren, Tolga Bek
- Non-voting: @pim, Tolga Bek
- Observers: @pim
- Guests: @pim
`)
    check('## Attendees\n\nBoard:\n\n- @maren\n- @oda\n\nStaff:\n\n- @oda\n')
    check('## Attendees\n\n- @maren\n- @oda\n- Observers: @oda\n')
    check('Chair: @maren\n\n## Attendees\n\nCore: @maren\n\nGuests: @oda\n')
    check(`
## Attendees

- Board: @maren, @oda, @maren
                       ^^^^^^ attendance-conflict: @maren is listed twice as present.
- Maren Dahl: @maren
- Oda Lie: @oda
- Oda Lie: @oda
           ^^^^ attendance-conflict: @oda is listed twice as present.
- Regrets: @maren
           ^^^^^^ attendance-conflict: @maren is listed as present and as sending regrets.
`)
  })

  test('several lists on a line', () => {
    check('Present: @maren, @tolgabek. Absent: @oda. Chair: @maren\n')
    check('**Present:** @maren, @oda | **Absent:** @pim | **Chair:** @maren | **Notes:** @oda\n')
    check('- Attendees: @maren, @oda\n  Notes: @oda\n')
    check(`
Attendees: @maren, @oda; Regrets: @oda, @pim
                                  ^^^^ attendance-conflict: @oda is listed as present and as sending regrets.
`)
  })

  test('a list in which people tick that they are there', () => {
    check('## Attendees\n\n- [x] @maren\n- [ ] @oda\n- [ ] @pim\n\nRegrets: @oda\n')
    check(`
## Attendees

- [x] @maren

Regrets: @maren
         ^^^^^^ attendance-conflict
`)
  })

  test('groups without a colon, and apologies for coming late', () => {
    check('## Attendees\n\nBoard\n- Ada Bloom\n- Ben Quill\n\nStaff\n- Ben Quill\n- Kim Lo\n')
    check('## Present\n\n- Ada Bloom\n\n## Apologies\n\n- Ada Bloom, for lateness\n')
  })

  test('lists without a colon', () => {
    check(`
## Attending

- @maren, @oda

- Regrets @oda
          ^^^^ attendance-conflict: @oda is listed as present and as sending regrets.

## Topics
`)
    check(`
- Attendees @maren, @oda
  - Regrets @maren
            ^^^^^^ attendance-conflict: @maren is listed as present and as sending regrets.
  - Partly attending @pim
`)
  })

  test('hundreds of lists take no time', () => {
    const names = Array.from({ length: 40 }, (_, at) => `@person-${at}`).join(', ')
    const text = `## Attendees\n\n${`- Observers: ${names}\n`.repeat(1500)}`
    const [subject] = subjectsOf([{ path: PATH, text }])
    const before = performance.now()
    findingsOf(subject!)
    expect(performance.now() - before).toBeLessThan(5000)
  })
})

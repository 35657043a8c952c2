import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('date-consistency', () => {
  test('an event, another meeting, and days among which the meeting is', () => {
    check('# Board 2026-03-04\n\n2026-04-11 17:00 UTC: spring fair\n')
    check('# Board 2026-03-04\n\n2026-04-11 17:00 UTC – next meeting\n')
    check('# Minutes of previous meeting 2026-02-04\n\n# Board 2026-03-04\n')
    check('# Board\n\nMinutes of previous meeting 2024-01-02 approved\n\nNext meeting: 2026-04-01 17:00 UTC\n')
    check('# Board\n\nDate: 2026-03-02 to 2026-03-06\n')
    check('# Board 2026-03-02 – 2026-03-06\n\nWhen: 2 March 2026 until 6 March 2026\n')
    check('# Board\n\nMeeting 2026-03-02 17:00 UTC to 2026-03-04 18:00 UTC\n')
    check(`
# Board

Date: 2026-03-05 to 2026-03-06
      ^^^^^^^^^^ date-consistency
`)
  })

  test('places that disagree about the day', () => {
    check(`---
title: Harbour Working Group 2025-03-04
                             ^^^^^^^^^^ date-consistency: The title says 2025-03-04, but the file name, meeting_time, the first heading and the agenda line say 2026-03-04.
meeting_time: 2026-03-04 17:00 UTC
---

# Minutes of March 4th, 2026

- Wednesday 2026-03-04 17:00 UTC (18:00 Europe/Oslo)

## Topics
- seen 2025-03-04 17:00 UTC
`)
  })

  test('a file named for another day than all that it says', () => {
    check(
      `---
title: Minutes 2026-03-04
               ^^^^^^^^^^ date-consistency: The file is named for 2026-03-05, but the title and the agenda line say 2026-03-04.
---

Date: 2026-03-04
`,
      'minutes-2026-03-05.md',
    )
  })

  test('a file that is not named for a day', () => {
    check('---\ntitle: Minutes 2026-03-04\n---\n\n# Minutes of 4 March 2026\n', 'minutes.md')
  })

  test.each(['minutes-20260304.md', '2026_03_04.md', '2026.03.04-minutes.md', 'a/2025-01-01/2026-03-04.md'])(
    'each spelling of a file name: %s',
    (path) => {
      check(
        `
# Minutes 2026-03-05
          ^^^^^^^^^^ date-consistency

Date: 2026-03-04
`,
        path,
      )
    },
  )

  test('places that disagree about the hour', () => {
    check(`---
meeting_time: 2026-03-04 17:00 UTC
---

- Wednesday 2026-03-04 @ 16:00 UTC on Jitsi
                         ^^^^^ date-consistency: The agenda line says 16:00 UTC, but meeting_time says 17:00 UTC.

## 17:04 UTC - Meeting start
`)
  })

  test('a late start is none of its matter, an hour apart is', () => {
    check(`---
meeting_time: 2026-03-04 17:00 UTC
---

## 17:44 UTC - Meeting start
`)
    check(`---
meeting_time: 2026-03-04 17:00 UTC
---

## 18:02 UTC - Meeting start
   ^^^^^ date-consistency: The start heading says 18:02 UTC, but meeting_time says 17:00 UTC.
`)
    check('---\nmeeting_time: 2026-03-04 23:50 UTC\n---\n\n## 00:02 UTC - Meeting start\n')
  })

  test('half-typed', () => {
    check('---\ntitle: Minutes 2026-03-0\nmeeting_time: 2026-03-\n---\n\n- Wednesday 2026\n')
  })

  test('the odd one is changed, in its own spelling', () => {
    checkFix('# Minutes of March 5th, 2026\n\nDate: 2026-03-04\n', '# Minutes of March 4th, 2026\n\nDate: 2026-03-04\n')
    checkFix(
      '---\nmeeting_time: 2026-03-04 17:00 UTC\n---\n\nDate: 2026-03-04 4pm UTC\n',
      '---\nmeeting_time: 2026-03-04 17:00 UTC\n---\n\nDate: 2026-03-04 5pm UTC\n',
      'Change to 17:00',
    )
  })
})

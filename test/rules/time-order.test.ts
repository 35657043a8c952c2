import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('time-order', () => {
  test('what was put off, taken up again, or is of another hour or day', () => {
    check(`
# 2026-03-04

## 17:00 UTC – Start

## 17:20 UTC – Roof

## 17:10 UTC – Boats (postponed)

## 17:05 UTC – Crane (continued)

## 17:15 UTC – Boats (resumed)

## 17:18 UTC – Deadline for motions

## (16:00) Early walk

## 17:25 UTC – Cranes

## 16:30 UTC – Thursday, walk
`)
    check('- Started: 17:00\n- Ended: 16:30 on 5 March\n')
    check('- Started: 17:00\n- Ended: 16:30 tomorrow\n')
    check('- Meeting: 10:00-9:30 next day\n- Office hours: from 9:00-5:00 and from 08:30 to 4:30\n')
    check(`
- Meeting: 10:00-9:30
           ^^^^^^^^^^ time-order
`)
  })

  test('headings that go backwards, an end before the start', () => {
    check(`
# Harbour minutes 2026-03-04

## 16:30 UTC – Pre-meeting

## 17:05 UTC – Meeting start

### 17:20 Sand

### 17:10 Rope
    ^^^^^ time-order: This heading says 17:10, behind one that says 17:20.

## Any other business

## 16:59 UTC – Meeting end
   ^^^^^ time-order: The meeting ends at 16:59, before its start at 17:05.

## 17:30 UTC – End
`)
  })

  test('lines that say it', () => {
    check(`
- Call to order: 7:02 PM ET
- Adjourned: 6:45 PM ET
             ^^^^^^^ time-order: The meeting ends at 18:45, before its start at 19:02.

**Meeting started** at 17:05

The meeting was adjourned at 16:50
                             ^^^^^ time-order
`)
  })

  test('ranges', () => {
    check(`
Time: 19:00 to 18:45
      ^^^^^^^^^^^^^^ time-order: 19:00 to 18:45 ends before it starts.

- 17:00–16:00 UTC
  ^^^^^^^^^^^ time-order
- 16:00–17:00 UTC, 22:00–00:30 UTC, 11:30–1:15, Time: 7:30–8:30 pm, Acts 2:38-1:10, score 17:00–16:00
- 17:00 UTC – 13:00 EDT
`)
    checkFix('- 17:00–16:00 UTC\n', '- 16:00–17:00 UTC\n')
  })

  test('around midnight, on a clock of twelve hours, in another zone', () => {
    check('## 23:30 UTC – Meeting start\n\n## 00:20 UTC – Meeting end\n')
    check('## 11:45 Meeting start\n\n## 12:30 Sand\n\n## 1:15 Meeting end\n')
    check('## 17:00 UTC – Meeting start\n\n## 12:50 EST – Meeting end\n')
  })

  test('each meeting, day and room has its own order', () => {
    check(`
# Calls

## 2026-03-04

### 18:00 Start

### 19:00 End

## 2026-02-18

### 17:00 Start

### 18:00 End

### 17:30 Pre-meeting

### 17:45 Start
`)
    check('# Fair\n\n## Pier\n\n### 10:00 Sand\n\n## Quay\n\n### 09:00 Rope\n')
    check('# Fair\n\n## Day 1\n\n## 10:00 Sand\n\n## Day 2\n\n## 09:00 Rope\n')
  })

  test('an hour more is offered where all is in order then', () => {
    checkFix(
      '## 17:05 UTC – Meeting start\n\n## 16:59 UTC – Meeting end\n',
      '## 17:05 UTC – Meeting start\n\n## 17:59 UTC – Meeting end\n',
    )
  })

  const whole = (day: string) => `<!-- file: quay-${day}.md -->
# Quay minutes ${day}

## 17:00 UTC – Meeting start

## 18:00 UTC – Meeting end
`
  const others = ['2026-01-07', '2026-01-21', '2026-02-04'].map(whole).join('')

  test('one of the two headings without the other, where the group writes both', () => {
    check(`${others}<!-- file: quay-2026-02-18.md -->
# Quay minutes 2026-02-18

## 18:00 UTC – Meeting end
   ^^^^^^^^^^^^^^^^^^^^^^^ time-order (hint): There is no heading for the start of the meeting.
<!-- file: quay-2026-01-14.md -->
# Quay minutes 2026-01-14

## 17:00 UTC – Meeting start
   ^^^^^^^^^^^^^^^^^^^^^^^^^ time-order (hint): There is no heading for the end of the meeting.
`)
  })

  test('while the meeting goes on, or where others do without, nothing is missing', () => {
    check(`${others}<!-- file: quay-2026-02-18.md -->
# Quay minutes 2026-02-18

## 17:00 UTC – Meeting start
`)
    check(`${whole('2026-01-07')}<!-- file: quay-2026-01-14.md -->
# Quay minutes 2026-01-14

## 17:00 UTC – Meeting start
${whole('2026-01-21')}`)
    check(`${others}<!-- file: quay-2026-01-14.md -->
# Quay minutes 2026-01-14

## 17:00 UTC – Meeting start

Meeting ended 18:00 UTC
`)
  })

  test('half-typed', () => {
    check('## 17:05 UTC – Meeting start\n\n## 1\n\n## 16:\n\n## 16:5\n\n## 17:40-\n')
  })
})

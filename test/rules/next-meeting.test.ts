import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

const at = (day: string, ...lines: string[]) =>
  [`<!-- file: quay-${day}.md -->`, `# Quay minutes ${day}`, '', ...lines, ''].join('\n')
const line = (text: string) => `- Next meeting is ${text}`

describe('next-meeting', () => {
  test('not ahead of this meeting', () => {
    check(`
## Next meeting

- 2026-03-04 @ 17:00 UTC
  ^^^^^^^^^^ next-meeting: The next meeting is announced for 2026-03-04, the day of this one.
`)
    check(`
- Next meeting: Wednesday 2026-02-18
                          ^^^^^^^^^^ next-meeting: The next meeting is announced for 2026-02-18, 14 days before this one.
`)
    check(`
- Next meeting will be February 18 (Wednesday)
                       ^^^^^^^^^^^ next-meeting
`)
  })

  test('months before it is told by date-year', () => {
    check(`
- Next meeting: 2025-03-18
                ^^^^^^^^^^ date-year
`)
  })

  test('ahead, unsettled or another’s', () => {
    check('- Next meeting: 2026-03-18\n')
    check('- Next meeting: March 18\n')
    check('- Next meeting: January 2\n')
    check('- Next meeting: TBD\n')
    check('## Next meeting\n\n- the last meeting was 2026-02-18, the next is 2026-03-18\n')
    check('## Next meeting\n\n- 2026-02-18 is when we met before\n- 2026-03-18\n')
    check('- We table it till the next meeting\n')
  })

  test('the next minutes are of another day', () => {
    check(
      at(
        '2026-03-04',
        line('Wednesday 2026-03-18'),
        '                            ^^^^^^^^^^ next-meeting: The next meeting is announced for 2026-03-18, but its minutes are of 2026-03-19.',
      ) + at('2026-03-19'),
    )
    check(
      at('2026-02-18') +
        at('2026-03-04', line('March 18'), '                  ^^^^^^^^ next-meeting') +
        at('2026-03-11') +
        at('2026-03-25'),
    )
  })

  test('what may be a gap in the book is a hint at most', () => {
    check(
      at(
        '2026-03-04',
        line('2026-03-18'),
        '                  ^^^^^^^^^^ next-meeting (hint): The next meeting is announced for 2026-03-18, but there are no minutes of it',
      ) + at('2026-04-01'),
    )
    check(at('2026-03-04', line('2026-03-18')) + at('2026-04-15'))
  })

  test('minutes of the day announced, none later, a remark, another series', () => {
    check(at('2026-03-04', line('2026-03-18')) + at('2026-03-18'))
    check(at('2026-03-04', line('2026-03-18')) + at('2026-03-11'))
    check(at('2026-03-04', line('2026-03-18 (moved to 2026-03-19)')) + at('2026-03-19'))
    check(at('2026-03-04', line('2026-03-18 or 2026-03-19')) + at('2026-03-19'))
    check(at('2026-03-04', line('2026-03-18 21:30 UTC')) + at('2026-03-19'))
    check(`${at('2026-03-04', line('2026-03-18'))}<!-- file: crane-2026-03-20.md -->\n# Crane crew\n`)
  })

  test('the date is changed to that of the next minutes, with its weekday, or else by the cadence', () => {
    const fixed = (text: string) => at('2026-03-04', line(text)).replace(/^.*\n/, '')
    checkFix(at('2026-03-19') + at('2026-03-04', line('Wednesday 2026-03-18')), fixed('Thursday 2026-03-19'))
    checkFix(at('2026-03-19') + at('2026-03-04', line('Wed Feb 18th')), fixed('Thu Mar 19th'))
    const before = at('2026-01-21') + at('2026-02-04') + at('2026-02-18')
    checkFix(before + at('2026-03-04', line('2026-03-04')), fixed('2026-03-18'))
  })

  const others = ['2026-01-21', '2026-02-04', '2026-02-18'].map((day) => at(day, line('2026-06-01'))).join('')

  test('missing where most near it have one', () => {
    check(others + at('2026-03-04', '- All is well', '  ^^^^^^^^^^^ next-meeting (hint)'))
    const roles = ['## Next chair and scribe', '   ^^^^^^^^^^^^^^^^^^^^^ next-meeting (hint)', '', '- TBD']
    check(others + at('2026-03-04', ...roles))
    check(others + at('2026-03-04', '## Next meeting'))
    check(others + at('2026-03-04', '- Next online meeting is at the fair'))
    check(others + at('2026-03-04', '- There is no next meeting on our list'))
    check(at('2026-01-21', line('2026-06-01')) + at('2026-02-04') + at('2026-02-18') + at('2026-03-04'))
  })

  test('minutes of several meetings in one file', () => {
    check('# 2026-03-04\n\n- Next meeting: 2026-03-18\n\n# 2026-02-18\n\n- Next meeting: 2026-03-04\n')
  })
})

import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

const ON = '<!-- file: minutebook.yml -->\nrules:\n  speaker-not-present: warning\n'
const file = (text: string, day = '2026-03-04') => `<!-- file: meetings/minutes-${day}.md -->\n${text}`
const HERE = '## Attendees\n\n- Present: @maren, @tolgabek\n- Regrets: @pim\n\n## Lamps\n\n'

describe('speaker-not-present', () => {
  test('somebody who speaks and is in no list', () => {
    check(
      ON +
        file(`${HERE}- @maren: two are broken
- @oda - three
  ^^^^ speaker-not-present (warning): @oda speaks here, but is in no list of who was there.
- @oda - four
- **@ruth**: none
    ^^^^^ speaker-not-present (warning)
- @pim – wrote a letter
`),
    )
  })

  test('who only is spoken of', () => {
    check(
      ON +
        file(
          `${HERE}- @oda will count\n- [ ] @oda - count\n- @oda\n- @oda, @ruth - count\n- @oda-lamps.example\n- ask @oda: how many\n`,
        ),
    )
  })

  test('what the previous minutes say already', () => {
    check(
      ON +
        file('## Attendees\n\n- @maren, @oda\n\n## Lamps\n\n- @oda - three\n', '2026-02-18') +
        file(`${HERE}- @oda - three\n`),
    )
  })

  test('lists of names, and no list at all', () => {
    check(ON + file('## Attendees\n\n- Maren Dahl\n- Tolga Bek\n\n## Lamps\n\n- @oda: three\n'))
    check(ON + file('## Lamps\n\n- @oda: three\n'))
    check(ON + file('Present:\n\n## Lamps\n\n- @oda: three\n'))
  })

  test('by another handle, by a role', () => {
    check(
      `<!-- file: minutebook.yml -->
rules:
  speaker-not-present: warning
  handle-alias: off
  attendance-conflict: off
people:
  handles:
    tolgabek: { aliases: [tolga] }
  pseudo: [all]
${file(`## Welcome\n\n- Chair: @oda\n\n${HERE}- @tolga: three\n- @all: hello\n`)}`,
    )
  })

  test('off by default', () => {
    check(`${HERE}- @oda: three\n`)
  })

  test('they are added to the list', () => {
    checkFix(`${ON}${file(`${HERE}- @oda: three\n`)}`, `${HERE.replace('@tolgabek', '@tolgabek, @oda')}- @oda: three\n`)
    checkFix(
      `${ON}${file('## Attendees\n\n- @maren\n- @tolgabek\n\n## Lamps\n\n- @oda: three\n')}`,
      '## Attendees\n\n- @maren\n- @tolgabek\n- @oda\n\n## Lamps\n\n- @oda: three\n',
    )
  })
})

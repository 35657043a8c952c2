import { describe, expect, test } from 'vitest'
import { check, checkFix, findingsOf, subjectsOf } from './check.ts'

const REQUIRED = '<!-- file: minutebook.yml -->\nsections:\n  required: [Attendees, Decisions, Next meeting]\n'
const PATH = 'meetings/minutes-2026-03-04.md'
const file = (text: string, path = PATH) => `<!-- file: ${path} -->\n${text}`

describe('section-missing', () => {
  test('each required section that is not there, at the one before it', () => {
    check(
      REQUIRED +
        file(`# Minutes

## Attendees and regrets
   ^^^^^^^^^^^^^^^^^^^^^ section-missing (warning): There is no section "Decisions".
   ^^^^^^^^^^^^^^^^^^^^^ section-missing (warning): There is no section "Next meeting".

- all
`),
    )
    check(
      REQUIRED +
        file(
          'We met.\n^^^^^^^ section-missing (warning)\n^^^^^^^ section-missing (warning)\n^^^^^^^ section-missing (warning)\n',
        ),
    )
  })

  test('words in any case, one or many, with others around them', () => {
    check(REQUIRED + file('## Attendee\n\n## Decision\n\n## Next meetings\n'))
    check(REQUIRED + file('## ATTENDEES\n\n## 2) Decisions taken\n\n## *Next meeting* (date)\n'))
    check(
      `${REQUIRED}${file('## Attendees\n   ^^^^^^^^^ section-missing (warning)\n\n## Next meeting\n\n## Indecisions\n')}`,
    )
  })

  test('not where nothing is required, in an index page, or in an empty file', () => {
    check(file('# Minutes\n'))
    check(REQUIRED + file('# Our minutes\n', 'meetings/README.md'))
    check(REQUIRED + file('\n'))
  })

  test('the level that the settings give it counts', () => {
    const settings = (level: string) => `sections:\n  required: [Attendees]\nrules:\n  section-missing: ${level}\n`
    const levels = ['off', 'hint', 'error'].map((level) =>
      subjectsOf([
        { path: 'minutebook.yml', text: settings(level) },
        { path: PATH, text: '# Minutes\n' },
      ]).flatMap((subject) => findingsOf(subject).map(({ severity }) => severity)),
    )
    expect(levels).toEqual([[], ['hint'], ['error']])
  })

  test('it is added where it belongs', () => {
    checkFix(
      `${REQUIRED}${file('# M\n\n### Attendees\n\n- all\n\n#### Guests\n\n### Next meeting\n')}`,
      '# M\n\n### Attendees\n\n- all\n\n#### Guests\n\n### Decisions\n\n### Next meeting\n',
    )
    checkFix(
      `${REQUIRED}${file('## Attendees\n\n## Decisions\n\n- none')}`,
      '## Attendees\n\n## Decisions\n\n- none\n\n## Next meeting\n',
    )
    checkFix(
      `${REQUIRED}${file('# M\n## Decisions\n\n## Next meeting\n')}`,
      '# M\n\n## Attendees\n\n## Decisions\n\n## Next meeting\n',
    )
  })
})

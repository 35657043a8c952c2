import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

const file = (text: string) =>
  `<!-- file: minutebook.yml -->\nrules:\n  section-empty: hint\n  stray-text: off\n<!-- file: meetings/minutes-2026-03-04.md -->\n${text}`

describe('section-empty', () => {
  test('not in a template, nor on the page that lists the minutes', () => {
    for (const name of ['template', 'README'])
      check(file('# Minutes\n\n## 2026\n\n## Agenda\n').replace('minutes-2026-03-04', name))
  })

  test('a heading with nothing below it', () => {
    check(
      file(`# Minutes

## Attendees
   ^^^^^^^^^ section-empty (hint): There is nothing below this heading.

## Agenda

### Lamps
    ^^^^^ section-empty (hint)

-
  -

### Piers
    ^^^^^ section-empty (hint)

<!-- to be said -->

## Other
   ^^^^^ section-empty (hint)
`),
    )
  })

  test('what is not empty', () => {
    check(
      file(`# Minutes

## 17:00 UTC – Meeting start

## Attendees

- …

## Agenda

### Lamps

-
- two

### Piers

\`\`\`
x
\`\`\`

### Fees

| a |
| - |

### Boats

![boats](boats.png)

## Scribe: @oda

## Next meeting: to be found

## Meeting end
`),
    )
  })

  test('off by default', () => {
    check('## Attendees\n\n## Agenda\n')
  })

  test('the heading goes, or an answer comes', () => {
    checkFix(file('## A\n\n## B\n\n- b\n'), '## B\n\n- b\n')
    checkFix(file('## B\n\n- b\n\n## A\n\n-\n'), '## B\n\n- b\n\n')
    checkFix(file('## A\n\n## B\n\n- b\n'), '## A\n\n- …\n\n## B\n\n- b\n', 'Write "…"')
    checkFix(file('## A\n\n-\n  -\n\n## B\n\n- b\n'), '## A\n\n- …\n\n## B\n\n- b\n', 'Write "…"')
    checkFix(file('# M\n\n## A'), '# M\n\n## A\n\n- …', 'Write "…"')
    checkFix(file('# M\n\nA\n---\n'), '# M\n\nA\n---\n\n- …\n', 'Write "…"')
  })
})

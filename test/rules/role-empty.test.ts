import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('role-empty', () => {
  test('chair and scribe of this meeting', () => {
    check(`
## Welcome

- Meeting chair:
  ^^^^^^^^^^^^^^ role-empty: Nobody stands behind "Meeting chair:".
- **Scribe:**
  ^^^^^^^^^^^ role-empty: Nobody stands behind "Scribe:".
- Note taker: <!-- a name -->
  ^^^^^^^^^^^ role-empty

## Agenda
`)
  })

  test('in a paragraph', () => {
    check(`# Minutes 2026-03-04

Facilitator:
^^^^^^^^^^^^ role-empty
Minutes: Oda
Present: Oda, Maren
`)
  })

  test('those of the next meeting', () => {
    check(`
## Elect next chair and secretary

- Next chair:
  ^^^^^^^^^^^ role-empty: Nobody stands behind "Next chair:".
- Secretary: @oda
`)
  })

  test('what answers, and what stands elsewhere', () => {
    check(`
## Welcome

- Meeting chair: TBD
- Meeting scribe: #TBD
- Scribe: …
- Scribe: (none)
- Scribe: --
- Scribe: \`oda\`
- Scribe: [Oda](https://example.org/oda)
- Scribe:
  - Oda
- Scribe:
- Oda

## Next roles

- Chair:
`)
    check('Facilitator:\nOda\n\nScribe:\n\n- Maren\n- Tolga\n\nScribe:\n\nTolga\n')
    check('- Minutes:\n\n## Agenda\n\nLead:\n')
  })

  test('a form that nobody uses, and a template', () => {
    check('## Welcome\n\n- Chair:\n- Scribe:\n- Note taker:\n- Recorder:\n')
    check('## Welcome\n\n- Chair:\n- Scribe:\n', 'meetings/template.md')
  })

  test('half-typed', () => {
    check('## Welcome\n\n- Chair: @')
    check('## Welcome\n\n- Chair')
  })

  test('"TBD" answers', () => {
    checkFix('## Welcome\n\n- Chair:\n', '## Welcome\n\n- Chair: TBD\n')
    checkFix('## Welcome\n\n- **Chair:**\n- Scribe: @oda\n', '## Welcome\n\n- **Chair:** TBD\n- Scribe: @oda\n')
  })
})

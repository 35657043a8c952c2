import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../server/src/text/edit.ts'
import { check, checkFix, findingsOf, subjectsOf } from './check.ts'

const findings = (text: string) =>
  findingsOf(subjectsOf([{ path: 'minutes.md', text }])[0]!).filter(({ rule }) => rule === 'invisible-character')

describe('invisible-character', () => {
  test('where Markdown needs a plain blank', () => {
    check(`
-\u00a0Oda counts
 ^ invisible-character: At the head of this line

##\u00a0Lamps
  ^ invisible-character

- Oda counts
\u00a0\u00a0- north
^^ invisible-character
- Oda counts
  -\u00a0[x] south
   ^ invisible-character

\u200b> Oda counts
^ invisible-character (hint)

1)\u00a0Oda counts
  ^ invisible-character

\u00a0\u00a0\`\`\`
^^ invisible-character
`)
  })

  test('a line that looks empty joins what is above and below', () => {
    check('\nOda counts\n\u00a0\n^ invisible-character: This line looks empty\nMaren writes\n')
    checkFix('Oda counts\n \u00a0\nMaren writes\n', 'Oda counts\n\nMaren writes\n')
    checkFix('> Oda counts\n>\u00a0\n> Maren writes\n', '> Oda counts\n>\n> Maren writes\n')
    check('\nOda counts\n\n\u00a0\n^ invisible-character (hint)\n\nMaren writes\n')
  })

  test('a hint in a sentence, one for each line', () => {
    check(`
- Oda\u00a0counts
     ^ invisible-character (hint): A no-break space (U+00A0) stands here.
- Oda\u00a0counts the\u00a0lamps
     ^^^^^^^^^^^^ invisible-character (hint): At 2 places in this line
- Oda coun\u2060ts
          ^ invisible-character (hint): A word joiner (U+2060) stands here.
- Oda coun\u00adts
- Oda\u200b counts
     ^ invisible-character (hint): A zero-width space (U+200B) stands here.
- [x] \u00a0Oda counts
      ^ invisible-character (hint)
`)
  })

  test('good typography, scripts and care may have them', () => {
    check(`
- il a dit\u00a0: «\u00a0oui\u00a0»\u202f! 50\u00a0%, 10\u00a0kg, 17:00\u00a0UTC, page\u00a012, No.\u00a05
- J.\u00a0S. Bach, Dr.\u00a0No, v\u00a0Praze, слово\u00a0— слово
- 👩\u200d👩\u200d👧, می\u200cخواهم, ภาษา\u200bไทย, @\u200boda
17.\u00a0mai

\`a\u00a0b\` https://example.org/\u200b <!-- \u00a0 -->

    a\u00a0b

- x

  \`\`\`
  a\u00a0b
  \`\`\`
`)
  })

  test('boxes are the matter of checkbox', () => {
    check(`
- [\u00a0] Oda counts
  ^^^ checkbox
- [ ]\u00a0Oda counts
  ^^^ checkbox
`)
  })

  test('a byte order mark before front matter', () => {
    expect(findings('\uFEFF---\ntitle: x\n---\n\nx\n').map(({ message }) => message.wrong)).toEqual([
      'A byte order mark (U+FEFF) stands before the front matter.',
    ])
    expect(findings('\uFEFF---\ntitle: x\n---\n\nx\n')[0]!.fixes![0]!.safe).toBeUndefined()
    expect(findings('\uFEFF# Minutes\n')).toEqual([])
  })

  test('is changed to a plain blank, or removed', () => {
    checkFix('-\u00a0Oda counts\n', '- Oda counts\n')
    checkFix('- a\n\u00a0\u00a0- b\n', '- a\n  - b\n')
    checkFix('##\u00a0\u00a0Lamps\n', '## Lamps\n')
    checkFix('-\u200b Oda counts\n', '- Oda counts\n')
    checkFix('- Oda \u00a0 counts\n', '- Oda counts\n')
    checkFix('- Oda counts\u00a0\n', '- Oda counts\n')
    checkFix('Oda counts\u200b  \nlamps\n', 'Oda counts  \nlamps\n')
    checkFix('- Oda\u00a0counts the\u200b\u00a0lam\u00adps\n', '- Oda counts the lam\u00adps\n')
    checkFix('\u00a0\u00a0\u00a0\u00a0Oda counts\n', 'Oda counts\n')
    checkFix('- a\n- [ ] \u00a0Oda\n', '- a\n- [ ] Oda\n')
  })

  test('very many are told once, and mended together', () => {
    const text = '-\u00a0Oda\u00a0counts\n\n'.repeat(80)
    const found = findings(text)
    expect(found.map(({ severity }) => severity)).toEqual(['warning', 'hint'])
    const edits = found.flatMap(({ fixes }) => fixes![0]!.edits)
    expect(applyEdits(text, edits)).toBe('- Oda counts\n\n'.repeat(80))
  })
})

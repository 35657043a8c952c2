import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../server/src/text/edit.ts'
import { check, checkFix, findingsOf, subjectsOf } from './check.ts'

describe('whitespace', () => {
  test('at the end of lines of every kind', () => {
    const end = ' '
    check(`
# Lamps${end}
       ^ whitespace: This line ends in blanks.

Oda counts${end}
          ^ whitespace
the lamps${end}${end}
         ^^ whitespace

- Oda counts${end}${end}
            ^^ whitespace
- Maren writes${end}
              ^ whitespace
  - a letter\t
            ^ whitespace

> Oda counts${end}
            ^ whitespace

| a | b |${end}
         ^ whitespace
| - | - |
| c | d |
`)
  })

  test('in empty lines, within a block and between', () => {
    const blanks = '  '
    check(`
- Oda counts
${blanks}
^^ whitespace: There are blanks in this empty line.
- Maren writes
${blanks}
^^ whitespace: There are blanks in this empty line.

Regrets
\t
^ whitespace
`)
    checkFix('- a\n  \n- b\n', '- a\n\n- b\n')
    checkFix('a\n\n  \nb\n', 'a\n\n\nb\n')
    checkFix('a\n\n  ', 'a\n\n')
  })

  test('not where two blanks break a line, in code, or behind a lone marker', () => {
    check('Harbour office  \nPier 4\n\n- Harbour office  \n  Pier 4\n')
    check('> a\n> \n> b\n\n```\na \n\n  \n```\n\n    a \n    \n    b\n\n<!-- a \n  \n-->\n')
    check('- [ \n\n# \n')
  })

  test('between words', () => {
    check(`
# Harbour  crew
         ^^ whitespace: Several blanks stand between these words.

- Present: @oda,  @maren
                ^^ whitespace
- @oda -  counts the \`north\`   lamp
        ^^ whitespace
                            ^^^ whitespace
`)
  })

  test('not behind a sentence, in columns, tables, times and gaps', () => {
    check(`
-   Oda counts.  All agree!  "So what?"  Nothing (at all.)  Time:  late
1.  Oda counts
- [ ]  Oda counts

| a    | b |
| ---- | - |
| c  c | d |

**Chair:** Oda  **Notes:** Maren  Timer: Pim
[ ] lamps  [x] piers
Balance  £12,034.11
£  850  left
Balance  12,034.11
- freeze date  (Oda, 19:10)

lamp   north  lit
light  south  dark

a      b

\`a  b\` and https://example.org/a
`)
  })

  test('is taken away', () => {
    checkFix('- Oda counts \n', '- Oda counts\n')
    checkFix('- Oda  counts\n', '- Oda counts\n')
  })

  test('very many are told once, and mended together', () => {
    const text = '- Oda counts \n\n'.repeat(60)
    const [finding, ...others] = findingsOf(subjectsOf([{ path: 'minutes.md', text }])[0]!)
    expect(others).toEqual([])
    expect(finding!.message.wrong).toBe('60 lines end in blanks.')
    expect(applyEdits(text, finding!.fixes![0]!.edits)).toBe('- Oda counts\n\n'.repeat(60))
  })
})

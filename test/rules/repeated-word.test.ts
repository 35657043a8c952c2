import { describe, expect, test } from 'vitest'
import { check, checkFix, findingsOf, PATH, subjectsOf } from './check.ts'

describe('repeated-word', () => {
  test('in a line, at its end, and in a heading', () => {
    check(`
# Plans for for the harbour
        ^^^^^^^ repeated-word: "for" stands here twice.

The the lamps, **and and** we were were there
^^^^^^^ repeated-word
                 ^^^^^^^ repeated-word
                              ^^^^^^^^^ repeated-word

- Oda wrote to the
               ^^^ repeated-word
  the harbour

> Oda wrote to the
               ^^^ repeated-word
> the harbour
`)
  })

  test('not what people mean', () => {
    check(`
- that that, had had, is is, very very, bye bye, no no
- log in in time, 5 5, Duran Duran, with With, the "the", the, the; the. The
- \`the the\`, the \`x\` the, {{ the the }}, the-the the, to sign sign-off, b b
- aye aye, nay nay, tsk tsk, shu shu, Nguyen Thi thi; tomorrow tomorrow tomorrow
- Maren agrees with the
- the others do not

| the | the |
| --- | --- |
| the | the |

the

the
`)
  })

  test('not in other languages', () => {
    check('- dat is de de vraag niet, die die man voor een huis heeft, en dat is ook zo\n')
    check('- I have read that the letter of the day says "sie sie und ist nicht"\n')
  })

  test('the second goes; unasked only where it means nothing', () => {
    checkFix('- to the the lamps\n', '- to the lamps\n')
    checkFix('The the lamps\n', 'The lamps\n')
    checkFix('to the\nthe lamps\n', 'to the\nlamps\n')
    checkFix('- to the\n  the lamps\n', '- to the\n  lamps\n')
    checkFix('to the\nthe\nlamps\n', 'to the\nlamps\n')
    const [subject] = subjectsOf([{ path: PATH, text: '- and and we were were\n' }])
    expect(findingsOf(subject!).map(({ fixes }) => fixes![0]!.safe)).toEqual([true, false])
  })
})

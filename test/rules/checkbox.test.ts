import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('checkbox', () => {
  test('boxes that are shown as text', () => {
    check(`
- [] @maren - count
  ^^ checkbox: "[]" is no checkbox: there is no blank in it.
- [\u00a0] @maren - count
  ^^^ checkbox: The blank in this checkbox is a no-break space (U+00A0).
- [ ]\u00a0@maren - count
  ^^^ checkbox: Behind this checkbox stands a no-break space (U+00A0).
- [ x] count
  ^^^^ checkbox: There are blanks beside the x in this checkbox.
- [  ] count
  ^^^^ checkbox: There is more than one blank in this checkbox.
- [ ]@maren - count
  ^^^ checkbox: Behind this checkbox the blank is missing.
- [x] - @maren - counted
  ^^^^^ checkbox: A second marker "-" stands behind the checkbox.
  1. [] nested
     ^^ checkbox
`)
  })

  test('lines that were meant to be items', () => {
    check(`
[ ] @maren - count
^^^ checkbox: This checkbox has no bullet before it.
-[x] count
^^^^ checkbox: Between bullet and checkbox the blank is missing.
`)
  })

  test('boxes, links, references, code and what is like them', () => {
    check(
      `
- [ ] open
- [x] done
- [X] done
- [link](https://example.org), [link][a], [x](https://example.org), [x][a], [^1]
- [1] and [y/n] and [a]
- an array [] or []int or [ ] in words
- []() [](https://example.org) \`[]\` \\[]
- [ ] a task
  that wraps [ ] around

Array[] and [] here [ ]

    [ ] code

[a]: https://example.org
`,
    )
  })

  test('a bullet is that of the items around', () => {
    checkFix('* lamps\n\n[ ] count\n', '* lamps\n\n* [ ] count\n')
    checkFix('* lamps\n[ ] count\n', '* lamps\n* [ ] count\n')
    checkFix('[ ] count\n\n## Lamps\n\n+ lamps\n', '+ [ ] count\n\n## Lamps\n\n+ lamps\n')
    checkFix('2. lamps\n[ ] count\n', '2. lamps\n3. [ ] count\n')
    checkFix('2. lamps\n\n[ ] count\n', '2. lamps\n\n- [ ] count\n')
  })

  test('a box with nothing behind it is an empty item', () => {
    check(`
- lamps
- []
^^^^ stray-text: This list item is empty.
- [\u00a0]
^^^^^ stray-text: This list item is empty.
- [ ]\u00a0
^^^^^ stray-text: This list item is empty.
- [ ] -
^^^^^^^ stray-text: This list item is empty.
`)
  })

  test('half-typed', () => {
    check('- [\n')
    check('- [ \n')
  })

  test('the box is mended', () => {
    for (const box of ['[]', '[] ', '[\u00a0] ', '[\u00a0]\u00a0', '[ ]\u00a0', '[  ] ', '[ ]', '[ ] - '])
      checkFix(`- ${box}@maren - count\n`, '- [ ] @maren - count\n')
    for (const box of ['[ x] ', '[x ]', '[x]\u00a0', '[x] * ']) checkFix(`* ${box}@maren\n`, '* [x] @maren\n')
    checkFix('[ ] count\n', '- [ ] count\n')
    checkFix('*[] count\n', '* [ ] count\n')
  })
})

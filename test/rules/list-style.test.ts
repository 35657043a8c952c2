import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { applyFix, check, checkFix, findingsOf, PATH, subjectsOf } from './check.ts'

describe('list-style', () => {
  test('indentation that differs among siblings', () => {
    check(`
- lamps
    - north
   - south
^^^^ list-style: This item is indented by 3 blanks, those beside it by 4 blanks.
    - west
- piers
 - boats
^^ list-style: This item is indented by 1 blank, those beside it by 0 blanks.
`)
  })

  test('the first item of a list', () => {
    check(`
 - lamps
^^ list-style: This item is indented by 1 blank, those beside it by 0 blanks.
- piers
- boats
`)
    check('  - lamps\n  - piers\n')
  })

  test('what other items of the same depth have counts', () => {
    check(`
1. lamps
    - north
    - south
2. piers
    - east
   - west
^^^^ list-style
   - top
^^^^ list-style
   - down
^^^^ list-style
3. boats
    - red
`)
  })

  test('lists that are uneven throughout, numbers aligned at their right, tabs', () => {
    check('- a\n  - b\n   - c\n- d\n  - e\n   - f\n- g\n   - h\n  - i\n')
    check(' 9. a\n10. b\n')
    check('- a\n\t- b\n  - c\n')
    check('- a\n  - b\n- c\n    - d\n')
    check('> - a\n>  - b\n')
    check('- a\n  1. b\n   - c\n')
  })

  test('mixed markers', () => {
    check(`
- lamps
- piers
* boats
^ list-style: This item begins with "*", those beside it with "-".
- fees

* lamps
  * north
  - south
  ^ list-style: This item begins with "-", those beside it with "*".
  * west
`)
    check('- a\n- b\n\n* c\n- d\n* e\n- f\n')
    check('- a\n- b\n+ c\n- d\n')
    check('- a\n  * b\n  * c\n- d\n')
    check('- a\n- b\n\ntext\n* c\n')
  })

  test('wrong numbers', () => {
    check(`
1. open
2. close
2. lock
^^ list-style: This item has the number 2, where 3 comes next.
4. sleep
`)
    check(`
1. open
2. close
2. lock
^^ list-style: This item has the number 2, where 3 comes next.
3. sleep
4. rise
`)
    check(`
1) open
1) close
3) lock
^^ list-style: This item has the number 3, those beside it 1.
1) sleep
`)
  })

  test('numbers as people choose them', () => {
    check('1. a\n1. b\n1. c\n\n---\n\n0. a\n0. b\n\n---\n\n5. a\n6. b\n7. c\n')
    check(
      '3. a\n2. b\n1. c\n\n---\n\n10. a\n9. b\n8. c\n7. d\n\n---\n\n3. a\n12. b\n15. c\n31. d\n\n---\n\n2. a\n7. b\n',
    )
  })

  test('a list that is numbered otherwise than all others', () => {
    const ones = '1. a\n1. b\n\n---\n\n'
    check(
      `${ones}${ones}${ones}1. c\n2. d\n^^ list-style: This list is numbered 1, 2; all others here have 1 for every item.\n`,
    )
    check(`${ones}${ones}1. c\n2. d\n`)
    check(`${ones}${ones}${ones}1. c\n2. d\n3. e\n4. f\n`)
    check(`${ones}${ones}${ones}1. c\n2. d\n\n---\n\n1. e\n2. f\n`)
  })

  test('a line that lost its marker', () => {
    check(`
- @maren sends letters to all who have a boat
for a list
^^^^^^^^^^ list-style: This line has no marker, so it is shown as a part of the item above.
  - no update
`)
  })

  test('an item too far right', () => {
    check(`
- lamps
      - north
      ^^^^^^^ list-style: This line is indented too far for an item, so it is shown as a part of the item above.
- piers
  - boats
`)
    check('- lamps\n  - north\n    - west\n')
    check('- lamps\n\n      - code\n')
    checkFix('- lamps\n      - north\n', '- lamps\n  - north\n')
  })

  test('lines that go on, as a style and on purpose', () => {
    check('- lamps that shine\nby night\n- piers that\nlast and\n- boats that\nsail\n')
    check('- lamps\n  that shine\n- see\nhttps://example.org/lamps\n')
    check('- lamps\nTwo are broken.\n- piers\n(all of them)\n')
    check('- lamps\n\nand piers\n')
  })

  test('half-typed', () => {
    check('1. a\n2. b\n3')
    check('- lamps\n  - a\n')
  })

  test('the item is indented as those beside it, or put below the item above', () => {
    checkFix('- a\n    - b\n   - c\n    - d\n', '- a\n    - b\n    - c\n    - d\n')
    checkFix('- a\n  - b\n   - c\n     more\n     - d\n', '- a\n  - b\n  - c\n    more\n    - d\n')
    checkFix('- a\n - b\n- c\n', '- a\n- b\n- c\n')
    checkFix('- a\n   - b\n - c\n- d\n', '- a\n   - b\n   - c\n- d\n')
    checkFix('- a\n - b\n- c\n', '- a\n  - b\n- c\n', 'Put it below the item above')
    checkFix(' - a\n- b\n- c\n', '- a\n- b\n- c\n')
  })

  test('the marker, the numbers', () => {
    checkFix('- a\n- b\n* c\n', '- a\n- b\n- c\n')
    checkFix('1. a\n2. b\n2. c\n4. d\n', '1. a\n2. b\n3. c\n4. d\n')
    checkFix('1. a\n2. b\n2. c\n3. d\n', '1. a\n2. b\n3. c\n4. d\n')
    checkFix('1. a\n1. b\n2. c\n', '1. a\n2. b\n3. c\n')
    checkFix('1. a\n1. b\n1. c\n2. d\n', '1. a\n1. b\n1. c\n1. d\n')
    checkFix('- a\n  - b\nmore\n', '- a\n  - b\n  - more\n')
    checkFix('- a\nmore\n', '- a\n  more\n', 'Indent it')
  })

  test('what is mended unasked changes nothing that readers see', () => {
    const line = fc.record({
      indent: fc.nat(8),
      marker: fc.constantFrom('- ', '- ', '-   ', '* ', '1. ', '10. '),
      below: fc.constantFrom('', '', '\n', '\n   more', '\nmore'),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 9 }), (lines) => {
        const text = lines
          .map(({ indent, marker, below }, at) => `${' '.repeat(indent)}${marker}i${at}${below}\n`)
          .join('')
        const [subject] = subjectsOf([{ path: PATH, text }])
        for (const { fixes = [] } of findingsOf(subject!).filter(({ rule }) => rule === 'list-style')) {
          for (const fix of fixes) {
            const after = applyFix(text, fix)
            if (fix.safe) expect(shown(after), after).toEqual(shown(text))
          }
        }
      }),
      { seed: 20260304, numRuns: 600 },
    )
  })
})

/** What the page shows of lists: each item's depth, the item it belongs to, and its words. */
const shown = (text: string) =>
  parseMinutes(text).blocks.map(({ content }) =>
    content.items.map(({ depth, parent, ordered, text: { from, to } }) => [
      depth,
      parent,
      ordered,
      content.text.slice(from, to).replace(/\s+/g, ' '),
    ]),
  )

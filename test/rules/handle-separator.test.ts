import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

describe('handle-separator', () => {
  test('a full stop, or a blank where others have commas', () => {
    check(`
## Attendees

- @maren. @tolgabek, @oda @pim
  ^^^^^^^^^^^^^^^^^ handle-separator: There is a full stop between @maren and @tolgabek.
                     ^^^^^^^^^ handle-separator: There is nothing between @oda and @pim.

## Topics

- @maren. @tolgabek says otherwise.
- @maren, @tolgabek @oda @pim agree
`)
  })

  test('in roles and labelled lists', () => {
    check(`
Scribe: @maren. @tolgabek
        ^^^^^^^^^^^^^^^^^ handle-separator
Regrets: @oda, @pim @ruth
               ^^^^^^^^^^ handle-separator
`)
  })

  test('a list of people and nothing else, anywhere', () => {
    check(`
## Topics

- @maren, @tolgabek. @oda
          ^^^^^^^^^^^^^^^ handle-separator
`)
  })

  test('a line for each, names, notes in brackets, "and"', () => {
    check(`
## Attendees

- @maren
- @tolgabek (Tolga Bek), @oda & @pim, @ruth and @quinn-w; @jana + @ole / @per
- Maren Dahl @mdahl, Tolga @tbek

@a-b
@c-d, @e-f
`)
  })

  test('half-typed', () => {
    check('## Attendees\n\n- @maren, @tolgabek, @\n- @oda.\n- @pim. @\n')
  })

  test('a comma is put', () => {
    checkFix('Present: @maren.  @tolgabek\n', 'Present: @maren, @tolgabek\n')
    checkFix('Present: @oda, @maren\u00a0@tolgabek\n', 'Present: @oda, @maren, @tolgabek\n')
  })

  test('a blank before a possessive', () => {
    check(`
- @maren 's map, and @oda\u00a0’s
  ^^^^^^^^^ handle-separator: There is a blank between @maren and "'s".
                     ^^^^^^^ handle-separator
                         ^ invisible-character (hint)
- @maren's map, @maren 'said' it, @maren 's avonds, @oda 's-Gravenhage, @oda 's maandags
`)
    checkFix('- @maren  ’s map\n', '- @maren’s map\n')
  })
})

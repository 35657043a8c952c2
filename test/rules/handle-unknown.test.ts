import { describe, test } from 'vitest'
import { check, checkFix } from './check.ts'

const KNOWN = '- @tolgabek, @tolgabek, @tolgabek, @tolgabek\n'

describe('handle-unknown', () => {
  test('one slip away from a known handle', () => {
    check(`
${KNOWN}- @tolgabk, @tolgabeck, @tolgabec and @tolagbek
  ^^^^^^^^ handle-unknown: @tolgabk is one slip away from @tolgabek
            ^^^^^^^^^^ handle-unknown
                        ^^^^^^^^^ handle-unknown
                                      ^^^^^^^^^ handle-unknown
- @Tolgabek, @tolga, @bek, @tolgabek-org, @tolgbeek2
`)
  })

  test('known from other minutes', () => {
    check(`<!-- file: minutes-2026-02-18.md -->
Present: @tolgabek, @maren

- @tolgabek - counted, and @tolgabek counts on @tolgabek
<!-- file: minutes-2026-03-04.md -->
Present: @tolgabk
         ^^^^^^^^ handle-unknown
`)
  })

  test('two people who were at one meeting are two', () => {
    check(`<!-- file: minutes-2026-02-18.md -->
Present: @janna-w, @jana-w

- @janna-w, @janna-w, @janna-w, @janna-w
<!-- file: minutes-2026-03-04.md -->
- @jana-w
`)
  })

  test('two who are named in one sentence are two, and a plural is another word', () => {
    check(`
${KNOWN.repeat(2)}- @tolgabek met @tolgabec, then left
- @tolgabek left. Then @tolgabec spoke
                       ^^^^^^^^^ handle-unknown
- the @tolgabeks came
`)
  })

  test('both common, or the known one rare or short', () => {
    check('- @marens, @marens, @marens, @maren, @maren\n- @oda, @oda, @oda, @oda, @od\n- @quinn, @quinn, @quin\n')
  })

  test('not in code, addresses, mail, packages and escapes', () => {
    check(`
${KNOWN}- \`@tolgabk\`, https://example.org/@tolgabk, [x](https://example.org/@tolgabk), tolga@tolgabk.example
- @tolgabk/tides, @tolgabk/tides@2.0.1, @tolgabk/*, @tolgabk() {}, @tolgabk@social.example, @tolgabk:matrix.example, \\@tolgabk, <!-- @tolgabk -->, {{ @tolgabk }}, a@tolgabk

      @tolgabk

~~~
@tolgabk
~~~
`)
  })

  test('beside signs, no-break spaces, emoji and right-to-left letters', () => {
    check(`
${KNOWN.repeat(5)}- (@tolgabk), **@tolgabk**, 🎉@tolgabk,\u00a0@tolgabk: שלום @tolgabk!
   ^^^^^^^^ handle-unknown
                ^^^^^^^^ handle-unknown
                              ^^^^^^^^ handle-unknown
                                       ^ invisible-character (hint)
                                        ^^^^^^^^ handle-unknown
                                                       ^^^^^^^^ handle-unknown
`)
  })

  test('the known handle is written', () => {
    checkFix(`${KNOWN}- @Tolgabk: yes\n`, `${KNOWN}- @tolgabek: yes\n`)
  })

  test('a handle with a blank in it', () => {
    check(`
Present: Søren Ågård (@lampman), Mari K. Bø (@mari-k), @harbourmaster

- @soren agard's boat, @Mari\u00a0Bo, @Mari K. Bø. @harbour master
  ^^^^^^^^^^^^ handle-unknown: "@soren agard" is no handle: there is a blank in it. Søren Ågård is @lampman.
                       ^^^^^^^^ handle-unknown
                            ^ invisible-character (hint)
                                 ^^^^^^^^^^^ handle-unknown
                                              ^^^^^^^^^^^^^^^ handle-unknown
- @harbourmaster, @harbourmaster, @soren will, @lampman agard, @harbour
`)
    checkFix(
      'Present: Søren Ågård (@lampman)\n\n- @Søren Ågård’s\n',
      'Present: Søren Ågård (@lampman)\n\n- @lampman’s\n',
    )
  })

  test('a handle that is a first name stands before the last name', () => {
    check('Present: Maren Dahl (@maren)\n\n- @maren, @maren\n- @maren Dahl\n')
  })

  const LIST = '<!-- file: _data/authors.yml -->\ntolgabek: { name: Tolga Bek }\nmarenn: Maren N.\n'

  test('who is listed is known, however rarely named', () => {
    check(`${LIST}<!-- file: minutes-2026-03-04.md -->
- @tolgabk, @maren, @marenn
  ^^^^^^^^ handle-unknown: @tolgabk is one slip away from @tolgabek, who is on the group’s list of people.
            ^^^^^^ handle-unknown: @maren is one slip away from @marenn, who is named in 1 file of minutes.
`)
    check(`${LIST}<!-- file: minutes-2026-03-04.md -->
- @tolgabekk, @tolgabekk, @tolgabekk, @tolgabekk
- @mareno, @mareno, @mareno, @mareno, @mareno, @mareno, @marenn
`)
  })

  test('nobody in particular is nobody', () => {
    check(`<!-- file: minutebook.yml -->
people:
  pseudo: [marens]
<!-- file: minutes-2026-03-04.md -->
- @maren, @maren, @maren, @maren, @marens
`)
  })
})

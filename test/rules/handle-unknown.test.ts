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

  test('both common, or the known one rare or short', () => {
    check('- @marens, @marens, @marens, @maren, @maren\n- @oda, @oda, @oda, @oda, @od\n- @quinn, @quinn, @quin\n')
  })

  test('not in code, addresses, mail, packages and escapes', () => {
    check(`
${KNOWN}- \`@tolgabk\`, https://example.org/@tolgabk, [x](https://example.org/@tolgabk), tolga@tolgabk.example
- @tolgabk/tides, @tolgabk/tides@2.0.1, \\@tolgabk, <!-- @tolgabk -->, {{ @tolgabk }}, a@tolgabk

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
})

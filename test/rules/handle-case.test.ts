import { test } from 'vitest'
import { check, checkFix } from './check.ts'

const ON = `<!-- file: minutebook.yml -->
rules:
  handle-case: hint
<!-- file: meetings/harbour-minutes-2026-03-04.md -->
`

test('handle-case: another letter case than the usual one', () => {
  check(`${ON}
- @tove, @Tove, @tove, @TOVE
         ^^^^^ handle-case (hint): @Tove is written @tove elsewhere.
                       ^^^^^ handle-case (hint)
- @RuthB, \`@ruthb\`, ruthb@example.org
`)
})

test('handle-case: off unless asked for', () => {
  check('- @tove, @tove, @Tove\n')
})

test('handle-case: the usual spelling is written', () => {
  checkFix(`${ON}- @RuthB, @ruthb, @RuthB\n`, '- @RuthB, @RuthB, @RuthB\n')
})

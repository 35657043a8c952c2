import { test } from 'vitest'
import { check } from './check.ts'

test('a weekday before the date', () => {
  check(`
- Next meeting is Friday 2026-03-18 @ 17:00 UTC
                  ^^^^^^^^^^^^^^^^^ weekday: 2026-03-18 is a Wednesday, but Friday is written here.
`)
})

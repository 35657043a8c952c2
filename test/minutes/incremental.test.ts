import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Minutes, parseMinutes, updateMinutes } from '../../server/src/minutes/minutes.ts'
import { expectFresh } from './model.ts'
import { always, seed } from './random.ts'
import { longMinutes, ORCHARD, SAMPLES } from './samples.ts'

/** Replaces `remove` code units at `at`, both taken modulo what there is, by `insert`. */
interface Edit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

function apply(minutes: Minutes, { at, remove, insert }: Edit): Minutes {
  const from = at % (minutes.text.length + 1)
  const to = Math.min(minutes.text.length, from + remove)
  const text = minutes.text.slice(0, from) + insert + minutes.text.slice(to)
  return updateMinutes(minutes, text, [{ from, to, length: insert.length }])
}

const PIECES = [
  ...[
    '- ',
    '* ',
    '1. ',
    '# ',
    '### ',
    '> ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '---\n',
    '---',
    '...',
    '```\n',
    '~~~',
  ],
  ...[
    '[ ] ',
    '[x] ',
    '[',
    '](',
    ')',
    '<!--',
    '-->',
    '<div>\n',
    '|a|b|\n|-|-|\n',
    '===\n',
    '    ',
    '*',
    '_',
    '`',
    '{{',
    '}}',
  ],
  ...[
    '@',
    '@runa',
    '@liv, ',
    '2026-03-04',
    'March 4',
    '16:00 UTC',
    'Attendees\n',
    'Present: ',
    'Next meeting is ',
    'é',
    '\u00a0',
  ],
  ...[
    '## Attendees\n- @sig\n',
    'title: x\n',
    'meeting_time: 2026-04-01 10:00 UTC\n',
    '\uFEFF',
    '\ud83c',
    '\udf4e',
    '\0',
  ],
]
const insert = fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 }), fc.constant(''))
// Where front matter begins and ends, one sign changes everything.
const place = fc.oneof({ weight: 3, arbitrary: fc.nat(4000) }, { weight: 1, arbitrary: fc.nat(120) })
const size = fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(400) })
const edit: fc.Arbitrary<Edit> = fc.record({ at: place, remove: size, insert })
const run = fc.record({ sample: fc.constantFrom(...SAMPLES), edits: fc.array(edit, { minLength: 1, maxLength: 12 }) })

describe(`changed minutes equal minutes read afresh (seed ${seed})`, () => {
  test('after every edit of a sequence', () => {
    always(run, 200, ({ sample, edits }) => {
      let minutes = parseMinutes(sample)
      for (const each of edits) {
        minutes = apply(minutes, each)
        expectFresh(minutes)
      }
    })
  })

  test('after several changes at once, each counted in what the one before it left', () => {
    always(run, 200, ({ sample, edits }) => {
      let text = sample
      const changes = edits.map(({ at, remove, insert }) => {
        const from = at % (text.length + 1)
        const to = Math.min(text.length, from + remove)
        text = text.slice(0, from) + insert + text.slice(to)
        return { from, to, length: insert.length }
      })
      expectFresh(updateMinutes(parseMinutes(sample), text, changes))
    })
  })

  test('while a text is typed sign by sign', () => {
    let minutes = parseMinutes('')
    for (const sign of ORCHARD.slice(0, 900)) {
      minutes = apply(minutes, { at: minutes.text.length, remove: 0, insert: sign })
      expectFresh(minutes)
    }
  })
})

const share = (before: Minutes, after: Minutes) => {
  const known = new Set(before.blocks.map(({ content }) => content))
  return after.blocks.filter(({ content }) => known.has(content)).length / after.blocks.length
}

test('a keystroke in long minutes leaves nearly all blocks as they were', () => {
  const long = parseMinutes(longMinutes(300))
  const shares: number[] = []
  always(
    fc.record({ at: fc.integer({ min: 120, max: long.text.length }), insert: fc.constantFrom('a', ' ', '@', '-') }),
    200,
    (typed) => {
      shares.push(share(long, apply(long, { ...typed, remove: 0 })))
    },
  )
  const mean = shares.reduce((sum, each) => sum + each, 0) / shares.length
  console.log(
    `Blocks reused after a keystroke: ${(100 * mean).toFixed(2)} % on average, ${(100 * Math.min(...shares)).toFixed(2)} % at least`,
  )
  expect(mean).toBeGreaterThan(0.99)
  expect(Math.min(...shares)).toBeGreaterThan(0.97)
})

test('a change of the front matter leaves the body as it was', () => {
  const long = parseMinutes(longMinutes(50))
  const changed = apply(long, { at: long.text.indexOf('layout: page') + 8, remove: 4, insert: 'minutes' })
  expect(share(long, changed)).toBe(1)
})

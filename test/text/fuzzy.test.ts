import { describe, expect, test } from 'vitest'
import { fuzzyScore } from '../../server/src/text/fuzzy.ts'

/** Those that fit, the likeliest first. */
const ranked = (query: string, ...texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => {
      const score = fuzzyScore(query, text)
      return score === undefined ? [] : [{ text, score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)

describe('A query fits', () => {
  test('what has its letters in order', () => {
    expect(ranked('cpr', 'cider press', 'crop', 'press', 'capers')).toEqual(['cider press', 'capers'])
    expect(ranked('x', 'cider press', '')).toEqual([])
  })

  test('what begins with it best, then what has it at the beginning of a word, then inside', () => {
    expect(ranked('press', 'impressed', 'cider press', 'pressing', 'p-r-e-s-s')).toEqual([
      'pressing',
      'cider press',
      'impressed',
      'p-r-e-s-s',
    ])
  })

  test('the beginnings of words sooner than letters anywhere', () => {
    expect(ranked('bc', 'abacus', 'bee corner')).toEqual(['bee corner', 'abacus'])
    // The second "c" begins a word, but behind it there is no "t".
    expect(fuzzyScore('ct', 'act of c')).toBeDefined()
  })

  test('the shorter of two sooner', () => {
    expect(ranked('bees', 'bees and wasps of the orchard', 'bees')).toEqual(['bees', 'bees and wasps of the orchard'])
  })

  test('anything when it is empty', () => {
    expect(fuzzyScore('', 'bees')).toBeDefined()
  })
})

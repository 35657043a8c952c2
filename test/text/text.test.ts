import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from '../../server/src/text/align.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { lineAround, lineStarts, positionAt } from '../../server/src/text/lines.ts'
import { memoBy } from '../../server/src/text/memo.ts'
import { isOneSlip, slipsAmong } from '../../server/src/text/slip.ts'
import { beginningWith } from '../../server/src/text/sorted.ts'
import { inside, span, trim } from '../../server/src/text/span.ts'
import { visible } from '../../server/src/text/visible.ts'
import { always, seed } from '../minutes/random.ts'

const anyText = fc
  .array(fc.constantFrom('a', 'b', '\r', '\n', '\r\n', ' ', '\u{1f34e}'), { maxLength: 40 })
  .map((all) => all.join(''))

test('a visible text has no sign that commands or hides', () => {
  expect(visible('a\0b\u001b[31m\r\n\tc\u007f \u0085\u202e d – é 会')).toBe('a␀b␛[31m␍␊ c␡ \ufffd\ufffd d – é 会')
})

describe('lines', () => {
  test('end with LF, CRLF or CR', () => expect(lineStarts('a\nb\r\nc\rd')).toEqual([0, 2, 5, 7]))
  test('count columns in UTF-16 code units', () => {
    expect(positionAt(lineStarts('a\n\u{1f34e}b'), 4)).toEqual({ line: 1, character: 2 })
  })
  test(`know where every offset lies (seed ${seed})`, () => {
    always(anyText, 300, (text) => {
      const starts = lineStarts(text)
      for (let offset = 0; offset <= text.length; offset++) {
        const { line, character } = positionAt(starts, offset)
        expect(starts[line]! + character).toBe(offset)
        expect(offset < (starts[line + 1] ?? text.length + 1)).toBe(true)
        const around = lineAround(text, offset)
        expect(text.slice(around.from, around.to)).not.toMatch(/[\r\n]/)
      }
    })
  })
})

describe('edits', () => {
  test('count in the text before any of them, whatever their order', () => {
    const edits = [
      { from: 6, to: 11, insert: 'choir' },
      { from: 0, to: 5, insert: 'Dear' },
      { from: 5, to: 5, insert: ',' },
    ]
    expect(applyEdits('Hello world', edits)).toBe('Dear, choir')
  })
  test('must not overlap', () => {
    expect(() =>
      applyEdits('Hello', [
        { from: 0, to: 3, insert: '' },
        { from: 2, to: 4, insert: '' },
      ]),
    ).toThrow('Edits overlap at offset 2.')
  })
})

describe('spans', () => {
  test('lose the blanks at their ends, no-break spaces too', () => {
    expect(trim(' \u00a0a b\r\n', span(0, 7))).toEqual(span(2, 5))
    expect(trim('   ', span(0, 3))).toEqual(span(3, 3))
  })
  test(`inside another are found as by looking at each (seed ${seed})`, () => {
    const spans = fc.array(fc.nat(4), { maxLength: 20 }).map((gaps) => {
      let at = 0
      return gaps.map((gap) => {
        at += gap + 1
        return span(at - 1, at)
      })
    })
    always(fc.tuple(spans, fc.nat(60), fc.nat(60)), 500, ([all, from, length]) => {
      const where = span(from, from + length)
      expect(inside(all, where)).toEqual(all.filter((each) => each.from >= where.from && each.to <= where.to))
    })
  })
})

describe('one slip of the hand', () => {
  test.each([
    ['ada', 'adda'],
    ['ada', 'aad'],
    ['ada', 'ad'],
    ['ada', 'ida'],
    ['Ada', 'adaa'],
    ['', 'a'],
  ])('%s, %s', (a, b) => {
    expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([true, true])
  })
  test.each([
    ['ada', 'ada'],
    ['ada', 'ADA'],
    ['ada', 'bea'],
    ['ada', 'adabc'],
    ['abcd', 'badc'],
  ])('not %s, %s', (a, b) => {
    expect([isOneSlip(a, b), isOneSlip(b, a)]).toEqual([false, false])
  })
})

test('the slips among many words are those that comparing each would find', () => {
  const words = [
    '',
    'a',
    'b',
    'ab',
    'ba',
    'aab',
    'aba',
    'abc',
    'acb',
    'ABC',
    'abcd',
    'abdc',
    'abd',
    'bcd',
    'x'.repeat(300),
  ]
  const among = slipsAmong(words, (word) => word)
  for (const word of words.filter(({ length }) => length < 100))
    expect([...among(word)].sort()).toEqual(words.filter((other) => isOneSlip(word, other)).sort())
  expect(among('x'.repeat(299))).toEqual([])
})

test('the words that begin alike are found by halving', () => {
  const among = beginningWith(['tide', 'ti', 'quay', 'tide', 'tidal', ''], (word) => word)
  expect(among('ti')).toEqual(['ti', 'tidal', 'tide', 'tide'])
  expect(among('tide')).toEqual(['tide', 'tide'])
  expect([among('z'), among('tides'), among('').length]).toEqual([[], [], 6])
})

test(`elements that stayed are found again (seed ${seed})`, () => {
  const list = fc.uniqueArray(fc.nat(15), { maxLength: 15 })
  always(fc.tuple(list, list), 500, ([now, before]) => {
    expect(align(now, before, (each) => each)).toEqual(now.map((each) => before.indexOf(each)))
  })
})

test('what is derived from parts is kept until one of them changes', () => {
  let times = 0
  const derived = memoBy(
    ({ a, b }: { a: object; b: number }) => [a, b],
    () => ++times,
  )
  const a = {}
  expect([derived({ a, b: 1 }), derived({ a, b: 1 }), derived({ a, b: 2 }), derived({ a: {}, b: 2 })]).toEqual([
    1, 1, 2, 3,
  ])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { everything } from './model.ts'
import { always, seed } from './random.ts'
import { CHOIR, ORCHARD } from './samples.ts'

const signs = fc.constantFrom(
  ...'-*+#>`~[]()<>|=_:;,.@!\\/"\'{}%&\t \n\r\0\u00a0\uFEFF\u2028\ud83c\udf4e',
  'a',
  '1',
  '2026',
  'é',
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(signs, { maxLength: 200 }).map((all) => all.join('')),
  fc.array(signs, { maxLength: 60 }).map((all) => `---\n${all.join('')}\n---\n`),
  // Halves of surrogate pairs, alone or the wrong way round.
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe00f }), { maxLength: 50 }).map((codes) => String.fromCharCode(...codes)),
)

type Spanned = { from: number; to: number }
const isSpan = (value: unknown): value is Spanned =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value

/** Calls `visit` for every span in a value, and in what it holds. */
function eachSpan(value: unknown, visit: (span: Spanned & Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (isSpan(value)) visit(value as Spanned & Record<string, unknown>)
  for (const inner of Object.values(value)) eachSpan(inner, visit)
}

/** Expects spans to lie in the text, and those with words of their own to cover just these. */
function expectPlaced(value: unknown, text: string): void {
  const plain = text.replaceAll('\u00a0', ' ')
  eachSpan(value, (each) => {
    expect([each, each.from >= 0 && each.from <= each.to && each.to <= text.length]).toEqual([each, true])
    const covered = plain.slice(each.from, each.to)
    if (typeof each.handle === 'string' && 'key' in each) expect(covered).toBe(`@${each.handle}`)
    if (typeof each.handle === 'string' && 'entry' in each) expect(covered).toBe(`@${each.handle}`)
    else if (typeof each.name === 'string') expect(covered).toBe(each.name)
    if (typeof each.form === 'string' && typeof each.text === 'string') expect(covered).toBe(each.text)
    if (typeof each.clockText === 'string') {
      const clock = each.clock as Spanned
      expect(plain.slice(clock.from, clock.to)).toBe(each.clockText)
    }
    if ('done' in each) expect(covered).toMatch(each.done ? /^\[[xX]\]$/ : /^\[ \]$/)
  })
}

/** Expects every span of the model of a text to say what it covers. */
function check(text: string): void {
  const { blocks, ...model } = everything(parseMinutes(text)) as {
    blocks: ({ content: { text: string } } & Spanned)[]
  } & Record<string, unknown>
  expectPlaced(model, text)
  for (const { from, to, content } of blocks) {
    // A lone CR counts as LF there.
    expect(content.text.length).toBe(to - from)
    expect(text.slice(from, to).replace(/\r(?!\n|$)/g, '\n')).toBe(content.text)
    expectPlaced(content, content.text)
  }
}

describe(`any text gives minutes whose spans are right (seed ${seed})`, () => {
  test('random text', () => always(anyText, 1500, check))
  test('random text inside minutes', () => {
    always(fc.tuple(fc.constantFrom(ORCHARD, CHOIR), fc.nat(1500), anyText), 200, ([sample, at, text]) => {
      check(sample.slice(0, at) + text + sample.slice(at))
    })
  })
  test('every beginning of minutes, as an editor sees them', () => {
    for (let length = 0; length < ORCHARD.length; length += 3) check(ORCHARD.slice(0, length))
  })
})

/** What a text says: the model without offsets and without the text itself, whose line ends differ. */
function saying(text: string): unknown {
  const model = JSON.stringify(everything(parseMinutes(text)), (key, value) => {
    if (key === 'blocks') return value.map(({ content: { text, prose, ...content } }: Said) => content)
    return ['from', 'to', 'body'].includes(key) ? undefined : value
  })
  return { ...JSON.parse(model.replaceAll('\\r\\n', '\\n')), text: '' }
}
type Said = { content: { text: string; prose: string } }

describe(`lines that end with CRLF say what lines that end with LF say (seed ${seed})`, () => {
  const crlf = (text: string) => text.replaceAll('\n', '\r\n')
  test('minutes', () => {
    for (const text of [ORCHARD, CHOIR, `\uFEFF${CHOIR}`]) expect(saying(crlf(text))).toEqual(saying(text))
  })
  test('random pieces of Markdown', () => {
    const piece = fc.constantFrom(
      '- @runa, @liv\n',
      '# Attendees\n',
      '  ',
      '\n',
      'Present: Ada Bloom\n',
      'Chair: @sig\n',
      '```\n',
      'a  \n',
      '> ',
      '- [ ] ',
      '- [x]\n',
      '---\n',
      'title: x\n',
      '| a |\n',
      '===\n',
      'Next meeting: 2026-03-04 16:00 UTC\n',
      '* ',
      'March 4\n',
      '<!-- x\n',
    )
    always(fc.array(piece, { maxLength: 25 }), 600, (pieces) => {
      expect(saying(crlf(pieces.join('')))).toEqual(saying(pieces.join('')))
    })
  })
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { formatting } from '../../server/src/features/formatting.ts'
import { english } from '../../server/src/text/phrase.ts'
import { always } from '../minutes/random.ts'
import { SAMPLES } from '../minutes/samples.ts'
import { rendered } from '../rendered.ts'
import { PATH, subjectsOf } from '../rules/check.ts'

/** The text formatted, as an editor does it that applies the edits. @param lines from 0, both included */
function format(text: string, lines?: readonly [number, number], settings = ''): string {
  const [subject] = subjectsOf([
    { path: PATH, text },
    { path: 'minutebook.yml', text: settings },
  ])
  const document = TextDocument.create(PATH, 'markdown', 1, text)
  const range = lines && {
    start: { line: lines[0], character: 0 },
    end: { line: lines[1], character: Number.MAX_SAFE_INTEGER },
  }
  return TextDocument.applyEdits(document, formatting({ ...subject!, document, say: english }, range))
}

const forms: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `\uFEFF${text}`,
]

function check(before: string, after: string): void {
  for (const form of forms) expect(format(form(before))).toBe(form(after))
}

describe('Formatting', () => {
  test('leaves what Liquid takes for code', () => {
    const code = '{% highlight text %}\nlamps  and \n\npiers \n{% endhighlight %}\n'
    check(`- a  \n\n${code}\n- lamps \n`, `- a\n\n${code}\n- lamps\n`)
  })

  test('leaves soft hyphens', () => check('- a lam\u00adp \n', '- a lam\u00adp\n'))

  test('takes away blanks that nobody sees', () => {
    check(
      '# Minutes  \n\n- lamps \n  - north  and south\t\n \n- piers\n',
      '# Minutes\n\n- lamps\n  - north and south\n\n- piers\n',
    )
  })

  test('makes plain blanks of no-break spaces between words', () => {
    check('- lamps\u00a0are lit\n', '- lamps are lit\n')
  })

  test('indents an item as those beside it', () => {
    check('- lamps\n   - north\n  - south\n   - east\n', '- lamps\n   - north\n   - south\n   - east\n')
  })

  test('mends each place, however many there are', () => {
    const lines = (blanks: string, end: string) =>
      Array.from({ length: 30 }, (_, at) => `- ${'lamp '.repeat(at + 1)}is${blanks}lit${end}\n`).join('')
    check(lines('  ', ' '), lines(' ', ''))
  })

  test.each([
    ['blanks that break a line', 'Harbour office  \nPier 4\n'],
    ['blanks in code', '```\na  b \n```\n\n    c  d \n\nand `e  f`\n'],
    ['front matter', '---\ntitle:  Lamps \n---\n\n- lamps\n'],
    ['a list that Markdown does not see', '\u00a0- lamps\n-\u00a0piers\n'],
    ['where a full stop may have been lost', '- the lamps are lit  The piers are not\n'],
    ['an empty item that waits for words', '- lamps\n- \n'],
    ['what it says to ignore', '- lamps  are lit <!-- minutebook-ignore whitespace -->\n'],
  ])('leaves alone %s', (_, text) => check(text, text))

  test('respects each remark of many lines', () => {
    const lines = (end: string) => Array.from({ length: 30 }, (_, at) => `- lamp ${at}${end}\n`).join('')
    const kept = '- first  lamp <!-- minutebook-ignore whitespace --> \n'
    check(kept + lines(' '), kept + lines(''))
    check(lines(' ') + kept, lines('') + kept)
  })

  test('does nothing of a rule that is off', () => {
    const text = '- lamps\u00a0are  lit \n'
    const off = (...rules: string[]) => `rules:\n${rules.map((rule) => `  ${rule}: off\n`).join('')}`
    expect(format(text, undefined, off('whitespace'))).toBe('- lamps are  lit \n')
    expect(format(text, undefined, off('invisible-character'))).toBe('- lamps\u00a0are lit\n')
    expect(format(text, undefined, off('whitespace', 'invisible-character', 'list-style'))).toBe(text)
  })

  test('of a range changes the lines that it touches, and no other', () => {
    const text = '- a  b \n- cc  d \n- ddd  f \n- g  h \n'
    expect(format(text, [1, 2])).toBe('- a  b \n- cc d\n- ddd f\n- g  h \n')
    expect(format(text, [3, 99])).toBe('- a  b \n- cc  d \n- ddd  f \n- g h\n')
    expect(format(text, [99, 99])).toBe(text)
  })
})

/** All that there is to format in this project. */
const texts = [...SAMPLES, ...['examples', 'test/fixtures', 'server/src/rules'].flatMap(markdownIn)]

/** The texts of the Markdown files below a folder. */
function markdownIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  return files.sort().map((path) => readFileSync(`${folder}/${path}`, 'utf8'))
}

function holds(text: string): void {
  const after = format(text)
  expect(format(after)).toBe(after)
  expect(rendered(after)).toBe(rendered(text))
  // Line by line: no line's end has changed.
  expect(after.match(/\r\n|\r|\n/g)).toEqual(text.match(/\r\n|\r|\n/g))
}

describe('What is formatted looks the same, and formats to itself', () => {
  test('the texts of this project', () => {
    for (const text of texts) for (const form of forms) holds(form(text))
  })

  const pieces = [
    '  ',
    ' \n',
    '\n  - ',
    '\n   - ',
    '\n 1. ',
    '\t',
    '\u00a0',
    '\u200b',
    '\n\n',
    '* ',
    '- [ ] ',
    '  \n',
    '> ',
  ]
  const more = [
    '`',
    '```\n',
    '<b>',
    '#',
    '|',
    '\r\n',
    '\\',
    '&nbsp;',
    '<!--',
    '\u00ad',
    '\ufeff',
    '    ',
    '---\n',
    '===\n',
  ]
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(6),
    put: fc.constantFrom(...pieces, ...more, ''),
  })
  const edited = fc
    .record({ text: fc.constantFrom(...texts), edits: fc.array(edit, { minLength: 1, maxLength: 12 }) })
    .map(({ text, edits }) =>
      edits.reduce((now, { at, cut, put }) => {
        const from = Math.floor(at * now.length)
        return (now.slice(0, from) + put + now.slice(from + cut)).replace(/\r(?!\n)/g, '')
      }, text),
    )

  test('those texts after random edits', () => {
    always(edited, Number(process.env.RUNS ?? 300), holds)
  })

  test('lists made of chance', () => {
    const line = fc
      .tuple(
        fc.constantFrom('', ' ', '  ', '   ', '    ', '      ', '\t', '\u00a0'),
        fc.constantFrom('- ', '* ', '1. ', '1) ', '-   ', '> ', '> - ', '', '# '),
        fc.constantFrom('lamps', 'lamps  lit', '[ ] lamps', 'a\u00a0b', '\u200bc', '- d'),
        fc.constantFrom('', ' ', '  ', '\t', '\u00a0'),
      )
      .map((parts) => parts.join(''))
      // Our parser takes that for a quote where CommonMark does not; nobody quotes so far to the right.
      .filter((line) => !/^(?: {4}|\t).*>/.test(line))
    always(
      fc.array(line, { maxLength: 9 }).map((lines) => lines.join('\n')),
      Number(process.env.RUNS ?? 300) * 5,
      holds,
    )
  })
})

const corpus = '../shared/corpus'
if (!existsSync(corpus)) console.log(`Skipped: ${corpus} with its real minutes is not here.`)
test.skipIf(!existsSync(corpus))('real minutes look the same when they are formatted', () => {
  for (const text of markdownIn(corpus)) holds(text)
})

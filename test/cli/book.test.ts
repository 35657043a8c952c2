import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Column, table } from '../../server/src/entry/table.ts'
import { columnsOf } from '../../server/src/entry/terminal.ts'
import type { Files } from '../protocol/client.ts'
import { orchardMinutes } from '../protocol/orchard.ts'
import { folder, run } from './run.ts'

const PRESS = '### [Cider Press](https://example.org/orchard/press)'
const BEES = '### [Bee Corner](https://example.org/orchard/bees)'

const book: Files = {
  '2025/orchard-minutes-2025-12-17.md': orchardMinutes('2025-12-17', {
    present: '@ilse, @farid, Noor Haddad (@noor)',
    agenda: `${PRESS}\n- [ ] @farid - clean the barrels\n\n${BEES}\n- [ ] @noor - sharpen the knives\n- We decided to keep the old hives`,
  }),
  '2026/orchard-minutes-2026-01-07.md': orchardMinutes('2026-01-07', {
    present: '@ilse',
    regrets: '@noor, @farid',
    agenda: `${PRESS}\n- [ ] @farid - clean the old barrels\n- [x] @noor - sharpen the knives\n- [ ] @ilse - order corks 📦\n- We decided to keep the old hives\n- motion carried`,
  }).replaceAll('\n', '\r\n'),
  '2026/orchard-minutes-2026-01-21.md': orchardMinutes('2026-01-21', {
    present: '@ilse, @nhaddad',
    regrets: '@farid',
    chair: '@nhaddad',
    agenda: `${BEES}\n- [ ] @farid - clean the old barrels\n- [ ] @nhaddad, @ilse - paint the hives`,
  }),
  'README.md':
    '# The orchard\n\n- [ ] water the trees\n- [a](2026/orchard-minutes-2026-01-07.md), [b](2026/orchard-minutes-2026-01-21.md)\n',
  'minutebook.yml': 'people:\n  handles:\n    noor: { name: Noor Haddad, aliases: [nhaddad] }\n',
}

const lines = (out: string) => out.trimEnd().split('\n')
const list = async (...args: string[]) => run(await folder(book), args)
const json = async (...args: string[]) => JSON.parse((await list(...args, '--json')).out)

describe('minutebook actions', () => {
  test('lists what is open, each once, the oldest first', async () => {
    expect(await list('actions')).toEqual({
      code: 0,
      out: [
        'since       meetings  who           what                   topic',
        '2025-12-17         3  @farid        clean the old barrels  Bee Corner',
        '2026-01-21         1  @noor, @ilse  paint the hives        Bee Corner',
        '',
        '2 open actions.',
        '',
      ].join('\n'),
      err: '',
    })
  })

  test('tells all of each in JSON', async () => {
    const [barrels, hives] = await json('actions')
    expect(barrels).toEqual({
      action: 'clean the old barrels',
      owners: ['farid'],
      topic: 'Bee Corner',
      state: 'open',
      since: '2025-12-17',
      meetings: 3,
      days: 35,
      first: '2025-12-17',
      last: '2026-01-21',
      file: '2026/orchard-minutes-2026-01-21.md',
      appearances: [
        { day: '2025-12-17', file: '2025/orchard-minutes-2025-12-17.md', done: false, action: 'clean the barrels' },
        { day: '2026-01-07', file: '2026/orchard-minutes-2026-01-07.md', done: false, action: 'clean the old barrels' },
        { day: '2026-01-21', file: '2026/orchard-minutes-2026-01-21.md', done: false, action: 'clean the old barrels' },
      ],
    })
    expect(hives.owners).toEqual(['noor', 'ilse'])
  })

  const actions = async (...args: string[]) =>
    (await json('actions', ...args)).map((each: { action: string; state: string }) => `${each.action}: ${each.state}`)

  test.each([
    ['of a person', ['--person', '@farid'], ['clean the old barrels: open']],
    ['of a person by an alias', ['--person', 'nhaddad'], ['paint the hives: open']],
    ['of a person by name', ['--person', 'noor haddad'], ['paint the hives: open']],
    ['of a topic', ['--project', 'bee'], ['clean the old barrels: open', 'paint the hives: open']],
    ['of a topic that has none', ['--project', 'cider'], []],
    ['of late', ['--since', '2026-01-01'], ['paint the hives: open']],
    ['of the minutes that are named', ['2025'], []],
  ])('lists those %s', async (_, args, expected) => {
    expect(await actions(...args)).toEqual(expected)
  })

  test('lists what was done and what was dropped, when asked', async () => {
    expect(await actions('--all')).toEqual([
      'clean the old barrels: open',
      'sharpen the knives: done',
      'order corks 📦: dropped',
      'paint the hives: open',
    ])
    const { out } = await list('actions', '--all')
    expect(lines(out)[0]).toMatch(/^since +meetings +state +last +who +what +topic$/)
    expect(lines(out).at(-1)).toBe('4 actions.')
  })

  test('aligns what takes two columns', async () => {
    const rows = lines((await list('actions', '--all')).out).slice(1, 5)
    const starts = rows.map((row) => columnsOf(row.slice(0, row.search(/(?:Cider|Bee)/))))
    expect(new Set(starts).size).toBe(1)
  })

  test.each([
    [
      'a person that nobody knows',
      ['--person', '@farrid'],
      /no handle of anybody called "@farrid".*Did you mean "@farid"\?/,
    ],
    ['a person that is none', ['--person', 'xyz'], /no handle of anybody called "xyz".*"minutebook people" lists/],
    ['a day that does not exist', ['--since', '2026-02-30'], /must be a day as YYYY-MM-DD/],
    ['a path that is not there', ['nowhere'], /no file or folder "nowhere"/],
    ['an option that it does not know', ['--owner', 'x'], /unknown option '--owner'/],
  ])('refuses %s', async (_, args, words) => {
    const { code, out, err } = await list('actions', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(words)
  })

  test('sees the whole book from within', async () => {
    const root = await folder(book)
    const { out } = await run(join(root, '2026'), ['actions', '--json'])
    const [barrels] = JSON.parse(out)
    expect([barrels.first, barrels.file]).toEqual(['2025-12-17', 'orchard-minutes-2026-01-21.md'])
    expect(barrels.appearances[0].file).toBe('../2025/orchard-minutes-2025-12-17.md')
  })

  test('says so where there are no minutes', async () => {
    const { code, out, err } = await run(await folder({ 'README.md': '# Hello\n' }), ['actions'])
    expect([code, out]).toEqual([0, '0 open actions.\n'])
    expect(err).toMatch(/^minutebook: No minutes here\./)
  })

  test('leaves out what cannot be read, and says so', async () => {
    const root = await folder({ ...book, '2026/orchard-minutes-2026-02-04.md': Uint8Array.of(0x72, 0xe9, 0x0a) })
    const { code, err } = await run(root, ['actions'])
    expect(code).toBe(1)
    expect(err).toMatch(/orchard-minutes-2026-02-04\.md: .*It is left out\./)
  })

  test('hands the terminal no commands that stand in minutes', async () => {
    const root = await folder({ 'crew-minutes-2026-01-07.md': '- [ ] ring the \u001b[31mbell\u0007\n' })
    expect((await run(root, ['actions'])).out).toContain('ring the ␛[31mbell␇')
  })
})

test('minutebook people lists who was there, aliases with whom they mean', async () => {
  expect((await json('people')).map(({ handle, ...rest }: { handle: string }) => [handle, rest])).toEqual([
    ['ilse', { present: 3, regrets: 0, absent: 0, chair: 2, scribe: 0, open: 1, last: '2026-01-21' }],
    [
      'noor',
      { name: 'Noor Haddad', present: 2, regrets: 1, absent: 0, chair: 1, scribe: 0, open: 1, last: '2026-01-21' },
    ],
    ['farid', { present: 1, regrets: 2, absent: 0, chair: 0, scribe: 0, open: 1, last: '2025-12-17' }],
  ])
  expect(lines((await list('people', '2026')).out)).toEqual([
    'who     name         present  last        regrets  chair  open actions',
    '@ilse                      2  2026-01-21               1             1',
    '@noor   Noor Haddad        1  2026-01-21        1      1             1',
    '@farid                     0                    2                    1',
    '',
    '3 people.',
  ])
})

test('minutebook people knows those whom the minutes name in full, and nobody by a first name', async () => {
  const root = await folder({ 'board-minutes-2026-01-05.md': '## Attendance\n\nPresent: Mia Berg, Jo, Ann Lee\n' })
  const { out } = await run(root, ['people'])
  expect(lines(out).slice(1, -2)).toEqual(['Ann Lee         1  2026-01-05', 'Mia Berg        1  2026-01-05'])
})

test('minutebook decisions lists each where it was taken', async () => {
  expect(await json('decisions')).toEqual([
    {
      day: '2025-12-17',
      decision: 'We decided to keep the old hives',
      topic: 'Bee Corner',
      file: '2025/orchard-minutes-2025-12-17.md',
      line: 24,
    },
    {
      day: '2026-01-07',
      decision: 'motion carried',
      topic: 'Cider Press',
      file: '2026/orchard-minutes-2026-01-07.md',
      line: 24,
    },
  ])
  expect(lines((await list('decisions')).out)[1]).toMatch(
    /^2025-12-17 {2}We decided .* {2}Bee Corner {3}2025\/.*\.md:24$/,
  )
})

test('minutebook meetings lists each with its attendance', async () => {
  const meetings = await json('meetings')
  expect(meetings.map(({ day }: { day: string }) => day)).toEqual(['2025-12-17', '2026-01-07', '2026-01-21'])
  expect(meetings[1]).toEqual({
    ...{ day: '2026-01-07', time: '17:00', chair: ['@ilse'], scribe: [], present: 1, partly: 0, regrets: 2, absent: 0 },
    ...{ open: 2, done: 1, decisions: 2, file: '2026/orchard-minutes-2026-01-07.md' },
  })
  expect(lines((await list('meetings')).out).at(-1)).toBe('3 meetings.')
})

describe('A table', () => {
  interface Row {
    readonly a: string
    readonly b: string
    readonly n: number
  }
  const columns: readonly Column<Row>[] = [
    { title: 'a', of: ({ a }) => a },
    { title: 'n', of: ({ n }) => n },
    { title: 'b', of: ({ b }) => b, yields: true },
    { title: 'nothing', of: () => undefined },
  ]
  const plain = (text: string) => text
  const draw = (rows: readonly Row[], width?: number) => table(rows, columns, plain, width).split('\n')

  test('counts columns as a terminal does, and puts numbers to the right', () => {
    expect(
      draw([
        { a: '木の蔵', n: 7, b: 'x' },
        { a: 'é', n: 12, b: 'y' },
      ]),
    ).toEqual(['a        n  b', '木の蔵   7  x', 'é       12  y'])
  })

  test('breaks what has no room between words, and long words anywhere', () => {
    const rows = [
      { a: 'k', n: 1, b: 'paint the mast and the hull before June' },
      { a: 'l', n: 2, b: 'x'.repeat(20) },
    ]
    expect(draw(rows, 24)).toEqual([
      'a  n  b',
      'k  1  paint the mast and',
      '      the hull before',
      '      June',
      'l  2  xxxxxxxxxxxxxxxxxx',
      '      xx',
    ])
  })

  test('keeps its columns readable on the narrowest terminal', () => {
    expect(draw([{ a: 'k', n: 1, b: 'paint the mast and the hull' }], 3)).toEqual([
      'a  n  b',
      'k  1  paint the mast',
      '      and the hull',
    ])
  })

  test('paints titles and what each row goes by', () => {
    const painted = table([{ a: 'k', n: 1, b: 'x' }], columns, (text, ...styles) => `<${styles}>${text}</>`, undefined)
    expect(painted.split('\n')).toEqual(['<dim>a</>  <dim>n</>  <dim>b</>', '<bold>k</>  1  x'])
  })
})

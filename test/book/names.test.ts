import { describe, expect, test } from 'vitest'
import { bareHandlesIn } from '../../server/src/book/bare-handles.ts'
import { type Book, EMPTY_BOOK, withParts, withRoster } from '../../server/src/book/book.ts'
import { aliasesOf, isListed, isPseudo, knownPeople, nameOf } from '../../server/src/book/names.ts'
import { partOf } from '../../server/src/book/part.ts'
import { slipsOf } from '../../server/src/book/slips.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { NO_ROSTER, type Roster } from '../../server/src/settings/roster.ts'

const PATH = 'crew-2026-01-05.md'

const bookOf = (text: string, roster: Partial<Roster> = {}): Book =>
  withRoster(withParts(EMPTY_BOOK, [partOf(parseMinutes(text), PATH)]), { ...NO_ROSTER, ...roster })

const aliases = (book: Book): string[] =>
  [...aliasesOf(book)].map(([alias, { handle, source }]) => `${alias} ${handle} ${source}`).sort()

describe('aliases', () => {
  test('lead to the handle in the end, and round about to nobody', () => {
    const people = [
      { handle: 'c', aliases: ['b'] },
      { handle: 'b', aliases: ['a'] },
      { handle: 'x', aliases: ['y'] },
      { handle: 'y', aliases: ['x'] },
    ]
    expect(aliases(bookOf('', { people }))).toEqual(['a c listed', 'b c listed'])
  })

  test('come from accounts where one person has them, and the minutes say which is the handle', () => {
    const people = [
      { handle: 'nils', aliases: [], accounts: ['naas', 'boat'] },
      { handle: 'tuva', aliases: [], accounts: ['boat', 'Tuva'] },
    ]
    expect(aliases(bookOf('- @nils\n', { people }))).toEqual(['naas nils listed'])
    expect(aliases(bookOf('- @naas, @naas, @nils\n', { people }))).toEqual(['nils naas listed'])
    expect(aliases(bookOf('Present: @naas, @nils\n', { people }))).toEqual([])
  })

  test('are handles of first names', () => {
    const text = '- Present: Nils Aas (@naas), @nils-aas\n\n@naas @naas @nils\n'
    expect(aliases(bookOf(text))).toEqual(['nils naas name'])
    expect(aliases(bookOf(text, { people: [{ handle: 'nils', aliases: [] }] }))).toEqual([])
    expect(aliases(bookOf(text, { pseudo: ['nils'] }))).toEqual([])
    expect(aliases(bookOf(text, { people: [{ handle: 'other', name: 'Nils Bø', aliases: [] }] }))).toEqual([])
  })
})

test('names come from the list of people, or else from the minutes', () => {
  const people = [{ handle: 'Tuva', name: 'Tuva Lie', aliases: ['tl'], accounts: ['tulie'] }]
  const book = bookOf('Present: Nils Aas (@nils), T. (@tuva)\n', { people, pseudo: ['All'] })
  expect(['nils', 'tuva', 'tl', 'tulie', 'ole'].map((key) => nameOf(book, key))).toEqual([
    'Nils Aas',
    ...Array(3).fill('Tuva Lie'),
    undefined,
  ])
  expect(['tuva', 'tl', 'nils'].map((key) => isListed(book, key))).toEqual([true, true, false])
  expect([isPseudo(book, 'all'), isPseudo(book, 'nils')]).toEqual([true, false])
  expect(knownPeople(book).map(({ handle }) => handle)).toEqual(['tuva'])
})

test('a slip is of no alias, of nobody listed, and of no pseudo handle', () => {
  const roster = { people: [{ handle: 'marten', aliases: ['marteni'] }], pseudo: ['martens'] }
  const meant = slipsOf(bookOf('- @martin, @martin, @martin, @martin\n', roster))
  expect(['martin', 'marten', 'marteni', 'martens', 'martenn'].map((key) => meant(key)?.handle)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    'marten',
  ])
})

test('bare words are looked for where handles are written', () => {
  const found = (text: string) => {
    const minutes = parseMinutes(text)
    const bareIn = bareHandlesIn({ book: bookOf(text), path: PATH, minutes })
    return minutes.blocks.flatMap(({ content }) => [...bareIn(content)].map(([word, { as }]) => `${word} ${as}`))
  }
  const head = 'Present: Nils Aas (@nilsaas), @tuva, @xkcd\n\n- @nilsaas, @nilsaas, @tuva, @tuva, @xkcd, @xkcd\n'
  expect(found(`${head}- nilsaas, tuva, xkcd, others\n`)).toEqual([
    'nilsaas distinctive',
    'tuva plain',
    'xkcd distinctive',
  ])
  expect(found('Present: @nilsaas, @tuva, @xkcd\n\n- nilsaas\n')).toEqual([])
})

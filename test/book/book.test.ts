import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Book, EMPTY_BOOK, withoutPart, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { seriesNear, seriesOf } from '../../server/src/book/series.ts'
import { documentsWith, type Vocabulary } from '../../server/src/book/vocabulary.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { always, seed } from '../minutes/random.ts'

type Files = Readonly<Record<string, string>>

const part = (path: string, text: string) => partOf(parseMinutes(text), path)
const bookOf = (files: Files): Book =>
  withParts(
    EMPTY_BOOK,
    Object.entries(files).map(([path, text]) => part(path, text)),
  )

/** What a book knows, in an order of its own. */
function summary(book: Book): unknown {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  const counts = (vocabulary: Vocabulary) =>
    sorted(
      new Map(
        [...vocabulary.settled.keys(), ...vocabulary.recent.keys()].map((word) => [
          word,
          documentsWith(vocabulary, word),
        ]),
      ),
    ).filter(([, count]) => count !== 0)
  return {
    parts: sorted(book.parts),
    people: sorted(book.people),
    projects: sorted(book.projects),
    words: counts(book.words),
    spellings: counts(book.spellings),
    series: seriesOf(book).map(({ parts, ...series }) => ({ ...series, paths: parts.map(({ path }) => path) })),
  }
}

/** Each person as one line: spelling, name, meetings attended, last seen. */
const people = (files: Files): string[] =>
  [...bookOf(files).people.values()].map(({ handle, name, attended, lastSeen }) =>
    [handle, name, attended, lastSeen].filter((each) => each !== undefined).join(' '),
  )

const minutes = (day: string, ...lines: string[]) => [`# Ferry crew, ${day}`, '', ...lines, ''].join('\n')

describe('people', () => {
  test('are one person however their handle is spelt, in the commonest spelling', () => {
    expect(
      people({
        'crew-2026-01-05.md': minutes('2026-01-05', 'Present: @Nils-A, @tuva'),
        'crew-2026-01-12.md': minutes('2026-01-12', 'Present: @nils-a', '', '- @nils-a - painted the mast'),
      }),
    ).toEqual(['nils-a 2 2026-01-12', 'tuva 1 2026-01-05'])
  })

  test('have the latest name beside their handle', () => {
    expect(
      people({
        'crew-2026-01-12.md': minutes('2026-01-12', 'Present: Nils Aas (@nils)'),
        'crew-2026-01-05.md': minutes('2026-01-05', 'Present: Nils (@nils)'),
      }),
    ).toEqual(['nils Nils Aas 2 2026-01-12'])
  })

  test('attend only where they were present', () => {
    expect(
      people({
        'crew-2026-01-05.md': minutes('2026-01-05', 'Present: @tuva', 'Regrets: @nils', '', '- @ole wrote to us'),
      }),
    ).toEqual(['tuva 1 2026-01-05', 'nils 0 2026-01-05', 'ole 0 2026-01-05'])
  })

  test('may have a handle that means something to JavaScript', () => {
    expect(
      people({ 'crew-2026-01-05.md': minutes('2026-01-05', 'Present: @constructor, @__proto__x, @toString') }),
    ).toEqual(['constructor 1 2026-01-05', 'toString 1 2026-01-05'])
  })
})

describe('projects', () => {
  test('are one project under every title they have had', () => {
    const book = bookOf({
      'a/2026-01-05.md': minutes(
        '2026-01-05',
        '## Projects',
        '',
        '- [Masts](https://example.org/p/1)',
        '- [Hull](https://example.org/p/2/)',
      ),
      'a/2026-01-12.md': minutes(
        '2026-01-12',
        '## Projects',
        '',
        '- [Masts and Sails](https://example.org/p/1)',
        '- [Hull](https://example.org/p/2)',
      ),
    })
    expect([...book.projects.values()].map(({ titles, documents }) => [titles, documents])).toEqual([
      [['Masts and Sails', 'Masts'], 2],
      [['Hull'], 2],
    ])
  })
})

describe('series', () => {
  const weekly = Object.fromEntries(
    ['05', '12', '19', '26'].map((day) => [`crew/minutes-2026-01-${day}.md`, minutes(`2026-01-${day}`)]),
  )
  test('are minutes with one manner of naming, and know how often the group meets', () => {
    const book = bookOf({
      ...weekly,
      'crew/board_20260107.md': minutes('2026-01-07'),
      'crew/README.md': '# Ferry crew',
    })
    expect(
      seriesOf(book).map(({ folder, prefix, separator, suffix, cadence, parts }) => [
        folder,
        prefix,
        separator,
        suffix,
        cadence,
        parts.length,
      ]),
    ).toEqual([
      ['crew/', 'minutes-', '-', '.md', 7, 4],
      ['crew/', 'board_', '', '.md', undefined, 1],
    ])
  })
  test('are found by a file of theirs, or by its folder', () => {
    const book = bookOf(weekly)
    expect([
      seriesNear(book, 'crew/minutes-2026-01-12.md')?.prefix,
      seriesNear(book, 'crew/new.md')?.prefix,
      seriesNear(book, 'other/new.md'),
    ]).toEqual(['minutes-', 'minutes-', undefined])
  })
})

describe(`a book kept up to date equals one made from scratch (seed ${seed})`, () => {
  const path = fc.constantFrom(
    'a/m-2026-01-05.md',
    'a/m-2026-01-12.md',
    'a/m-2026-01-19.md',
    'b/2026_02_01.md',
    'notes.md',
    'b/x-20260301.md',
  )
  const line = fc.constantFrom(
    'Present: @tuva, Nils Aas (@nils)',
    'Present: @Tuva',
    'Regrets: @nils',
    'Chair: @tuva',
    '- @ole and @NILS',
    '## Projects',
    '',
    '- [Masts](https://example.org/p/1)',
    '- [Hull](https://example.org/p/2)',
    '- [Keel](https://example.org/p/2/)',
    '- [Oars](https://example.org/p/3)',
    'Date: 2026-01-20 10:00 UTC',
  )
  const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.tuple(path, text), { maxLength: 3 }) },
    { weight: 1, arbitrary: path },
  )

  test('in whatever order documents come, change and go', () => {
    always(fc.array(step, { maxLength: 15 }), 500, (steps) => {
      let book = EMPTY_BOOK
      let files: Files = {}
      for (const each of steps) {
        if (typeof each === 'string') {
          book = withoutPart(book, each)
          files = Object.fromEntries(Object.entries(files).filter(([path]) => path !== each))
        } else {
          book = withParts(
            book,
            each.map(([path, text]) => part(path, text)),
          )
          files = { ...files, ...Object.fromEntries(each) }
        }
        expect(summary(book)).toEqual(summary(bookOf(files)))
      }
    })
  })

  test('a document that says what it said before leaves the book the very same', () => {
    const book = bookOf({ 'a/m-2026-01-05.md': minutes('2026-01-05', 'Present: @tuva') })
    expect(withParts(book, [part('a/m-2026-01-05.md', minutes('2026-01-05', 'Present: @tuva', '', 'So it is.'))])).toBe(
      book,
    )
  })

  test('a change of one document leaves the people of the others as they were', () => {
    const before = bookOf({ 'a.md': 'Present: @tuva', 'b.md': 'Present: @nils' })
    const after = withParts(before, [part('a.md', 'Present: @tuva, @ole')])
    expect(after.people.get('nils')).toBe(before.people.get('nils'))
  })
})

import { expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { seriesListedBy } from '../../server/src/book/index-page.ts'
import { partOf } from '../../server/src/book/part.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'

/** The pages of a book that list minutes, each with the folders of what it lists. */
function pages(files: Readonly<Record<string, string>>, index?: string): Record<string, string[]> {
  const book = withParts(
    EMPTY_BOOK,
    Object.entries(files).map(([path, text]) => partOf(parseMinutes(text), path)),
  )
  return Object.fromEntries(
    Object.keys(files).flatMap((path): [string, string[]][] => {
      const series = seriesListedBy({ ...DEFAULTS, index }, book, path)
      return series.length > 0 ? [[path, series.map(({ folder, prefix }) => folder + prefix).sort()]] : []
    }),
  )
}

const list = (...paths: string[]) => paths.map((path) => `- [x](${path})\n`).join('')
const minutes = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, '# Crew\n']))
const crew = minutes('crew/m-2026-01-05.md', 'crew/m-2026-01-12.md', 'crew/m-2026-01-19.md')

test('is the undated page with the most links to minutes', () => {
  expect(
    pages({
      ...crew,
      'crew/README.md': list('m-2026-01-05.md', './m-2026-01-12.md', 'm-2026-01-26.md'),
      'crew/sails.md': list('m-2026-01-05.md', 'm-2026-01-12.md', 'm-2026-01-12.md', 'm-2026-01-12.md'),
      'crew/m-2026-01-26.md': list('m-2026-01-05.md', 'm-2026-01-12.md', 'm-2026-01-19.md', 'm-2026-01-26.md'),
    }),
  ).toEqual({ 'crew/README.md': ['crew/m-'] })
})

test('is none where no page links several', () => {
  expect(pages({ ...crew, 'README.md': list('crew/m-2026-01-05.md'), 'crew/a.md': list('x-2026-01-05.md') })).toEqual(
    {},
  )
})

test('is the one that the settings name', () => {
  const files = {
    ...crew,
    'a.md': list('crew/m-2026-01-05.md'),
    'b.md': list('crew/m-2026-01-05.md', 'crew/m-2026-01-12.md'),
  }
  expect(pages(files, 'a.md')).toEqual({ 'a.md': ['crew/m-'] })
  expect(pages(files, 'c.md')).toEqual({})
})

test('lists several series, or each has its own', () => {
  const board = minutes('board/2026-01-07.md', 'board/2026-02-04.md')
  const crewList = list('../crew/m-2026-01-05.md', '../crew/m-2026-01-12.md')
  expect(pages({ ...crew, ...board, 'board/all.md': crewList + list('2026-01-07.md', '2026-02-04.md') })).toEqual({
    'board/all.md': ['board/', 'crew/m-'],
  })
  expect(
    pages({ ...crew, ...board, 'crew/a.md': crewList, 'board/b.md': list('2026-01-07.md', '2026-02-04.md') }),
  ).toEqual({ 'crew/a.md': ['crew/m-'], 'board/b.md': ['board/'] })
})

test('lists all years where it lists several, and one where it lists one', () => {
  const years = minutes('2024/2024-05-01.md', '2024/2024-06-01.md', '2025/2025-05-01.md', '2026/2026-01-01.md')
  const [old, newer] = [list('2024/2024-05-01.md', '2024/2024-06-01.md'), list('2025/2025-05-01.md')]
  expect(pages({ ...years, 'a.md': old + newer })).toEqual({ 'a.md': ['2024/', '2025/', '2026/'] })
  expect(pages({ ...years, 'a.md': old })).toEqual({ 'a.md': ['2024/'] })
})

import { expect, test } from 'vitest'
import { type Book, EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { dayInSeries, earlierMinutes, seriesWith } from '../../server/src/book/earlier.ts'
import { partOf } from '../../server/src/book/part.ts'
import { seriesOf } from '../../server/src/book/series.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'

const bookOf = (...paths: string[]): Book =>
  withParts(
    EMPTY_BOOK,
    paths.map((path) => partOf(parseMinutes('# Crew\n'), path)),
  )

const days = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26']
const book = bookOf(...days.map((day) => `crew/minutes-${day}.md`), 'crew/board_20260107.md', 'crew/README.md')

test('a name tells the day when it is one of the series', () => {
  const [series] = seriesOf(book)
  const day = (path: string) => dayInSeries(series!, path)
  expect(day('crew/minutes-2026-02-02.md')).toBe('2026-02-02')
  expect(day('crew/minutes-2026-01-05.md')).toBe('2026-01-05')
  for (const other of [
    'crew/minutes-2026-02-31.md',
    'crew/minutes-20260202.md',
    'crew/minutes_2026-02-02.md',
    'minutes-2026-02-02.md',
    'crew/minutes-2026-02-02.html',
    'crew/minutes-2026-02.md',
    'crew/README.md',
    '',
  ]) {
    expect(day(other)).toBeUndefined()
  }
})

test('minutes that are still to be written have a series, other files have none', () => {
  expect(seriesWith(book, 'crew/minutes-2027-01-04.md')?.prefix).toBe('minutes-')
  expect(seriesWith(book, 'crew/board_20270104.md')?.prefix).toBe('board_')
  expect(seriesWith(book, 'crew/README.md')).toBeUndefined()
})

test('the minutes before, the latest first', () => {
  const before = (path: string, most = 10) => earlierMinutes(book, path, most).map(({ day }) => day)
  expect(before('crew/minutes-2026-01-19.md')).toEqual(['2026-01-12', '2026-01-05'])
  expect(before('crew/minutes-2026-01-05.md')).toEqual([])
  expect(before('crew/minutes-2026-01-20.md')).toEqual(['2026-01-19', '2026-01-12', '2026-01-05'])
  expect(before('crew/minutes-2026-02-02.md', 2)).toEqual(['2026-01-26', '2026-01-19'])
  expect(before('crew/README.md')).toEqual([])
  expect(before('crew/board_20260107.md')).toEqual([])
})

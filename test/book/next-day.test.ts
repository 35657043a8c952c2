import { expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { nextDay } from '../../server/src/book/next-day.ts'
import { partOf } from '../../server/src/book/part.ts'
import { readDay } from '../../server/src/minutes/calendar.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'

/** When a group that met on these days meets next, by the names of its files alone. */
function check(days: string, folder: (day: string) => string = () => 'log/'): string | undefined {
  const paths = days.split(' ').map((day) => `${folder(day)}${day}.md`)
  const book = withParts(
    EMPTY_BOOK,
    paths.map((path) => partOf(parseMinutes(''), path)),
  )
  return nextDay(book, paths.at(-1)!, readDay(days.split(' ').at(-1)!)!)?.toString()
}

test.each([
  ['each week', '2026-02-04 2026-02-11 2026-02-18 2026-02-25', '2026-03-04'],
  ['every two weeks, one left out', '2026-01-07 2026-01-21 2026-02-04 2026-03-04 2026-03-18', '2026-04-01'],
  ['every two weeks, over the holidays', '2025-11-12 2025-11-26 2025-12-10 2026-01-07', '2026-01-21'],
  ['every two weeks, once a day later', '2026-01-07 2026-01-21 2026-02-04 2026-02-19', '2026-03-04'],
  ['every two weeks, on another weekday from now on', '2026-01-10 2026-01-24 2026-02-07 2026-02-18', '2026-03-04'],
  ['every two weeks, give or take a day', '2026-01-07 2026-01-22 2026-02-05 2026-02-18 2026-03-04', '2026-03-18'],
  ['each first Monday', '2026-01-05 2026-02-02 2026-03-02 2026-04-06', '2026-05-04'],
  ['each first Monday, moved for Easter', '2026-01-05 2026-02-02 2026-03-02 2026-04-13', '2026-05-04'],
  ['each fourth Wednesday', '2026-01-28 2026-02-25 2026-03-25 2026-04-22', '2026-05-27'],
  ['each last Friday', '2026-01-30 2026-02-27 2026-03-27 2026-04-24 2026-05-29 2026-06-26', '2026-07-31'],
  ['each last Friday, into a month with four', '2026-05-29 2026-06-26 2026-07-31', '2026-08-28'],
  ['the 15th of each month', '2026-03-15 2026-04-15 2026-05-15 2026-06-15', '2026-07-15'],
  ['the 30th of each month', '2025-10-30 2025-11-30 2025-12-30 2026-01-30', '2026-02-28'],
  ['the last day of each month', '2026-01-31 2026-02-28 2026-03-31 2026-04-30', '2026-05-31'],
  ['the second Tuesday of each quarter', '2025-06-10 2025-09-09 2025-12-09 2026-03-10', '2026-06-09'],
  ['first and third Tuesdays', '2026-02-17 2026-03-03 2026-03-17 2026-04-07 2026-04-21', '2026-05-05'],
  [
    'first and third Tuesdays, past a fifth',
    '2026-03-03 2026-03-17 2026-04-07 2026-04-21 2026-06-02 2026-06-16',
    '2026-07-07',
  ],
  ['one weekday, with many left out', '2026-01-07 2026-01-21 2026-02-25 2026-03-16', '2026-04-01'],
  ['no habit', '2026-01-07 2026-01-19 2026-02-28 2026-03-03 2026-04-28', undefined],
])('%s', (_, days, next) => {
  expect(check(days)).toBe(next)
})

test.each([
  ['year', (day: string) => `log/${day.slice(0, 4)}/`],
  ['month in a year', (day: string) => `log/${day.slice(0, 4)}/${day.slice(5, 7)}/`],
  ['month', (day: string) => `log/${day.slice(0, 7)}/`],
])('a habit goes on over folders of a %s', (_, folder) => {
  expect(check('2025-11-12 2025-11-26 2025-12-10 2025-12-24 2026-01-07', folder)).toBe('2026-01-21')
})

import { describe, expect, test } from 'vitest'
import { type Day, scanDates } from '../../server/src/minutes/dates.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { scanTimes } from '../../server/src/minutes/times.ts'

const day = ({ year, month, day }: Day) => [year ?? '?', month, day].join('-')

/** Each date of a text: year, month and day, the last day of a range, and the weekday beside it. */
const dates = (text: string) =>
  scanDates(text).map(({ end, weekday, ...date }) =>
    [day(date), end && `to ${day(end)}`, weekday?.text].filter(Boolean).join(' '),
  )

describe('dates', () => {
  test.each([
    ['on 2026-03-04 we met', '2026-3-4'],
    ['2026-03-04T16:00Z', '2026-3-4'],
    ['2026/03/04', '2026-3-4'],
    ['04-03-2026', '2026-3-4'],
    ['March 4, 2026', '2026-3-4'],
    ['March 4th 2026', '2026-3-4'],
    ['Mar 4', '?-3-4'],
    ['Sept. 4', '?-9-4'],
    ['4 March 2026', '2026-3-4'],
    ['the 4th of March', '?-3-4'],
    ['2026-02-(01-02)', '2026-2-1 to 2026-2-2'],
    ['March 4-6, 2026', '2026-3-4 to 2026-3-6'],
    ['March 4th – 6th', '?-3-4 to ?-3-6'],
    ['4–6 March 2026', '2026-3-4 to 2026-3-6'],
    ['Wednesday 2026-03-04', '2026-3-4 Wednesday'],
    ['Wed, March 4', '?-3-4 Wed'],
    ['Wednesday, 4 March', '?-3-4 Wednesday'],
    ['2026-03-04 (Wed)', '2026-3-4 Wed'],
    ['Sat-Sun 2026-02-(14-15)', '2026-2-14 to 2026-2-15'],
    ['2026-02-30', '2026-2-30'],
  ])('%s', (text, date) => expect(dates(text)).toEqual([date]))

  test.each([
    'v2026-03',
    '12-2026-03-04',
    'file-2026-03-04.md',
    'releases/2026-03-04/x',
    '2026-03-04-draft',
    'May I?',
    'March on',
    '1.4 May',
    'Mars 4',
    '20260304',
    '10:4 March',
    'mar 4',
  ])('none in %s', (text) => expect(dates(text)).toEqual([]))

  test('several in one line, in their order', () => {
    expect(dates('From March 4 to 2026-03-06, or 8 March')).toEqual(['?-3-4', '2026-3-6', '?-3-8'])
  })
})

/** Each time of a text with its zone. */
const times = (text: string) =>
  scanTimes(text).map(
    ({ hour, minute, zone, valid }) =>
      `${hour}:${String(minute).padStart(2, '0')}${zone ? ` ${zone.id}` : ''}${valid ? '' : ' ?'}`,
  )

describe('times', () => {
  test.each([
    ['at 16:00 UTC', '16:00 UTC'],
    ['16:00UTC', '16:00 UTC'],
    ['2026-03-04T16:00Z', '16:00 UTC'],
    ['16:00  UTC', '16:00 UTC'],
    ['1600 UTC', '16:00 UTC'],
    ['9:05', '9:05'],
    ['5pm', '17:00'],
    ['5:30 p.m. today', '17:30'],
    ['12am', '0:00'],
    ['12 pm', '12:00'],
    ['(17:00 Europe/Oslo)', '17:00 Europe/Oslo'],
    ['17:00 in Oslo', '17:00 Europe/Oslo'],
    ['9:00 PST', '9:00 America/Los_Angeles'],
    ['9:00 America/Argentina/Buenos_Aires', '9:00 America/Argentina/Buenos_Aires'],
    ['18:00 CEST', '18:00 Europe/Paris'],
    ['24:30 UTC', '24:30 UTC ?'],
    ['17:75', '17:75 ?'],
    ['13pm', '13:00 ?'],
    ['16.05 UTC', '16:05 UTC'],
    ['16:00 UTC+2', '16:00'],
    ['16:00 Bananas', '16:00'],
  ])('%s', (text, time) => expect(times(text)).toEqual([time]))

  test.each(['version 16.05', '16:00:30', 'ratio 1:2', 'AA:10:00', '12/10:30', '1600', '5 people', 'localhost:8080'])(
    'none in %s',
    (text) => expect(times(text)).toEqual([]),
  )
})

/** The handles of a text as minutes have it. */
const mentions = (text: string) =>
  parseMinutes(text).blocks.flatMap(({ content }) => content.mentions.map(({ handle }) => handle))

describe('mentions', () => {
  test.each([
    ['@runa, @Old-Bert. @liv_2', ['runa', 'Old-Bert', 'liv_2']],
    ['(@runa) "@liv" @sig\u2019s', ['runa', 'liv', 'sig']],
    ['with\u00a0@runa\u00a0and', ['runa']],
    ['**@runa** _@liv_ [@sig](https://example.org)', ['runa', 'liv', 'sig']],
    ['@runa- and @liv_', ['runa', 'liv']],
    ['…@runa–@liv', ['runa', 'liv']],
  ])('%s', (text, handles) => expect(mentions(text)).toEqual(handles))

  test.each([
    ['a mail address', 'runa@example.org'],
    ['an address', 'https://example.org/@runa and <https://example.org/@runa>'],
    ['a link', '[her page](https://example.org/@runa)'],
    ['code', '`@runa` and\n\n    @runa\n\n```\n@runa\n```'],
    ['a package', '@scope/package and `@scope/package`'],
    ['an address elsewhere', '@runa@example.social'],
    ['an hour', 'Wednesday @ 16:00 or @16:00'],
    ['an escape', '\\@runa'],
    ['a comment', '<!-- @runa -->'],
    ['Liquid', '{{ "@runa" }}'],
  ])('none in %s', (_, text) => expect(mentions(text)).toEqual([]))
})

import { describe, expect, test } from 'vitest'
import { plainDate } from '../../server/src/minutes/calendar.ts'
import { utcOf } from '../../server/src/minutes/moments.ts'
import { formatClock, scanTimes } from '../../server/src/minutes/times.ts'

/** The UTC time of the one time in a text, with the days between; `unknown` where it cannot be told. */
function utc(text: string, date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const [time] = scanTimes(text)
  const minutes = utcOf(time!, plainDate({ year, month, day })!, text.slice(time!.clock.to, time!.to))
  if (minutes === undefined) return 'unknown'
  const days = Math.floor(minutes / 1440)
  return formatClock(minutes) + (days === 0 ? '' : ` ${days > 0 ? '+' : ''}${days}`)
}

describe('the UTC time of a stated time', () => {
  test.each([
    ['17:00 UTC', '2026-03-04', '17:00'],
    ['17:00 Europe/Oslo', '2026-01-14', '16:00'],
    ['17:00 Europe/Oslo', '2026-07-15', '15:00'],
    ['01:00 Asia/Tokyo', '2026-01-14', '16:00 -1'],
    ['20:00 America/Los_Angeles', '2026-01-14', '04:00 +1'],
    ['9 am PT', '2026-07-15', '16:00'],
    ['9:00 PST', '2026-01-14', '17:00'],
    ['17:00 CEST', '2026-07-15', '15:00'],
  ])('%s on %s is %s', (text, date, there) => expect(utc(text, date)).toBe(there))

  test.each([
    ['17:00', '2026-03-04', 'without a zone'],
    ['25:00 UTC', '2026-03-04', 'for an hour that there is not'],
    ['9:00 CST', '2026-01-14', 'in Chicago or Shanghai'],
    ['9:00 PST', '2026-07-15', 'where the season is the other one'],
    ['02:30 Europe/Oslo', '2026-03-29', 'in the hour that summer time leaves out'],
    ['02:30 Europe/Oslo', '2026-10-25', 'in the hour that winter time repeats'],
  ])('cannot be told of %s on %s, %s', (text, date) => expect(utc(text, date)).toBe('unknown'))
})

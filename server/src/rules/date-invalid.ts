import { exists, plainDate } from '../minutes/calendar.ts'
import { type DateMention, MONTHS, scanDates } from '../minutes/dates.ts'
import { entryOf } from '../minutes/front-matter.ts'
import { respellDate } from '../minutes/spelling.ts'
import { scanTimes, type TimeMention } from '../minutes/times.ts'
import { slice } from '../text/span.ts'
import { type Fix, type Report, type Rule, replace, shiftReport } from './rule.ts'

export const dateInvalid: Rule = {
  id: 'date-invalid',
  severity: 'error',
  summary: 'a date or time that does not exist',
  block: ({ content }) => [...content.dates.flatMap(checkDate), ...content.times.flatMap(checkTime)],
  document: ({ minutes }) => {
    const entry = entryOf(minutes.frontMatter, 'meeting_time')
    if (!entry) return []
    const written = slice(minutes.text, entry.valueSpan)
    const found = [...scanDates(written).flatMap(checkDate), ...scanTimes(written).flatMap(checkTime)]
    return found.map((report) => shiftReport(report, entry.valueSpan.from))
  },
}

function checkDate(date: DateMention): Report[] {
  if (exists(date) && (!date.end || exists(date.end))) return []
  return [
    {
      from: date.from,
      to: date.to,
      message: {
        wrong: `There is no ${date.text}: ${reason(exists(date) ? date.end! : date)}.`,
        why: 'Nobody can know which day is meant.',
        remedy: 'Write the day that is meant.',
      },
      fixes: exists(date) ? [] : fixesFor(date),
    },
  ]
}

function reason({ year, month, day }: { year?: number; month: number; day: number }): string {
  const name = MONTHS[month - 1]
  if (!name) return `a year has 12 months, not ${month}`
  const last = lastDay(year, month)
  const inYear = year === undefined ? '' : ` ${year}`
  return day < 1 ? 'a month begins with day 1' : `${name}${inYear} has ${last} days`
}

const lastDay = (year: number | undefined, month: number): number =>
  [31, 30, 29, 28].find((day) => exists({ ...(year !== undefined && { year }), month, day })) ?? 31

function fixesFor(date: DateMention): Fix[] {
  const { year, month, day } = date
  if (year === undefined || date.end) return []
  const swapped = month > 12 ? plainDate({ year, month: day, day: month }) : undefined
  const last = month >= 1 && month <= 12 && day > 28 ? plainDate({ year, month, day: lastDay(year, month) }) : undefined
  const fixes: Fix[] = []
  if (swapped) {
    const text = respellDate(date, swapped)
    fixes.push(replace(`Swap month and day: "${text}"`, date, text, { preferred: true }))
  }
  if (last) {
    const text = respellDate(date, last)
    fixes.push(replace(`Change to the last day of the month: "${text}"`, date, text))
  }
  return fixes
}

function checkTime({ valid, zone, clock, clockText, minute }: TimeMention): Report[] {
  // Without a zone it may be a score, a verse or the length of a recording.
  if (valid || !zone) return []
  const half = /m/i.test(clockText)
  const limit =
    minute > 59
      ? 'an hour has minutes 00 to 59'
      : half
        ? 'with am or pm the hours go from 1 to 12'
        : 'a day ends at 24:00'
  return [
    {
      ...clock,
      message: {
        wrong: `There is no ${clockText}: ${limit}.`,
        why: 'Nobody can know which hour is meant.',
        remedy: 'Write the time that is meant.',
      },
    },
  ]
}

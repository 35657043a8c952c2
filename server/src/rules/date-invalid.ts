import { exists, plainDate } from '../minutes/calendar.ts'
import { type DateMention, scanDates } from '../minutes/dates.ts'
import { entryOf, type FrontMatter } from '../minutes/front-matter.ts'
import { respellDate } from '../minutes/spelling.ts'
import { scanTimes, type TimeMention } from '../minutes/times.ts'
import { memo } from '../text/memo.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { type Fix, type Report, type Rule, replace, shiftReport } from './rule.ts'
import { MONTH_NAMES } from './shared/calendar-words.ts'

export const dateInvalid: Rule = {
  id: 'date-invalid',
  severity: 'error',
  summary: 'a date or time that does not exist',
  block: ({ content: { prose, dates, times } }) => [
    ...dates.flatMap((date) => checkDate(date, prose)),
    ...times.flatMap((time) => checkTime(time, prose)),
  ],
  reads: () => undefined,
  document: ({ minutes }) => (minutes.frontMatter ? checkFrontMatter(minutes.frontMatter) : []),
}

const checkFrontMatter = memo((frontMatter: FrontMatter): readonly Report[] => {
  const entry = entryOf(frontMatter, 'meeting_time')
  if (!entry) return []
  const { raw } = entry
  const found = [
    ...scanDates(raw).flatMap((date) => checkDate(date, raw)),
    ...scanTimes(raw).flatMap((time) => checkTime(time, raw)),
  ]
  return found.map((report) => shiftReport(report, entry.valueSpan.from))
})

function checkDate(date: DateMention, prose: string): Report[] {
  if (exists(date) && (!date.end || exists(date.end))) return []
  if (!isDate(date, prose)) return []
  return [
    {
      from: date.from,
      to: date.to,
      message: {
        wrong: phrase`There is no ${date.text}: ${reason(exists(date) ? date.end! : date)}.`,
        why: phrase`Nobody can know which day is meant.`,
        remedy: phrase`Write the day that is meant.`,
      },
      fixes: exists(date) ? [] : fixesFor(date),
    },
  ]
}

/** Whether it can only be a date: not a phone number, a season (2023/24/25), or "in March 45 people joined". */
function isDate(date: DateMention, prose: string): boolean {
  const { form, month, day, year, weekday, text } = date
  if (prose[date.from - 1] === '#') return false
  // What is no date with the day first is one with the month first: 04-28-2016.
  // What has dots may as well be a version.
  if (form === 'dots') return false
  if (form === 'day-first') return month >= 1 && month <= 12 && day >= 1 && day <= 31
  if (form === 'slashes') return month <= 12 || day <= 12
  if (form === 'iso' || year !== undefined || weekday || /\d(?:st|nd|rd|th)\b/.test(text)) return true
  if (day > 31 || (date.end && date.end.day > 31)) return false
  return form === 'month-name'
    ? !COUNTED.test(prose.slice(date.to, date.to + 8))
    : !COUNTS.test(prose.slice(Math.max(0, date.from - 12), date.from))
}

// "In April 31 people came" and "all 31 April invoices" count something.
const COUNTED = /^[ \t]*[\p{L}\d%]/u
const COUNTS = /\b(?:all|the|these|those|about|over|some|of|with|are)[ \t]+$/i

function reason({ year, month, day }: { year?: number; month: number; day: number }): Phrase {
  const name = MONTH_NAMES[month - 1]
  if (!name) return phrase`a year has 12 months, not ${month}`
  if (day < 1) return phrase`a month begins with day 1`
  const last = lastDay(year, month)
  return year === undefined ? phrase`${name} has ${last} days` : phrase`${name} ${year} has ${last} days`
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
    fixes.push(replace(phrase`Swap month and day: "${text}"`, date, text, { preferred: true }))
  }
  if (last) {
    const text = respellDate(date, last)
    fixes.push(replace(phrase`Change to the last day of the month: "${text}"`, date, text))
  }
  return fixes
}

function checkTime(time: TimeMention, prose: string): Report[] {
  const { valid, clock, clockText, minute } = time
  if (valid || !isTime(time, prose)) return []
  const half = /m/i.test(clockText)
  const limit =
    minute > 59
      ? phrase`an hour has minutes 00 to 59`
      : half
        ? phrase`with am or pm the hours go from 1 to 12`
        : phrase`a day ends at 24:00`
  return [
    {
      ...clock,
      message: {
        wrong: phrase`There is no ${clockText}: ${limit}.`,
        why: phrase`Nobody can know which hour is meant.`,
        remedy: phrase`Write the time that is meant.`,
      },
    },
  ]
}

/** Whether it can only be a time of day: without a zone it may be a score, a verse or the length of a recording. */
function isTime({ zone, clock, clockText, to }: TimeMention, prose: string): boolean {
  // "12:75 Paris" may be a score all the same.
  if (!zone || !/[A-Z]{2}|\//.test(prose.slice(clock.to, to))) return false
  // "10.75 MT" is a weight, "January 1970 UTC" a year, and "0:30 am" is what many write for half past midnight.
  return !/\d\.\d|^(?:19|20)\d\d$|^0/.test(clockText)
}

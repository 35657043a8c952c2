import { daysBetween, nearestWeekday, type PlainDate, plainDate } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import { type DateMention, scanDates } from '../minutes/dates.ts'
import { entryOf } from '../minutes/front-matter.ts'
import { meantDays } from '../minutes/next-meeting.ts'
import { respellDate, respellWeekday } from '../minutes/spelling.ts'
import { phrase } from '../text/phrase.ts'
import { type Fix, type Report, type Rule, replace, type Subject, shiftReport } from './rule.ts'
import { WEEKDAY_NAMES } from './shared/calendar-words.ts'

export const weekday: Rule = {
  id: 'weekday',
  severity: 'error',
  summary: 'a weekday that is not that date’s',
  context: ({ day }) => String(day),
  block: ({ content: { prose, dates }, kind, subject }) => {
    const stated = dates.some(({ weekday }) => weekday) ? dates.filter((date) => !isCited(date, prose)) : NONE
    return checkDates({ prose, dates: stated }, subject.day, kind === 'next-meeting' || kind === 'events')
  },
  reads: () => undefined,
  document: ({ minutes, day }) => checkFrontMatter(minutes, day),
}

const NONE: readonly DateMention[] = []

/** Whether a date stands in quotes by itself: 'for "Wednesday, 5 March" read "Thursday, 5 March"'. */
function isCited({ from, to, weekday: written }: DateMention, prose: string): boolean {
  const [start, end] = written ? [Math.min(from, written.from), Math.max(to, written.to)] : [from, to]
  return /["“”„«»‘']/.test(prose.slice(Math.max(0, start - 1), start)) && /["“”«»’']/.test(prose.slice(end, end + 1))
}

function checkFrontMatter({ frontMatter }: Subject['minutes'], meeting: Subject['day']): Report[] {
  if (!frontMatter) return []
  return ['meeting_time', 'title'].flatMap((key): Report[] => {
    const entry = entryOf(frontMatter, key)
    if (!entry) return []
    const found = checkDates({ prose: entry.raw, dates: scanDates(entry.raw) }, meeting, true)
    return found.map((report) => shiftReport(report, entry.valueSpan.from))
  })
}

type Dated = Pick<Content, 'prose' | 'dates'>

/** @param ahead whether the text speaks of what is to come. */
const checkDates = (text: Dated, meeting: PlainDate | undefined, ahead: boolean): Report[] =>
  text.dates.flatMap((date, index) => checkDate(date, text.dates[index + 1], text, meeting, ahead) ?? [])

function checkDate(
  date: DateMention,
  next: DateMention | undefined,
  text: Dated,
  meeting: PlainDate | undefined,
  ahead: boolean,
): Report | undefined {
  const written = date.weekday
  if (!written || !belongs(date, next, text)) return undefined
  const away = (day: PlainDate) => (meeting ? Math.abs(daysBetween(meeting, day)) : 0)
  const days = [...meantDays(date, meeting, ahead)].sort((a, b) => away(a) - away(b))
  const [meant] = days
  if (!meant || [...days, ...monthFirst(date)].some((day) => day.dayOfWeek === written.day)) return undefined
  // Without its year, a day far off may be that of any year.
  if (date.year === undefined && away(meant) > NEAR) return undefined
  const [right, other] = [meant.dayOfWeek, written.day].map((day) => WEEKDAY_NAMES[day - 1]!)
  const which = plainDate(date) ? date.text : `${date.text} ${meant.year}`
  return {
    from: Math.min(written.from, date.from),
    to: Math.max(written.to, date.to),
    message: {
      wrong: phrase`${which} is a ${right!}, but ${other!} is written here.`,
      why: phrase`Readers will come on the wrong day.`,
      remedy: phrase`Change the weekday, or the date?`,
    },
    fixes: fixes(date, meant, meeting),
  }
}

/** In days: two months, as groups write of the meeting before and the one after. */
const NEAR = 60

/** Whether the weekday speaks of this date: not in "on Friday. 5 March is …", nor in "5 March, Friday 6 March". */
function belongs({ from, weekday: written }: DateMention, next: DateMention | undefined, { prose }: Dated): boolean {
  const ends = /day$/i.test(written!.text) && prose.startsWith('.', written!.to) && written!.to < from
  return !ends && next?.weekday?.from !== written!.from
}

/** What 03-04-2026 means to an American. */
function monthFirst({ form, year, month, day }: DateMention): PlainDate[] {
  const other = form === 'day-first' && plainDate({ year: year!, month: day, day: month })
  return other ? [other] : []
}

/** Both remedies; the date is the likelier slip when the weekday is the one on which the group meets. */
function fixes(date: DateMention, meant: PlainDate, meeting: PlainDate | undefined): Fix[] {
  const written = date.weekday!
  const name = respellWeekday(written.text, meant.dayOfWeek)
  const other = respellDate(date, nearestWeekday(meant, written.day))
  const dateIsWrong = meeting?.dayOfWeek === written.day && meeting.dayOfWeek !== meant.dayOfWeek
  const changeName = replace(phrase`Change "${written.text}" to "${name}"`, written, name, { preferred: !dateIsWrong })
  const changeDate = replace(phrase`Change "${date.text}" to "${other}"`, date, other, { preferred: dateIsWrong })
  // The other days of a range would have to move too.
  if (date.end) return [changeName]
  return dateIsWrong ? [changeDate, changeName] : [changeName, changeDate]
}

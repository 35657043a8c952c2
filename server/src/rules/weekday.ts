import { nearestWeekday, type PlainDate, plainDate } from '../minutes/calendar.ts'
import { type DateMention, WEEKDAYS } from '../minutes/dates.ts'
import { meantDays } from '../minutes/next-meeting.ts'
import { respellDate, respellWeekday } from '../minutes/spelling.ts'
import { type BlockSubject, type Fix, type Report, type Rule, replace } from './rule.ts'

export const weekday: Rule = {
  id: 'weekday',
  severity: 'error',
  summary: 'a weekday that is not that date’s',
  context: ({ day }) => String(day),
  block: (block) => block.content.dates.flatMap((date) => checkDate(date, block) ?? []),
}

function checkDate(date: DateMention, { kind, subject: { day: meeting } }: BlockSubject): Report | undefined {
  const written = date.weekday
  if (!written) return undefined
  const ahead = kind === 'next-meeting' || kind === 'events'
  const days = meantDays(date, meeting, ahead)
  const [meant] = days
  if (!meant || days.some((day) => day.dayOfWeek === written.day)) return undefined
  const right = WEEKDAYS[meant.dayOfWeek - 1]!
  const which = plainDate(date) ? date.text : `${date.text} ${meant.year}`
  return {
    from: Math.min(written.from, date.from),
    to: Math.max(written.to, date.to),
    message: {
      wrong: `${which} is a ${right}, but ${WEEKDAYS[written.day - 1]} is written here.`,
      why: 'Readers will come on the wrong day.',
      remedy: 'Change the weekday, or the date?',
    },
    fixes: fixes(date, meant, meeting),
  }
}

/** Both remedies; the date is the likelier slip when the weekday is the one on which the group meets. */
function fixes(date: DateMention, meant: PlainDate, meeting: PlainDate | undefined): Fix[] {
  const written = date.weekday!
  const name = respellWeekday(written.text, meant.dayOfWeek)
  const other = respellDate(date, nearestWeekday(meant, written.day))
  const dateIsWrong = meeting?.dayOfWeek === written.day && meeting.dayOfWeek !== meant.dayOfWeek
  const changeName = replace(`Change "${written.text}" to "${name}"`, written, name, { preferred: !dateIsWrong })
  const changeDate = replace(`Change "${date.text}" to "${other}"`, date, other, { preferred: dateIsWrong })
  // The other days of a range would have to move too.
  if (date.end) return [changeName]
  return dateIsWrong ? [changeDate, changeName] : [changeName, changeDate]
}

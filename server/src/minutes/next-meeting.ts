import { memo } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import { daysBetween, lastBefore, nextOn, type PlainDate, plainDate } from './calendar.ts'
import { type DateMention, shiftDate } from './dates.ts'
import { kindAt, type Minutes } from './minutes.ts'
import { minuteOfDay, shiftTime, type TimeMention } from './times.ts'

/** The line that calls the next meeting. The span is its line's; spans count in the whole text. */
export interface NextMeeting extends Span {
  readonly date?: DateMention
  readonly time?: TimeMention
  /** UTC, minutes since midnight. */
  readonly minutes?: number
}

/** "Next meeting is …", "Next meeting: …", where no heading says it. */
const CALL = /\bnext (?:online )?meeting(?: is| will be|:| on\b)/i

/** When and where the group meets next; `undefined` when the minutes do not say. */
export const nextMeetingOf = memo((minutes: Minutes): NextMeeting | undefined => {
  let found: NextMeeting | undefined
  for (const [index, { content, from }] of minutes.blocks.entries()) {
    if (content.heading || (content.dates.length === 0 && content.times.length === 0)) continue
    const kind = kindAt(minutes, index)
    const call = kind === 'next-meeting' ? 0 : content.prose.search(CALL)
    if (call < 0) continue
    const date = content.dates.find((each) => each.from >= call)
    const time = content.times.find((each) => each.from >= call && each.zone?.id === 'UTC')
    if (!date && !time) continue
    const start = content.prose.lastIndexOf('\n', (date ?? time)!.from) + 1
    const end = content.prose.indexOf('\n', (date ?? time)!.from)
    found = {
      ...shift({ from: start, to: end < 0 ? content.prose.length : end }, from),
      ...(date && { date: shiftDate(date, from) }),
      ...(time && { time: shiftTime(time, from) }),
      ...(time?.valid && { minutes: minuteOfDay(time) }),
    }
    if (date) return found
  }
  return found
})

/**
 * The days that a date without a year may mean, the likelier first: the nearest after the meeting; where the text does
 * not look ahead, also the nearest before it.
 */
export function meantDays(date: DateMention, meeting: PlainDate | undefined, ahead: boolean): readonly PlainDate[] {
  const exact = plainDate(date)
  if (exact) return [exact]
  if (!meeting || date.year !== undefined) return []
  const after = nextOn(date, meeting)
  const before = ahead ? undefined : lastBefore(date, meeting)
  return [after, before].filter((day) => day !== undefined)
}

/** The day that a date without a year means beside a meeting; `undefined` where it is far from it. */
export function dayNear(date: DateMention, meeting: PlainDate): PlainDate | undefined {
  const away = (day: PlainDate) => Math.abs(daysBetween(meeting, day))
  const [day] = [...meantDays(date, meeting, false)].sort((a, b) => away(a) - away(b))
  return day && away(day) <= NEAR ? day : undefined
}

/** In days. */
const NEAR = 60

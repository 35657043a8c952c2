import { nearestWeekday, type PlainDate, plainDate } from '../minutes/calendar.ts'
import { scanDates } from '../minutes/dates.ts'
import type { Book } from './book.ts'
import { recentMinutes } from './recent.ts'
import { seriesNear } from './series.ts'

/** Beyond this, in days, nobody meets regularly. */
const LONGEST = 100

/**
 * When a group meets next after `day`: by its cadence; a group that meets on, say, each second Thursday of the month,
 * by that. `undefined` where it has no cadence.
 */
export function nextDay(book: Book, path: string, day: PlainDate): PlainDate | undefined {
  const cadence = seriesNear(book, path)?.cadence
  if (cadence === undefined || cadence <= 0 || cadence > LONGEST) return undefined
  return (cadence === 28 || cadence === 35 ? monthly(book, path, day) : undefined) ?? day.add({ days: cadence })
}

/** The same weekday of next month, where the group's meetings all have one number in their months. */
function monthly(book: Book, path: string, day: PlainDate): PlainDate | undefined {
  const days = recentMinutes({ book, path }).flatMap((part) => plainDate(scanDates(part.day)[0]!) ?? [])
  const number = numberOf(day)
  const isAlike = (each: PlainDate) => numberOf(each) === number && each.dayOfWeek === day.dayOfWeek
  // Few months have a fifth one.
  if (days.length < 2 || number > 4 || !days.every(isAlike)) return undefined
  // The middle of the week in which it falls: the nearest such weekday is the one meant.
  const about = day.add({ months: 1 }).with({ day: 7 * number - 3 })
  return nearestWeekday(about, day.dayOfWeek)
}

/** 1 for the first such weekday of its month. */
const numberOf = ({ day }: PlainDate): number => Math.ceil(day / 7)

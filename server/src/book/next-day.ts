import { daysBetween, nearestWeekday, type PlainDate, readDay } from '../minutes/calendar.ts'
import type { Book } from './book.ts'
import { recentMinutes } from './recent.ts'
import { seriesNear } from './series.ts'

/** Beyond this, in days, nobody meets regularly. */
const LONGEST = 100

/**
 * When a group meets next after `day`, by the habit that its last minutes show: each first Monday, the 15th of each month,
 * the first and third Tuesday; otherwise so many days later, on its usual weekday. A meeting that was moved or fell out
 * changes no habit. `undefined` where there is none.
 */
export function nextDay(book: Book, path: string, day: PlainDate): PlainDate | undefined {
  const days = daysUpTo(book, path, day)
  const cadence = cadenceOf(days) ?? (days.length > 3 ? undefined : seriesNear(book, path)?.cadence)
  if (cadence === undefined || cadence <= 0 || cadence > LONGEST) return undefined
  const months = Math.round(cadence / DAYS_IN_MONTH)
  const found =
    months > 0 && cadence >= SHORTEST_MONTH
      ? (byWeekday(days, day, months) ?? byDate(days, day, months))
      : twiceAMonth(days, day, cadence)
  return found ?? onUsualWeekday(days, day, day.add({ days: cadence }))
}

const [DAYS_IN_MONTH, SHORTEST_MONTH] = [30.4, 27]

/** The days of the last meetings, this one included, in order. */
function daysUpTo(book: Book, path: string, day: PlainDate): readonly PlainDate[] {
  const recent = recentMinutes({ book, path }).map((part) => part.day)
  return [...new Set([...recent, day.toString()])].sort().flatMap((each) => readDay(each) ?? [])
}

/** The commonest number of days from one meeting to the next. Where none comes twice, the commonest number of weeks. */
function cadenceOf(days: readonly PlainDate[]): number | undefined {
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index]!, day))
  if (gaps.length < 2) return undefined
  const [gap, count] = commonest(gaps)
  if (count > 1) return gap
  const [weeks, times] = commonest(gaps.map((each) => Math.round(each / 7)))
  if (times > 1) return weeks * 7
  if (gaps.length === 2 && gap % 7 === 0) return gap
  // Whoever meets on one weekday all the same has left some out.
  const whole = gaps.filter((each) => each % 7 === 0)
  return whole.length * 2 > gaps.length ? Math.min(...whole) : undefined
}

/** The commonest of some numbers, the smallest of those that are as common, and how often it is there. */
function commonest(numbers: readonly number[]): readonly [number, number] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!
}

/** Whether so many of the days are a habit: two in three, and two at least besides one that may have been moved. */
const isHabit = (alike: readonly PlainDate[], days: readonly PlainDate[], day: PlainDate): boolean =>
  alike.length * 3 >= days.length * 2 && alike.length >= (alike.some((each) => each.equals(day)) ? 2 : 3)

/** The same weekday of a later month, where the group's meetings have one number in their months, or are the last there. */
function byWeekday(days: readonly PlainDate[], day: PlainDate, months: number): PlainDate | undefined {
  const [weekday] = commonest(days.map((each) => each.dayOfWeek))
  const own = days.filter((each) => each.dayOfWeek === weekday)
  // Few months have a fifth one: who meets on the last meets on the fourth more often.
  const numbered = own.filter((each) => numberOf(each) === commonest(own.map(numberOf))[0])
  const last = own.filter((each) => each.day + 7 > each.daysInMonth)
  const month = day.with({ day: 1 }).add({ months })
  if (last.length > numbered.length && isHabit(last, days, day))
    return nearestWeekday(month.with({ day: month.daysInMonth - 3 }), weekday)
  const number = numberOf(numbered[0]!)
  // The middle of the week in which it falls: the nearest such weekday is the one meant.
  if (number <= 4 && isHabit(numbered, days, day)) return nearestWeekday(month.with({ day: 7 * number - 3 }), weekday)
  return undefined
}

/** 1 for the first such weekday of its month. */
const numberOf = ({ day }: PlainDate): number => Math.ceil(day / 7)

/** The same date of a later month, or its end. */
function byDate(days: readonly PlainDate[], day: PlainDate, months: number): PlainDate | undefined {
  const isEnd = (each: PlainDate) => each.day === each.daysInMonth
  const [usual] = commonest(days.map((each) => each.day))
  const date = days.every(isEnd) ? 31 : usual
  const alike = days.filter((each) => each.day === date || (each.day < date && isEnd(each)))
  return isHabit(alike, days, day) ? day.with({ day: 1 }).add({ months }).with({ day: date }) : undefined
}

/** The first and third, or second and fourth, such weekday: known from two weeks by a month with a fifth, left out. */
function twiceAMonth(days: readonly PlainDate[], day: PlainDate, cadence: number): PlainDate | undefined {
  const first = days.every((each) => numberOf(each) % 2 === 1) ? 1 : 2
  const isOne = (each: PlainDate) => [first, first + 2].includes(numberOf(each)) && each.dayOfWeek === day.dayOfWeek
  const skipped = days.some((each, index) => index > 0 && daysBetween(days[index - 1]!, each) === 21)
  if (cadence !== 14 || !skipped || !days.every(isOne)) return undefined
  return [14, 21].map((ahead) => day.add({ days: ahead })).find(isOne)
}

/** A day, or the nearest with the weekday on which the group meets otherwise, and from which this time moved a little. */
function onUsualWeekday(days: readonly PlainDate[], day: PlainDate, next: PlainDate): PlainDate {
  const [weekday] = commonest(days.map((each) => each.dayOfWeek))
  const usual = days.filter((each) => each.dayOfWeek === weekday)
  const moved = Math.abs(daysBetween(nearestWeekday(day, weekday), day))
  const isMoved = moved > 0 && moved < 3 && next.dayOfWeek === day.dayOfWeek && isHabit(usual, days, day)
  return isMoved ? nearestWeekday(next, weekday) : next
}

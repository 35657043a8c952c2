const twoDigits = (number: number) => String(number).padStart(2, '0')

import { t } from './translated.ts'

/** The day as ISO 8601 writes it, on the writer's own calendar: `2026-04-15`. */
export function isoDay(moment: Date): string {
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`
}

/** What is wrong with a day somebody typed, in words for them; `undefined` when it is a day of the calendar. */
export function dayProblem(typed: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed.trim())
  if (parts === null) return t`Write the day as year, month and day, such as ${isoDay(new Date())}.`
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  if (month < 1 || month > 12) return t`There is no month ${month}. Months go from 01 to 12.`
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day < 1 || day > last) {
    const yearMonth = `${parts[1]}-${parts[2]}`
    return t`There is no day ${day} in ${yearMonth}. That month ends on ${yearMonth}-${last}.`
  }
  return undefined
}

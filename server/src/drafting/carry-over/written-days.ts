import type { PlainDate } from '../../minutes/calendar.ts'
import { scanDates } from '../../minutes/dates.ts'
import { addApart } from '../../text/apart.ts'
import type { TextEdit } from '../../text/edit.ts'
import { dateChanges, meantDay } from '../move-dates.ts'

/**
 * The day of a meeting moved to another where it is written in a way that is a date only to who knows the day: `20260304`,
 * `4/3/2026` and `03/04/2026`, `4 MARCH 2026`, and, where wanted, as a part of a name or address: `/2026/03/04/`.
 */
export function writtenDays(text: string, day: PlainDate, newDay: PlainDate, inNames = false): readonly TextEdit[] {
  const found: TextEdit[] = []
  const add = (edit: TextEdit) => addApart(found, edit)
  inCapitals(text, day, newDay).forEach(add)
  for (const { index: from, 0: old, groups = {} } of text.matchAll(NUMBERS)) {
    const { first = '', second = '' } = groups
    const isDayFirst = Number(first) === day.day && Number(second) === day.month
    if (!isDayFirst && (Number(first) !== day.month || Number(second) !== day.day)) continue
    if (Number(groups.year) !== day.year) continue
    const like = (written: string, number: number) => String(number).padStart(/^0/.test(written) ? 2 : 1, '0')
    const [one, two] = isDayFirst ? [newDay.day, newDay.month] : [newDay.month, newDay.day]
    // On the third of March nobody can tell which number is the day.
    const insert = first === second ? newDay.toString() : `${like(first, one)}/${like(second, two)}/${newDay.year}`
    add({ from, to: from + old.length, insert })
  }
  const separators = inNames ? ['', '-', '/', '_', '.'] : ['']
  for (const separator of separators) {
    const [old, insert] = [day, newDay].map((each) => each.toString().replaceAll('-', separator)) as [string, string]
    for (let from = text.indexOf(old); from >= 0; from = text.indexOf(old, from + old.length)) {
      const isWhole = !/\d/.test(text[from - 1] ?? '') && !/\d/.test(text[from + old.length] ?? '')
      if (isWhole) add({ from, to: from + old.length, insert })
    }
  }
  return found
}

const NUMBERS = /(?<![\w./-])(?<first>\d{1,2})\/(?<second>\d{1,2})\/(?<year>(?:19|20)\d\d)(?![\w/-]|\.\w)/g

/** Dates with a month or weekday in capitals. */
function inCapitals(text: string, day: PlainDate, newDay: PlainDate): readonly TextEdit[] {
  const plain = text.replace(/\b([A-Z])([A-Z]{2,8})\b/g, (_, first: string, rest: string) => first + rest.toLowerCase())
  if (plain === text) return []
  return scanDates(plain).flatMap((date): TextEdit[] => {
    if (date.year === undefined || !meantDay(date, day)?.equals(day)) return []
    return dateChanges(date, newDay).map(({ from, to, put }) => {
      const isCapital = /[A-Z]{3}/.test(text.slice(from, to))
      return { from, to, insert: isCapital ? String(put).toUpperCase() : String(put) }
    })
  })
}

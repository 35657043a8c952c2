import type { PlainDate } from '../../minutes/calendar.ts'
import { MONTHS, monthNamed } from '../../minutes/dates.ts'
import { fileDay } from '../../minutes/meeting.ts'

const DAY = /((?:19|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/g

/**
 * The path of the minutes of another day, named as these are; folders of their year, quarter and month are those of the
 * other's. `undefined` where the name does not tell the day.
 */
export function pathOn(path: string, day: PlainDate): string | undefined {
  const own = fileDay(path)
  if (!own) return undefined
  const folders = path.split('/')
  const name = folders.pop()!
  const last = [...name.matchAll(DAY)].at(-1)!
  const [year, month, date] = day.toString().split('-') as [string, string, string]
  const named = name.slice(0, last.index) + [year, month, date].join(last[2]!) + name.slice(last.index + last[0].length)
  let isInYear = false
  const moved = folders.map((folder) => {
    const rest = folder.startsWith(String(own.year)) ? folder.slice(4) : undefined
    const part = rest === undefined ? (isInYear ? partOn(folder, own, day) : undefined) : partOn(rest, own, day)
    if (rest === undefined) return part ?? folder
    isInYear = true
    return rest === '' || part !== undefined ? year + (part ?? '') : folder
  })
  return [...moved, named].join('/')
}

const PART =
  /^(?<sign>[-_. ]?)(?:(?<quarter>[Qq])(?<number>[1-4])|(?<digits>\d\d)?(?<joint>[-_. ]?)(?<name>\p{L}{3,9})?)$/u

/** A folder's name of the month or quarter of one day, as that of another: `03`, `March`, `03-March`, `Q1`. */
function partOn(folder: string, own: PlainDate, day: PlainDate): string | undefined {
  const { sign = '', quarter, number, digits, joint = '', name } = PART.exec(folder)?.groups ?? {}
  if (quarter) return Number(number) === quarterOf(own) ? `${sign}${quarter}${quarterOf(day)}` : undefined
  if ((digits === undefined) === (name === undefined) && digits === undefined) return undefined
  if (digits !== undefined && Number(digits) !== own.month) return undefined
  if (name !== undefined && !isMonth(name, own.month)) return undefined
  const month = digits === undefined ? '' : String(day.month).padStart(2, '0')
  return sign + month + joint + (name === undefined ? '' : monthLike(name, day.month))
}

const quarterOf = ({ month }: PlainDate): number => Math.ceil(month / 3)

/** Whether it is a month's whole name, or its first three letters. */
const isMonth = (name: string, month: number): boolean =>
  monthNamed(name) === month && (name.length === 3 || name.toLowerCase() === MONTHS[month - 1]!.toLowerCase())

/** Another month, as long and in such letters. May is taken for short. */
function monthLike(name: string, month: number): string {
  const whole = name.length === 3 ? MONTHS[month - 1]!.slice(0, 3) : MONTHS[month - 1]!
  if (name === name.toUpperCase()) return whole.toUpperCase()
  return name === name.toLowerCase() ? whole.toLowerCase() : whole
}

import type { PlainDate } from './calendar.ts'
import { type DateMention, MONTHS, monthNamed, WEEKDAYS } from './dates.ts'
import { formatClock } from './times.ts'

/** Another day in the spelling of `date`: as long a month name, with `th` or without, with the year or without. */
export function respellDate(date: DateMention, { year, month, day }: PlainDate): string {
  const [yyyy, mm, dd] = [String(year).padStart(4, '0'), pad(month), pad(day)]
  if (date.form === 'iso') return `${yyyy}-${mm}-${dd}`
  if (date.form === 'slashes') return `${yyyy}/${mm}/${dd}`
  if (date.form === 'day-first') return `${dd}-${mm}-${yyyy}`
  if (date.form === 'dots') {
    const [dayDigits, monthDigits] = date.text.split('.')
    // `03.11.` shows that zeros are written, `3.11.` that they are not; `13.11.` leaves it open.
    const isPadded = /^0/.test(dayDigits!) || /^0/.test(monthDigits!)
    const isBare = dayDigits!.length === 1 || monthDigits!.length === 1
    return isPadded || !isBare ? `${dd}.${mm}.${yyyy}` : `${day}.${month}.${yyyy}`
  }
  return date.text
    .replace(/[A-Z][a-z]{2,}/, (name) => (monthNamed(name) === month ? name : monthLike(name, month)))
    .replace(/(?<!\d)(\d{1,2})(st|nd|rd|th)?(?!\d)/, (_, old: string, suffix?: string) => {
      const digits = old.startsWith('0') ? dd : String(day)
      return suffix ? digits + ordinal(day) : digits
    })
    .replace(/\d{4}/, yyyy)
}

const pad = (number: number) => String(number).padStart(2, '0')

function monthLike(name: string, month: number): string {
  const whole = MONTHS[month - 1]!
  return (MONTHS as readonly string[]).includes(name) && name.length > 3 ? whole : whole.slice(0, 3)
}

/** `st`, `nd`, `rd` or `th`. */
export const ordinal = (day: number): string =>
  day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')

/** Another weekday (1 is Monday), as long and with as large a first letter as the one written. */
export function respellWeekday(written: string, day: number): string {
  const whole = WEEKDAYS[day - 1]!
  const name = /day$/i.test(written) ? whole : whole.slice(0, 3)
  return written[0] === written[0]!.toLowerCase() ? name.toLowerCase() : name
}

/** Another time of day in the spelling of `written`: `17:30`, `5:30 pm`, `5pm`, `1730`. */
export function respellClock(written: string, minutes: number): string {
  const clock = formatClock(minutes)
  const half = /\s*[ap]\.?m\b\.?/i.exec(written)
  if (half) {
    const hour = Math.floor((((minutes % 1440) + 1440) % 1440) / 60)
    const twelve = hour % 12 === 0 ? 12 : hour % 12
    const letter = hour < 12 ? 'a' : 'p'
    const cased = /[AP]/.test(half[0]) ? letter.toUpperCase() : letter
    const rest = written.includes(':') || !clock.endsWith(':00') ? clock.slice(2) : ''
    return twelve + rest + half[0].replace(/[ap]/i, cased)
  }
  if (!written.includes(':')) return clock.replace(':', written.includes('.') ? '.' : '')
  return /^\d:/.test(written) ? clock.replace(/^0/, '') : clock
}

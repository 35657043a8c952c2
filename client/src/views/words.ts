/** A number of things: `1 action`, `2 actions`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

/** Parts of a line, those that say nothing left out. */
export const joined = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** The same as a screen reader should read it. */
export const spoken = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(', ')

// The words around are English, and days go by UTC as they are written.
const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
const short = utc({ weekday: 'short' })
const long = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** A day (`YYYY-MM-DD`) with its weekday: `2026-03-18 Wed`. */
export const shortDay = (day: string): string => `${day} ${short.format(new Date(day))}`

/** The same where its year stands above: `03-18 Wed`. */
export const dayInYear = (day: string): string => shortDay(day).slice('2026-'.length)

/** A day in words: `Wednesday 18 March 2026`. */
export const longDay = (day: string): string => long.format(new Date(day)).replace(',', '')

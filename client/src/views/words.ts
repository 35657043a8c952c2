import { language, t } from '../translated.ts'

/** A number of things: `1 meeting`, `2 meetings`. */
export const ofMeetings = (number: number): string => (number === 1 ? t`1 meeting` : t`${number} meetings`)

export const ofDecisions = (number: number): string => (number === 1 ? t`1 decision` : t`${number} decisions`)

export const ofActions = (number: number): string => (number === 1 ? t`1 action` : t`${number} actions`)

export const ofOpen = (number: number): string => (number === 1 ? t`1 action open` : t`${number} actions open`)

export const ofRegrets = (number: number): string => (number === 1 ? t`1 regret` : t`${number} regrets`)

/** Parts of a line, those that say nothing left out. */
export const joined = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** The same as a screen reader should read it. */
export const spoken = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(', ')

// In the language of the words around; and days go by UTC, as they are written.
const utc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
const short = utc({ weekday: 'short' })
const long = utc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

/** A day (`YYYY-MM-DD`) with its weekday: `2026-03-18 Wed`. */
export const shortDay = (day: string): string => `${day} ${short.format(new Date(day))}`

/** The same where its year stands above: `03-18 Wed`. */
export const dayInYear = (day: string): string => shortDay(day).slice('2026-'.length)

/** A day in words: `Wednesday 18 March 2026`. */
export const longDay = (day: string): string => long.format(new Date(day)).replace(',', '')

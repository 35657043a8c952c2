import { type Phrase, phrase } from '../../text/phrase.ts'

/** The days of the week, Monday first. */
export const WEEKDAY_NAMES: readonly Phrase[] = [
  phrase`Monday`,
  phrase`Tuesday`,
  phrase`Wednesday`,
  phrase`Thursday`,
  phrase`Friday`,
  phrase`Saturday`,
  phrase`Sunday`,
]

/** The months of the year. */
export const MONTH_NAMES: readonly Phrase[] = [
  phrase`January`,
  phrase`February`,
  phrase`March`,
  phrase`April`,
  phrase`May`,
  phrase`June`,
  phrase`July`,
  phrase`August`,
  phrase`September`,
  phrase`October`,
  phrase`November`,
  phrase`December`,
]

/** `4 March`: its text has no words, and means nothing else. */
export const dayOfMonth = ({ month, day }: { month: number; day: number }): Phrase =>
  phrase`${day} ${MONTH_NAMES[month - 1]!}`

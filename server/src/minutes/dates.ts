import { type Span, shift } from '../text/span.ts'

/** A calendar day that may lack its year. Months and days count from 1; the day need not exist. */
export interface Day {
  readonly year?: number
  readonly month: number
  readonly day: number
}

export type DateForm = 'iso' | 'slashes' | 'day-first' | 'dots' | 'month-name' | 'day-month-name'

/** A weekday as written beside a date. Days count from 1, Monday, as in ISO 8601. */
export interface WeekdayMention extends Span {
  readonly day: number
  readonly text: string
}

/** A date, or a range of days, in the text. The span covers the date alone, not its weekday. */
export interface DateMention extends Span, Day {
  readonly form: DateForm
  readonly text: string
  /** The last day of a range. */
  readonly end?: Day
  readonly weekday?: WeekdayMention
}

export const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
] as const
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '((?:19|20)\\d\\d)(?![\\d:-])'
const TO = ' ?(?:[-–—〜～/&]|to|and|\\.\\.\\.?|…) ?'

/** The spellings that groups really use; where two match at one place, the earlier in the list counts. */
const SPELLINGS: readonly {
  form: DateForm
  hint: RegExp
  pattern: RegExp
  read(match: RegExpMatchArray): Days | undefined
}[] = [
  {
    form: 'iso',
    hint: /-\(/,
    pattern: /(?<![\w./-])((?:19|20)\d\d)-(\d\d)-\((\d{1,2})[-–](\d{1,2})\)/g,
    read: ([, year, month, day, last]) => days(year, month, day, last),
  },
  {
    form: 'iso',
    hint: /\d-\d/,
    pattern:
      /(?<![\w./-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\w-]|\.\w|\/\w)|(?<![\w./-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?=T\d)/g,
    read: ([, y, m, d, y2, m2, d2]) => days(y ?? y2, m ?? m2, d ?? d2),
  },
  {
    form: 'slashes',
    hint: /\d\/\d/,
    pattern: /(?<![\w./-])((?:19|20)\d\d)\/(\d\d)\/(\d\d)(?![\w/-]|\.\w)/g,
    read: ([, year, month, day]) => days(year, month, day),
  },
  {
    form: 'day-first',
    hint: /\d-\d/,
    pattern: /(?<![\w./-])(\d\d)-(\d\d)-((?:19|20)\d\d)(?![\w/-]|\.\w)/g,
    read: ([, day, month, year]) => days(year, month, day),
  },
  {
    form: 'dots',
    hint: /\.\d{1,2}\./,
    pattern: /(?<![\w./-])(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?![\w/-]|\.\w)/g,
    read: ([, day, month, year]) => days(year, month, day),
  },
  {
    form: 'day-month-name',
    hint: /\d/,
    pattern: new RegExp(`(?<![\\w.:/,-])${DAY}(?:${TO}${DAY})? (?:of )?${MONTH}\\b\\.?(?:,? ${YEAR})?`, 'g'),
    read: ([, day, last, month, year]) => days(year, monthNamed(month!), day, last),
  },
  {
    form: 'month-name',
    hint: /\d/,
    pattern: new RegExp(`\\b${MONTH}\\b\\.? ${DAY}(?![\\d:.]\\d|\\d|\\w)(?:${TO}${DAY}(?!\\d|:))?(?:,? ${YEAR})?`, 'g'),
    read: ([, month, day, last, year]) => days(year, monthNamed(month!), day, last),
  },
]

type Days = Day & { readonly end?: Day }

function days(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
  last?: string | undefined,
): Days {
  const first = { ...(year && { year: Number(year) }), month: Number(month), day: Number(day) }
  return last === undefined ? first : { ...first, end: { ...first, day: Number(last) } }
}

/**
 * The last day of a range that begins with a date: its own, or that of the next date where no more than "to" is between.
 */
export function lastDayOf(date: DateMention, next: DateMention | undefined, prose: string): Day | undefined {
  if (date.end) return areTwoDays(date) ? undefined : date.end
  if (!next) return undefined
  const between = prose.slice(date.to, next.weekday?.from ?? next.from).replace(/ ?\d{1,2}:\d\d(?: ?[A-Z]{3,4}\b)?/, '')
  if (NEW_ITEM.test(between)) return undefined
  const start = Math.min(date.from, date.weekday?.from ?? date.from)
  const isBetween = AND.test(between) && BETWEEN.test(prose.slice(Math.max(0, start - 12), start))
  if (!isBetween && !UNTIL.test(between)) return undefined
  return next.end ?? { ...(next.year !== undefined && { year: next.year }), month: next.month, day: next.day }
}

/** Whether a date is two days that need not follow each other: `3 and 5 March`, but not `3 and 4 March`. */
export const areTwoDays = ({ text, day, end }: DateMention): boolean =>
  /\d(?:st|nd|rd|th)? and \d/.test(text) && end!.day !== day + 1

/** A date with the year that the range which it begins has at its end: `Sept 30 - Oct 1 2026`. */
export function withYearOf(date: DateMention, next: DateMention | undefined, prose: string): DateMention {
  if (date.year !== undefined || !next) return date
  const end = lastDayOf(date, next, prose)
  if (end?.year === undefined) return date
  const isBefore = date.month < end.month || (date.month === end.month && date.day <= end.day)
  return { ...date, year: isBefore ? end.year : end.year - 1 }
}

/** A blank line, or one that begins with a list's marker: no range goes on behind it. */
const NEW_ITEM = /\n[ \t>]*(?:\n|[-*+] |\d{1,9}[.)] )/
const BEHIND = '^[\\s,]*(?:\\(?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\\.?\\)?)?[\\s,]*'
const AHEAD = '[\\s,]*(?:[A-Z][a-z]{1,9}[.,]?\\s*)?$'
const UNTIL = new RegExp(`${BEHIND}(?:\\.\\.\\.?|…|[-–—〜～]+|to|until|till|through)${AHEAD}`)
const AND = new RegExp(`${BEHIND}and${AHEAD}`)
const BETWEEN = /\bbetween (?:the )?$/i

/** 1 for `January`, `Jan` and `jan.`; 0 for what is no month. */
export function monthNamed(name: string): number {
  const start = name.slice(0, 3).toLowerCase()
  return MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === start) + 1
}

/** Every date in masked prose, in order of appearance. */
export function scanDates(prose: string): readonly DateMention[] {
  if (!/\d/.test(prose)) return NONE
  let found: DateMention[] = []
  for (const { form, hint, pattern, read } of SPELLINGS) {
    if (!hint.test(prose)) continue
    const more: DateMention[] = []
    // Both run through the text once.
    let next = 0
    for (const match of prose.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].trimEnd().length
      while (next < found.length && found[next]!.to <= from) next++
      if (next < found.length && found[next]!.from < to) continue
      const date = read(match)
      if (date) more.push({ from, to, form, text: prose.slice(from, to), ...date })
    }
    if (more.length > 0) found = [...found, ...more].sort((a, b) => a.from - b.from)
  }
  if (found.length === 0) return NONE
  return found.map((date, index) => withWeekday(prose, date, found[index - 1]?.to ?? 0))
}

const NONE: readonly DateMention[] = []

const NAME =
  '(Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day)'
// Either of the two, or both, may stand in bold.
const BOLD = '(?:\\*{1,3}|_{1,3})?'
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])${NAME}\\.?,?${BOLD},?(?: (?:the|on))? {0,2}${BOLD}$`, 'u')
// Behind a date, only what can mean nothing else: in brackets, or up to a sign or the line's end.
const AFTER = new RegExp(
  `^${BOLD}(?: ?\\(|, ?| )${BOLD}${NAME}(?![\\p{L}\\p{N}])\\.?${BOLD}(?= ?(?:[),;@]|$|[\\r\\n]| at | \\d))`,
  'u',
)
// "Sat-Sun 2025-02-(01-02)", "Mon, Wed and Fri": days that belong to more than one date.
const SEVERAL = new RegExp(
  `${NAME}\\.?${BOLD}(?: ?[-–—/&,+] ?| (?:and|or|to) )${BOLD}${NAME}\\.?,?${BOLD},? *${BOLD}$`,
  'u',
)

function withWeekday(prose: string, date: DateMention, after: number): DateMention {
  const before = prose.slice(Math.max(after, date.from - 30), date.from)
  const ahead = BEFORE.exec(before)
  if (ahead) {
    if (SEVERAL.test(before)) return date
    const from = date.from - before.length + ahead.index
    return { ...date, weekday: weekday(ahead[1]!, from) }
  }
  const rest = prose.slice(date.to, date.to + 24)
  const behind = AFTER.exec(rest)
  if (!behind || date.end) return date
  const from = date.to + behind.index + behind[0].indexOf(behind[1]!)
  return { ...date, weekday: weekday(behind[1]!, from) }
}

const weekday = (text: string, from: number): WeekdayMention => ({
  from,
  to: from + text.length,
  text,
  day: weekdayNamed(text),
})

/** 1 for `Monday`, `Mon` and `mon`; 0 for what is no weekday. */
export function weekdayNamed(name: string): number {
  const start = name.slice(0, 3).toLowerCase()
  return WEEKDAYS.findIndex((day) => day.slice(0, 3).toLowerCase() === start) + 1
}

/** The date at its place `by` code units further on. */
export const shiftDate = (date: DateMention, by: number): DateMention => ({
  ...date,
  ...shift(date, by),
  ...(date.weekday && { weekday: { ...date.weekday, ...shift(date.weekday, by) } }),
})

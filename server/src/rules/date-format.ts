import { habitsOf, isUnusual, usualForm } from '../book/habits.ts'
import { daysBetween, type PlainDate, plainDate } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import { type DateForm, type DateMention, MONTHS } from '../minutes/dates.ts'
import { formatClock, minuteOfDay, type TimeMention, timeForm } from '../minutes/times.ts'
import { orList, phrase } from '../text/phrase.ts'
import { type Report, type Rule, replace, type Subject } from './rule.ts'
import { dayOfMonth } from './shared/calendar-words.ts'

export const dateFormat: Rule = {
  id: 'date-format',
  severity: 'hint',
  summary: 'a date or time in an ambiguous or unusual spelling',
  needsBook: true,
  waits: 'pause',
  reads: () => undefined,
  context: ({ book, path, day }) => {
    const { dates, times } = habitsOf(book)
    const own = book.parts.get(path)
    const unusual = [
      isUnusual('day-first', dates, own?.dateForms),
      isUnusual('digits', times, own?.timeForms),
      isUnusual('dot', times, own?.timeForms),
    ]
    return [day, usualForm(dates), usualForm(times), ...unusual].join(' ')
  },
  block: ({ content, subject }) => [
    ...content.dates.flatMap((date) => [...checkForm(date, subject), ...checkYear(date, content)]),
    ...content.times.flatMap((time) => [...checkBlanks(time, content), ...checkClock(time, content, subject)]),
  ],
}

/** Day or month first, joined by hyphens: 29-08-2024. */
function checkForm(date: DateMention, { book, path, day: meeting }: Subject): Report[] {
  const { dates } = habitsOf(book)
  if (date.form !== 'day-first' || !isUnusual('day-first', dates, book.parts.get(path)?.dateForms)) return []
  const away = (day: PlainDate) => (meeting ? Math.abs(daysBetween(meeting, day)) : 0)
  const days = readings(date).sort((a, b) => away(a) - away(b))
  const usual = usualForm(dates)!
  const [first, second] = days.map((day) => spell(day, usual))
  if (!first) return []
  return [
    {
      from: date.from,
      to: date.to,
      message: {
        wrong: second
          ? phrase`${date.text} may be ${orList(days.map(dayOfMonth))}.`
          : phrase`${date.text} is written otherwise than the group’s other dates.`,
        why: second
          ? phrase`Readers elsewhere take it for the other day.`
          : phrase`Whoever searches for the day will not find it.`,
        remedy: second ? phrase`Write "${first}", or "${second}"?` : phrase`Write "${first}".`,
      },
      fixes: [first, second].flatMap((text, at) =>
        text ? replace(phrase`Change to "${text}"`, date, text, { preferred: at === 0, safe: !second }) : [],
      ),
    },
  ]
}

/** The days that a date may be, with its day or its month first. */
function readings({ year, month, day }: DateMention): PlainDate[] {
  const days = [plainDate({ year: year!, month, day }), plainDate({ year: year!, month: day, day: month })]
  return days.filter((each, at) => each !== undefined && (at === 0 || month !== day)) as PlainDate[]
}

function spell(date: PlainDate, form: DateForm): string {
  const { year, month, day } = date
  if (form === 'slashes') return date.toString().replaceAll('-', '/')
  if (form === 'dots') return `${day}.${month}.${year}`
  if (form === 'month-name') return `${MONTHS[month - 1]} ${day}, ${year}`
  return form === 'day-month-name' ? `${day} ${MONTHS[month - 1]} ${year}` : date.toString()
}

/** The year once more behind a date: "26 October 2024 2024". */
function checkYear({ year, from, to, text }: DateMention, { prose }: Content): Report[] {
  const again = year === undefined ? null : AGAIN.exec(prose.slice(to, to + 10))
  if (!again || Number(again[1]) !== year) return []
  const second = { from: to, to: to + again[0].length }
  return [
    {
      from,
      to: second.to,
      message: {
        wrong: phrase`"${text + again[0]}" has the year twice.`,
        why: phrase`It reads as if something was lost between the two.`,
        remedy: phrase`Remove one of them.`,
      },
      fixes: [replace(phrase`Remove the second year`, second, '', { preferred: true, safe: true })],
    },
  ]
}

const AGAIN = /^,? ((?:19|20)\d\d)(?=$|[\r\n.,;)\]]| ?[-–—@(] ?)(?!-[\dW]|[.,:]\d)/

/** Two blanks between a time and its zone. */
function checkBlanks({ from, to, clock }: TimeMention, { prose, kind }: Content): Report[] {
  const blanks = /^[ \t]{2,}/.exec(prose.slice(clock.to, to))?.[0].length
  // A table may be laid out by hand.
  if (!blanks || kind === 'table') return []
  return [
    {
      from,
      to,
      message: {
        wrong: phrase`There are ${blanks} blanks between the time and its zone.`,
        why: phrase`Whoever searches for the time will not find it.`,
        remedy: phrase`Leave one.`,
      },
      fixes: [
        replace(phrase`Leave one blank`, { from: clock.to, to: clock.to + blanks }, ' ', {
          preferred: true,
          safe: true,
        }),
      ],
    },
  ]
}

/** 1700 or 17.00 where the group writes 17:00. */
function checkClock(time: TimeMention, { prose }: Content, { book, path }: Subject): Report[] {
  const form = timeForm(time)
  if ((form !== 'digits' && form !== 'dot') || !time.valid) return []
  const { times } = habitsOf(book)
  if (usualForm(times) !== 'colon' || !isUnusual(form, times, book.parts.get(path)?.timeForms)) return []
  // "January 1970 UTC" ends in a year.
  if (/^(?:19|20)/.test(time.clockText) && /[\p{L}\d]\.?,? $/u.test(prose.slice(Math.max(0, time.from - 4), time.from)))
    return []
  const text = formatClock(minuteOfDay(time))
  return [
    {
      ...time.clock,
      message: {
        wrong: phrase`${time.clockText} is written otherwise than the group’s other times.`,
        why: phrase`It is taken for a year or a number at first sight.`,
        remedy: phrase`Write "${text}".`,
      },
      fixes: [replace(phrase`Change to "${text}"`, time.clock, text, { preferred: true, safe: true })],
    },
  ]
}

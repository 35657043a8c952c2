import type { Book } from '../book/book.ts'
import { recentMinutes } from '../book/recent.ts'
import { compare, daysBetween, lastBefore, nextOn, type PlainDate, plainDate } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import { type DateMention, lastDayOf, scanDates, withYearOf } from '../minutes/dates.ts'
import { plain } from '../minutes/headings.ts'
import { projectKey } from '../minutes/projects.ts'
import { respellWeekday } from '../minutes/spelling.ts'
import { slice } from '../text/span.ts'
import { readLine } from './move-line.ts'
import { dayOf } from './next-line.ts'
import { type Change, changed, textOf } from './piece.ts'

/** An event that earlier minutes list, and that is still to come. */
export interface EventLine {
  readonly title: string
  readonly start: PlainDate
  /** Its line without marker, open, each weekday as the calendar has it. */
  readonly line: string
  /** The day of the minutes that say so. */
  readonly said: string
}

/** The events of earlier minutes that are on `day` or later, the soonest first; each in its latest wording. */
export function eventLines(book: Book, path: string, day: PlainDate): readonly EventLine[] {
  const found = new Map<string, EventLine>()
  for (const part of recentMinutes({ book, path })) {
    const said = dayOf(part.day)
    if (!said || compare(said, day) >= 0) continue
    for (const line of part.wording.events) {
      const content = readLine(line)
      const [first, second] = content?.dates ?? []
      const start = first && dayMeant(withYearOf(first, second, content!.prose), said)
      if (!content || !first || !start) continue
      const title = eventTitle(content.text)
      const end = lastDayOf(first, second, content.prose)
      const last = end ? (plainDate({ year: start.year, ...end }) ?? start) : start
      const key = keyOf(content) ?? title
      if (title === '' || saysDaysAlone(title) || found.has(key) || compare(last, day) < 0) continue
      found.set(key, { title, start, line: corrected(line, content, said), said: part.day })
    }
  }
  return [...found.values()].sort((a, b) => compare(a.start, b.start))
}

/** What an event is compared by: the words of its line up to the first dash or date, without checkbox and address. */
export const eventTitle = (line: string): string =>
  plain(line.replace(BOX, ''))
    .split(/ [-–—:] |[:,;]? \(?(?=\d{4}-\d\d)|\n/)[0]!
    .replace(WEEKDAY_LEFT, '')
    .trim()

/** A weekday that belonged to the date behind it. */
const WEEKDAY_LEFT = /(?:^|[:,;]? )\(?(?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?\s*$/i

/** Whether a title is no more than days. */
const saysDaysAlone = (title: string): boolean =>
  !/\p{L}{2}/u.test(scanDates(title).reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), title))

const BOX = /^\[[ xX]\]\s+/

/** The same event goes by the same address, whatever it is called. */
function keyOf({ links, text }: Content): string | undefined {
  const [link] = links
  return link && projectKey({ address: slice(text, link.address) })
}

/** The day an event is on, or was: without its year, the nearest to the minutes that list it. */
function dayMeant(date: DateMention, said: PlainDate): PlainDate | undefined {
  if (date.year !== undefined) return plainDate(date)
  const [after, before] = [nextOn(date, said), lastBefore(date, said)]
  return after && before && daysBetween(before, said) < daysBetween(said, after) ? before : after
}

function corrected(line: string, { dates, prose }: Content, said: PlainDate): string {
  const changes = dates.flatMap((date, index): Change[] => {
    const day = dayMeant(withYearOf(date, dates[index + 1], prose), said)
    const { weekday } = date
    return day && weekday ? [{ ...weekday, put: respellWeekday(weekday.text, day.dayOfWeek) }] : []
  })
  return textOf(changed(line, changes)).replace(BOX, '[ ] ')
}

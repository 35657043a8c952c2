import { memo } from '../text/memo.ts'
import { inside, type Span, shift } from '../text/span.ts'
import { daysBetween, nextOn, type PlainDate, plainDate } from './calendar.ts'
import type { Content, Item } from './content.ts'
import { type DateMention, type Day, lastDayOf, shiftDate, withYearOf } from './dates.ts'
import { kindAt, type Minutes } from './minutes.ts'
import { meantDays } from './next-meeting.ts'

/** Something that takes place, or falls due, beside the group's own meetings. Spans count in the whole text. */
export interface Event extends Span {
  readonly title: string
  readonly start?: DateMention
  /** The last day; absent for a single day. */
  readonly end?: Day
}

/** The listed events, one entry an outermost item of a section on events. */
export const eventsOf = memo((minutes: Minutes): readonly Event[] =>
  minutes.blocks.flatMap(({ content, from }, index) => {
    if (content.kind !== 'list' || kindAt(minutes, index) !== 'events') return []
    return content.items
      .filter(({ depth }) => depth === 0)
      .map((item) => ({ ...shift(item.text, from), title: titleOf(content, item), ...whenOf(content, item, from) }))
  }),
)

function titleOf({ text, prose, links }: Content, item: Item): string {
  const link = inside(links, item.text)[0]
  if (link) return text.slice(link.label.from, link.label.to)
  const words = prose.slice(item.text.from, item.text.to)
  // "@ada - the fair": whoever tells of it is not what it is called.
  const speaker = SPEAKER.exec(words)?.[0].length ?? 0
  const [title] = words.slice(speaker).split(/ [-–—] |\n/)
  // In prose there are no letters where code or HTML stands.
  return text.slice(item.text.from + speaker, item.text.from + speaker + title!.length)
}

const SPEAKER = /^@[\w-]+[ \t]*[-–—:][ \t]+(?=\S)/

function whenOf(content: Content, { text }: Item, base: number): { start?: DateMention; end?: Day } {
  const [first, second] = inside(content.dates, text)
  if (!first) return {}
  const start = shiftDate(withYearOf(first, second, content.prose), base)
  const end = lastDayOf(first, second, content.prose)
  return end ? { start, end } : { start }
}

/** For so many days after it an event without a year may still stand in the list. */
const RECENT = 60

/**
 * The first and the last day of an event. Without a year, the next such day after the meeting is meant, or one that is
 * not long past: what has just been is still listed to be told of.
 */
export function eventDays(
  { start, end }: Event,
  meeting: PlainDate | undefined,
): { readonly first: PlainDate; readonly last: PlainDate } | undefined {
  if (!start) return undefined
  const [after, before] = meantDays(start, meeting, false)
  const isPast = before && daysBetween(before, meeting!) <= RECENT && daysBetween(meeting!, after!) > RECENT
  const first = isPast ? before : after
  if (!first) return undefined
  const last = end && (end.year === undefined ? nextOn(end, first) : plainDate(end))
  return { first, last: last ?? first }
}

import { memo } from '../text/memo.ts'
import { inside, type Span, shift } from '../text/span.ts'
import type { Content, Item } from './content.ts'
import { type DateMention, type Day, lastDayOf, shiftDate } from './dates.ts'
import { kindAt, type Minutes } from './minutes.ts'

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

function titleOf(content: Content, item: Item): string {
  const link = inside(content.links, item.text)[0]
  if (link) return content.text.slice(link.label.from, link.label.to)
  return content.prose.slice(item.text.from, item.text.to).split(/ [-–—] |\n/)[0]!
}

function whenOf(content: Content, { text }: Item, base: number): { start?: DateMention; end?: Day } {
  const [first, second] = inside(content.dates, text)
  if (!first) return {}
  const start = shiftDate(first, base)
  const end = lastDayOf(first, second, content.prose)
  return end ? { start, end } : { start }
}

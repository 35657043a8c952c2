import { compare } from '../../minutes/calendar.ts'
import type { Item } from '../../minutes/content.ts'
import { eventDays, eventsOf } from '../../minutes/events.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { shift } from '../../text/span.ts'
import { wholeLines } from './lines.ts'
import { placeOf } from './places.ts'
import type { Removal, Source } from './source.ts'

/** The events that are over by the new meeting, or ticked off, with the notes below them. */
export function pastEvents({ minutes, day, newDay, wanted }: Source): readonly Removal[] {
  const events = new Map(eventsOf(minutes).map((event) => [event.from, event]))
  return minutes.blocks.flatMap((block, index) => {
    if (block.content.kind !== 'list' || placeOf(minutes, index) !== 'events') return []
    const why = (item: Item): Phrase | undefined => {
      if (item.checkbox?.done && !wanted.done) return phrase`It is done.`
      const event = events.get(block.from + item.text.from)
      const last = event && eventDays(event, day)?.last
      return last && compare(last, newDay) < 0 ? phrase`It was over on ${String(last)}, before the meeting.` : undefined
    }
    return block.content.items.flatMap((item): Removal[] => {
      const reason = why(item)
      return reason ? [{ ...wholeLines(minutes.text, shift(item, block.from)), why: reason }] : []
    })
  })
}

import { memo } from '../text/memo.ts'
import { plainDate } from './calendar.ts'
import type { Minutes } from './minutes.ts'

/**
 * Whether a text joins the minutes of several meetings, the headings of which name their days. Then nothing can be told
 * by the one day that the text as a whole is filed under.
 */
export const holdsSeveral = memo(({ sections, blocks }: Minutes): boolean => {
  const days = new Set<string>()
  for (const { kind, about, first, heading } of sections) {
    if (about === 'events' || !OWN.has(kind)) continue
    if (heading.level > 2 && !MEETING.test(heading.title)) continue
    const [date] = blocks[first]!.content.dates
    const day = date && plainDate(date)
    if (day) days.add(day.toString())
  }
  return days.size > 1
})

/** The kinds of headings that may name the day of the meeting they open. */
const OWN: ReadonlySet<string> = new Set(['topic', 'start', 'details', 'attendance', 'projects'])
const MEETING =
  /^\W*(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|[A-Z][a-z]{2,8}\.? \d)|\b(?:meeting|minutes|notes|call|agenda)\b/i

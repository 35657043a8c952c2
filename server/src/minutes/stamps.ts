import { memo } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import type { Content } from './content.ts'
import type { SectionKind } from './headings.ts'
import type { Minutes } from './minutes.ts'
import { shiftTime, type TimeMention } from './times.ts'

/** A place that says at which time something of the meeting happened. Spans count in the whole text. */
export interface Stamp {
  readonly time: TimeMention
  readonly kind: 'start' | 'end' | 'other'
  /** The heading's own words; absent where a line says it. */
  readonly heading?: Span
  /** Whether it begins a meeting, or a day of one. */
  readonly opens: boolean
  /** Whether it stands under the same heading as the stamp before, so that one follows the other. */
  readonly follows: boolean
}

/** The time headings (`## 17:05 UTC – Meeting start`) and lines (`Adjourned: 8:45 PM`), in order. */
export const stampsOf = memo((minutes: Minutes): readonly Stamp[] => {
  const stamps: Stamp[] = []
  let opens = false
  let follows = true
  let level = 0
  let last: Stamp['kind'] = 'other'
  for (const { content, from } of minutes.blocks) {
    const { heading, times } = content
    if (heading && (content.dates.length > 0 || PART.test(heading.title))) opens = true
    if (content.kind === 'code' || content.kind === 'quote') continue
    const found = times.length === 0 ? [] : heading ? inHeading(content) : inLines(content)
    // Two rooms, or two days, each have their hours.
    if (heading && found.length === 0 && heading.level < level) follows = false
    for (const { time, kind } of found) {
      if (last === 'end' && (kind === 'start' || /\bpre-?meeting\b/i.test(heading?.title ?? ''))) opens = true
      const label = heading && { heading: shift(heading.label, from) }
      stamps.push({ time: shiftTime(time, from), kind, ...label, opens, follows })
      opens = false
      last = kind
      if (heading) {
        follows = true
        level = heading.level
      }
    }
  }
  return stamps
})

const PART = /\b(?:day|part|track|room|session)\b/i

type Found = Pick<Stamp, 'time' | 'kind'>

function inHeading({ heading, times, prose }: Content): Found[] {
  const [time] = times
  if (!time?.valid || !/^[\s*_([]*$/.test(prose.slice(heading!.label.from, time.from))) return []
  return [{ time, kind: kindOf(heading!.kind) }]
}

const kindOf = (kind: SectionKind): Stamp['kind'] => (kind === 'start' || kind === 'end' ? kind : 'other')

const LINE =
  /^[\s*_>#+-]*(?:the )?(?:(?:meeting|call|session)(?: was)? )?(?:(call(?:ed)? to order|start(?:s|ed)?|beg[ai]ns?|opened)|(adjourned|adjournment|end(?:s|ed)?|closed))(?: (?:at|time|meeting))*[\s:*_–—-]*$/i

function inLines({ times, prose }: Content): Found[] {
  return times.flatMap((time): Found[] => {
    if (!time.valid) return []
    const start = prose.lastIndexOf('\n', time.from) + 1
    // Long before the time, nothing says what it is of.
    const label = time.from - start < LONGEST ? LINE.exec(prose.slice(start, time.from)) : null
    return label ? [{ time, kind: label[1] ? 'start' : 'end' }] : []
  })
}

const LONGEST = 60

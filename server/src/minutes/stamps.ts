import { memo } from '../text/memo.ts'
import { inside, type Span, shift } from '../text/span.ts'
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
    if (heading && (content.dates.length > 0 || PART.test(heading.title) || OTHER_DAY.test(heading.title))) opens = true
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
const OTHER_DAY = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|yesterday|(?:next|following) day)\b/i
/** What may say of a heading's hour that it is not when the notes below it were taken. */
const ELSEWHEN =
  /\b(?:postponed|deferred|delayed|moved|skipped|continu(?:ed|es|ing|ation)|cont[’']?d|cont\.|resum(?:ed|es|ing)|deadline|due)\b/i

type Found = Pick<Stamp, 'time' | 'kind'>

function inHeading({ heading, times, prose }: Content): Found[] {
  const [time] = times
  if (!time?.valid || !/^[\s*_[]*$/.test(prose.slice(heading!.label.from, time.from))) return []
  const kind = kindOf(heading!.kind)
  return kind === 'other' && ELSEWHEN.test(heading!.title) ? [] : [{ time, kind }]
}

const kindOf = (kind: SectionKind): Stamp['kind'] => (kind === 'start' || kind === 'end' ? kind : 'other')

const LINE =
  /^[\s*_>#+-]*(?:the )?(?:(?:meeting|call|session)(?: was)? )?(?:(call(?:ed)? to order|start(?:s|ed)?|beg[ai]ns?|opened)|(adjourned|adjournment|end(?:s|ed)?|closed))(?: (?:at|time|meeting))*[\s:*_–—-]*$/i

/** Which time a line tells that begins so, as "Meeting started at" and "Adjourned:" do. */
export function stampNamed(lead: string): 'start' | 'end' | undefined {
  const label = LINE.exec(lead)
  return label ? (label[1] ? 'start' : 'end') : undefined
}

function inLines({ times, dates, prose }: Content): Found[] {
  return times.flatMap((time): Found[] => {
    if (!time.valid) return []
    const start = prose.lastIndexOf('\n', time.from) + 1
    // Long before the time, nothing says what it is of.
    const kind = time.from - start < LONGEST ? stampNamed(prose.slice(start, time.from)) : undefined
    if (!kind) return []
    // "Ended: 01:30 on 5 March": what another day is named for cannot be compared.
    const rest = prose.slice(time.to, time.to + LONGEST).split('\n')[0]!
    if (OTHER_DAY.test(rest) || inside(dates, { from: time.to, to: time.to + rest.length }).length > 0) return []
    return [{ time, kind }]
  })
}

const LONGEST = 60

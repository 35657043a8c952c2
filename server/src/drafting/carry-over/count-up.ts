import { scanDates } from '../../minutes/dates.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { scanTimes } from '../../minutes/times.ts'
import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { memo } from '../../text/memo.ts'
import { phrase } from '../../text/phrase.ts'
import { overlaps, type Span, slice } from '../../text/span.ts'
import type { Rewording, Source } from './source.ts'

/** What may number a meeting: its first heading, and values of the front matter. */
interface Title extends Span {
  /** The value's key; empty for the heading. */
  readonly key: string
}

/** The titles that number the meeting, counted up: `# Meeting 42`, or `number: 42`. */
export const countTitles = (source: Source): readonly Rewording[] =>
  titlesOf(source.minutes).flatMap((title) => {
    const now = slice(source.minutes.text, title)
    const insert = countedUp(now, title.key, source)
    return insert === now
      ? []
      : [{ from: title.from, to: title.to, insert, why: phrase`It is the number of the new meeting.` }]
  })

/**
 * A title with the number of the new meeting. One that counts is told by the minutes before: there stands the number
 * before it, and all else is the same. The number of a room, or a year, stays.
 */
export function countedUp(title: string, key: string, { earlier }: Source): string {
  const before = earlier && titlesOf(earlier).find((each) => each.key === key)
  if (!before) return title
  const [now, then] = [formOf(title), formOf(slice(earlier.text, before))]
  if (now.words !== then.words) return title
  const moved = now.numbers.filter((number, at) => number.value !== then.numbers[at]!.value)
  const [number] = moved
  const counts = number && moved.length === 1 && number.value === then.numbers[now.numbers.indexOf(number)]!.value + 1
  return counts ? applyEdits(title, [next(number, title)]) : title
}

/** `009` becomes `010`. */
function next({ from, to, value }: Numbered, title: string): TextEdit {
  const width = title[from] === '0' ? to - from : 0
  return { from, to, insert: String(value + 1).padStart(width, '0') }
}

const titlesOf = memo(({ frontMatter, sections, text }: Minutes): readonly Title[] => {
  const values = frontMatter?.entries ?? []
  const [first] = sections
  return [
    ...values
      .filter(({ key, raw }) => key === 'title' || /^(['"]?)\d{1,4}\1$/.test(raw))
      .map(({ key, valueSpan }) => ({ ...valueSpan, key })),
    ...(first?.heading.level === 1 ? [{ ...lineAround(text, first.label.from), key: '' }] : []),
  ]
})

interface Numbered extends Span {
  readonly value: number
}

/** A title's words without days and hours, and the numbers among them. */
function formOf(title: string): { readonly words: string; readonly numbers: readonly Numbered[] } {
  const dates = scanDates(title)
  const others: Span[] = [...dates, ...dates.flatMap(({ weekday }) => weekday ?? []), ...scanTimes(title)]
  const numbers = [...title.matchAll(/\d{1,6}/g)]
    .map(({ index, 0: digits }) => ({ from: index, to: index + digits.length, value: Number(digits) }))
    .filter((number) => !YEAR.test(slice(title, number)) && !others.some((other) => overlaps(other, number)))
  const gone = [
    ...others.map(({ from, to }) => ({ from, to, insert: '' })),
    ...numbers.map((each) => ({ ...each, insert: '0' })),
  ]
  return { words: applyEdits(title, gone), numbers }
}

const YEAR = /^(?:19|20)\d\d$/

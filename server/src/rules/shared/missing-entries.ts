import { Temporal } from 'temporal-polyfill'
import { fileDaysIn } from '../../book/file-days.ts'
import { addressLike } from '../../book/link-path.ts'
import type { Part } from '../../book/part.ts'
import type { PlainDate } from '../../minutes/calendar.ts'
import { scanDates } from '../../minutes/dates.ts'
import { type Minutes, sectionOf } from '../../minutes/minutes.ts'
import { respellDate, respellWeekday } from '../../minutes/spelling.ts'
import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { lineEndOf } from '../../text/line-end.ts'
import { lineAround } from '../../text/lines.ts'
import { inside, type Span, slice } from '../../text/span.ts'
import type { Entry } from './entries.ts'
import { compactDay, saysNoMore } from './label-day.ts'

/** A meeting that a page does not list. */
export interface Missing {
  readonly part: Part
  /** The day in its file's name. */
  readonly day: string
}

/** Meetings that belong at one place of a page. */
export interface Run {
  /** In the order in which they should stand. */
  readonly missing: readonly Missing[]
  /** The entry beside which they belong. */
  readonly beside: Entry
  readonly edit?: TextEdit
}

interface List {
  readonly entries: readonly Entry[]
  /** The year of all its entries, where what stands above it names that year. */
  readonly year?: string
  readonly newestFirst: boolean
}

/**
 * Where meetings that a page lacks belong in it, and the entries to put there: no byte of the page changes beside them.
 *
 * @param missing in order of their days
 * @param entries those that open an item or a row
 */
export function placesFor(
  missing: readonly Missing[],
  entries: readonly Entry[],
  minutes: Minutes,
  path: string,
): readonly Run[] {
  const lists = listsOf(entries, minutes)
  if (lists.length === 0) return []
  const yearly = lists.every(({ year }) => year !== undefined)
  const runs = new Map<string, { place: Place; missing: Missing[] }>()
  for (const each of missing) {
    const place = placeFor(each.day, lists, yearly)
    const key = `${entries.indexOf(place.beside)} ${place.after} ${place.newYear ?? ''}`
    const known = runs.get(key)
    if (known) known.missing.push(each)
    else runs.set(key, { place, missing: [each] })
  }
  return [...runs.values()].map(({ place, missing: found }) => {
    const ordered = place.list.newestFirst ? [...found].reverse() : found
    const edit = place.sure ? editFor(place, ordered, lists, minutes, path) : undefined
    return { missing: ordered, beside: place.beside, ...(edit && { edit }) }
  })
}

function listsOf(entries: readonly Entry[], minutes: Minutes): readonly List[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (!entry.item && !entry.row) continue
    const known = groups.get(entry.list)
    if (known) known.push(entry)
    else groups.set(entry.list, [entry])
  }
  const all = [...groups.values()]
  const usual = all.reduce((sum, each) => sum + direction(each), 0) || direction(all.flat())
  return all.map((each) => {
    const years = new Set(each.map(({ day }) => day.slice(0, 4)))
    const [year] = years
    const isHeaded = years.size === 1 && titleOf(each[0]!, minutes).includes(year!)
    return { entries: each, newestFirst: (direction(each) || usual) >= 0, ...(isHeaded && { year: year! }) }
  })
}

/** What stands above the list of an entry: the item that holds it, or else the heading of its section. */
function titleOf({ item, content, block }: Entry, minutes: Minutes): string {
  const parent = item && content.items[item.parent]
  if (parent) return slice(content.text, parent.text)
  const section = sectionOf(minutes, block)
  return section ? slice(minutes.text, section.label) : ''
}

/** Positive where the newest stand first, negative where the oldest do. */
const direction = (entries: readonly Entry[]): number =>
  entries
    .slice(1)
    .reduce((sum, { day }, at) => sum + Math.sign(entries[at]!.day < day ? -1 : entries[at]!.day > day ? 1 : 0), 0)

interface Place {
  readonly list: List
  readonly beside: Entry
  /** Behind it, not before it. */
  readonly after: boolean
  /** The year for which a list has to be begun. */
  readonly newYear?: string
  /** Whether it is certain that it belongs to this list. */
  readonly sure: boolean
}

function placeFor(day: string, lists: readonly List[], yearly: boolean): Place {
  const year = day.slice(0, 4)
  const own = yearly ? lists.find((list) => list.year === year) : undefined
  const [first, last] = [lists[0]!, lists.at(-1)!]
  if (yearly && !own) {
    const atHead = first === last ? first.newestFirst : first.year! > last.year!
    const list = atHead ? first : last
    const beside = atHead ? list.entries[0]! : list.entries.at(-1)!
    return { list, beside, after: !atHead, newYear: year, sure: true }
  }
  const among = own ? own.entries : lists.flatMap(({ entries }) => entries)
  const before = nearest(
    among.filter((entry) => entry.day < day),
    1,
  )
  const behind = nearest(
    among.filter((entry) => entry.day > day),
    -1,
  )
  const list = lists.find(({ entries }) => entries.includes((before ?? behind)!))!
  const sure = !before || !behind || list.entries.includes(behind)
  const [wanted, other] = list.newestFirst ? [behind, before] : [before, behind]
  return wanted && list.entries.includes(wanted)
    ? { list, beside: wanted, after: true, sure }
    : { list, beside: (other ?? wanted)!, after: false, sure }
}

/** The entry with the latest day, or with the earliest. */
const nearest = (entries: readonly Entry[], sign: 1 | -1): Entry | undefined =>
  entries.reduce<Entry | undefined>(
    (best, each) => (best === undefined || (sign > 0 ? each.day > best.day : each.day < best.day) ? each : best),
    undefined,
  )

function editFor(
  place: Place,
  missing: readonly Missing[],
  lists: readonly List[],
  minutes: Minutes,
  path: string,
): TextEdit | undefined {
  const { list, beside, after, newYear } = place
  const { text } = minutes
  const lines: string[] = []
  for (const each of missing) {
    const line = firstOf([beside, ...list.entries], (model) => entryLike(model, each, list.entries, text, path))
    if (line === undefined) return undefined
    lines.push(line)
  }
  const entries = lines.join(lineEndOf(text))
  if (newYear !== undefined) return newList(place, newYear, entries, lists, minutes)
  return after
    ? insert(endOf(beside, text), lineEndOf(text) + entries)
    : insert(startOf(beside, text), entries + lineEndOf(text))
}

/** Where a line begins: behind a byte order mark. */
function lineStart(text: string, at: number): number {
  const { from } = lineAround(text, at)
  return text.startsWith('\uFEFF', from) ? from + 1 : from
}

/** Where an entry begins and ends, lists in it included: whole lines, without the last one's end. */
const placeOf = ({ item, row, link }: Entry): Span => item ?? row ?? link
const startOf = (entry: Entry, text: string): number => lineStart(text, entry.at + placeOf(entry).from)
function endOf(entry: Entry, text: string): number {
  const { from, to } = placeOf(entry)
  return lineAround(text, entry.at + Math.max(from, to - 1)).to
}

/** The list of a year, begun as the one beside it is. */
function newList(
  { list, beside, after }: Place,
  year: string,
  entries: string,
  lists: readonly List[],
  minutes: Minutes,
): TextEdit | undefined {
  const { text } = minutes
  const [first, last] = [list.entries[0]!, list.entries.at(-1)!]
  const head = headOf(first, minutes)
  if (head === undefined || list.year === undefined) return undefined
  const title = text.slice(head, startOf(first, text))
  if (title.split(list.year).length !== 2) return undefined
  const begun = title.replace(list.year, year)
  const known = minutes.sections.find(({ from, label }) => begun.trimEnd() === text.slice(from, label.to))
  // A heading that waits for its first entry.
  if (known) return insert(known.label.to, begun.slice(begun.trimEnd().length) + entries)
  const gap =
    gapBetween(lists, minutes) ??
    (first.item && first.item.parent >= 0 ? lineEndOf(text) : lineEndOf(text) + lineEndOf(text))
  return after && beside === last
    ? insert(endOf(last, text), gap + begun + entries)
    : insert(head, begun + entries + gap)
}

/** Where the title of an entry's list begins: right above it stands nothing else. */
function headOf(entry: Entry, { blocks, text }: Minutes): number | undefined {
  const { item, content, at, block } = entry
  // Of a table the head would have to be copied too.
  if (!item) return undefined
  const parent = content.items[item.parent]
  if (parent)
    return content.items.indexOf(parent) + 1 === content.items.indexOf(item)
      ? lineStart(text, at + parent.from)
      : undefined
  const above = blocks[block - 1]
  return above?.content.heading && content.items[0] === item ? above.from : undefined
}

/** What stands between the list of one year and the title of the next. */
function gapBetween(lists: readonly List[], minutes: Minutes): string | undefined {
  for (const [index, { entries }] of lists.entries()) {
    const next = lists[index + 1]
    const head = next && headOf(next.entries[0]!, minutes)
    const gap = head === undefined ? undefined : minutes.text.slice(endOf(entries.at(-1)!, minutes.text), head)
    if (gap !== undefined && /^[ \t]*\r?\n[\s]*$/.test(gap)) return gap
  }
  return undefined
}

function firstOf<T, R>(all: readonly T[], read: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = read(each)
    if (found !== undefined) return found
  }
  return undefined
}

const insert = (at: number, text: string): TextEdit => ({ from: at, to: at, insert: text })

/** The line of an entry in the manner of another; `undefined` where that says more than when the meeting was. */
function entryLike(
  entry: Entry,
  missing: Missing,
  others: readonly Entry[],
  text: string,
  path: string,
): string | undefined {
  const { item, row, link, at, path: target } = entry
  if (target === missing.part.path || (item && isNumbered(entry)) || (row && isLinkedTwice(entry))) return undefined
  const parts = partsOf(entry, text)
  const [before, behind] = parts.map((part) => respelled(part, entry, missing.day))
  if (!before || !behind || !(before.names || behind.names)) return undefined
  const rest = [before.rest, behind.rest]
  const isForm = !/\d/.test(rest.join(' ')) && saysNoMore(rest.join(' '), target)
  const isUsual = () => others.some((other) => other !== entry && hasWords(other, rest, text))
  if (!isForm && !isUsual()) return undefined
  const lead = item ? text.slice(lineStart(text, at + item.from), at + item.marker.to) : ''
  const address = addressLike(text.slice(at + link.address.from, at + link.address.to), missing.part.path, path)
  return `${lead}${before.text}](${address}${row ? behind.text : ')'}`
}

/** What an entry says before its address and, in a table, behind it. */
function partsOf({ item, row, link, at }: Entry, text: string): readonly [string, string] {
  const from = item ? at + item.marker.to : at + (row ?? link).from
  return [text.slice(from, at + link.label.to), row ? text.slice(at + link.address.to, at + row.to) : '']
}

/** Whether an entry says, beside its day, the same as another: then so would a new one. */
const hasWords = (entry: Entry, rest: readonly string[], text: string): boolean =>
  partsOf(entry, text).every((part, index) => respelled(part, entry, entry.day)?.rest === rest[index])

/** Where a row links more than the minutes, nobody knows where the new one would. */
const isLinkedTwice = ({ row, content }: Entry): boolean => inside(content.links, row!).length > 1

/** Whether each item of a list has a number of its own, so that those behind a new one would have to change. */
function isNumbered({ item, content }: Entry): boolean {
  if (!item!.ordered) return false
  const other = content.items.find((each) => each !== item && each.parent === item!.parent)
  return !other || slice(content.text, item!.marker) !== slice(content.text, other.marker)
}

interface Respelled {
  readonly text: string
  /** What it says beside the day. */
  readonly rest: string
  /** Whether it names the day. */
  readonly names: boolean
}

/** A text that speaks of one day as it would of another; `undefined` where it speaks of a third. */
function respelled(text: string, { day }: Pick<Entry, 'day'>, other: string): Respelled | undefined {
  const to: PlainDate = Temporal.PlainDate.from(other)
  const edits: TextEdit[] = fileDaysIn(text).flatMap((each) =>
    each.iso === day ? [{ from: each.from, to: each.to, insert: compactDay(to, each.separator) }] : [],
  )
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  for (const date of scanDates(text.replaceAll('\u00a0', ' '))) {
    const isSame = (date.year ?? year) === year && date.month === month && date.day === dayOfMonth && !date.end
    if (!isSame) return undefined
    if (!edits.some(({ from }) => from === date.from))
      edits.push({ from: date.from, to: date.to, insert: respellDate(date, to) })
    const { weekday } = date
    if (weekday) edits.push({ from: weekday.from, to: weekday.to, insert: respellWeekday(weekday.text, to.dayOfWeek) })
  }
  const rest = applyEdits(
    text,
    edits.map((edit) => ({ ...edit, insert: '' })),
  )
  if (/\p{L}day\b/u.test(rest)) return undefined
  return { text: applyEdits(text, edits), rest, names: edits.length > 0 }
}

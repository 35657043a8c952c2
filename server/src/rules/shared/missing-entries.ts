import { Temporal } from 'temporal-polyfill'
import { fileDaysIn } from '../../book/file-days.ts'
import { addressOf } from '../../book/link-path.ts'
import type { Part } from '../../book/part.ts'
import type { PlainDate } from '../../minutes/calendar.ts'
import { scanDates } from '../../minutes/dates.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { respellDate, respellWeekday } from '../../minutes/spelling.ts'
import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import type { Entry } from './entries.ts'
import { compactDay } from './label-day.ts'

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
  /** The year of all its entries. */
  readonly year?: string
  readonly newestFirst: boolean
}

/** Where meetings that a page lacks belong in it, and the entries to put there. @param missing in order of their days */
export function placesFor(
  missing: readonly Missing[],
  entries: readonly Entry[],
  minutes: Minutes,
  path: string,
): readonly Run[] {
  const lists = listsOf(entries)
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
    const edit = place.sure ? editFor(place, ordered, minutes, path) : undefined
    return { missing: ordered, beside: place.beside, ...(edit && { edit }) }
  })
}

function listsOf(entries: readonly Entry[]): readonly List[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (!entry.item) continue
    const known = groups.get(entry.list)
    if (known) known.push(entry)
    else groups.set(entry.list, [entry])
  }
  const all = [...groups.values()]
  const usual = all.reduce((sum, each) => sum + direction(each), 0) || direction(all.flat())
  return all.map((each) => {
    const years = new Set(each.map(({ day }) => day.slice(0, 4)))
    const [year] = years
    return { entries: each, newestFirst: (direction(each) || usual) >= 0, ...(years.size === 1 && { year: year! }) }
  })
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
  { list, beside, after, newYear }: Place,
  missing: readonly Missing[],
  minutes: Minutes,
  path: string,
): TextEdit | undefined {
  const { text } = minutes
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const lines: string[] = []
  for (const each of missing) {
    const line = firstOf([beside, ...list.entries], (model) => entryLike(model, each, text, path))
    if (line === undefined) return undefined
    lines.push(line)
  }
  const entries = lines.join(eol)
  const [from, to] = [beside.item!.from + beside.at, beside.item!.to + beside.at]
  const end = lineAround(text, Math.max(from, to - 1)).to
  if (newYear === undefined) {
    const start = lineAround(text, from).from
    return after ? insert(end, eol + entries) : insert(start, entries + eol)
  }
  const heading = minutes.blocks[beside.block - 1]
  if (!heading?.content.heading || list.year === undefined) return undefined
  const title = text.slice(heading.from, beside.at)
  if (title.split(list.year).length !== 2) return undefined
  const section = title.replace(list.year, newYear) + entries
  return after ? insert(end, eol + eol + section) : insert(heading.from, section + eol + eol)
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
  { item, link, at, content, day, path: target }: Entry,
  missing: Missing,
  text: string,
  path: string,
): string | undefined {
  const next = content.items[content.items.indexOf(item!) + 1]
  const isNumbered =
    item!.ordered && next?.parent === item!.parent && number(content.text, item!) !== number(content.text, next)
  if (isNumbered || (item!.ordered && !next)) return undefined
  const start = lineAround(text, at + item!.from).from
  const words = at + item!.marker.to
  const label = respelled(text.slice(words, at + link.label.to), day, missing.day)
  const address = text.slice(at + link.address.from, at + link.address.to)
  if (label === undefined || target === missing.part.path) return undefined
  return `${text.slice(start, words)}${label}](${address.startsWith('./') ? './' : ''}${addressOf(missing.part.path, path)})`
}

const number = (text: string, { marker }: { marker: { from: number; to: number } }) =>
  text.slice(marker.from, marker.to)

/** A text that speaks of one day as it would of another; `undefined` where it has other numbers, or does not name the day. */
function respelled(text: string, day: string, other: string): string | undefined {
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
  if (edits.length === 0 || /\d|\p{L}day\b/u.test(rest)) return undefined
  return applyEdits(text, edits)
}

import type { AttendanceList } from '../../minutes/attendance.ts'
import { attendanceLabel } from '../../minutes/attendance.ts'
import type { Block } from '../../minutes/blocks.ts'
import type { Item } from '../../minutes/content.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Person } from '../../minutes/people.ts'
import type { TextEdit } from '../../text/edit.ts'
import { lineEndOf } from '../../text/line-end.ts'
import { lineAround } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { trim } from '../../text/span.ts'
import { blockOf, itemAt, labelItem, NOBODY, type Shape, sharing } from './attendance-shape.ts'
import { nextMarker, renumbered } from './numbers.ts'
import { type Declined, declined } from './outcome.ts'

/** Puts somebody behind the others of a list, or in the place of what says that nobody is in it. */
export function entryAdded(minutes: Minutes, list: AttendanceList, entry: string, shape: Shape): TextEdit {
  const last = [...list.people].sort((a, b) => a.entry.to - b.entry.to).at(-1)
  return last ? behind(minutes, list, last, entry, shape) : asFirst(minutes, list, entry, shape)
}

function behind(minutes: Minutes, list: AttendanceList, last: Person, entry: string, { form }: Shape): TextEdit {
  const block = blockOf(minutes, list)
  const item = itemAt(block, last.from)
  if (form === 'items' && item && sharing(minutes, list, last).length === 1 && !isLabel(block, item)) {
    return newItem(minutes, block, item, entry)
  }
  const { to } = last.entry
  const before = list.people.filter((each) => each.entry.to <= last.entry.from).at(-1)
  const sign = before && minutes.text.slice(before.entry.to, last.entry.from).includes(';') ? ';' : ','
  return { from: to, to, insert: `${sign} ${entry}` }
}

const isLabel = (block: Block, { text }: Item): boolean =>
  attendanceLabel(block.content.prose.slice(text.from, text.to)) !== undefined

/** An item like another one, behind it and all that is below it. */
function newItem({ text }: Minutes, block: Block, item: Item, entry: string): TextEdit {
  const own = block.content.text
  const start = lineAround(text, block.from + item.marker.from).from
  const lead = text.slice(start, block.from + item.marker.from)
  const next = nextMarker(block.content, item)
  const gap = /^[ \t]*/.exec(own.slice(item.marker.to))![0] || ' '
  const box = item.checkbox ? `${own.slice(item.checkbox.from, item.checkbox.to)} ` : ''
  // Blanks at the end of its line stay there.
  const at = lineAround(text, block.from + trim(own, item).to).to
  return { from: at, to: at, insert: `${lineEndOf(text)}${lead}${next}${gap}${box}${entry}` }
}

function asFirst(minutes: Minutes, list: AttendanceList, entry: string, shape: Shape): TextEdit {
  const block = blockOf(minutes, list)
  const { content, from: base } = block
  const label = labelItem(minutes, list)
  if (content.kind === 'list' && label) return belowLabel(minutes, block, label, entry, shape)
  if (content.kind === 'list' && list.from === base) {
    const first = content.items[0]!
    return replaced(minutes, { from: base + first.text.from, to: base + first.text.to }, entry)
  }
  return replaced(minutes, list, entry)
}

/** In place of nobody; behind whatever else is said. Between it and a label stands a blank. */
function replaced({ text }: Minutes, where: { readonly from: number; readonly to: number }, entry: string): TextEdit {
  const { from, to } = trim(text, where)
  const put = NOBODY.test(text.slice(from, to).replace(/[*_]+$/, '')) ? entry : `${text.slice(from, to)}, ${entry}`
  const isGlued = /[^\s]/.test(text[from - 1] ?? ' ')
  // What is trimmed away at the end of a line is no part of the entry.
  return { from, to, insert: `${isGlued ? ' ' : ''}${put}` }
}

function belowLabel(minutes: Minutes, block: Block, label: Item, entry: string, shape: Shape): TextEdit {
  const { content, from: base } = block
  const { text } = minutes
  const index = content.items.indexOf(label)
  const child = content.items.find(({ parent }) => parent === index)
  const words = content.prose.slice(label.text.from, label.text.to)
  const { length } = attendanceLabel(words)!
  const rest = words.slice(length).trim()
  if (rest !== '') {
    return replaced(minutes, { from: base + label.text.from + length, to: base + label.text.to }, entry)
  }
  if (child && NOBODY.test(content.text.slice(child.text.from, child.text.to))) {
    const from = base + child.text.from
    const put = { from, to: base + child.text.to, insert: entry }
    return /\s/.test(text[from - 1] ?? '') ? put : { ...put, insert: ` ${entry}` }
  }
  const at = base + label.text.to
  const isBelow = shape.below || shape.form === 'items' || !/:[*_]*\s*$/.test(words)
  if (!isBelow && !child) return { from: at, to: at, insert: ` ${entry}` }
  const lead = text.slice(lineAround(text, base + label.marker.from).from, base + label.marker.from)
  const marker = content.text.slice(label.marker.from, label.marker.to)
  const gap = /^[ \t]*/.exec(content.text.slice(label.marker.to))![0].length || 1
  const indent = child
    ? text.slice(lineAround(text, base + child.marker.from).from, base + child.marker.from)
    : lead + ' '.repeat(marker.length + gap)
  const sign = child ? content.text.slice(child.marker.from, child.marker.to) : /\d/.test(marker) ? '-' : marker
  return { from: at, to: at, insert: `${lineEndOf(text)}${indent}${sign} ${entry}` }
}

/**
 * Takes somebody out of a list.
 *
 * @param nobody what is written where nobody is left.
 */
export function entryRemoved(
  minutes: Minutes,
  list: AttendanceList,
  person: Person,
  nobody: string,
): TextEdit | Declined {
  const block = blockOf(minutes, list)
  const item = itemAt(block, person.from)
  const { entry } = person
  if (list.people.length === 1) return { ...entry, insert: nobody }
  const beside = sharing(minutes, list, person)
  if (item && beside.length === 1 && !isLabel(block, item)) return withoutItem(minutes, block, item)
  const at = beside.indexOf(person)
  const [before, after] = [beside[at - 1], beside[at + 1]]
  const between = (a: Person, b: Person) => minutes.text.slice(a.entry.to, b.entry.from)
  if (after && JOINT.test(between(person, after))) return { from: entry.from, to: after.entry.from, insert: '' }
  if (before && JOINT.test(between(before, person))) return { from: before.entry.to, to: entry.to, insert: '' }
  // What stands between is no more than a separator beside something else.
  const rest = /^[ \t]*[,;][ \t]*/.exec(minutes.text.slice(entry.to))?.[0].length ?? 0
  return { from: entry.from, to: entry.to + rest, insert: rest > 0 || beside.length > 1 ? '' : nobody }
}

const JOINT = /^(?:[\s,;&+.]|\b(?:and)\b)*$/

function withoutItem(minutes: Minutes, block: Block, item: Item): TextEdit | Declined {
  const { text } = minutes
  const index = block.content.items.indexOf(item)
  if (block.content.items.some(({ parent }) => parent === index)) {
    const who = text.slice(block.from + item.text.from, block.from + item.text.to)
    return declined(
      phrase`"${who}" has notes below it, which would be lost. Nothing was changed. Move the entry by hand.`,
    )
  }
  const from = lineAround(text, block.from + item.marker.from).from
  const to = lineAround(text, block.from + trim(block.content.text, item).to).to
  const end = /^(?:\r\n|\n|\r)/.exec(text.slice(to))?.[0].length ?? 0
  const later = renumbered(block, item, to + end - block.from)
  if (later) return { ...later, from }
  if (end > 0) return { from, to: to + end, insert: '' }
  // The last line of all goes with the line end before it.
  const lead = /(?:\r\n|\n|\r)$/.exec(text.slice(0, from))?.[0].length ?? 0
  return { from: from - lead, to, insert: '' }
}

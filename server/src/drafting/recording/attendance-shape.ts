import { type AttendanceList, attendanceLabel, attendanceOf } from '../../minutes/attendance.ts'
import type { Block } from '../../minutes/blocks.ts'
import type { Item } from '../../minutes/content.ts'
import { blockAt, type Minutes } from '../../minutes/minutes.ts'
import type { Person } from '../../minutes/people.ts'

/** How a list of people is laid out. */
export interface Shape {
  /** An item for each of them, or all of them on one line. */
  readonly form: 'items' | 'line'
  /** Whether they stand in items below that of the label. */
  readonly below: boolean
}

/** The block that a list stands in. */
export const blockOf = (minutes: Minutes, { from }: { readonly from: number }): Block =>
  minutes.blocks[Math.max(0, blockAt(minutes, from))]!

/** The innermost item whose own words hold an offset of the whole text. */
export function itemAt({ content, from }: Block, offset: number): Item | undefined {
  return content.items.findLast(({ text }) => from + text.from <= offset && offset <= from + text.to)
}

/** The item that begins with the list's label; none where a heading or a line of a paragraph says it. */
export function labelItem(minutes: Minutes, list: AttendanceList): Item | undefined {
  const block = blockOf(minutes, list)
  const item = block.content.items.find(({ from }) => block.from + from === list.from)
  return item && attendanceLabel(block.content.prose.slice(item.text.from, item.text.to)) ? item : undefined
}

/** How the people of a list are laid out; `undefined` where there are too few to tell. */
export function shapeOf(minutes: Minutes, list: AttendanceList): Shape | undefined {
  const block = blockOf(minutes, list)
  if (list.people.length === 0) return undefined
  if (block.content.kind !== 'list') return { form: 'line', below: false }
  const label = labelItem(minutes, list)
  const items = list.people.map(({ from }) => itemAt(block, from))
  if (label && items[0] === label) return { form: 'line', below: false }
  if (list.people.length === 1) return undefined
  return { form: new Set(items).size < items.length ? 'line' : 'items', below: label !== undefined }
}

/** The same as these minutes, or else the group's last ones, show it for such a list. */
export function usualShape(minutes: Minutes, list: AttendanceList, models: readonly Minutes[]): Shape {
  const own = shapeOf(minutes, list)
  if (own) return own
  const others = [minutes, ...models].flatMap((each) =>
    attendanceOf(each).flatMap((other) => {
      const shape = shapeOf(each, other)
      return shape ? [{ shape, presence: other.presence }] : []
    }),
  )
  const like = others.find(({ presence }) => presence === list.presence) ?? others[0]
  return like?.shape ?? { form: 'line', below: false }
}

/** The people of a list who share an item, or a line, with one of them. */
export function sharing(minutes: Minutes, list: AttendanceList, { from }: Person): readonly Person[] {
  const block = blockOf(minutes, list)
  const item = itemAt(block, from)
  return list.people.filter((other) => itemAt(block, other.from) === item)
}

/** What stands where nobody is listed. */
export const NOBODY = /^(?:…|\.{2,}|[-–—]+|_+|@…?|\(?(?:none|nobody|no one|n\/a|tbd|tba|unknown)\)?\.?)?$/i

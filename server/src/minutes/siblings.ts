import { memo } from '../text/memo.ts'
import type { Block } from './blocks.ts'
import type { Content, Item } from './content.ts'
import type { Minutes } from './minutes.ts'

/** The items right below one item, or those of a whole list; in order. Offsets count from the block's start. */
export type Siblings = readonly Sibling[]

export interface Sibling {
  readonly item: Item
  /** Its index among the block's items. */
  readonly index: number
  /**
   * How many blanks stand before its marker; `undefined` when a tab or something else does. For the first item those
   * before the block are missing; see {@link indentBefore}.
   */
  readonly indent: number | undefined
}

/** All siblings of a list, by lists: first the outermost, then those below each item. Of one item there may be one. */
export const siblingsIn = memo(({ items, text }: Content): readonly Siblings[] => {
  const groups = new Map<number, Sibling[]>()
  items.forEach((item, index) => {
    const sibling = { item, index, indent: indentOf(text, item) }
    const group = groups.get(item.parent)
    if (group) group.push(sibling)
    else groups.set(item.parent, [sibling])
  })
  return [...groups.values()]
})

/** How many blanks stand before an item's marker; `undefined` when a tab or something else does. */
export function indentOf(text: string, { marker }: Item): number | undefined {
  const start = text.lastIndexOf('\n', marker.from - 1) + 1
  for (let at = start; at < marker.from; at++) if (text[at] !== ' ') return undefined
  return marker.from - start
}

/** How many blanks stand before a block; `undefined` when something else does. */
export function indentBefore({ text }: Minutes, { from }: Block): number | undefined {
  let at = from
  while (at > 0 && text[at - 1] === ' ') at--
  return at === 0 || /[\n\r\uFEFF]/.test(text[at - 1]!) ? from - at : undefined
}

/** The column where an item's words begin: what is indented less does not belong to it (CommonMark 5.2). */
export function contentColumn(text: string, { item, indent }: Sibling): number {
  const width = item.marker.to - item.marker.from
  const blanks = /^ {1,5}/.exec(text.slice(item.marker.to, item.marker.to + 5))?.[0].length ?? 1
  return (indent ?? 0) + width + (blanks > 4 ? 1 : blanks)
}

import type { Block } from '../../minutes/blocks.ts'
import type { Content, Item } from '../../minutes/content.ts'
import type { TextEdit } from '../../text/edit.ts'
import { slice } from '../../text/span.ts'

const NUMBER = /^(\d+)([.)])$/

const numberOf = ({ text }: Content, { marker }: Item): number => Number.parseInt(slice(text, marker), 10)

const siblingsOf = ({ items }: Content, { parent, depth }: Item): readonly Item[] =>
  items.filter((each) => each.parent === parent && each.depth === depth)

/** The marker of an item behind another one: the next number, or the same where all of the list have the same. */
export function nextMarker(content: Content, item: Item): string {
  const marker = slice(content.text, item.marker)
  const [, number, sign] = NUMBER.exec(marker) ?? []
  if (number === undefined) return marker
  const siblings = siblingsOf(content, item)
  const before = siblings[siblings.indexOf(item) - 1]
  return before && numberOf(content, before) === Number(number) ? marker : `${Number(number) + 1}${sign}`
}

/**
 * The edit that has the items behind one that goes count from its number; `undefined` where they do not count.
 *
 * @param start where it begins, behind that item: an offset in the block.
 */
export function renumbered({ content, from }: Block, item: Item, start: number): TextEdit | undefined {
  const siblings = siblingsOf(content, item)
  const later = siblings.slice(siblings.indexOf(item) + 1)
  const first = item.ordered ? numberOf(content, item) : Number.NaN
  if (later.length === 0 || !later.every((each, at) => numberOf(content, each) === first + 1 + at)) return undefined
  let insert = ''
  let at = start
  for (const [index, { marker }] of later.entries()) {
    insert += content.text.slice(at, marker.from) + (first + index) + content.text[marker.to - 1]
    at = marker.to
  }
  return { from: from + start, to: from + at, insert }
}

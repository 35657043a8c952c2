import { type Minutes, type Place, placeAt } from './minutes.ts'

/** A change of minutes that lies within one block, as a keystroke's mostly does. */
export interface BlockChange {
  /** The index of the block. */
  readonly block: number
  readonly before: Place
  readonly now: Place
}

/** How minutes became others, if nothing but the words of one block changed, and that is no heading. */
export function blockChange(before: Minutes, now: Minutes): BlockChange | undefined {
  if (now.frontMatter !== before.frontMatter || now.blocks.length !== before.blocks.length) return undefined
  const block = onlyDifference(before, now)
  if (block === undefined) return undefined
  const [was, is] = [before.blocks[block]!, now.blocks[block]!]
  if (was.from !== is.from || was.content.kind !== is.content.kind || was.content.heading) return undefined
  // What stands between the blocks belongs to none of them.
  if (before.text.slice(0, was.from) !== now.text.slice(0, is.from)) return undefined
  if (before.text.slice(was.to) !== now.text.slice(is.to)) return undefined
  return { block, before: placeAt(before, block), now: placeAt(now, block) }
}

/** The index of the one block that differs. */
function onlyDifference({ blocks: before }: Minutes, { blocks: now }: Minutes): number | undefined {
  let found: number | undefined
  for (let at = 0; at < now.length; at++) {
    if (now[at]!.content === before[at]!.content) continue
    if (found !== undefined) return undefined
    found = at
  }
  return found
}

import type { Content, Item } from '../../minutes/content.ts'
import type { Span } from '../../text/span.ts'

/** A stretch of a block within which words belong together: an item's own words, or a line. */
export interface Statement extends Span {
  readonly item?: Item
}

/** The statements of a block, in order. */
export function statementsIn(content: Content): readonly Statement[] {
  if (content.items.length > 0) return content.items.map((item) => ({ ...item.text, item }))
  let from = 0
  return content.prose.split('\n').map((line) => {
    const where = { from, to: from + line.length }
    from += line.length + 1
    return where
  })
}

/** Whether an item, or one that it is nested in, is checked off. */
export function isDone({ items }: Content, item: Item | undefined): boolean {
  for (let at = item; at; at = items[at.parent]) if (at.checkbox?.done) return true
  return false
}

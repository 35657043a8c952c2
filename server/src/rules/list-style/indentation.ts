import type { Content, Item } from '../../minutes/content.ts'
import { contentColumn, indentOf, type Sibling, type Siblings, siblingsIn } from '../../minutes/siblings.ts'
import type { TextEdit } from '../../text/edit.ts'
import { memo } from '../../text/memo.ts'
import { phrase } from '../../text/phrase.ts'
import type { Fix, Report } from '../rule.ts'

export interface Indentation {
  readonly reports: readonly Report[]
  /** How many lists within the list have items that differ, and how many with several items have none. */
  readonly uneven: number
  readonly even: number
}

/** Items that are indented otherwise than those beside them. Offsets count from the block's start. */
export const indentationOf = memo((content: Content) => {
  const known = new Map<number | undefined, Indentation>()
  /** @param before how many blanks stand before the list; `undefined` when something else does. */
  return (before: number | undefined): Indentation => {
    if (!known.has(before)) known.set(before, work(content, before))
    return known.get(before)!
  }
})

function work(content: Content, before: number | undefined): Indentation {
  const lists = siblingsIn(content).map((siblings) => withFirst(siblings, before))
  const common = commonIndents(lists)
  const siblingAt = new Map(lists.flat().map((sibling) => [sibling.index, sibling]))
  const reports: Report[] = []
  let [uneven, even] = [0, 0]
  const reported = new Set<number>()
  for (const siblings of lists) {
    if (siblings.length < 2) continue
    const usual = usualIndent(siblings, common)
    if (usual === undefined) even++
    else uneven++
    if (usual === undefined) continue
    siblings.forEach((sibling, at) => {
      if (sibling.indent === usual) return
      // An item within one that moves will move with it.
      const within = isWithin(content, sibling.item, reported)
      reports.push({
        from: sibling.item.marker.from - sibling.indent!,
        to: sibling.item.marker.to,
        message: explain(sibling.indent!, usual),
        fixes: within ? [] : fixes(content, siblings, at, usual, siblingAt.get(sibling.item.parent)),
      })
      reported.add(sibling.index)
    })
  }
  return { reports, uneven, even }
}

const isWithin = (content: Content, { parent }: Item, moving: ReadonlySet<number>): boolean =>
  parent >= 0 && (moving.has(parent) || isWithin(content, content.items[parent]!, moving))

/** The block begins at its first item, or at the blanks before it. */
function withFirst(siblings: Siblings, before: number | undefined): Siblings {
  const [first, ...others] = siblings
  if (first!.index > 0) return siblings
  const indent = first!.indent === undefined || before === undefined ? undefined : first!.indent + before
  return [{ ...first!, indent }, ...others]
}

/** For each depth, how often each indentation stands there. */
function commonIndents(lists: readonly Siblings[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const siblings of lists) {
    for (const { item, indent } of siblings) {
      const key = `${item.depth} ${indent}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

/**
 * The indentation that those which differ should have: of those there are, the one that is commonest at this depth of
 * the list. `undefined` when none differ, or when it cannot be said.
 */
function usualIndent(siblings: Siblings, common: ReadonlyMap<string, number>): number | undefined {
  if (siblings.some(({ indent, item }) => indent === undefined || item.ordered !== siblings[0]!.item.ordered)) {
    return undefined
  }
  const indents = [...new Set(siblings.map(({ indent }) => indent!))]
  if (indents.length < 2) return undefined
  // Numbers may be aligned at their right.
  const ends = new Set(siblings.map(({ indent, item }) => indent! + item.marker.to - item.marker.from))
  if (ends.size === 1) return undefined
  const { depth } = siblings[0]!.item
  const count = (indent: number) => common.get(`${depth} ${indent}`)!
  return indents.reduce((best, indent) => (count(indent) > count(best) ? indent : best))
}

const explain = (indent: number, usual: number) => ({
  wrong: phrase`This item is indented by ${blanks(indent)}, those beside it by ${blanks(usual)}.`,
  why: phrase`It is shown beside them, and looks as if it belonged elsewhere.`,
  remedy:
    indent > usual
      ? phrase`Indent it as they are, or further to put it below the item above.`
      : phrase`Indent it as they are.`,
})

const blanks = (count: number) => (count === 1 ? phrase`1 blank` : phrase`${count} blanks`)

function fixes(
  { text, items }: Content,
  siblings: Siblings,
  at: number,
  usual: number,
  outer: Sibling | undefined,
): Fix[] {
  const sibling = siblings[at]!
  const [above, below] = [siblings[at - 1], siblings[at + 1]]
  const indent = sibling.indent!
  const column = above && contentColumn(text, above)
  const found: Fix[] = []
  // Right of the words above it would become a part of that item; left of its own, what is below a part of it.
  const stays = column === undefined || usual < column
  const keeps = !below || below.indent! < usual + contentColumn(text, sibling) - indent
  const child = above && items[above.index + 1]!.parent === above.index ? items[above.index + 1] : undefined
  if (stays && keeps) {
    // Left of the words of the item it is in, our parser alone takes it for a part of that.
    const hasColumn = outer?.indent !== undefined && text[outer.item.marker.to] === ' '
    const belongs = !outer || (hasColumn && indent >= contentColumn(text, outer))
    const oneLine = !text.slice(sibling.item.from, sibling.item.to).trimEnd().includes('\n')
    found.push({
      title: phrase`Indent it as those beside it`,
      edits: moved(text, sibling, usual),
      preferred: !(child && indent > usual),
      // One that stands further in may be meant to belong to the item above.
      safe: oneLine && belongs && indent < usual,
    })
  }
  if (column !== undefined && indent > usual) {
    const there = Math.max(column, (child && indentOf(text, child)) ?? 0)
    const title = phrase`Put it below the item above`
    if (there > indent) found.push({ title, edits: moved(text, sibling, there), preferred: child !== undefined })
  }
  return found
}

/** Every line of an item, further right or left. */
function moved(text: string, { item, indent }: Sibling, to: number): TextEdit[] {
  const by = to - indent!
  const edits: TextEdit[] = []
  let start = item.marker.from - indent!
  while (start < item.to) {
    const next = text.indexOf('\n', Math.max(start, 0)) + 1 || text.length
    const line = text.slice(Math.max(start, 0), next)
    const own = start < 0 || edits.length === 0 ? indent! : /^ */.exec(line)![0].length
    if (line.trim() !== '' && (own > 0 || edits.length === 0)) {
      if (by > 0) edits.push({ from: start, to: start, insert: ' '.repeat(by) })
      else edits.push({ from: start, to: start + Math.min(own, -by), insert: '' })
    }
    start = next
  }
  return edits
}

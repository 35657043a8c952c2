import type { Block } from '../minutes/blocks.ts'
import { blockAt, type Minutes, updateMinutes } from '../minutes/minutes.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { equal } from '../text/equal.ts'
import { lineEndOf } from '../text/line-end.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { isIgnored, remarkFor, WORD } from './ignores.ts'

/**
 * The edit that has a finding ignored where it stands. `undefined` where every remark would show or break something, as
 * in code and on the delimiters of front matter.
 */
export function ignoringEdit(minutes: Minutes, rule: string, finding: Span): TextEdit | undefined {
  const edits = minutes.frontMatter && finding.from < minutes.body ? inFrontMatter : inBody
  return edits(minutes, rule, finding).find((edit) => isGood(minutes, edit, rule, finding))
}

const insert = (at: number, text: string): TextEdit => ({ from: at, to: at, insert: text })

/** The remarks that may do, the best first. */
function inBody(minutes: Minutes, rule: string, finding: Span): TextEdit[] {
  const known = remarkFor(minutes, finding)
  if (known !== undefined) return [insert(known, ` ${rule}`)]
  const { text } = minutes
  const comment = `<!-- ${WORD} ${rule} -->`
  const line = lineAround(text, finding.from)
  const words = text.slice(line.from, line.to).trimEnd()
  const end = line.from + words.length
  const behind = insert(end, `${end > line.from ? ' ' : ''}${comment}`)
  // A backslash at the end breaks the line.
  const beforeBreak = /\\*$/.exec(words)![0].length % 2 === 1 ? [insert(end - 1, ` ${comment}`)] : []
  const block = minutes.blocks[blockAt(minutes, finding.from)]
  const start = lineAround(text, block?.from ?? line.from).from
  const above = start === line.from ? [insert(start, `${comment}${lineEndOf(text)}`)] : []
  // Anchors are made of all that stands in a heading.
  if (block?.content.kind === 'heading') return [...above, behind]
  return [...beforeBreak, behind, insert(cellEnd(text, finding.from), ` ${comment}`), ...above]
}

/** The end of the words of a table's cell. */
function cellEnd(text: string, at: number): number {
  const line = lineAround(text, at)
  const rest = /^(?:\\.|[^|\\])*/.exec(text.slice(at, line.to))![0]
  return at + rest.trimEnd().length
}

function inFrontMatter({ text, frontMatter }: Minutes, rule: string, { from }: Span): TextEdit[] {
  const line = lineAround(text, from)
  const { inner } = frontMatter!
  if (line.from < inner.from || line.to > inner.to) return []
  const words = text.slice(line.from, line.to)
  const known = words.lastIndexOf(`# ${WORD}`) >= 0
  return [insert(line.from + words.trimEnd().length, known ? ` ${rule}` : ` # ${WORD} ${rule}`)]
}

/** Whether an edit has the finding ignored, and readers see the same as before. */
function isGood(minutes: Minutes, edit: TextEdit, rule: string, { from, to }: Span): boolean {
  const length = edit.insert.length
  const changed = { from: edit.from, to: edit.to, length }
  const after = updateMinutes(minutes, applyEdits(minutes.text, [edit]), [changed])
  const by = edit.from <= from ? length : 0
  return (
    isIgnored(after, rule, { from: from + by, to: to + by }) && looksLike(after, minutes, edit.insert.includes('<'))
  )
}

/** Whether two texts show the same, but for a comment more. */
function looksLike(after: Minutes, before: Minutes, isComment: boolean): boolean {
  if (!equal(after.frontMatter?.data, before.frontMatter?.data)) return false
  const [now, then] = differing(after.blocks, before.blocks).map(namesIn) as [string[], string[]]
  // A comment is entered and left. Within code it would be none.
  return equal(now.filter(isShown), then.filter(isShown)) && now.length === then.length + (isComment ? 2 : 0)
}

const isShown = (name: string) => !/^\/?Comment/.test(name)

/** What remains of two lists of blocks without those at their ends that are the same. */
function differing(a: readonly Block[], b: readonly Block[]): [readonly Block[], readonly Block[]] {
  const same = (x: Block | undefined, y: Block | undefined) => x !== undefined && x.tree === y?.tree
  let head = 0
  while (same(a[head], b[head])) head++
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && same(a.at(-1 - tail), b.at(-1 - tail))) tail++
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
}

function namesIn(blocks: readonly Block[]): string[] {
  const names: string[] = []
  for (const { tree } of blocks) {
    tree.iterate({
      enter: ({ name }) => void names.push(name),
      leave: ({ name }) => void names.push(`/${name}`),
    })
  }
  return names
}

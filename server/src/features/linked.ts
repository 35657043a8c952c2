import type { Content } from '../minutes/content.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { firstIndex } from '../text/halve.ts'
import { memo } from '../text/memo.ts'
import { overlaps, type Span } from '../text/span.ts'

/** Whether a stretch of a block is part of a link or an image that Markdown makes. */
export function isLinked(minutes: Minutes, { links, text }: Content, where: Span): boolean {
  const link = links[firstIndex(links, ({ to }) => to > where.from)]
  if (link && overlaps(link, where)) return true
  const open = text.slice(0, where.from).lastIndexOf('[')
  const close = text.indexOf(']', where.to)
  if (open < 0 || close < 0 || /[\]\n]/.test(text.slice(open + 1, where.from))) return false
  if (/[[\n]/.test(text.slice(where.to, close))) return false
  return (
    /^[[(]/.test(text.slice(close + 1, close + 2)) || definitions(minutes).has(labelKey(text.slice(open + 1, close)))
  )
}

/** The labels to which the document gives addresses: `[label]: https://…` (CommonMark 4.7). */
const definitions = memo(({ blocks }: Minutes): ReadonlySet<string> => {
  const labels = blocks.flatMap(({ content }) =>
    content.kind === 'other' ? [...(/^ {0,3}\[([^\][\n]{1,200})\]:/.exec(content.text)?.slice(1) ?? [])] : [],
  )
  return new Set(labels.map(labelKey))
})

const labelKey = (label: string) => label.replace(/\s+/g, ' ').trim().toLowerCase()

import { memo } from '../text/memo.ts'
import { inside, type Span, shift } from '../text/span.ts'
import type { Mention } from './mentions.ts'
import { kindAt, type Minutes } from './minutes.ts'

/** A sentence on the previous meeting's minutes. Spans count in the whole text. */
export interface Approval extends Span {
  readonly approvers: readonly Mention[]
  readonly mergers: readonly Mention[]
}

/** Who approved the previous minutes, and who merged them. */
export const approvalsOf = memo((minutes: Minutes): readonly Approval[] =>
  minutes.blocks.flatMap(({ content, from }, index) => {
    if (content.heading || kindAt(minutes, index) !== 'approval') return []
    const lines =
      content.kind === 'list' ? content.items.map(({ text }) => text) : [{ from: 0, to: content.text.length }]
    return lines.flatMap((line) => {
      const text = content.prose.slice(line.from, line.to)
      if (!/\bapprov/i.test(text)) return []
      const merged = text.search(/\bmerged\b/i)
      const split = merged < 0 ? line.to : line.from + merged
      const people = inside(content.mentions, line)
      const place = (mention: Mention) => ({ ...mention, ...shift(mention, from) })
      return {
        ...shift(line, from),
        approvers: people.filter((each) => each.from < split).map(place),
        mergers: people.filter((each) => each.from >= split).map(place),
      }
    })
  }),
)

import { memo } from '../text/memo.ts'
import { type Span, slice } from '../text/span.ts'
import type { Content } from './content.ts'
import { idsOf } from './ids.ts'

/** An issue of the group's own repository, as GitHub writes it. */
const OWN_ISSUE = /(?<![\w/#&@.:-])#\d{1,7}(?![\w/-])/g

/** The ids that a block names, each as it is written, the last first; linked ones with the link. */
export const writtenIds = memo((content: Content): readonly string[] => {
  const { prose, text, links } = content
  const own = [...prose.matchAll(OWN_ISSUE)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
  const ids: Span[] = [...idsOf(content), ...own].sort((a, b) => b.from - a.from)
  const linked = new Map(links.map((link) => [link.label.from, link]))
  return ids.map((id) => {
    const link = linked.get(id.from)
    return slice(text, link?.label.to === id.to ? link : id)
  })
})

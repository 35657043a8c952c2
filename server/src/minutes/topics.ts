import { memo } from '../text/memo.ts'
import type { SectionKind } from './headings.ts'
import type { Minutes } from './minutes.ts'
import type { Section } from './sections.ts'

const TALK: ReadonlySet<SectionKind> = new Set(['topic', 'projects', 'actions', 'decisions'])

/**
 * What was discussed: the sections that have something below their very heading, in order. Neither the title of the
 * minutes is one, nor a heading such as "Agenda" that only holds others.
 */
export const topicsOf = memo((minutes: Minutes): readonly Section[] => {
  const { sections, within, blocks } = minutes
  return sections.filter(({ about, heading, first, parent }, index) => {
    if (!TALK.has(about) || (parent < 0 && heading.level === 1)) return false
    return first + 1 < blocks.length && within[first + 1] === index
  })
})

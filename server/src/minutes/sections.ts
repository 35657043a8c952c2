import { type Span, shift } from '../text/span.ts'
import type { Block } from './blocks.ts'
import type { Heading, SectionKind } from './headings.ts'

/** A heading and what stands below it, subsections included. */
export interface Section extends Span {
  /** What its own heading says. */
  readonly kind: SectionKind
  /** What it is about: its own kind or, for a topic, that of the section it is part of. */
  readonly about: SectionKind
  readonly heading: Heading
  /** The place of the heading's own words. */
  readonly label: Span
  /** Index of its heading in the blocks, and of the block behind its last. */
  readonly first: number
  readonly last: number
  /** Index of the section it is part of; -1 for none. */
  readonly parent: number
}

export interface Sections {
  readonly sections: readonly Section[]
  /** For each block the index of the innermost section that holds it; -1 for none. */
  readonly within: readonly number[]
}

/** All sections in order of their headings. @param end where the text ends. */
export function readSections(blocks: readonly Block[], end: number): Sections {
  const sections: Mutable<Section>[] = []
  const within: number[] = []
  let current = -1
  for (let index = 0; index < blocks.length; index++) {
    const { content, from } = blocks[index]!
    const { heading } = content
    if (heading) {
      while (current >= 0 && sections[current]!.heading.level >= heading.level) {
        const section = sections[current]!
        section.to = from
        section.last = index
        current = section.parent
      }
      const { kind } = heading
      sections.push({
        from,
        to: end,
        kind,
        about: kind === 'topic' ? aboutOf(sections[current]) : kind,
        heading,
        label: shift(heading.label, from),
        first: index,
        last: blocks.length,
        parent: current,
      })
      current = sections.length - 1
    }
    within.push(current)
  }
  return { sections, within }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

// Below the headings that frame the meeting everything is said: there a topic is a topic.
const FRAMES: ReadonlySet<SectionKind> = new Set(['start', 'details', 'welcome'])

const aboutOf = (parent: Section | undefined): SectionKind =>
  parent === undefined || FRAMES.has(parent.kind) ? 'topic' : parent.about

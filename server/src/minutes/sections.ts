import { type Span, shift } from '../text/span.ts'
import type { Block } from './blocks.ts'
import type { Heading, SectionKind } from './headings.ts'

/** A heading and what stands below it, subsections included. */
export interface Section extends Span {
  readonly kind: SectionKind
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
  readonly within: Int32Array
}

/** All sections in order of their headings. @param end where the text ends. */
export function readSections(blocks: readonly Block[], end: number): Sections {
  type Open = { -readonly [K in keyof Section]: Section[K] }
  const sections: Open[] = []
  const within = new Int32Array(blocks.length)
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
      const place = { from, to: end, first: index, last: blocks.length, parent: current }
      current = sections.push({ ...place, kind: heading.kind, heading, label: shift(heading.label, from) }) - 1
    }
    within[index] = current
  }
  return { sections, within }
}

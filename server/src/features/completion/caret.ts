import type { SectionKind } from '../minutes/headings.ts'

/** Where the caret is, as completions see it. */
export interface Caret {
  readonly offset: number
  /** Where the line begins, and its text up to the caret. */
  readonly lineStart: number
  readonly before: string
  /** The rest of the line. */
  readonly after: string
  /** Index of the block; -1 in front of the first. */
  readonly block: number
  readonly kind: SectionKind | undefined
}

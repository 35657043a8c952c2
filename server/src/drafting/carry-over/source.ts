import type { Book } from '../../book/book.ts'
import type { PlainDate } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { CarryOver } from '../../settings/settings.ts'
import type { TextEdit } from '../../text/edit.ts'
import type { Phrase } from '../../text/phrase.ts'
import type { Span } from '../../text/span.ts'

/** Minutes from which those of the next meeting are made, and what is known of both. */
export interface Source {
  readonly minutes: Minutes
  /** Of the minutes to start from, and of those to be; relative to the folder, with `/`. */
  readonly path: string
  readonly newPath: string
  readonly book: Book
  /** The minutes before them, where they can be read: what stands in both is the group's form. */
  readonly earlier: Minutes | undefined
  /** The days of the two meetings. */
  readonly day: PlainDate
  readonly newDay: PlainDate
  /** When the new meeting is called for: UTC, minutes since midnight. */
  readonly at: number | undefined
  /** The zone by whose wall clock the group meets; see `usualAnchor`. */
  readonly anchor: string | undefined
  readonly wanted: CarryOver
}

/** Whole lines that leave. */
export interface Removal extends Span {
  readonly why: Phrase
}

/** Something else in the place of what stood there. */
export interface Rewording extends TextEdit {
  readonly why: Phrase
}

/** What is done to the text of the previous minutes. A removal takes along what was to be reworded in it. */
export interface Revision {
  readonly removals: readonly Removal[]
  readonly rewordings: readonly Rewording[]
}

/** What stands where somebody has to write. */
export const BLANK = '…'

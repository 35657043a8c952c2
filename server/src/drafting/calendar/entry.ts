import type { Temporal } from 'temporal-polyfill'
import type { PlainDate } from '../../minutes/calendar.ts'

/** What goes into a calendar. */
export interface Entry {
  readonly uid: string
  readonly title: string
  readonly when: Whole | Timed
  readonly description: string
  /** Where people meet: an `https` address. */
  readonly location?: string
  readonly url?: string
}

/** Whole days. */
export interface Whole {
  readonly first: PlainDate
  /** The last of them. */
  readonly last: PlainDate
}

export interface Timed {
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
  /** The zone whose wall clock counts should its rules change, by its IANA name. Without one the moment itself is fixed. */
  readonly zone?: string
}

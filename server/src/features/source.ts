import type { Range } from 'vscode-languageserver-types'
import type { Minutes } from '../minutes/minutes.ts'
import type { Listings } from '../settings/listings.ts'
import { lineStarts, positionAt } from '../text/lines.ts'
import type { Span } from '../text/span.ts'

/** The text of a file, for features that need places in it. */
export interface Source {
  readonly uri: string
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly text: string
  /** `null` for a file that no editor has open, as LSP wants it. */
  readonly version: number | null
}

/** Minutes with their text. */
export interface MinutesSource extends Source {
  readonly minutes: Minutes
}

/** A file in which the group lists people and projects. */
export interface ListingsSource extends Source {
  readonly listings: Listings
  /** Whether nobody reads it but us: what else reads it may look for the names that stand there. */
  readonly ours: boolean
}

/** Spans of a text as LSP has them. */
export function rangesIn(text: string): (span: Span) => Range {
  const starts = lineStarts(text)
  return ({ from, to }) => ({ start: positionAt(starts, from), end: positionAt(starts, to) })
}

import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range } from 'vscode-languageserver-types'
import type { Book } from '../book/book.ts'
import type { PlainDate } from '../minutes/calendar.ts'
import type { Minutes } from '../minutes/minutes.ts'
import type { Span } from '../text/span.ts'

/** What a feature works on: an open document, understood, in its book. */
export interface OpenMinutes {
  readonly document: TextDocument
  readonly minutes: Minutes
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly book: Book
  /** The day of the meeting. */
  readonly day: PlainDate | undefined
}

/** A span as LSP has it. */
export const rangeOf = (document: TextDocument, { from, to }: Span): Range => ({
  start: document.positionAt(from),
  end: document.positionAt(to),
})

import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range } from 'vscode-languageserver-types'
import type { Subject } from '../rules/rule.ts'
import type { Say } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'

/** What a feature works on: an open document, understood, in its book. */
export interface OpenMinutes extends Subject {
  readonly document: TextDocument
  /** Says phrases in the editor's language. */
  readonly say: Say
}

/** A span as LSP has it. */
export const rangeOf = (document: TextDocument, { from, to }: Span): Range => ({
  start: document.positionAt(from),
  end: document.positionAt(to),
})

import type { TextEdit } from '../../text/edit.ts'
import type { Phrase } from '../../text/phrase.ts'

/** What is to be written. */
export interface Written {
  readonly edits: readonly TextEdit[]
  /** Where the writer goes on: an offset in the text with the edits made. */
  readonly caret?: number
  /** What was written, in short, for whoever does not see it. */
  readonly said: Phrase
}

/** Why nothing is to be written: a message for people. */
export interface Declined {
  readonly problem: Phrase
}

export type Outcome = Written | Declined

export const declined = (problem: Phrase): Declined => ({ problem })

import { atCaret as found } from '../../../drafting/recording/at-caret.ts'
import { clockOf } from '../../../drafting/recording/clock.ts'
import { phrase } from '../../../text/phrase.ts'
import type { OpenDocument } from '../../documents.ts'
import type { AtCaret, AtCaretParams, MeetingClock, MeetingClockParams } from '../../messages.ts'
import { type State, understand } from '../../state.ts'
import type { Given } from '../command.ts'
import { minutesGiven, utcGiven } from '../given.ts'

export function clock(state: State, { uri, position, now }: Given<MeetingClockParams>): MeetingClock | null {
  const moment = utcGiven(now)
  const document = state.documents.get(String(uri))
  const open = document && understand(state, document)
  if (!open?.settings.clock) return null
  return clockOf(open.minutes, open.day, moment, offsetGiven(document!, position)) ?? null
}

export function atCaret(state: State, { uri, position }: Given<AtCaretParams>): AtCaret {
  const { document, open } = minutesGiven(state, uri, phrase`People and projects are taken from minutes.`)
  return found(open.minutes, open.book, offsetGiven(document, position))
}

/** A place as LSP has it; the start of the text for what is none. */
function offsetGiven({ text }: OpenDocument, position: unknown): number {
  const { line, character } = (position ?? {}) as Record<string, unknown>
  return typeof line === 'number' && typeof character === 'number' ? text.offsetAt({ line, character }) : 0
}

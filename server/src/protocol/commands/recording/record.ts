import type { Outcome, Written } from '../../../drafting/recording/outcome.ts'
import { applyEdits } from '../../../text/edit.ts'
import { lineStarts, positionAt } from '../../../text/lines.ts'
import { phrase } from '../../../text/phrase.ts'
import type { Recorded } from '../../messages.ts'
import type { Opened } from '../../opened.ts'
import { refused } from '../../refused.ts'
import type { State } from '../../state.ts'
import { change } from '../apply.ts'
import { minutesGiven } from '../given.ts'
import { type Model, modelsOf } from './models.ts'

/** What a command that writes into minutes has at hand. */
export interface Recording extends Opened {
  readonly models: readonly Model[]
}

/** The minutes of this address, as they are once those that show how to write in them have been read. */
export async function recording(state: State, uri: unknown): Promise<Recording> {
  const given = () => minutesGiven(state, uri, phrase`This is for the minutes of a meeting.`)
  const models = await modelsOf(state, given())
  return { ...given(), models }
}

/**
 * Has the editor write it.
 *
 * @param label what the editor calls that step of its undo.
 * @throws {ResponseError} with the reason where nothing is to be written.
 */
export async function write(state: State, { document }: Opened, outcome: Outcome, label: string): Promise<Recorded> {
  if ('problem' in outcome) throw refused(outcome.problem)
  const position = positionOf(document.text.getText(), outcome)
  await change(state, document, outcome.edits, label)
  return { uri: document.uri, said: state.say(outcome.said), ...(position && { position }) }
}

function positionOf(text: string, { edits, caret }: Written): Recorded['position'] {
  return caret === undefined ? undefined : positionAt(lineStarts(applyEdits(text, edits)), caret)
}

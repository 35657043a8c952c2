import { neighbourOf } from '../book/neighbours.ts'
import type { Neighbour, NeighbourParams } from './messages.ts'
import { refused } from './refused.ts'
import { type State, understand } from './state.ts'
import { uriIn } from './uris.ts'

/** Finds the minutes of the meeting before or after those that are open, and has them shown where that is wanted. */
export async function neighbour(
  state: State,
  step: 'next' | 'previous',
  { uri, show }: Partial<NeighbourParams>,
): Promise<Neighbour | null> {
  const document = state.documents.get(String(uri))
  const open = document && understand(state, document)
  if (!open) throw refused('Only from minutes does one get to others of their series. Open minutes first.')
  const part = neighbourOf(open.book, open.path, step)
  if (!part) {
    if (show) state.connection.window.showInformationMessage(NONE[step])
    return null
  }
  const found = { uri: uriIn(open.folder.uri, part.path) }
  if (show && state.can.showDocument) await state.connection.window.showDocument({ ...found, takeFocus: true })
  return found
}

const NONE = {
  next: 'These are the latest minutes of their series.',
  previous: 'These are the first minutes of their series.',
}

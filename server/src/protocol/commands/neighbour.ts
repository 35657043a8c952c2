import { neighbourOf } from '../../book/neighbours.ts'
import { phrase } from '../../text/phrase.ts'
import type { Neighbour, NeighbourParams } from '../messages.ts'
import type { State } from '../state.ts'
import { uriIn } from '../uris.ts'
import { showFile } from './apply.ts'
import type { Given } from './command.ts'
import { minutesGiven } from './given.ts'

/** Finds the minutes of the meeting before or after those that are open, and has them shown where that is wanted. */
async function neighbour(
  state: State,
  step: 'next' | 'previous',
  { uri, show }: Given<NeighbourParams>,
): Promise<Neighbour | null> {
  const { open } = minutesGiven(state, uri, phrase`Only from minutes does one get to others of their series.`)
  const part = neighbourOf(open.book, open.path, step)
  if (!part) return null
  const found = { uri: uriIn(open.folder.uri, part.path) }
  if (show === true) await showFile(state, found.uri)
  return found
}

export const next = (state: State, given: Given<NeighbourParams>) => neighbour(state, 'next', given)

export const previous = (state: State, given: Given<NeighbourParams>) => neighbour(state, 'previous', given)

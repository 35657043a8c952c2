import type { State } from './state.ts'

/** How long the editor may be kept waiting by what is done aside, in milliseconds. */
const SLICE = 8

/** How long nothing must have been asked before it goes on, in milliseconds. */
const QUIET = 20

/**
 * For long work that nobody's keystroke may wait for. To be called between its small steps: lets whatever the editor
 * asks come first.
 */
export function stepAside(state: State): () => Promise<void> {
  let pause = 0
  return async () => {
    if (performance.now() < pause) return
    for (let wait = 0; wait >= 0; wait = state.lastAsked + QUIET - performance.now()) {
      await new Promise((next) => setTimeout(next, wait))
    }
    pause = performance.now() + SLICE
  }
}

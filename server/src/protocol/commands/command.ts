import type { Asked } from '../check-folders.ts'
import type { State } from '../state.ts'

/** What came with a command: from any editor, so of any shape. */
export type Given<Params> = { readonly [Key in keyof Params]?: unknown }

/**
 * Carries out one command of `workspace/executeCommand`.
 *
 * @throws {ResponseError} with a message for people, when an argument is not what it should be.
 */
export type Handler = (state: State, given: Given<Record<string, unknown>>, asked: Asked) => unknown

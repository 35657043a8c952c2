import type { Diagnostic } from 'vscode-languageserver'

/** What is shown of a folder's minutes that nobody has open, because somebody asked for it. */
export interface Shown {
  /** By path, where there is anything. */
  readonly diagnostics: Map<string, readonly Diagnostic[]>
  /** What to look at first. */
  readonly changed: Set<string>
  /** Whether another look is to come. */
  due: boolean
  /** How many people wait for a look of their own: what goes on in the background makes way. */
  awaited: number
  /** One look follows the other, or an older one could overtake a newer. */
  work: Promise<unknown>
}

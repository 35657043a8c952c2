import type { Message } from '../rules/rule.ts'
import { type Phrase, phrase, type Value } from '../text/phrase.ts'

/** Why something is not drafted: what is wrong, why it matters and what to do, for people. */
export interface Problem {
  readonly problem: Value
  /** Whether nothing is wrong: the minutes just do not say it. */
  readonly absent?: true
}

export const isProblem = (value: object | number): value is Problem => typeof value === 'object' && 'problem' in value

/** A message in one. */
export const inOne = ({ wrong, why, remedy }: Message<Value>): Phrase => phrase`${wrong} ${why} ${remedy}`

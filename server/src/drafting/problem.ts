/** Why something is not drafted: what is wrong, why it matters and what to do, for people. */
export interface Problem {
  readonly problem: string
  /** Whether nothing is wrong: the minutes just do not say it. */
  readonly absent?: true
}

export const isProblem = (value: object | number): value is Problem => typeof value === 'object' && 'problem' in value

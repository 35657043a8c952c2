/** A person as the group lists them outside its minutes. */
export interface Listed {
  /** The handle, without `@`. */
  readonly handle: string
  readonly name?: string
  /** Other handles and nicknames of the same person, to be replaced by the handle. */
  readonly aliases: readonly string[]
  /** What the person is called elsewhere. Which of these and the handle the minutes use is for the minutes to say. */
  readonly accounts?: readonly string[]
}

/** What a group says of its people and projects outside its minutes: in its settings, and in its own list of people. */
export interface Roster {
  readonly people: readonly Listed[]
  /** Handles that stand for nobody in particular, such as `all`. */
  readonly pseudo: readonly string[]
  readonly projects: readonly {
    readonly title: string
    readonly url: string
    /** Titles it had before. */
    readonly earlier: readonly string[]
  }[]
}

export const NO_ROSTER: Roster = { people: [], pseudo: [], projects: [] }

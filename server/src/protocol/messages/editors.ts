/**
 * What any command may be given besides, for editors that do no more than pass it on: what they answer is for programs.
 */
export interface ShowParams {
  /**
   * Whether the server shall do all by itself: make the file, show what it found, and tell what it did, or why it did
   * not; then the answer is `null`. `uri`, `folder` and `now` may be missing: they are those of the minutes that were last
   * opened, typed in or asked about at a place, or the only folder, and the present moment.
   */
  show?: boolean
}

/** What our client says in its `initializationOptions`. */
export interface InitializationOptions {
  /** It offers the commands itself. Other editors find those that fit a place among the code actions. */
  commands?: boolean
  /** It shows the appearances of action items itself, by {@link ShowAppearancesCommand}. */
  showAppearances?: boolean
}

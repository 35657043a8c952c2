/** A call that cannot be carried out, with a message for people. */
export class CannotRun extends Error {}

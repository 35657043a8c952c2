import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { english, type Say, said, type Value } from '../text/phrase.ts'

/** What a request is answered with that cannot be carried out: a message for people, and what else the editor may know. */
export class Refusal extends ResponseError<object | undefined> {
  readonly what: Value

  constructor(what: Value, data?: object) {
    super(LSPErrorCodes.RequestFailed, said(what, english), data)
    this.what = what
  }
}

/** @param what a message for people @param data for the editor */
export const refused = (what: Value, data?: object): Refusal => new Refusal(what, data)

/** What was thrown; a refusal in these words. */
export const inWords = (error: unknown, say: Say): unknown =>
  error instanceof Refusal ? refused(said(error.what, say), error.data) : error

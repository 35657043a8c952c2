import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { english, type Say, said, type Value } from '../text/phrase.ts'

/** What each refusal says, to be said in other languages. */
const words = new WeakMap<object, Value>()

/** What a request is answered with that cannot be carried out. @param what for people @param data for the editor */
export function refused(what: Value, data?: object): ResponseError<object | undefined> {
  const error = new ResponseError(LSPErrorCodes.RequestFailed, said(what, english), data)
  words.set(error, what)
  return error
}

/** What was thrown; a refusal in these words. */
export function inWords(error: unknown, say: Say): unknown {
  const what = error instanceof ResponseError ? words.get(error) : undefined
  return what === undefined ? error : refused(said(what, say), (error as ResponseError<object>).data)
}

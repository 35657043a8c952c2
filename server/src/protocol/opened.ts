import type { TextDocumentIdentifier } from 'vscode-languageserver'
import type { OpenDocument } from './documents.ts'
import type { understand } from './state.ts'

/** Open minutes that a request is about. */
export interface Opened {
  readonly document: OpenDocument
  readonly open: NonNullable<ReturnType<typeof understand>>
}

/**
 * Handlers of requests about one document.
 *
 * @param opened what a document is; `undefined` for one that is not minutes, to which the handlers answer with `none`.
 */
export const answering =
  (opened: (uri: string) => Opened | undefined) =>
  <Params extends { readonly textDocument: TextDocumentIdentifier }, None, Answer>(
    none: None,
    answer: (found: Opened, params: Params) => Answer,
  ) =>
  (params: Params): Answer | None => {
    const found = opened(params.textDocument.uri)
    return found ? answer(found, params) : none
  }

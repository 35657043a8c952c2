import { type CompletionItem, CompletionItemKind } from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/**
 * Keeps the server out of Markdown that is not minutes: what the editor asks about such a document on every key is
 * answered here, with nothing. The document itself is still sent, or the server could not see it become minutes.
 * @param verdicts the server's answers, by address; a document without one is let through
 */
export const hideFromOthers = (verdicts: ReadonlyMap<string, boolean>): Middleware => ({
  sendRequest(type, params, token, next) {
    const method = typeof type === 'string' ? type : type.method
    const uri = method.startsWith('textDocument/') ? addressIn(params) : undefined
    // `null` is LSP's own answer for "nothing here" to every request about a document.
    if (uri !== undefined && verdicts.get(uri) === false) return Promise.resolve(null as never)
    return next(type, params, token)
  },
  // LSP has no kind for people, VS Code has.
  async provideCompletionItem(document, position, context, token, next) {
    const found = await next(document, position, context, token)
    for (const item of Array.isArray(found) ? found : (found?.items ?? [])) {
      if (labelOf(item).startsWith('@')) item.kind = CompletionItemKind.User
    }
    return found
  },
})

const labelOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label)

function addressIn(params: unknown): string | undefined {
  const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } }
  return textDocument?.uri
}

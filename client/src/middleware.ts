import type { Middleware } from 'vscode-languageclient/node'

/**
 * Keeps the server out of Markdown that is not minutes: what the editor asks about such a document on every key is
 * answered here, with nothing. The document itself is still sent, or the server could not see it become minutes.
 * @param verdicts the server's answers, by address; a document without one is let through
 * @param configured called after the server has read settings that it had not seen, on which its answers depend
 */
export function hideFromOthers(verdicts: ReadonlyMap<string, boolean>, configured: () => void): Middleware {
  const read = new Map<string, string>()
  return {
    sendRequest(type, params, token, next) {
      const method = typeof type === 'string' ? type : type.method
      const uri = method.startsWith('textDocument/') ? addressIn(params) : undefined
      // `null` is LSP's own answer for "nothing here" to every request about a document.
      if (uri !== undefined && verdicts.get(uri) === false) return Promise.resolve(null as never)
      return next(type, params, token)
    },
    workspace: {
      async configuration(params, token, next) {
        const settings = await next(params, token)
        const [items, now] = [JSON.stringify(params.items), JSON.stringify(settings)]
        // Only when something is new, since being asked whether a document is minutes may make the server read them.
        if (read.get(items) !== now) {
          read.set(items, now)
          // After our reply has left: the server reads it before it reads our next question.
          setImmediate(configured)
        }
        return settings
      },
    },
  }
}

function addressIn(params: unknown): string | undefined {
  const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } }
  return textDocument?.uri
}

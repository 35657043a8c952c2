import { type Disposable, type DocumentRangeFormattingEditProvider, languages, type TextDocument } from 'vscode'
import { type BaseLanguageClient, DocumentRangeFormattingRequest, type StaticFeature } from 'vscode-languageclient'

/** Formatting, for minutes and no other Markdown. */
export interface Formatting extends Disposable {
  /** Takes in whether a document is minutes. */
  follow(document: TextDocument, isMinutes: boolean): void
}

/**
 * The client would offer us as a formatter for all Markdown. VS Code formats a file with two formatters by neither, until
 * the user has chosen one: whoever has another one for Markdown would lose it, in files that are none of our business.
 */
export const withoutFormatting: StaticFeature = {
  fillClientCapabilities({ textDocument }) {
    delete textDocument?.formatting
    delete textDocument?.rangeFormatting
  },
  initialize() {},
  getState: () => ({ kind: 'static' }),
  clear() {},
}

/** Offers to format each document that is minutes, by the server's answers. */
export function offerFormatting(client: BaseLanguageClient): Formatting {
  const offered = new Map<string, Disposable>()
  // VS Code formats a whole document by it too.
  const provider: DocumentRangeFormattingEditProvider = {
    async provideDocumentRangeFormattingEdits(document, range, { tabSize, insertSpaces }, token) {
      const params = {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        range: client.code2ProtocolConverter.asRange(range),
        options: { tabSize, insertSpaces },
      }
      const edits = await client.sendRequest(DocumentRangeFormattingRequest.type, params, token)
      return client.protocol2CodeConverter.asTextEdits(edits, token)
    },
  }
  return {
    follow({ uri }, isMinutes) {
      const key = uri.toString()
      if (!isMinutes) {
        offered.get(key)?.dispose()
        offered.delete(key)
      } else if (!offered.has(key)) {
        const selector = { scheme: uri.scheme, language: 'markdown', pattern: uri.fsPath }
        offered.set(key, languages.registerDocumentRangeFormattingEditProvider(selector, provider))
      }
    },
    dispose() {
      for (const each of offered.values()) each.dispose()
      offered.clear()
    },
  }
}

/** What a capability is asked by, and what the server answers. */
export interface Sentence {
  /** The request or notification of the Language Server Protocol. */
  readonly method: string
  readonly does: string
}

/**
 * A sentence for everything that the server announces, by its name in `ServerCapabilities`; for what it registers later,
 * by its method. The test beside this fails when one is missing, or too many.
 */
export const SENTENCES: Readonly<Record<string, Sentence>> = {
  textDocumentSync: {
    method: 'textDocument/didChange',
    does: 'follows what is typed, a change at a time; after a save, nothing waits for the caret any more',
  },
  diagnosticProvider: {
    method: 'textDocument/diagnostic',
    does: 'what is wrong in open minutes and in `minutebook.yml`; an editor that does not ask is sent it',
  },
  completionProvider: {
    method: 'textDocument/completion',
    does: 'people after `@`, project links after `[`, ranked by what this meeting and the book show',
  },
  documentSymbolProvider: {
    method: 'textDocument/documentSymbol',
    does: 'the outline: meeting, sections, topics and action items',
  },
  codeActionProvider: {
    method: 'textDocument/codeAction',
    does: 'quick fixes, ignoring a finding, turning a rule off, and `source.fixAll.minutebook`',
  },
  documentFormattingProvider: {
    method: 'textDocument/formatting',
    does: 'takes away what readers of the page do not see: needless blanks, no-break spaces, uneven indentation',
  },
  documentRangeFormattingProvider: {
    method: 'textDocument/rangeFormatting',
    does: 'the same for the lines that a selection touches',
  },
  executeCommandProvider: {
    method: 'workspace/executeCommand',
    does: 'drafts minutes, settings and time stamps; checks all minutes of a folder, with progress and cancellation',
  },
  'workspace.workspaceFolders': {
    method: 'workspace/didChangeWorkspaceFolders',
    does: 'a book for each folder, kept apart from the others',
  },
  'workspace/didChangeWatchedFiles': {
    method: 'workspace/didChangeWatchedFiles',
    does: 'keeps the book current with files that are created, changed, renamed or deleted outside of the editor',
  },
  'workspace/didChangeConfiguration': {
    method: 'workspace/didChangeConfiguration',
    does: 'takes in the editor’s settings as they change',
  },
}

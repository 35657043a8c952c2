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
    does: 'people, projects, headings, days, next-meeting lines, approvals, events, ids, links and remarks, as the group writes them',
  },
  hoverProvider: {
    method: 'textDocument/hover',
    does: 'what the book knows of a person, project, day, time, id or other minutes',
  },
  inlayHintProvider: {
    method: 'textDocument/inlayHint',
    does: 'weekdays and local times in the lines of meetings and events that have none',
  },
  codeLensProvider: {
    method: 'textDocument/codeLens',
    does: 'attendance, what was carried in, and how long an action item has been open and where it stood',
  },
  documentLinkProvider: {
    method: 'textDocument/documentLink',
    does: 'addresses of ids, projects and people’s pages where Markdown makes no link',
  },
  documentHighlightProvider: {
    method: 'textDocument/documentHighlight',
    does: 'every place that speaks of the same person, project, day or id',
  },
  definitionProvider: {
    method: 'textDocument/definition',
    does: 'where a person or project is listed or first named; other minutes',
  },
  referencesProvider: {
    method: 'textDocument/references',
    does: 'every mention of a person or project in the whole book',
  },
  renameProvider: {
    method: 'textDocument/rename',
    does: 'renames a handle or a project’s title across the book',
  },
  'renameProvider.prepareProvider': {
    method: 'textDocument/prepareRename',
    does: 'says what can be renamed, and why not',
  },
  workspaceSymbolProvider: {
    method: 'workspace/symbol',
    does: 'meetings, topics, open actions, people and projects by name',
  },
  'workspaceSymbolProvider.resolveProvider': {
    method: 'workspaceSymbol/resolve',
    does: 'the place of one of them, when it is needed',
  },
  foldingRangeProvider: {
    method: 'textDocument/foldingRange',
    does: 'front matter, sections, items with what is below them, comments',
  },
  selectionRangeProvider: {
    method: 'textDocument/selectionRange',
    does: 'from the word over the note, the list and the section to the whole',
  },
  documentSymbolProvider: {
    method: 'textDocument/documentSymbol',
    does: 'the outline: meeting, sections, topics and action items',
  },
  codeActionProvider: {
    method: 'textDocument/codeAction',
    does: 'quick fixes, ignoring a finding, turning a rule off, and `source.fixAll.minutebook`; our commands, in editors without a menu for them',
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
    does: '[our commands](docs/editors/commands.md), with progress and cancellation where they take long',
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

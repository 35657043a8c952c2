import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type DocumentSymbol,
  ExecuteCommandRequest,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  type SymbolInformation,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { version } from '../../../package.json'
import { codeActions, FIX_ALL, fixAll, type SettingsSource } from '../features/code-actions.ts'
import { codeLenses } from '../features/code-lenses.ts'
import { completions, TRIGGERS } from '../features/completion/completions.ts'
import { documentHighlights } from '../features/document-highlight.ts'
import { documentLinks } from '../features/document-links.ts'
import { formatting } from '../features/formatting.ts'
import { hover, saysTheSameAnyway } from '../features/hover.ts'
import { inlayHints } from '../features/inlay-hints.ts'
import { previewWords } from '../features/preview-words.ts'
import { documentSymbols } from '../features/symbols.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { bookMayHaveChanged } from './book-changed.ts'
import { takeBackOpened } from './check-folders.ts'
import { appearancesCommand } from './commands/appearances.ts'
import { runCommand } from './commands/index.ts'
import { ABOUT_LINES, ABOUT_MINUTES, offeredCommands } from './commands/offered.ts'
import { findingsOf, pull, push, refresh, waiter } from './diagnostics.ts'
import { type OpenDocument, openDocuments } from './documents.ts'
import { answerAsOf, readerIn } from './elsewhere.ts'
import { allRead, type Folder } from './folder.ts'
import type { Host } from './host.ts'
import { languageOf } from './language.ts'
import {
  Commands,
  type IsMinutesParams,
  IsMinutesRequest,
  type IsMinutesResult,
  type PreviewWordsParams,
  PreviewWordsRequest,
  type PreviewWordsResult,
} from './messages.ts'
import { answerNavigation, navigationCapabilities } from './navigation.ts'
import { answering, type Opened } from './opened.ts'
import { folderOfSettings } from './settings-document.ts'
import { itemFor } from './shown-items.ts'
import { stopIfCancelled } from './sources.ts'
import { newState, type State, understand } from './state.ts'
import { pushTemplate } from './templates.ts'
import { uriIn } from './uris.ts'
import { warmUp } from './warm-up.ts'
import {
  addFolder,
  documentClosed,
  filesChanged,
  readLooseSettings,
  removeFolder,
  settingsChanged,
  settingsTyped,
  watchFiles,
} from './workspace.ts'

/**
 * Answers an editor over a connection, until it ends.
 *
 * @param onOpened called when the first minutes have been opened.
 */
export function serve(connection: Connection, host: Host, onOpened: () => void): void {
  const documents = openDocuments()
  const state = newState(connection, host, documents)
  let initial: InitializeParams

  connection.onInitialize(async (params) => {
    initial = params
    state.can = readCapabilities(params)
    state.loose.editorValues = (params.initializationOptions as { settings?: unknown } | undefined)?.settings
    state.say = await languageOf(params.locale)
    return capabilities(state)
  })
  connection.onInitialized(() => inBackground(state, start(state, initial)))

  let isWarm = false
  documents.onDidOpen(({ document }) => {
    takeBackOpened(state, document.uri)
    if (isWarm || !understand(state, document, false)) return
    isWarm = true
    onOpened()
    inBackground(state, warmUp(state, document))
  })
  /** Whose minutes somebody means who names none. */
  const use = (document: OpenDocument | undefined) => {
    // An editor that offers the commands itself always names them.
    if (!state.can.commands && document && understand(state, document, false)) state.used = document.uri
  }
  const wait = waiter(state)
  documents.onDidChangeContent(({ document }) => {
    state.lastAsked = performance.now()
    const folder = folderOfSettings(state, document.uri)
    if (folder) return inBackground(state, settingsTyped(state, folder, document))
    use(document)
    bookMayHaveChanged(state)
    if (state.can.pullDiagnostics) pushTemplate(state, document)
    else push(state, document)
    if (document.caret !== undefined) wait(document)
  })
  documents.onDidSave(({ document }) => {
    document.isGone = false
    document.isUnsaved = false
    if (document.caret === undefined) return
    document.caret = undefined
    refresh(state)
  })
  documents.onDidClose(({ document }) => {
    if (state.used === document.uri) state.used = undefined
    inBackground(state, documentClosed(state, document))
  })
  connection.onDidChangeConfiguration(({ settings }) => inBackground(state, settingsChanged(state, settings)))
  connection.onDidChangeWatchedFiles(({ changes }) => inBackground(state, filesChanged(state, changes)))

  /** What a request is about; `undefined` for a document that is not minutes. */
  const opened = (uri: string): Opened | undefined => {
    state.lastAsked = performance.now()
    const document = documents.get(uri)
    const open = document && understand(state, document)
    return document && open ? { document, open } : undefined
  }
  const about = answering(opened)
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    pull(state, uri, previousResultId, token),
  )
  connection.onCompletion(
    about({ isIncomplete: false, items: [] }, ({ document, open }, { position, context }) => {
      use(document)
      const list = completions(open, position, context?.triggerCharacter, state.can.snippets)
      return { ...list, items: list.items.map((item) => itemFor(state.can, item)) }
    }),
  )
  connection.onDocumentSymbol(
    about([], ({ open }, { textDocument: { uri } }) => {
      const symbols = documentSymbols(open)
      return state.can.nestedSymbols ? symbols : symbols.flatMap((symbol) => flatten(symbol, uri))
    }),
  )
  connection.onCodeAction(
    about([], async (found, { range, context: { only } }) => {
      const { document, open } = found
      use(document)
      const wants = (kind: string) =>
        !only || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
      const findings = findingsOf(state, document)
      return [
        ...(wants(CodeActionKind.QuickFix)
          ? codeActions(open, findings, range, host.page, settingsSource(state, open.folder))
          : []),
        // Only where it is asked for: in a list of quick fixes it would be one line too many.
        ...(only && wants(FIX_ALL) ? fixAll(open, findings) : []),
        ...(state.can.commands ? [] : await offeredCommands(state, found, range, only)),
      ]
    }),
  )
  connection.onCodeLens(
    about([], ({ open }) => codeLenses(open, (title, lens) => appearancesCommand(state, title, lens))),
  )
  connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const first = opened(uri)
    if (!first) return null
    use(first.document)
    const { document } = first
    const { version } = document.text
    // What counts the meetings would count too few of them while the folder is still being read.
    if (!saysTheSameAnyway(first.open, document.text.offsetAt(position))) await allRead(first.open.folder)
    stopIfCancelled({ token })
    const open = opened(uri)?.open
    if (!open || document.text.version !== version) return null
    const read = readerIn(state, open.folder, token)
    return answerAsOf(document, hover(open, document.text.offsetAt(position), state.can.hover, read))
  })
  connection.onDocumentHighlight(
    about(
      null,
      ({ document, open }, { position }) => documentHighlights(open, document.text.offsetAt(position)) ?? null,
    ),
  )
  connection.onDocumentLinks(about([], ({ open }) => documentLinks(open)))
  connection.languages.inlayHint.on(about([], ({ open }, { range }) => inlayHints(open, range)))
  connection.onDocumentFormatting(about([], ({ open }) => formatting(open)))
  connection.onDocumentRangeFormatting(about([], ({ open }, { range }) => formatting(open, range)))
  answerNavigation(state, opened)
  connection.onRequest(ExecuteCommandRequest.type, ({ command, arguments: given, workDoneToken }, token) =>
    runCommand(state, command, given?.[0], { token, workDoneToken }),
  )
  connection.onRequest(IsMinutesRequest, ({ uri }: IsMinutesParams): IsMinutesResult => opened(uri) !== undefined)
  connection.onRequest(PreviewWordsRequest, ({ uri }: PreviewWordsParams): PreviewWordsResult => {
    const found = opened(uri)
    return found ? previewWords(found.open) : null
  })

  documents.listen(connection)
  connection.listen()
}

/**
 * The settings of a document's folder; `undefined` for one that is in no folder. Where they are open, an edit is made for
 * the text that the editor has by now, though it does not count yet.
 */
function settingsSource({ can, documents }: State, folder: Folder): SettingsSource | undefined {
  if (!folder.uri) return undefined
  const uri = uriIn(folder.uri, SETTINGS_FILE)
  const open = documents.get(uri)
  return { uri, text: open && !open.isGone ? open.text.getText() : folder.settingsText, canCreate: can.createFiles }
}

/** A notification has nobody to answer to: what fails is logged, and the server goes on. */
function inBackground({ connection }: State, work: Promise<unknown>): void {
  work.catch((error: Error) => connection.console.error(String(error.stack)))
}

function readCapabilities({ capabilities, initializationOptions }: InitializeParams): State['can'] {
  const { workspace, textDocument, window } = capabilities
  const commands = initializationOptions?.commands === true
  return {
    configuration: workspace?.configuration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    showDocument: window?.showDocument?.support === true,
    showAppearances: initializationOptions?.showAppearances === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    progress: window?.workDoneProgress === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    commands,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    hover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown)
      ? MarkupKind.Markdown
      : MarkupKind.PlainText,
    // Editors that format do not all say so; ours says when it does that in a way of its own.
    formatting: textDocument?.formatting !== undefined || !commands,
    documentation: textDocument?.completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown)
      ? MarkupKind.Markdown
      : MarkupKind.PlainText,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    lazySymbols: workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
  }
}

const capabilities = ({ can }: State): InitializeResult => ({
  capabilities: {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(can.pullDiagnostics && {
      diagnosticProvider: { identifier: 'minutebook', interFileDependencies: true, workspaceDiagnostics: false },
    }),
    hoverProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    completionProvider: { triggerCharacters: TRIGGERS },
    documentSymbolProvider: { label: 'Minutebook' },
    codeLensProvider: {},
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...(can.commands ? [] : [ABOUT_LINES, ABOUT_MINUTES])],
    },
    ...navigationCapabilities,
    ...(can.formatting && { documentFormattingProvider: true, documentRangeFormattingProvider: true }),
    executeCommandProvider: { commands: Object.values(Commands), workDoneProgress: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
  serverInfo: { name: 'minutebook', version },
})

async function start(state: State, { workspaceFolders, rootUri, capabilities }: InitializeParams): Promise<void> {
  const { connection, can } = state
  if (can.configuration && capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
    inBackground(state, connection.client.register(DidChangeConfigurationNotification.type, { section: 'minutebook' }))
  }
  if (capabilities.workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) removeFolder(state, uri)
      for (const { uri } of added) inBackground(state, addFolder(state, uri))
    })
  }
  // An editor may say that it can, and fail to.
  inBackground(state, watchFiles(state))
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
  // All folders are known at once, and who needs the whole book can wait for it.
  const reading = uris.map((uri) => addFolder(state, uri))
  await readLooseSettings(state)
  await Promise.all(reading)
}

/** For editors that know no nesting. */
function flatten(symbol: DocumentSymbol, uri: string, container?: string): SymbolInformation[] {
  const { name, kind, range, children = [] } = symbol
  const own = { name, kind, location: { uri, range }, ...(container && { containerName: container }) }
  return [own, ...children.flatMap((child) => flatten(child, uri, name))]
}

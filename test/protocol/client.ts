import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdtempSync, realpathSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, inject, onTestFinished } from 'vitest'
import {
  type ApplyWorkspaceEditParams,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type CodeLens,
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionTriggerKind,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  FileChangeType,
  type Hover,
  HoverRequest,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  type MarkupContent,
  MarkupKind,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolInformation,
  type TextEdit,
} from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { FileExistsRequest, type InitializationOptions, ListFilesRequest } from '../../server/src/protocol/messages.ts'

/** What a folder holds: paths with `/`, and what is in the files. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** What kind of editor the tests pretend to be. */
export interface ClientOptions {
  /** Whether it asks for diagnostics (the default) or is sent them. */
  readonly pull?: boolean
  /** Answers `workspace/configuration`; without it, the editor cannot be asked. */
  readonly settings?: unknown
  readonly progress?: boolean
  /** Whether it shows the appearances of action items itself. */
  readonly showAppearances?: boolean
  /** Whether it offers our commands itself (the default), as our client does. */
  readonly commands?: boolean
  /** Whether it knows nested document symbols (the default). */
  readonly nested?: boolean
  /** Whether it shows details beside a completion's label (the default). */
  readonly labelDetails?: boolean
  /** The forms in which it shows what a completion is about; Markdown is the default. */
  readonly documentation?: readonly MarkupKind[] | null
  /** The forms in which it shows hovers; Markdown is the default. */
  readonly hover?: readonly MarkupKind[]
  /** Whether it can be told to ask for inlay hints again. */
  readonly inlayHintRefresh?: boolean
  /** Whether it fills in the blanks of a completion. */
  readonly snippets?: boolean
  /** Whether it can format (the default). */
  readonly formats?: boolean
  /** Further workspace folders, by name. The first is called `book`. */
  readonly folders?: Readonly<Record<string, Files>>
  /** The name of the first folder, when it matters. `undefined` for a window without any folder. */
  readonly name?: string
  readonly noFolder?: boolean
  /**
   * What the only folder holds, when it lies on no disk: then its address is {@link NO_DISK}. With `null`, the editor does
   * not know that it could be asked.
   */
  readonly onNoDisk?: Readonly<Record<string, string>> | null
  /** A folder that another editor has open as well, in place of one of its own. */
  readonly root?: string
  /** Whether the folder is told in the manner of old editors, which know one alone. */
  readonly oldRoot?: boolean
  /** How long anything may take before the test gives up, in milliseconds. */
  readonly deadline?: number
  /** What else it can do. */
  readonly can?: Pick<ClientCapabilities, 'textDocument' | 'workspace' | 'window'>
  /** All that it says it can do, in place of what follows from the other options. */
  readonly capabilities?: ClientCapabilities
  /** Whether it makes the changes that the server asks for; unset, it leaves such a request unanswered. */
  readonly applies?: boolean
  /** The language in which it is shown. */
  readonly locale?: string
  /** Requests of the server that it answers with an error. */
  readonly fails?: readonly string[]
  /** How the server is started and spoken to. */
  readonly via?: 'stdio' | 'ipc' | 'cli'
  /** What differs from our own environment. */
  readonly env?: NodeJS.ProcessEnv
}

/** A folder that only the editor can read. */
export const NO_DISK = 'memfs:/book'

interface Message {
  readonly method: string
  readonly params: unknown
}

const DEADLINE = 15_000

/** Starts a server on a copy of these files and shakes hands. The server ends with the test, whatever comes of it. */
export async function start(files: Files = {}, options: ClientOptions = {}): Promise<TestClient> {
  const client = new TestClient(options)
  onTestFinished(async () => void (await client.stop()))
  await client.start(files)
  return client
}

/** The same for all tests around: for those that only read. Each begins with no document open. */
export function startOnce(files: Files = {}, options: ClientOptions = {}): TestClient {
  const client = new TestClient(options)
  beforeAll(() => client.start(files))
  afterEach(() => client.closeAll())
  afterAll(async () => void (await client.stop()))
  return client
}

/** An editor as far as the protocol goes. Files are named by their path in the first folder, or by a whole URI. */
export class TestClient {
  /** What the server answered to `initialize`. */
  initialized!: InitializeResult
  /** All that the server said by itself, in order. */
  readonly said: Message[] = []
  /** The most files on no disk that the server has waited for at the same time. */
  mostAtOnce = 0
  private underWay = 0
  /** The folder as a path on disk. */
  readonly root: string
  private readonly base = mkdtempSync(join(realpathSync(tmpdir()), 'minutebook-'))
  private readonly options: ClientOptions
  private settings: unknown
  private process!: ChildProcess
  private connection!: MessageConnection
  private readonly documents = new Map<string, TextDocument>()
  private readonly taken = new Set<Message>()
  private readonly listeners = new Set<() => void>()
  private stderr = ''
  private ended = false

  constructor(options: ClientOptions) {
    this.options = options
    this.settings = options.settings
    this.root = options.root ?? join(this.base, options.name ?? 'book')
  }

  async start(files: Files): Promise<void> {
    const {
      pull = true,
      nested = true,
      labelDetails = true,
      documentation = [MarkupKind.Markdown],
      hover = [MarkupKind.Markdown, MarkupKind.PlainText],
      snippets = false,
      formats = true,
      progress = false,
      showAppearances,
      locale,
      commands = true,
      inlayHintRefresh = false,
      folders = {},
      noFolder,
      onNoDisk,
      oldRoot,
      can = {},
    } = this.options
    await fill(this.root, files)
    for (const [name, inside] of Object.entries(folders)) await fill(join(this.base, name), inside)
    this.connect()
    const roots = noFolder ? [] : [this.root, ...Object.keys(folders).map((name) => join(this.base, name))]
    this.initialized = await this.request('initialize', {
      processId: process.pid,
      ...(locale && { locale }),
      rootUri: oldRoot ? pathToFileURL(this.root).href : null,
      workspaceFolders:
        noFolder || oldRoot
          ? null
          : roots.map((root) => ({ uri: onNoDisk === undefined ? pathToFileURL(root).href : NO_DISK, name: root })),
      initializationOptions: { commands, ...(showAppearances && { showAppearances }) } satisfies InitializationOptions,
      capabilities: this.options.capabilities ?? {
        general: { positionEncodings: ['utf-16'] },
        textDocument: {
          publishDiagnostics: { versionSupport: true, codeDescriptionSupport: true },
          ...(pull && { diagnostic: { dynamicRegistration: false } }),
          documentSymbol: { hierarchicalDocumentSymbolSupport: nested },
          hover: { contentFormat: hover },
          completion: {
            completionItem: {
              labelDetailsSupport: labelDetails,
              snippetSupport: snippets,
              ...(documentation && { documentationFormat: [...documentation] }),
            },
          },
          ...can.textDocument,
          ...(formats && { formatting: {}, rangeFormatting: {} }),
        },
        window: { workDoneProgress: progress, showDocument: { support: true }, ...can.window },
        workspace: {
          workspaceFolders: true,
          workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
          didChangeWatchedFiles: { dynamicRegistration: true },
          didChangeConfiguration: { dynamicRegistration: true },
          configuration: this.settings !== undefined,
          codeLens: { refreshSupport: true },
          ...(pull && { diagnostics: { refreshSupport: true } }),
          ...can.workspace,
          inlayHint: { refreshSupport: inlayHintRefresh },
        },
      },
    })
    this.notify('initialized', {})
    // The server asks to be asked again once it has read a folder.
    if (pull && !progress) for (const _ of roots) await this.refreshed()
  }

  private connect(): void {
    const { via = 'stdio' } = this.options
    const env = { ...process.env, ...this.options.env }
    const bundle = inject('bundle')
    if (via === 'ipc') {
      const child = fork(join(bundle, 'server.js'), ['--node-ipc'], { silent: true, env })
      this.process = child
      this.connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
    } else {
      const args = via === 'cli' ? [join(bundle, 'cli.js'), 'lsp'] : [join(bundle, 'server.js'), '--stdio']
      const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env })
      this.process = child
      this.connection = createMessageConnection(
        new StreamMessageReader(child.stdout),
        new StreamMessageWriter(child.stdin),
      )
    }
    this.process.stderr?.on('data', (data: Buffer) => {
      this.stderr += data
    })
    this.process.once('exit', () => {
      this.ended = true
      this.wake()
    })
    this.connection.onNotification((method, params) => this.hear(method, params))
    this.connection.onUnhandledProgress((params) => this.hear('$/progress', params))
    this.connection.onRequest((method, params) => {
      this.hear(method, params)
      if (this.options.fails?.includes(method)) throw new Error('This editor has failed.')
      if (method === 'workspace/applyEdit' && this.options.applies !== undefined) return this.applyEdit(params)
      const file = this.answerAboutFile(method, params)
      if (file !== undefined) return file
      return method === 'workspace/configuration' ? this.answerSettings(params) : null
    })
    // A server that died mid-write must fail the test by its deadline, not the runner by an unhandled error.
    this.connection.onError(() => {})
    this.connection.listen()
  }

  /** What the editor says of files on no disk; `undefined` for other questions. */
  private answerAboutFile(method: string, params: unknown): Promise<object> | object | boolean | undefined {
    const { onNoDisk } = this.options
    if (!onNoDisk || !method.startsWith('minutebook/files/')) return undefined
    const { uri = '' } = params as { uri?: string }
    const text = onNoDisk[decodeURIComponent(uri.slice(NO_DISK.length + 1))]
    if (method === ListFilesRequest) return { paths: Object.keys(onNoDisk), complete: true }
    if (method === FileExistsRequest) return text !== undefined
    return this.fromFarAway(text === undefined ? { unreadable: 'missing' } : { text })
  }

  private async fromFarAway<Answer>(answer: Answer): Promise<Answer> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.underWay)
    await new Promise((next) => setTimeout(next, 5))
    this.underWay--
    return answer
  }

  private answerSettings(params: unknown): unknown[] {
    const { items } = params as { items: { scopeUri?: string }[] }
    const { settings } = this
    return items.map(({ scopeUri }) => (typeof settings === 'function' ? settings(scopeUri) : settings))
  }

  /** Makes changes as editors do: in open documents, else in the files. */
  private async applyEdit(params: unknown): Promise<{ applied: boolean }> {
    if (!this.options.applies) return { applied: false }
    const { documentChanges = [] } = (params as ApplyWorkspaceEditParams).edit
    for (const change of documentChanges) {
      if (!('edits' in change)) {
        if (change.kind !== 'create') throw new Error('This editor makes files, and neither renames nor deletes any.')
        await writeFile(fileURLToPath(change.uri), '', { flag: 'wx' })
        continue
      }
      const { uri, version } = change.textDocument
      const document = this.documents.get(uri)
      if (version !== null && document?.version !== version) return { applied: false }
      const edits = change.edits as TextEdit[]
      if (document) {
        this.edit(uri, edits)
        continue
      }
      const before = await readFile(fileURLToPath(uri), 'utf8')
      await writeFile(fileURLToPath(uri), TextDocument.applyEdits(TextDocument.create(uri, '', 1, before), edits))
    }
    return { applied: true }
  }

  private hear(method: string, params: unknown): void {
    this.said.push({ method, params })
    this.wake()
  }

  private wake(): void {
    for (const listener of this.listeners) listener()
  }

  /** Ends the server as an editor does. Resolves with its exit code. */
  async stop(): Promise<number | null> {
    if (!this.ended) {
      await Promise.race([this.request('shutdown').catch(() => {}), this.exited()])
      if (!this.ended) this.notify('exit')
      await this.exited().catch(() => this.process.kill('SIGKILL'))
    }
    this.connection.dispose()
    await rm(this.base, { recursive: true, force: true })
    return this.process.exitCode
  }

  /** Resolves once the process is gone. */
  exited = (): Promise<unknown> => this.until('the server ends', () => this.ended || undefined)

  /** Writes to the server what no editor should. */
  raw(bytes: string): void {
    this.process.stdin?.write(bytes)
  }

  /** Closes the server's input, as an editor that crashed. */
  hangUp(): void {
    this.process.stdin?.end()
  }

  /** Resolves with what `look` finds, looking again whenever the server says something. */
  private until<T>(what: string, look: () => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = () => {
        this.listeners.delete(listener)
        clearTimeout(timer)
      }
      const listener = () => {
        const found = look()
        if (found !== undefined) {
          done()
          resolve(found)
        } else if (this.ended) {
          done()
          reject(new Error(`The server ended while the test waited until ${what}.\n${this.stderr}`))
        }
      }
      const timer = setTimeout(() => {
        done()
        const said = this.said.map(({ method, params }) => `${method} ${JSON.stringify(params)?.slice(0, 200)}`)
        reject(new Error(`The test waited in vain until ${what}. The server said:\n${said.join('\n')}\n${this.stderr}`))
      }, this.options.deadline ?? DEADLINE)
      this.listeners.add(listener)
      listener()
    })
  }

  /** The first message of this method that fits and that no test has been given yet; waits for one. */
  async heard<T = unknown>(method: string, fits: (params: T) => boolean = () => true): Promise<T> {
    const message = await this.until(`it hears a fitting ${method}`, () =>
      this.said.find((each) => each.method === method && !this.taken.has(each) && fits(each.params as T)),
    )
    this.taken.add(message)
    return message.params as T
  }

  /** Waits until the server wants its diagnostics asked for again. */
  refreshed = (): Promise<unknown> => this.heard('workspace/diagnostic/refresh')

  request<T>(method: string, params?: unknown, token?: CancellationToken): Promise<T> {
    const answer: Promise<T> = token
      ? this.connection.sendRequest(method, params, token)
      : params === undefined
        ? this.connection.sendRequest(method)
        : this.connection.sendRequest(method, params)
    let timer: ReturnType<typeof setTimeout>
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`No answer to ${method}.\n${this.stderr}`)),
        this.options.deadline ?? DEADLINE,
      )
    })
    return Promise.race([answer, deadline]).finally(() => clearTimeout(timer))
  }

  notify(method: string, params?: unknown): void {
    void (params === undefined
      ? this.connection.sendNotification(method)
      : this.connection.sendNotification(method, params))
  }

  /** The URI of a file in the first folder. */
  uri = (file: string): string => (/^[a-z-]+:/.test(file) ? file : pathToFileURL(join(this.root, file)).href)

  /** Where a file is on disk. */
  private path = (file: string): string => fileURLToPath(this.uri(file))

  /** The URI of a folder beside the first. */
  folder = (name: string): string => pathToFileURL(join(this.base, name)).href

  private document(file: string): TextDocument {
    const document = this.documents.get(this.uri(file))
    if (!document) throw new Error(`The test has not opened ${file}.`)
    return document
  }

  /** The text of an open document as the editor has it. */
  text = (file: string): string => this.document(file).getText()

  /** What stands at a range of an open document or, where it is not open, of a file. Editors count no byte order mark. */
  async textAt(file: string, range: Range): Promise<string> {
    const open = this.documents.get(this.uri(file))
    if (open) return open.getText(range)
    const text = (await readFile(fileURLToPath(this.uri(file)), 'utf8')).replace(/^\uFEFF/, '')
    return TextDocument.create(this.uri(file), '', 1, text).getText(range)
  }

  /** Opens a document: the file's text, or the one given. */
  async open(file: string, text?: string, languageId = 'markdown'): Promise<void> {
    const uri = this.uri(file)
    const document = TextDocument.create(uri, languageId, 1, text ?? (await readFile(fileURLToPath(uri), 'utf8')))
    this.documents.set(uri, document)
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text: document.getText() } })
  }

  close(file: string): void {
    this.documents.delete(this.uri(file))
    this.notify('textDocument/didClose', { textDocument: { uri: this.uri(file) } })
  }

  /** The URIs of the open documents. */
  opened = (): string[] => [...this.documents.keys()]

  closeAll(): void {
    for (const uri of this.opened()) this.close(uri)
  }

  save(file: string): void {
    this.notify('textDocument/didSave', { textDocument: { uri: this.uri(file) } })
  }

  /**
   * Edits an open document as typing does. What changes stands in guillemets within enough of its surroundings to be
   * found: `is on «Thursday→Wednesday» 4 March`, `@ada«→, @ben»`.
   */
  change(file: string, ...marked: readonly string[]): void {
    for (const each of marked) {
      const [before, old, put, after] = each.split(/[«→»]/) as [string, string, string, string]
      const from = this.offset(file, before + old + after) + before.length
      const document = this.document(file)
      const range = { start: document.positionAt(from), end: document.positionAt(from + old.length) }
      this.edit(file, [{ range, newText: put }])
    }
  }

  /** Sends edits of one text, as an editor does that applies a fix: from the last to the first. */
  edit(file: string, edits: readonly TextEdit[]): void {
    const document = this.document(file)
    const ordered = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
    const contentChanges = ordered.map(({ range, newText }) => ({ range, text: newText }))
    const changed = TextDocument.update(document, contentChanges, document.version + 1)
    const { uri, version } = changed
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
  }

  /** Sends the whole text. */
  replace(file: string, text: string): void {
    const document = this.document(file)
    const { uri, version } = TextDocument.update(document, [{ text }], document.version + 1)
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] })
  }

  /** Where a stretch stands that is there exactly once. */
  private offset(file: string, stretch: string): number {
    const text = this.text(file)
    const at = text.indexOf(stretch)
    if (at < 0 || text.indexOf(stretch, at + 1) >= 0) {
      throw new Error(`"${stretch}" stands in ${file} ${at < 0 ? 'nowhere' : 'more than once'}.`)
    }
    return at
  }

  /** The position of `$0` in a stretch that is there exactly once. */
  at(file: string, marked: string): Position {
    const at = marked.indexOf('$0')
    return this.document(file).positionAt(this.offset(file, marked.replace('$0', '')) + at)
  }

  /** Answers `textDocument/diagnostic`. */
  pull = (file: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    this.request(DocumentDiagnosticRequest.method, {
      textDocument: { uri: this.uri(file) },
      ...(previousResultId !== undefined && { previousResultId }),
    })

  /** The next diagnostics sent for the document as it is now that fit. */
  pushed = (file: string, fits: (items: Diagnostic[]) => boolean = () => true): Promise<PublishDiagnosticsParams> =>
    this.heard(
      'textDocument/publishDiagnostics',
      ({ uri, version, diagnostics }: PublishDiagnosticsParams) =>
        uri === this.uri(file) && version === this.documents.get(uri)?.version && fits(diagnostics),
    )

  async diagnostics(file: string): Promise<Diagnostic[]> {
    const report = await this.pull(file)
    if (report.kind !== 'full') throw new Error('Nobody said what was reported before.')
    return report.items
  }

  /** What is found, in short: `weekday: Thursday 2026-04-01`. */
  async findings(file: string): Promise<string[]> {
    return (await this.diagnostics(file)).map((each) => this.brief(file, each))
  }

  brief = (file: string, { code, range }: Diagnostic): string => `${code}: ${this.document(file).getText(range)}`

  /**
   * What is offered at `$0`. The document is opened with the text, unless it is open and the text is a stretch of it.
   *
   * @param sign the sign whose typing asks; without one, somebody asks
   */
  async complete(file: string, marked: string, sign?: string): Promise<CompletionItem[]> {
    if (!this.documents.has(this.uri(file))) await this.open(file, marked.replace('$0', ''))
    const position = this.at(file, marked)
    const answer = await this.request<CompletionItem[] | { items: CompletionItem[] }>(CompletionRequest.method, {
      textDocument: { uri: this.uri(file) },
      position,
      context: sign
        ? { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: sign }
        : { triggerKind: CompletionTriggerKind.Invoked },
    })
    return Array.isArray(answer) ? answer : answer.items
  }

  /** The text of the document with what was offered put in, as the editor would show it; blanks stay marked. */
  accepted = (file: string, { textEdit }: CompletionItem): string =>
    TextDocument.applyEdits(this.document(file), [textEdit as TextEdit])

  /** What is shown at `$0`, and the text that it is about; see {@link complete} for how the document is opened. */
  async hover(file: string, marked: string): Promise<{ value: string; of: string } | undefined> {
    if (!this.documents.has(this.uri(file))) await this.open(file, marked.replace('$0', ''))
    const position = this.at(file, marked)
    const textDocument = { uri: this.uri(file) }
    const found = await this.request<Hover | null>(HoverRequest.method, { textDocument, position })
    if (!found) return undefined
    return { value: (found.contents as MarkupContent).value, of: this.document(file).getText(found.range!) }
  }

  symbols = <T extends DocumentSymbol | SymbolInformation = DocumentSymbol>(file: string): Promise<T[]> =>
    this.request(DocumentSymbolRequest.method, { textDocument: { uri: this.uri(file) } })

  lenses = (file: string): Promise<CodeLens[]> =>
    this.request(CodeLensRequest.method, { textDocument: { uri: this.uri(file) } })

  async actions(file: string, range?: Range, only?: string[]): Promise<CodeAction[]> {
    const document = this.document(file)
    const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) }
    return this.request(CodeActionRequest.method, {
      textDocument: { uri: document.uri },
      range: range ?? whole,
      context: { diagnostics: [], ...(only && { only }) },
    })
  }

  applyFix(file: string, { edit }: CodeAction): void {
    this.edit(file, edit!.changes![this.uri(file)]!)
  }

  execute = <T>(command: string, argument?: unknown): Promise<T> =>
    this.request(ExecuteCommandRequest.method, { command, ...(argument !== undefined && { arguments: [argument] }) })

  /** Changes the editor's settings. */
  async configure(settings: unknown): Promise<void> {
    this.settings = settings
    this.notify('workspace/didChangeConfiguration', { settings: { minutebook: settings } })
    await this.refreshed()
  }

  /** Writes a file and says so. */
  async write(file: string, text: string | Uint8Array): Promise<void> {
    const type: FileChangeType = await readFile(this.path(file)).then<FileChangeType, FileChangeType>(
      () => FileChangeType.Changed,
      () => FileChangeType.Created,
    )
    await mkdir(dirname(this.path(file)), { recursive: true })
    await writeFile(this.path(file), text)
    await this.filesChanged([file, type])
  }

  async remove(...files: readonly string[]): Promise<void> {
    for (const file of files) await rm(this.path(file), { recursive: true })
    await this.filesChanged(...files.map((file) => [file, FileChangeType.Deleted] as const))
  }

  async rename(file: string, to: string): Promise<void> {
    await mkdir(dirname(this.path(to)), { recursive: true })
    await rename(this.path(file), this.path(to))
    await this.filesChanged([file, FileChangeType.Deleted], [to, FileChangeType.Created])
  }

  async copy(file: string, to: string): Promise<void> {
    await cp(this.path(file), this.path(to))
    await this.filesChanged([to, FileChangeType.Created])
  }

  /** Tells what happened to files, and waits until the server has taken it in. */
  async filesChanged(...changes: readonly (readonly [file: string, type: FileChangeType])[]): Promise<void> {
    this.notify('workspace/didChangeWatchedFiles', {
      changes: changes.map(([file, type]) => ({ uri: this.uri(file), type })),
    })
    await this.refreshed()
  }

  /** Adds and removes workspace folders. */
  async changeFolders({
    add = {},
    remove = [],
  }: {
    add?: Readonly<Record<string, Files>>
    remove?: readonly string[]
  }) {
    for (const [name, files] of Object.entries(add)) await fill(join(this.base, name), files)
    const named = (name: string) => ({ uri: this.folder(name), name })
    const event = { added: Object.keys(add).map(named), removed: remove.map(named) }
    this.notify('workspace/didChangeWorkspaceFolders', { event })
    for (const _ of [...event.added, ...event.removed]) await this.refreshed()
  }
}

/** Writes files below a folder. */
export async function fill(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

export const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label)

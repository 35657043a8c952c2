import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type LogOutputChannel,
  type Progress,
  type TextDocument,
  type Uri,
  window,
} from 'vscode'
import {
  type BaseLanguageClient,
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  type LanguageClientOptions,
  State,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageclient'
import {
  BookChangedNotification,
  type InitializationOptions,
  type IsMinutesParams,
  IsMinutesRequest,
  type IsMinutesResult,
  type PreviewWordsParams,
  PreviewWordsRequest,
  type PreviewWordsResult,
} from '../../server/src/protocol/messages.ts'
import { answerAboutFiles } from './answer-about-files.ts'
import { handleCrashes } from './crashes.ts'
import { offerFormatting, withoutFormatting } from './formatting.ts'
import { hideFromOthers } from './middleware.ts'
import { quiet } from './quiet.ts'
import { markdown, settingsFile, templateFiles } from './selector.ts'
import { settingsMade } from './settings.ts'
import { t } from './translated.ts'

/** The language server, as the rest of the client sees it. */
export interface Server {
  readonly output: LogOutputChannel
  /** Fires when earlier answers of {@link isMinutes} may no longer hold. */
  readonly onDidChangeAnswers: EventEmitter<void>['event']
  /** Fires when what the server said of a folder's meetings, action items and people may no longer hold. */
  readonly onDidChangeBook: EventEmitter<void>['event']
  /** Starts the server unless it runs. Settles to whether it runs now; that it does not is reported to the user. */
  start(): Promise<boolean>
  /** Stops the server, in whatever state it is, and starts it. Settles as {@link start} does. */
  restart(): Promise<boolean>
  stop(): Promise<void>
  /** Settles to `undefined` while the server does not run. */
  isMinutes(document: TextDocument): Promise<boolean | undefined>
  /** What a preview may say of a document's words; settles to `undefined` while the server cannot say. */
  previewWords(uri: Uri): Promise<PreviewWordsResult | undefined>
  /**
   * Carries out one of the server's commands. Waits for the server to run, and rejects with its error.
   *
   * @param shown where its progress is shown, and it can be cancelled.
   */
  execute<Result>(command: string, argument: object, shown?: Shown): Promise<Result>
  /** An address as the server wants it. */
  address(uri: Uri): string
}

/** Makes the client of a server that is started with it, and again after a crash. */
export type Connect = (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient

/** Where a long command shows how far it is. */
export interface Shown {
  readonly progress: Progress<{ message?: string; increment?: number }>
  readonly token: CancellationToken
}

let commandsShown = 0

/** Shows what the server tells of its progress. */
function follow({
  progress,
}: Shown): (told: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd) => void {
  let before = 0
  return (told) => {
    if (told.kind !== 'report') return
    const { percentage = before, message } = told
    progress.report({ increment: percentage - before, ...(message && { message }) })
    before = percentage
  }
}

/** The settings that are the server's, without the section's name. */
function settingKeys({ extension }: ExtensionContext): readonly string[] {
  const { properties }: { properties: object } = extension.packageJSON.contributes.configuration
  return Object.keys(properties)
    .map((name) => name.slice('minutebook.'.length))
    .filter((key) => !key.startsWith('trace.'))
}

/**
 * Sets the server up without starting it. Disposed of with the extension's context.
 * @param connect makes the client of a server, in whatever this extension runs
 * @param reportDown called when the server cannot be started, or stops too often
 */
export function createServer(context: ExtensionContext, connect: Connect, reportDown: () => void): Server {
  const output = window.createOutputChannel('Minutebook', { log: true })
  const changed = new EventEmitter<void>()
  const bookChanged = new EventEmitter<void>()
  const verdicts = new Map<string, boolean>()
  let hasRun = false
  const crashes = handleCrashes(() => hasRun, reportDown)

  const keys = settingKeys(context)

  const options: LanguageClientOptions = {
    initializationOptions: { commands: true, showAppearances: true } satisfies InitializationOptions,
    documentSelector: [...markdown(), ...settingsFile(), ...templateFiles()],
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onSave: false },
    errorHandler: crashes,
    initializationFailedHandler(error) {
      output.error('The language server did not start.', error)
      reportDown()
      return false
    },
    middleware: {
      ...hideFromOthers(verdicts),
      workspace: {
        async configuration(params, token, next) {
          const answers = await next(params, token)
          if (!Array.isArray(answers)) return answers
          return params.items.map((item, at) =>
            item.section === 'minutebook' ? settingsMade(keys, item) : answers[at],
          )
        },
      },
    },
  }
  const client = quiet(connect(context, options))
  client.registerFeature(withoutFormatting)
  answerAboutFiles(client)
  const formatting = offerFormatting(client)
  const states = client.onDidChangeState(({ newState }) => {
    if (newState !== State.Stopped) hasRun = newState === State.Running
    verdicts.clear()
    if (newState === State.Running) void client.start().then(listen)
  })
  context.subscriptions.push(output, changed, bookChanged, states, formatting)

  // The server asks for this when it has read its folders, or when settings or files have changed. We take the place of
  // the client's own handler, which pulls the diagnostics and knows nothing of our question.
  function listen(): void {
    client.onRequest(DiagnosticRefreshRequest.type, lookAgain)
    client.onNotification(BookChangedNotification, () => bookChanged.fire())
    lookAgain()
  }
  function lookAgain(): void {
    verdicts.clear()
    changed.fire()
    pullDiagnostics()
  }
  const pullDiagnostics = () => client.getFeature(DocumentDiagnosticRequest.method)?.refresh()

  const address = (uri: Uri) => client.code2ProtocolConverter.asUri(uri)

  async function start(): Promise<boolean> {
    // The client writes to the output why it failed.
    await client.start().catch(() => {})
    return client.isRunning()
  }

  async function ask(uri: string): Promise<boolean | undefined> {
    const params: IsMinutesParams = { uri }
    try {
      return await client.sendRequest<IsMinutesResult>(IsMinutesRequest, params)
    } catch (error) {
      output.warn(`Whether ${uri} is minutes could not be found out.`, error)
      return undefined
    }
  }

  return {
    output,
    onDidChangeAnswers: changed.event,
    onDidChangeBook: bookChanged.event,
    start,
    async restart() {
      crashes.forget()
      if (client.state === State.Starting) await client.start().catch(() => {})
      if (client.isRunning()) await client.stop().catch((error) => output.warn('The language server hung.', error))
      return start()
    },
    // Rejects when the server hangs or is still starting; either way its process ends with ours.
    stop: () => client.dispose().catch(() => {}),
    async isMinutes(document) {
      if (!client.isRunning()) return undefined
      // The event that made us ask may still be on its way to the server.
      await new Promise((next) => setTimeout(next))
      const uri = address(document.uri)
      const answer = await ask(uri)
      if (answer === undefined) return undefined
      const before = verdicts.get(uri)
      verdicts.set(uri, answer)
      formatting.follow(document, answer)
      // What the editor asked about this document until now was answered for other Markdown, or for minutes.
      if (before !== undefined && before !== answer) pullDiagnostics()
      return answer
    },
    async previewWords(uri) {
      if (!client.isRunning()) return undefined
      const params: PreviewWordsParams = { uri: address(uri) }
      return client.sendRequest<PreviewWordsResult>(PreviewWordsRequest, params).catch((error) => {
        output.warn(`What the preview may say of ${params.uri} could not be found out.`, error)
        return undefined
      })
    },
    async execute<Result>(command: string, argument: object, shown?: Shown) {
      const workDoneToken = shown && `${command} ${++commandsShown}`
      let listening: Disposable | undefined
      try {
        await client.start()
        if (shown) listening = client.onProgress(WorkDoneProgress.type, workDoneToken!, follow(shown))
        const params = { command, arguments: [argument], ...(workDoneToken && { workDoneToken }) }
        return (await client.sendRequest(ExecuteCommandRequest.type, params, shown?.token)) as Result
      } catch (error) {
        output.error(`${command} failed.`, error)
        // The server's own words are for the user; the connection's are not.
        if (client.isRunning() && error instanceof Error) throw error
        throw new Error(
          t`The Minutebook language server does not run, and this is its work. Nothing was changed. Run "Minutebook: Restart Server", then try again.`,
        )
      } finally {
        listening?.dispose()
      }
    },
    address,
  }
}

import {
  CodeLensRefreshRequest,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  WatchKind,
} from 'vscode-languageserver'
import { withoutPart } from '../book/book.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { USUAL_PEOPLE_FILE } from '../settings/people-file.ts'
import { bookMayHaveChanged } from './book-changed.ts'
import { keepCurrent, takeBack } from './check-folders.ts'
import { push, refresh } from './diagnostics.ts'
import { minutesOf, type OpenDocument } from './documents.ts'
import {
  applySettings,
  type Folder,
  inTurn,
  isMinutes,
  loadBook,
  loadSettingsFile,
  newFolder,
  pathOf,
  refreshFile,
  settle,
  tellTooMany,
} from './folder.ts'
import { isMarkdown, type Listing } from './host.ts'
import { folderOf, log, type State, tell } from './state.ts'
import { folderUri, uriIn } from './uris.ts'

/** Below this many files, reading is over before progress could be seen. */
const MANY = 100

/** Adds a workspace folder and reads its book; the rest of the server goes on meanwhile. */
export async function addFolder(state: State, uri: string): Promise<void> {
  const folder = newFolder(folderUri(uri))
  state.folders.set(folder.uri, folder)
  const settled = settle(folder, async () => {
    await readSettings(state, folder)
    await loadSettingsFile(folder, state.host, tell(state))
  })
  await inTurn(folder, async () => {
    await settled
    await readBook(state, folder)
  })
}

/** Reads what the editor's settings say for documents that are in no folder. */
export async function readLooseSettings(state: State): Promise<void> {
  await settle(state.loose, async () => {
    await readSettings(state, state.loose)
    await applySettings(state.loose, state.host, tell(state))
  })
}

export function removeFolder(state: State, uri: string): void {
  const folder = state.folders.get(folderUri(uri))
  if (folder) takeBack(state, folder)
  state.folders.delete(folderUri(uri))
  lookAgain(state)
}

/** Reads the editor's settings for a folder. */
async function readSettings(state: State, folder: Folder): Promise<void> {
  if (!state.can.configuration) return
  const item = { section: 'minutebook', ...(folder.uri && { scopeUri: folder.uri }) }
  folder.editorValues = await state.connection.workspace.getConfiguration(item).catch(() => undefined)
}

/** The user changed a setting. @param given what an editor sends that cannot be asked */
export async function settingsChanged(state: State, given: unknown): Promise<void> {
  for (const folder of [...state.folders.values(), state.loose]) {
    await inTurn(folder, async () => {
      if (state.can.configuration) await readSettings(state, folder)
      else folder.editorValues = (given as { minutebook?: unknown } | null)?.minutebook ?? folder.editorValues
      await whenFilesDiffer(state, folder, () => applySettings(folder, state.host, tell(state)))
    })
  }
  lookAgain(state)
}

/** How long nobody must have typed into `minutebook.yml` before the book is read as it says, in milliseconds. */
const PAUSE = 300

/** Somebody types settings: they count as they stand in the editor, saved or not. */
export async function settingsTyped(state: State, folder: Folder, document: OpenDocument): Promise<void> {
  if (!state.can.pullDiagnostics) push(state, document)
  const { version } = document.text
  await new Promise((next) => setTimeout(next, PAUSE))
  if (document.text.version !== version || !isOpen(state, document.uri)) return
  await inTurn(folder, () =>
    whenFilesDiffer(state, folder, async () => {
      folder.settingsText = document.text.getText()
      // What is wrong is underlined where it is being typed.
      await applySettings(folder, state.host, log(state))
    }),
  )
  lookAgain(state)
}

/** Changes settings, and reads the book anew when they name other files. */
async function whenFilesDiffer(state: State, folder: Folder, change: () => Promise<void>): Promise<void> {
  const before = JSON.stringify(folder.settings.files)
  await change()
  if (folder.uri && before !== JSON.stringify(folder.settings.files)) await readBook(state, folder)
}

const isOpen = ({ documents }: State, uri: string): boolean => documents.get(uri) !== undefined

async function readBook(state: State, folder: Folder): Promise<void> {
  const { paths, complete } = await state.host
    .listFiles(folder.uri)
    .catch((): Listing => ({ paths: [], complete: false }))
  folder.files = complete ? new Set(paths) : undefined
  const files = paths.filter(isMarkdown)
  const progress =
    state.can.progress && files.length >= MANY ? await state.connection.window.createWorkDoneProgress() : undefined
  progress?.begin('Reading the minute book', 0, `${files.length} files`, false)
  try {
    await loadBook(
      folder,
      files,
      state.host,
      (each) => isOpen(state, each),
      log(state),
      (done) => progress?.report(Math.floor((100 * done) / files.length), `${done} of ${files.length} files`),
    )
  } finally {
    progress?.done()
    folder.isRead = true
  }
  tellTooMany(folder, tell(state))
  state.connection.console.info(
    `${folder.uri}: ${folder.book.parts.size} files of minutes, ${folder.book.people.size} people.`,
  )
  lookAgain(state)
}

/** Files changed on disk. Open documents speak for themselves. */
export async function filesChanged(state: State, changes: readonly FileEvent[]): Promise<void> {
  for (const { uri, type } of changes) {
    const folder = folderOf(state, uri)
    if (!folder.uri) continue
    await inTurn(folder, () => fileChanged(state, folder, uri, type))
  }
  lookAgain(state)
}

async function fileChanged(state: State, folder: Folder, uri: string, type: FileChangeType): Promise<void> {
  const path = pathOf(folder, uri)
  folder.shown?.changed.add(path)
  for (const document of state.documents.all()) {
    // A whole folder that goes is told by its own name alone.
    if (document.uri !== uri && !document.uri.startsWith(`${uri}/`)) continue
    document.isGone = type === FileChangeType.Deleted && !document.isUnsaved
  }
  if (type === FileChangeType.Deleted && !folder.files?.has(path)) withoutFolder(state, folder, path)
  folder.files = folder.files && filesAfter(folder.files, path, type)
  folder.places.delete(path)
  if (path === SETTINGS_FILE) {
    // What is open says itself what is in it, unless the file is gone and nobody has gone on with it. Word of that may
    // come when somebody has, or when there is another one.
    const isGone = type === FileChangeType.Deleted && !state.documents.get(uri)?.isUnsaved
    if (isOpen(state, uri) && !(isGone && !(await state.host.exists(uri)))) return
    await whenFilesDiffer(state, folder, () => loadSettingsFile(folder, state.host, tell(state)))
  } else if (path === (folder.settings.people.from ?? USUAL_PEOPLE_FILE)) {
    await applySettings(folder, state.host, tell(state))
  } else if (!isMarkdown(path) || isOpen(state, uri)) return
  else if (type === FileChangeType.Deleted) folder.book = withoutPart(folder.book, path)
  else await refreshFile(folder, path, state.host, () => isOpen(state, uri), log(state))
}

/** Takes all out of the book that lay in a folder within it. */
function withoutFolder(state: State, folder: Folder, path: string): void {
  for (const each of folder.book.parts.keys()) {
    if (each.startsWith(`${path}/`) && !isOpen(state, uriIn(folder.uri, each))) {
      folder.book = withoutPart(folder.book, each)
    }
  }
}

/** The files there are when one, or a folder, has come or gone. */
function filesAfter(files: ReadonlySet<string>, path: string, type: FileChangeType): ReadonlySet<string> {
  if (type !== FileChangeType.Deleted) return files.has(path) ? files : new Set([...files, path])
  const left = [...files].filter((each) => each !== path && !each.startsWith(`${path}/`))
  return left.length === files.size ? files : new Set(left)
}

/** A document was closed: from now on the file says what is in it. */
export async function documentClosed(state: State, document: OpenDocument): Promise<void> {
  const folder = folderOf(state, document.uri)
  const path = pathOf(folder, document.uri)
  const { people } = folder.book
  if (folder.uri && path === SETTINGS_FILE) {
    await inTurn(folder, () => whenFilesDiffer(state, folder, () => loadSettingsFile(folder, state.host, tell(state))))
    lookAgain(state)
    if (!state.can.pullDiagnostics) await state.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })
    return
  }
  if (!folder.uri) folder.book = withoutPart(folder.book, path)
  else if (isMinutes(folder, path, () => minutesOf(document).frontMatter)) {
    const reopened = () => isOpen(state, document.uri)
    await inTurn(folder, () => refreshFile(folder, path, state.host, reopened, log(state)))
  }
  folder.shown?.changed.add(path)
  bookMayHaveChanged(state)
  if (folder.book.people !== people) lookAgain(state)
  else keepCurrent(state)
  if ((state.can.pullDiagnostics && !document.isTemplate) || isOpen(state, document.uri)) return
  await state.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })
}

/** Asks the editor to watch for us. */
export async function watchFiles(state: State): Promise<void> {
  if (!state.can.watchFiles) return
  await state.connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [
      { globPattern: '**/*.md' },
      { globPattern: '**/*.{yml,yaml}' },
      // Of the other files it matters only whether they are there.
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ],
  })
}

function lookAgain(state: State): void {
  for (const document of state.documents.all()) document.inBook = undefined
  refresh(state)
  bookMayHaveChanged(state)
  // Zones and the meeting's day come from the book and its settings.
  if (state.can.refreshInlayHints) state.connection.languages.inlayHint.refresh().catch(() => {})
  keepCurrent(state)
  // An editor that is about to end may leave it unanswered.
  if (state.can.refreshCodeLenses) state.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {})
}

import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent } from 'vscode-languageserver'
import { withoutPart } from '../book/book.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { refresh } from './diagnostics.ts'
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
} from './folder.ts'
import { folderOf, log, type Session, tell } from './session.ts'
import { folderUri } from './uris.ts'

/** Below this many files, reading is over before progress could be seen. */
const MANY = 100

/** Adds a workspace folder and reads its book; the rest of the server goes on meanwhile. */
export async function addFolder(session: Session, uri: string): Promise<void> {
  const folder = newFolder(folderUri(uri))
  session.folders.set(folder.uri, folder)
  await inTurn(folder, async () => {
    await readSettings(session, folder)
    await loadSettingsFile(folder, session.host, tell(session))
    await readBook(session, folder)
  })
}

/** Reads what the editor's settings say for documents that are in no folder. */
export async function readLooseSettings(session: Session): Promise<void> {
  await readSettings(session, session.loose)
  applySettings(session.loose, tell(session))
}

export function removeFolder(session: Session, uri: string): void {
  session.folders.delete(folderUri(uri))
  lookAgain(session)
}

/** Reads the editor's settings for a folder. */
async function readSettings(session: Session, folder: Folder): Promise<void> {
  if (!session.can.configuration) return
  const item = { section: 'minutebook', ...(folder.uri && { scopeUri: folder.uri }) }
  folder.editorValues = await session.connection.workspace.getConfiguration(item).catch(() => undefined)
}

/** The user changed a setting. @param given what an editor sends that cannot be asked */
export async function settingsChanged(session: Session, given: unknown): Promise<void> {
  for (const folder of [...session.folders.values(), session.loose]) {
    await inTurn(folder, async () => {
      if (session.can.configuration) await readSettings(session, folder)
      else folder.editorValues = (given as { minutebook?: unknown } | null)?.minutebook ?? folder.editorValues
      await whenFilesDiffer(session, folder, async () => applySettings(folder, tell(session)))
    })
  }
  lookAgain(session)
}

/** Changes settings, and reads the book anew when they name other files. */
async function whenFilesDiffer(session: Session, folder: Folder, change: () => Promise<void>): Promise<void> {
  const before = JSON.stringify(folder.settings.files)
  await change()
  if (folder.uri && before !== JSON.stringify(folder.settings.files)) await readBook(session, folder)
}

const isOpen = ({ documents }: Session, uri: string): boolean => documents.get(uri) !== undefined

async function readBook(session: Session, folder: Folder): Promise<void> {
  const files = await session.host.listMarkdown(folder.uri).catch(() => [])
  const progress =
    session.can.progress && files.length >= MANY ? await session.connection.window.createWorkDoneProgress() : undefined
  progress?.begin('Reading the minute book', 0, `${files.length} files`, false)
  try {
    await loadBook(
      folder,
      files,
      session.host,
      (each) => isOpen(session, each),
      log(session),
      (done) => progress?.report(Math.floor((100 * done) / files.length), `${done} of ${files.length} files`),
    )
  } finally {
    progress?.done()
  }
  session.connection.console.info(
    `${folder.uri}: ${folder.book.parts.size} files of minutes, ${folder.book.people.size} people.`,
  )
  lookAgain(session)
}

/** Files changed on disk. Open documents speak for themselves. */
export async function filesChanged(session: Session, changes: readonly FileEvent[]): Promise<void> {
  for (const { uri, type } of changes) {
    const folder = folderOf(session, uri)
    if (!folder.uri) continue
    await inTurn(folder, () => fileChanged(session, folder, uri, type))
  }
  lookAgain(session)
}

async function fileChanged(session: Session, folder: Folder, uri: string, type: FileChangeType): Promise<void> {
  const path = pathOf(folder, uri)
  if (path === SETTINGS_FILE) {
    await whenFilesDiffer(session, folder, () => loadSettingsFile(folder, session.host, tell(session)))
  } else if (isOpen(session, uri)) return
  else if (type === FileChangeType.Deleted) folder.book = withoutPart(folder.book, path)
  else await refreshFile(folder, path, session.host, () => isOpen(session, uri), log(session))
}

/** A document was closed: from now on the file says what is in it. */
export async function documentClosed(session: Session, document: OpenDocument): Promise<void> {
  const folder = folderOf(session, document.uri)
  const path = pathOf(folder, document.uri)
  const { people } = folder.book
  if (!folder.uri) folder.book = withoutPart(folder.book, path)
  else if (isMinutes(folder, path, () => minutesOf(document).frontMatter)) {
    const reopened = () => isOpen(session, document.uri)
    await inTurn(folder, () => refreshFile(folder, path, session.host, reopened, log(session)))
  }
  if (folder.book.people !== people) lookAgain(session)
  if (session.can.pullDiagnostics || isOpen(session, document.uri)) return
  await session.connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })
}

/** Asks the editor to watch for us. */
export async function watchFiles(session: Session): Promise<void> {
  if (!session.can.watchFiles) return
  await session.connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/*.md' }, { globPattern: `**/${SETTINGS_FILE}` }],
  })
}

function lookAgain(session: Session): void {
  for (const document of session.documents.all()) document.inBook = undefined
  refresh(session)
}

import { type Connection, MarkupKind, MessageType, ShowMessageNotification } from 'vscode-languageserver'
import { type Book, EMPTY_BOOK, withoutPart, withParts, withRoster } from '../book/book.ts'
import { partOf, readsOf } from '../book/part.ts'
import { NO_WORDING } from '../book/wording.ts'
import type { OpenMinutes } from '../features/document.ts'
import { blockChange } from '../minutes/change.ts'
import { meetingDay } from '../minutes/meeting.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { english, type Say, said, type Value } from '../text/phrase.ts'
import { minutesOf, type OpenDocument, type OpenDocuments } from './documents.ts'
import { type Folder, isMinutes, newFolder, pathOf } from './folder.ts'
import type { Host } from './host.ts'
import { nameOf, pathIn } from './uris.ts'

/** What the client can do, as far as it matters here. */
export interface ClientCan {
  readonly configuration: boolean
  readonly watchFiles: boolean
  readonly pullDiagnostics: boolean
  readonly refreshDiagnostics: boolean
  readonly refreshCodeLenses: boolean
  readonly showDocument: boolean
  /** Whether it shows the appearances of action items itself. */
  readonly showAppearances: boolean
  readonly refreshInlayHints: boolean
  readonly progress: boolean
  readonly nestedSymbols: boolean
  readonly labelDetails: boolean
  /** The form in which it shows what a completion is about. */
  readonly documentation: MarkupKind
  /** The form in which it shows hovers. */
  readonly hover: MarkupKind
  readonly formatting: boolean
  /** Whether a completion may have blanks to be filled in. */
  readonly snippets: boolean
  /** Whether an edit may create a file. */
  readonly createFiles: boolean
  /** Whether it offers our commands itself: asks what is to be asked, and shows what is answered. */
  readonly commands: boolean
  /** Whether it is told where the word begins and ends that leads to a definition. */
  readonly definitionLinks: boolean
  readonly documentChanges: boolean
  readonly changeAnnotations: boolean
  /** Whether it asks for the place of a symbol when it needs it. */
  readonly lazySymbols: boolean
}

/** One connection to one editor: all state there is. The rest is derived from it. */
export interface State {
  readonly connection: Connection
  readonly host: Host
  readonly documents: OpenDocuments
  /** By URI. */
  readonly folders: Map<string, Folder>
  /** For documents that are in no folder. */
  readonly loose: Folder
  can: ClientCan
  /** Says phrases in the editor's language. */
  say: Say
  /** When the editor last asked for something about a document, as `performance.now()` counts. */
  lastAsked: number
  /** The address of the minutes that were last opened, typed in or asked about at a place. */
  used: string | undefined
  /** Runs until somebody is told that a book has changed. */
  telling: ReturnType<typeof setTimeout> | undefined
  /** Messages that the user has been shown. */
  readonly told: Set<string>
  /** Failures that have been logged. */
  readonly logged: Set<string>
}

export const newState = (connection: Connection, host: Host, documents: OpenDocuments): State => ({
  connection,
  host,
  documents,
  folders: new Map(),
  loose: newFolder(''),
  told: new Set(),
  logged: new Set(),
  lastAsked: 0,
  used: undefined,
  telling: undefined,
  say: english,
  can: {
    configuration: false,
    watchFiles: false,
    pullDiagnostics: false,
    refreshDiagnostics: false,
    refreshCodeLenses: false,
    showDocument: false,
    showAppearances: false,
    refreshInlayHints: false,
    progress: false,
    nestedSymbols: false,
    labelDetails: false,
    documentation: MarkupKind.PlainText,
    hover: MarkupKind.PlainText,
    formatting: false,
    snippets: false,
    createFiles: false,
    commands: false,
    definitionLinks: false,
    documentChanges: false,
    changeAnnotations: false,
    lazySymbols: false,
  },
})

/** The innermost workspace folder that holds a document. */
export function folderOf({ folders, loose }: State, uri: string): Folder {
  let found = loose
  for (const folder of folders.values()) {
    if (folder.uri.length > found.uri.length && pathIn(folder.uri, uri) !== undefined) found = folder
  }
  return found
}

/** Settings are no minutes, whatever the globs say. */
const isSettings = ({ uri }: OpenDocument): boolean => nameOf(uri) === SETTINGS_FILE

/**
 * A document, understood, with its book up to date; `undefined` when it is not minutes.
 *
 * @param withBook without it, the book is as somebody else left it.
 */
export function understand(
  state: State,
  document: OpenDocument,
  withBook = true,
): (OpenMinutes & { folder: Folder }) | undefined {
  if (isSettings(document)) return undefined
  const folder = folderOf(state, document.uri)
  const path = pathOf(folder, document.uri)
  const minutes = minutesOf(document)
  if (!isMinutes(folder, path, () => minutes.frontMatter)) return undefined
  // What is in no folder has no neighbours.
  if (folder === state.loose) {
    const book = alone(folder.book, path)
    folder.book = withParts(book, [partOf(minutes, path, book.parts.get(path)?.wording)])
  } else if (withBook)
    for (const each of state.documents.all()) takeIn(state, folder, each, folder.isRead && each !== document)
  const { book, settings, files } = folder
  const { say } = state
  return { document: document.text, say, minutes, path, book, day: meetingDay(minutes, path), settings, files, folder }
}

/** A folder's book, with what is in its open documents by now. */
export function bookOf(state: State, folder: Folder): Book {
  for (const document of state.documents.all()) takeIn(state, folder, document, true)
  return folder.book
}

const alone = (book: Book, path: string): Book =>
  book.parts.size === 1 && book.parts.has(path) ? book : withRoster(EMPTY_BOOK, book.roster)

/**
 * Puts into a folder's book what an open document says by now.
 *
 * @param whole with its wording as of now, which matters to other documents alone: otherwise that of an older state will
 *   do, and none until the folder has been read
 */
function takeIn(state: State, folder: Folder, document: OpenDocument, whole: boolean): void {
  const { inBook, changes } = document
  const path = pathOf(folder, document.uri)
  const before = folder.book.parts.get(path)?.wording
  const older = whole ? undefined : folder.isRead && before === NO_WORDING ? undefined : (before ?? unread(folder))
  const isIn = inBook !== undefined && inBook.minutes === document.minutes && changes.length === 0
  if ((isIn && (inBook.whole || older)) || isSettings(document) || folderOf(state, document.uri) !== folder) return
  const minutes = minutesOf(document)
  if (older && inBook && saysTheSame(inBook.minutes, minutes)) {
    document.inBook = { minutes, whole: false }
    return
  }
  const known = !document.isGone && isMinutes(folder, path, () => minutes.frontMatter)
  folder.book = known ? withParts(folder.book, [partOf(minutes, path, older)]) : withoutPart(folder.book, path)
  document.inBook = { minutes, whole: older === undefined }
}

const unread = ({ isRead }: Folder) => (isRead ? undefined : NO_WORDING)

/** Whether a keystroke changed nothing that the book knows, the wording aside. */
function saysTheSame(before: Minutes, now: Minutes): boolean {
  const change = blockChange(before, now)
  return change !== undefined && readsOf(change.before) === readsOf(change.now)
}

/** Writes to the editor's log. */
export const log =
  ({ connection, say }: State) =>
  (message: Value): void =>
    connection.console.warn(said(message, say))

/** Tells the user, once, and writes to the log. */
export const tell =
  (state: State) =>
  (what: Value): void => {
    const message = said(what, state.say)
    log(state)(message)
    if (state.told.has(message)) return
    state.told.add(message)
    say(state, MessageType.Warning, message)
  }

/**
 * Shows the user a message. The connection's own functions for it send a request, which asks for an answer: editors that
 * take that at its word keep the user from typing until one of no choices has been made.
 */
export const say = ({ connection }: Pick<State, 'connection'>, type: MessageType, message: string): void =>
  void connection.sendNotification(ShowMessageNotification.type, { type, message })

import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver'
import type { ListingsSource, MinutesSource, Source } from '../features/source.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { type Listings, listedInPeopleFile, listedInSettings } from '../settings/listings.ts'
import { minutesOf, type OpenDocument } from './documents.ts'
import { type Folder, pathOf } from './folder.ts'
import { folderOf, type State } from './state.ts'
import { uriIn } from './uris.ts'

/** A request that reads other files than the document it is about. */
export interface Reading {
  readonly state: State
  readonly folder: Folder
  /** The document that was asked about. */
  readonly document: OpenDocument
  readonly token: CancellationToken
  readonly progress?: WorkDoneProgressReporter
}

/** So few that between them a keystroke need not wait. */
const AT_ONCE = 4

/**
 * Reads minutes one after the other; other work goes on in between. What is open speaks for itself.
 *
 * @returns the paths of those that could not be read.
 * @throws {ResponseError} when the request is cancelled.
 */
export async function readMinutes(
  reading: Reading,
  paths: readonly string[],
  visit: (source: MinutesSource) => void,
): Promise<readonly string[]> {
  const unread: string[] = []
  for (let at = 0; at < paths.length; at += AT_ONCE) {
    const some = paths.slice(at, at + AT_ONCE)
    const files = await Promise.all(some.map((path) => (openAt(reading, path) ? undefined : readFile(reading, path))))
    some.forEach((path, index) => {
      stopIfCancelled(reading)
      const document = openAt(reading, path)
      const file = files[index]
      if (document) visit({ ...sourceOf(document, path), minutes: minutesOf(document) })
      else if (file) visit({ ...file, minutes: parseMinutes(file.text) })
      else unread.push(path)
    })
    reading.progress?.report(Math.floor((100 * at) / paths.length), `${at} of ${paths.length} files`)
  }
  return unread
}

/** Whom the group lists outside its minutes: its settings, and its own list of people, as far as they are there. */
export async function readListings(reading: Reading): Promise<readonly ListingsSource[]> {
  const { folder } = reading
  if (!folder.uri) return []
  const found: ListingsSource[] = []
  const add = async (path: string | undefined, listed: (text: string) => Listings, ours: boolean) => {
    const source = path === undefined ? undefined : await readSource(reading, path)
    if (source) found.push({ ...source, listings: listed(source.text), ours })
  }
  await add(folder.settingsText === undefined ? undefined : SETTINGS_FILE, listedInSettings, true)
  await add(folder.peopleFile, listedInPeopleFile, false)
  return found
}

/** A file that the folder's own settings name; it must not lead out of the folder. */
async function readSource(reading: Reading, path: string): Promise<Source | undefined> {
  const { state, folder } = reading
  const file = openAt(reading, path)
    ? undefined
    : await readFile(reading, path, (uri) => state.host.readInside(folder.uri, uri))
  const document = openAt(reading, path)
  return document ? sourceOf(document, path) : file
}

/** @throws {ResponseError} when nobody waits for the answer any more. */
export function stopIfCancelled({ token }: Pick<Reading, 'token'>): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
}

/** The document with this path in a folder, if an editor has it open. By path, as editors escape addresses each in their way. */
export const openIn = (state: State, folder: Folder, path: string): OpenDocument | undefined =>
  state.documents.all().find(({ uri }) => pathOf(folder, uri) === path && folderOf(state, uri) === folder)

/** Minutes of a folder as they are now, in the editor or on disk; `undefined` where they cannot be read. */
export async function minutesNow(state: State, folder: Folder, path: string): Promise<MinutesSource | undefined> {
  const document = openIn(state, folder, path)
  if (document) return { ...sourceOf(document, path), minutes: minutesOf(document) }
  const file = folder.uri ? await readFile({ state, folder }, path) : undefined
  return file && { ...file, minutes: parseMinutes(file.text) }
}

/** The same for a file that the folder's own settings may name: it must not lead out of the folder. */
export async function pageNow(state: State, folder: Folder, path: string): Promise<MinutesSource | undefined> {
  const document = openIn(state, folder, path)
  if (document) return { ...sourceOf(document, path), minutes: minutesOf(document) }
  if (!folder.uri || path.split('/').includes('..')) return undefined
  const file = await readFile({ state, folder }, path, (uri) => state.host.readInside(folder.uri, uri))
  return file && { ...file, minutes: parseMinutes(file.text) }
}

const sourceOf = ({ uri, text }: OpenDocument, path: string): Source => ({
  uri,
  path,
  text: text.getText(),
  version: text.version,
})

/** Without a byte order mark: editors do not count it. */
async function readFile(
  { state, folder }: Pick<Reading, 'state' | 'folder'>,
  path: string,
  read: (uri: string) => Promise<string> = state.host.read,
): Promise<Source | undefined> {
  const uri = uriIn(folder.uri, path)
  const text = await read(uri).catch(() => undefined)
  return text === undefined ? undefined : { uri, path, text: text.replace(/^\uFEFF/, ''), version: null }
}

/** Documents in no folder are each by themselves. */
function openAt({ state, folder, document }: Reading, path: string): OpenDocument | undefined {
  if (pathOf(folder, document.uri) === path) return document
  return folder.uri === '' ? undefined : openIn(state, folder, path)
}

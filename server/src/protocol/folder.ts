import { type Book, EMPTY_BOOK, withoutPart, withParts, withRoster } from '../book/book.ts'
import { dayInName } from '../book/file-days.ts'
import { type Part, partOf } from '../book/part.ts'
import type { SymbolPlaces } from '../features/symbol-places.ts'
import { type FrontMatter, parseFrontMatter } from '../minutes/front-matter.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import {
  type Configuration,
  type ConfigurationProblem,
  configurationOf,
  problemAt,
  rosterOf,
  withPlace,
} from '../rules/configuration.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { isMinutesPath, MOST_MINUTES, saysMinutes, TOO_MANY_MINUTES } from '../settings/minutes-files.ts'
import { DEFAULTS, type Settings } from '../settings/settings.ts'
import { isAmongTemplates } from '../settings/template-files.ts'
import { phrase, type Value } from '../text/phrase.ts'
import type { Host } from './host.ts'
import { type FolderFiles, readRoster } from './roster.ts'
import type { Shown } from './shown.ts'
import { nameOf, pathIn, uriIn } from './uris.ts'

/** One workspace folder: its settings and its book. Folders know nothing of each other. */
export interface Folder {
  /** Without a slash at the end. Empty for documents that are in no folder. */
  readonly uri: string
  settings: Settings
  book: Book
  /** Every file, by its path with `/`; `undefined` where they are not known, or too many. */
  files: ReadonlySet<string> | undefined
  /** What the user's editor says, and the text of `minutebook.yml`. */
  editorValues: unknown
  settingsText: string | undefined
  /** The file that the group's people come from, if there is one. Relative to the folder, with `/`. */
  peopleFile: string | undefined
  /** Where things stand in minutes that were asked for, by path; until the file changes. */
  readonly places: Map<string, SymbolPlaces>
  /** Whether the globs name more files than a book takes in. */
  tooMany: boolean
  /** Settles when the settings have been read for the first time; `undefined` from then on. */
  settling: Promise<unknown> | undefined
  /** Whether all its minutes have been read. */
  isRead: boolean
  /** What is being read from disk. One thing follows the other, or an older answer could overtake a newer one. */
  work: Promise<void>
  /** `undefined` until somebody has the folder's minutes checked that nobody has open. */
  shown: Shown | undefined
  /** The book as somebody was last told of it who wants to hear when that changes. */
  told: Book | undefined
}

export const newFolder = (uri: string): Folder => ({
  uri,
  settings: DEFAULTS,
  book: EMPTY_BOOK,
  files: undefined,
  editorValues: undefined,
  settingsText: undefined,
  peopleFile: undefined,
  places: new Map(),
  tooMany: false,
  settling: undefined,
  isRead: uri === '',
  work: Promise.resolve(),
  shown: undefined,
  told: undefined,
})

/** No editor takes so long to tell its settings, in milliseconds; one that never does gets what the defaults say. */
const PATIENCE = 2000

/** Reads the settings of a folder for the first time: until then nothing is said about what is in it. */
export function settle(folder: Folder, read: () => Promise<void>): Promise<void> {
  const reading = read()
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<void>((done) => {
    timer = setTimeout(done, PATIENCE)
  })
  folder.settling = Promise.race([reading.catch(() => {}), patience]).then(() => {
    clearTimeout(timer)
    folder.settling = undefined
  })
  return reading
}

/** Does something with a folder when all that came before it is done. */
export function inTurn(folder: Folder, job: () => Promise<void>): Promise<void> {
  const done = folder.work.then(job)
  folder.work = done.catch(() => {})
  return done
}

/** Resolves once nothing of a folder waits to be read, be it added while others waited. */
export async function allRead(folder: Folder): Promise<void> {
  for (let work: Promise<void> | undefined; work !== folder.work; ) {
    work = folder.work
    await work
  }
}

/** What a user should be told, beside diagnostics. */
export type Tell = (message: Value) => void

/** Works out the settings anew, with the files they name; the editor's override the folder's. */
export async function applySettings(folder: Folder, host: Host, tell: Tell): Promise<void> {
  const configuration = configurationOf(folder.settingsText, folder.editorValues)
  // A document that is in no folder has no files beside it.
  const { roster, problems, peopleFile } = folder.uri
    ? await readRoster(configuration, filesOf(folder, host))
    : { ...rosterOf(configuration, undefined), problems: [], peopleFile: undefined }
  for (const problem of [...configuration.problems, ...problems]) tell(withPlace(configuration, problem))
  folder.settings = configuration.settings
  folder.peopleFile = peopleFile
  folder.book = withRoster(folder.book, roster)
}

/** What is wrong with a text as the folder's `minutebook.yml`. */
export async function problemsOf(folder: Folder, text: string, host: Host): Promise<readonly ConfigurationProblem[]> {
  const configuration = configurationOf(text)
  const { problems } = await readRoster(configuration, filesOf(folder, host))
  return [...configuration.problems, ...problems, ...(folder.tooMany ? [tooManyMinutes(configuration)] : [])]
}

const tooManyMinutes = (configuration: Configuration) => problemAt(configuration, ['files'], TOO_MANY_MINUTES)

/** Tells that the globs name more files than a book takes in, if they do. */
export function tellTooMany({ tooMany, settingsText }: Folder, tell: Tell): void {
  if (!tooMany) return
  const configuration = configurationOf(settingsText)
  tell(withPlace(configuration, tooManyMinutes(configuration)))
}

/** The folder's files as {@link readRoster} wants them. */
const filesOf = (folder: Folder, host: Host): FolderFiles => ({
  exists: (path) => host.exists(uriIn(folder.uri, path)),
  read: (path) => host.readInside(folder.uri, uriIn(folder.uri, path)),
})

/** Reads `minutebook.yml`, if there is one. */
export async function loadSettingsFile(folder: Folder, host: Host, tell: Tell): Promise<void> {
  const uri = uriIn(folder.uri, SETTINGS_FILE)
  folder.settingsText = undefined
  if (folder.uri && (await host.exists(uri))) {
    try {
      folder.settingsText = await host.readInside(folder.uri, uri)
    } catch (error) {
      tell(phrase`${SETTINGS_FILE}: ${(error as Error).message} Until it is mended, none of its settings counts.`)
    }
  }
  await applySettings(folder, host, tell)
}

/** The path by which a document is known in its folder. */
export const pathOf = (folder: Folder, uri: string): string => pathIn(folder.uri, uri) ?? nameOf(uri)

/** Whether a path or, failing that, the front matter says that a Markdown file is minutes. */
export const isMinutes = (folder: Folder, path: string, frontMatter: () => FrontMatter | undefined): boolean =>
  isMinutesPath(folder.settings, nameOf(folder.uri), path) ||
  (!isAmongTemplates(folder.settings, path) && saysMinutes(frontMatter()))

/**
 * Reads the minutes of a folder into its book. Other work goes on in between; a file that cannot be read is told and
 * left out.
 *
 * @param paths the folder's Markdown files.
 * @param isOpen whether an editor has the document: then it says itself what is in it.
 */
export async function loadBook(
  folder: Folder,
  paths: readonly string[],
  host: Host,
  isOpen: (uri: string) => boolean,
  tell: Tell,
  onProgress: (done: number) => void,
): Promise<void> {
  folder.tooMany = false
  folder.places.clear()
  const found = new Set<string>()
  let parts: Part[] = []
  const add = () => {
    folder.book = withParts(
      folder.book,
      parts.filter(({ path }) => !isOpen(uriIn(folder.uri, path))),
    )
    parts = []
  }
  let batch = FIRST
  const wanted = latestFirst(paths)
  const step = host.atOnce(folder.uri)
  for (let at = 0; at < wanted.length; at += step) {
    const some = wanted.slice(at, at + step).filter((path) => !isOpen(uriIn(folder.uri, path)))
    if (some.length > 0 && found.size >= MOST_MINUTES) {
      folder.tooMany = true
      break
    }
    for (const part of await Promise.all(some.map((path) => readPart(folder, path, host, tell)))) {
      if (!part) continue
      found.add(part.path)
      parts.push(part)
    }
    const done = Math.min(at + step, wanted.length)
    if (Math.floor(done / 50) > Math.floor(at / 50)) onProgress(done)
    if (parts.length >= batch) {
      add()
      batch *= 4
    }
  }
  add()
  for (const path of folder.book.parts.keys()) {
    if (!found.has(path) && !isOpen(uriIn(folder.uri, path))) folder.book = withoutPart(folder.book, path)
  }
}

/**
 * After so many files the book has its first people, for somebody who waits for them; then after four times as many, and
 * so on, since each addition makes a new book.
 */
const FIRST = 25

/** The minutes of the last meetings first: they are what a scribe needs. */
function latestFirst(paths: readonly string[]): readonly string[] {
  const dated = paths.map((path) => ({ path, day: dayInName(path)?.iso ?? '' }))
  return dated.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0)).map(({ path }) => path)
}

/**
 * Reads one file again, and takes it out of the book when it is gone or is no minutes any more.
 *
 * @param isOpen whether an editor has the document by now: it may have been opened while the file was read.
 */
export async function refreshFile(
  folder: Folder,
  path: string,
  host: Host,
  isOpen: () => boolean,
  tell: Tell,
): Promise<void> {
  const part = await readPart(folder, path, host, tell)
  folder.places.delete(path)
  if (isOpen()) return
  folder.book = part ? withParts(folder.book, [part]) : withoutPart(folder.book, path)
}

async function readPart(folder: Folder, path: string, host: Host, tell: Tell): Promise<Part | undefined> {
  const uri = uriIn(folder.uri, path)
  try {
    const text = await host.read(uri)
    return isMinutes(folder, path, () => parseFrontMatter(text)) ? partOf(parseMinutes(text), path) : undefined
  } catch (error) {
    if (await host.exists(uri)) tell(`${path}: ${(error as Error).message}`)
    return undefined
  }
}

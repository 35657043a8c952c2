import { basename, join, relative, sep } from 'node:path'
import { type Book, EMPTY_BOOK, withParts, withRoster } from '../book/book.ts'
import { type Part, partOf } from '../book/part.ts'
import { parseFrontMatter } from '../minutes/front-matter.ts'
import { type Minutes, parseMinutes } from '../minutes/minutes.ts'
import { isMarkdown, type Listing } from '../protocol/host.ts'
import { readRoster } from '../protocol/roster.ts'
import { configurationOf, problemAt, withPlace } from '../rules/configuration.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { isMinutesPath, MOST_MINUTES, saysMinutes, TOO_MANY_MINUTES } from '../settings/minutes-files.ts'
import type { Roster } from '../settings/roster.ts'
import type { Settings } from '../settings/settings.ts'
import { isAmongTemplates } from '../settings/template-files.ts'
import { english } from '../text/phrase.ts'
import { UnreadableFile } from './files.ts'
import type { Wanted } from './roots.ts'
import { DISK, type Source } from './source.ts'

/** Told of what goes on. */
export interface Listener {
  /** How far the reading of a folder is. */
  readonly onProgress?: (done: number, of: number) => void
  readonly onProblem?: (message: string) => void
}

/** A file of minutes that was asked for. */
export interface Document {
  /** Absolute. */
  readonly path: string
  /** Relative to the book's folder, with `/`. */
  readonly own: string
  readonly minutes: Minutes
}

/** A folder's book, with those of its documents that were asked for. */
export interface OpenBook {
  readonly root: string
  /** What was asked for. */
  readonly wanted: readonly Wanted[]
  readonly settings: Settings
  /** The file that the group's people come from, if there is one. */
  readonly peopleFile: string | undefined
  readonly book: Book
  /** Every file of the folder; `undefined` where there are too many. */
  readonly files: ReadonlySet<string> | undefined
  readonly documents: readonly Document[]
  readonly failures: readonly { readonly path: string; readonly failure: string }[]
}

/**
 * Reads the minutes below a folder.
 *
 * @param wanted which of them are asked for: files, which then count as minutes whatever their name, and folders.
 */
export async function readBook(
  root: string,
  wanted: readonly Wanted[],
  listener: Listener,
  source: Source = DISK,
): Promise<OpenBook> {
  const { settings, roster, peopleFile, tooMany } = await readConfiguration(root, listener, source)
  const asked = new Set(wanted.flatMap(({ path, isFolder }) => (isFolder ? [] : [path])))
  const isWanted = (path: string) => wanted.some((each) => isWithin(path, each.path))
  const listing = await source.list(root)
  if (!listing.complete) listener.onProblem?.(TOO_MANY_FILES)
  // What is asked for must not be among the files that were too many.
  const folders = listing.complete ? [] : wanted.filter(({ isFolder }) => isFolder)
  const asFound = await Promise.all(folders.map(async ({ path }) => markdownIn(path, await source.list(path))))
  const paths = [...new Set([...markdownIn(root, listing), ...asFound.flat(), ...asked])]
  const parts: Part[] = []
  const documents: Document[] = []
  const failures: { path: string; failure: string }[] = []
  for (const [index, path] of paths.entries()) {
    listener.onProgress?.(index, paths.length)
    const own = relative(root, path).split(sep).join('/')
    if (isAmongTemplates(settings, own)) continue
    const named = asked.has(path) || isMinutesPath(settings, basename(root), own)
    if (parts.length >= MOST_MINUTES && !isWanted(path)) continue
    try {
      const text = await source.read(path)
      if (!named && !saysMinutes(parseFrontMatter(text))) continue
      if (parts.length === MOST_MINUTES) listener.onProblem?.(tooMany)
      const minutes = parseMinutes(text)
      parts.push(partOf(minutes, own))
      if (isWanted(path)) documents.push({ path, own, minutes })
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      if (named && isWanted(path)) failures.push({ path, failure: error.message })
    }
  }
  const book = withRoster(withParts(EMPTY_BOOK, parts), roster)
  return {
    root,
    wanted,
    settings,
    peopleFile,
    book,
    files: listing.complete ? new Set(listing.paths) : undefined,
    documents,
    failures,
  }
}

const markdownIn = (folder: string, { paths }: Listing) => paths.filter(isMarkdown).map((path) => join(folder, path))

/** Whether a path is another, or lies below it. */
export const isWithin = (path: string, other: string): boolean =>
  path === other || path.startsWith(other.endsWith(sep) ? other : other + sep)

async function readConfiguration(
  root: string,
  { onProblem }: Listener,
  source: Source,
): Promise<{ settings: Settings; roster: Roster; peopleFile: string | undefined; tooMany: string }> {
  const text = await readIfThere(root, SETTINGS_FILE, source).catch((error: Error) => {
    onProblem?.(`${SETTINGS_FILE}: ${error.message} Until it is mended, none of its settings counts.`)
    return undefined
  })
  const configuration = configurationOf(text)
  const { settings } = configuration
  const { roster, problems, peopleFile } = await readRoster(configuration, {
    exists: (path) => source.exists(join(root, path)),
    read: (path) => source.readInside(root, join(root, path)),
  })
  for (const each of [...configuration.problems, ...problems]) onProblem?.(english(withPlace(configuration, each)))
  const tooMany = english(withPlace(configuration, problemAt(configuration, ['files'], TOO_MANY_MINUTES)))
  return { settings, roster, peopleFile, tooMany }
}

const TOO_MANY_FILES =
  'This folder has more files than can be listed, so some minutes may be left out of the book. Put a minutebook.yml into the folder with the minutes, and the book begins there.'

const readIfThere = async (root: string, path: string, source: Source): Promise<string | undefined> =>
  (await source.exists(join(root, path))) ? source.readInside(root, join(root, path)) : undefined

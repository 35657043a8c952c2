import { stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { EMPTY_BOOK, withParts, withRoster } from '../book/book.ts'
import { type Part, partOf } from '../book/part.ts'
import { parseFrontMatter } from '../minutes/front-matter.ts'
import { meetingDay } from '../minutes/meeting.ts'
import { type Minutes, parseMinutes } from '../minutes/minutes.ts'
import { isMarkdown } from '../protocol/host.ts'
import { check } from '../rules/check.ts'
import { configurationOf, problemAt, rosterOf, withPlace } from '../rules/configuration.ts'
import type { Finding } from '../rules/rule.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { isMinutesPath, saysMinutes } from '../settings/minutes-files.ts'
import { USUAL_PEOPLE_FILE } from '../settings/people-file.ts'
import type { Roster } from '../settings/roster.ts'
import type { Settings } from '../settings/settings.ts'
import { exists, folderWith, listFiles, readText, UnreadableFile } from './files.ts'

/** What checking a file came to. */
export interface FileResult {
  /** Absolute. */
  readonly path: string
  readonly text: string
  readonly findings: readonly Finding[]
  /** Why it could not be read. */
  readonly failure?: string
}

/** A call that cannot be carried out, with a message for people. */
export class CannotRun extends Error {}

export interface CheckOptions {
  /** Told how far the reading of a folder is. */
  readonly onProgress?: (done: number, of: number) => void
  readonly onProblem?: (message: string) => void
}

/**
 * Checks files, and the minutes in folders. Each folder is a book of its own; a file belongs to the book of the folder
 * around it. A `minutebook.yml` above either says that the book begins there.
 *
 * @throws {CannotRun} for a path that does not exist.
 */
export async function checkPaths(paths: readonly string[], options: CheckOptions = {}): Promise<FileResult[]> {
  const books = new Map<string, Set<string>>()
  for (const given of paths) {
    const path = resolve(given)
    const found = await stat(path).catch(() => undefined)
    if (!found || given === '')
      throw new CannotRun(`There is no file or folder "${given}". Nothing was checked. Correct the path.`)
    const own = found.isDirectory() ? path : dirname(path)
    const root = (await folderWith(SETTINGS_FILE, own)) ?? own
    const wanted = books.get(root) ?? new Set()
    wanted.add(path)
    books.set(root, wanted)
  }
  const results: FileResult[] = []
  for (const [root, wanted] of books) results.push(...(await checkBook(root, wanted, options)))
  const seen = new Set<string>()
  return results.filter(({ path }) => !seen.has(path) && seen.add(path)).sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function checkBook(root: string, wanted: ReadonlySet<string>, options: CheckOptions): Promise<FileResult[]> {
  const { settings, roster } = await settingsOf(root, options)
  const isWanted = (path: string) => wanted.has(path) || [...wanted].some((folder) => path.startsWith(folder + sep))
  const listing = await listFiles(root)
  if (!listing.complete) options.onProblem?.(TOO_MANY_FILES)
  const listed = listing.paths.filter(isMarkdown).map((path) => join(root, path))
  const paths = [...new Set([...listed, ...(await onlyFiles(wanted))])]
  const files = listing.complete ? new Set(listing.paths) : undefined
  const parts: Part[] = []
  const documents: { path: string; own: string; minutes: Minutes }[] = []
  const failures: FileResult[] = []
  for (const [index, path] of paths.entries()) {
    options.onProgress?.(index, paths.length)
    const own = relative(root, path).split(sep).join('/')
    const named = wanted.has(path) || isMinutesPath(settings, basename(root), own)
    try {
      const text = await readText(path)
      if (!named && !saysMinutes(parseFrontMatter(text))) continue
      const minutes = parseMinutes(text)
      parts.push(partOf(minutes, own))
      if (isWanted(path)) documents.push({ path, own, minutes })
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      if (named && isWanted(path)) failures.push({ path, text: '', findings: [], failure: error.message })
    }
  }
  const book = withRoster(withParts(EMPTY_BOOK, parts), roster)
  const results = documents.map(({ path, own, minutes }): FileResult => {
    const subject = { minutes, path: own, book, day: meetingDay(minutes, own), settings, files }
    const { findings, failures } = check(subject)
    for (const { rule, error } of failures)
      options.onProblem?.(`${own}: the rule "${rule}" failed, so some of its findings may be missing. ${error}`)
    return { path, text: minutes.text, findings }
  })
  return [...results, ...failures]
}

async function onlyFiles(paths: ReadonlySet<string>): Promise<string[]> {
  const files = await Promise.all([...paths].map(async (path) => ((await stat(path)).isDirectory() ? [] : [path])))
  return files.flat()
}

async function settingsOf(root: string, { onProblem }: CheckOptions): Promise<{ settings: Settings; roster: Roster }> {
  const path = join(root, SETTINGS_FILE)
  const text = await readIfThere(path).catch((error: Error) => {
    onProblem?.(`${SETTINGS_FILE}: ${error.message} Until it is mended, none of its settings counts.`)
    return undefined
  })
  const configuration = configurationOf(text)
  const problems = [...configuration.problems]
  const { settings } = configuration
  const { from } = settings.people
  const say = (key: readonly string[], message: string) =>
    problems.push(problemAt(configuration, key, `"${key.join('.')}": ${message}`))
  const peopleText = await readIfThere(join(root, from ?? USUAL_PEOPLE_FILE)).catch((error: Error) => {
    say(['people', 'from'], error.message)
    return ''
  })
  if (from && peopleText === undefined) say(['people', 'from'], missing(from))
  if (settings.index && !(await exists(join(root, settings.index)))) say(['index'], missing(settings.index))
  const { roster, problem } = rosterOf(configuration, peopleText)
  for (const each of problem ? [...problems, problem] : problems) onProblem?.(withPlace(configuration, each))
  return { settings, roster }
}

const TOO_MANY_FILES =
  'This folder has more files than can be listed, so some minutes may be left out. Name the folder with the minutes instead.'

const missing = (path: string) => `there is no file "${path}" in this folder. Correct the path, or write the file.`

const readIfThere = async (path: string): Promise<string | undefined> =>
  (await exists(path)) ? readText(path) : undefined

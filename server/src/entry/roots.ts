import { access, constants, realpath, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, relative, sep } from 'node:path'
import { isHidden } from '../protocol/host.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { CannotRun } from './cannot-run.ts'
import { exists } from './files.ts'

/** A path that somebody named. */
export interface Wanted {
  /** As it was named. */
  readonly given: string
  /** Absolute, with no link in it: a file belongs to the book in which it really lies. */
  readonly path: string
  readonly isFolder: boolean
}

/**
 * The folders whose books hold the paths, each with those of the paths that lie in it.
 *
 * @throws {CannotRun} for a path that does not exist, and for one of settings.
 */
export async function booksFor(paths: readonly string[]): Promise<Map<string, readonly Wanted[]>> {
  const books = new Map<string, readonly Wanted[]>()
  for (const given of paths) {
    const wanted = await wantedAt(given)
    if (!wanted.isFolder && basename(wanted.path) === SETTINGS_FILE)
      throw new CannotRun(
        `"${given}" holds settings and no minutes. Nothing was done. Name its folder, or leave it out.`,
      )
    const root = await rootOf(wanted.isFolder ? wanted.path : dirname(wanted.path))
    books.set(root, [...(books.get(root) ?? []), wanted])
  }
  return books
}

/** @throws {CannotRun} for a path that does not exist. */
export async function wantedAt(given: string): Promise<Wanted> {
  try {
    if (given === '') throw new Error()
    const wanted = { given, path: await realpath(given), isFolder: (await stat(given)).isDirectory() }
    // What cannot be listed would look as if nothing were in it.
    if (wanted.isFolder) await access(wanted.path, constants.R_OK | constants.X_OK)
    return wanted
  } catch (error) {
    const isShut = (error as NodeJS.ErrnoException).code === 'EACCES'
    const wrong = isShut ? `Its permissions do not let us read "${given}".` : `There is no file or folder "${given}".`
    throw new CannotRun(`${wrong} Nothing was done. Correct ${isShut ? 'them' : 'the path'}.`)
  }
}

/**
 * The folder where the book of a folder begins: the nearest that has settings or is a repository's root; without one,
 * and where that book would not look, the folder itself.
 */
async function rootOf(start: string): Promise<string> {
  const home = await realpath(homedir()).catch(() => undefined)
  for (let folder = start; ; folder = dirname(folder)) {
    const hasSettings = await exists(join(folder, SETTINGS_FILE))
    const isTop = folder === home || folder === dirname(folder)
    // Who keeps all of a home in a repository keeps more than minutes there.
    const isRoot = hasSettings || (!isTop && (await exists(join(folder, '.git'))))
    if (isRoot) return relative(folder, start).split(sep).some(isHidden) ? start : folder
    if (isTop) return start
  }
}

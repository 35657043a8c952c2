import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import { fdir } from 'fdir'
import { isHidden, type Listing, MOST_FILES, tooLarge, UNREADABLE } from '../protocol/host.ts'

/** The largest file we read. Minutes of a meeting are a thousandth of it. */
export const MAX_BYTES = 16 * 1024 * 1024

/** A file that cannot be read as text, with a message for people. */
export class UnreadableFile extends Error {}

/** All files below a folder but hidden ones and installed packages, in order. Links are not followed. */
export async function listFiles(folder: string): Promise<Listing> {
  const paths = await new fdir({ excludeSymlinks: true })
    .withRelativePaths()
    .withPathSeparator('/')
    .exclude(isHidden)
    .filter((path) => !/(?:^|\/)\.[^/]*$/.test(path))
    .withMaxFiles(MOST_FILES + 1)
    .crawl(folder)
    .withPromise()
  return { paths: paths.slice(0, MOST_FILES).sort(), complete: paths.length <= MOST_FILES }
}

/**
 * Reads a UTF-8 text. A byte order mark stays at its head.
 *
 * @param most how many bytes it may have.
 * @throws {UnreadableFile} when it is not UTF-8, too large, or no file.
 */
export async function readText(path: string, most = MAX_BYTES): Promise<string> {
  const found = await stat(path).catch(unreadable)
  // Before it is opened: a pipe would keep us waiting for somebody to write.
  if (!found.isFile()) throw new UnreadableFile(found.isDirectory() ? UNREADABLE.folder : 'It is not a file.')
  if (found.size > most) throw new UnreadableFile(tooLarge(most))
  return decode(await readFile(path).catch(unreadable))
}

/** A file's bytes as text. @throws {UnreadableFile} when they are not UTF-8. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UnreadableFile(UNREADABLE.encoding)
  }
}

const LEADS_NOWHERE = 'It is a link to a file that is not there.'

function unreadable({ code }: NodeJS.ErrnoException): never {
  throw new UnreadableFile(REASONS[code ?? ''] ?? `It cannot be opened (${code}).`)
}

const REASONS: Record<string, string> = {
  ENOENT: UNREADABLE.missing,
  EACCES: 'Its permissions do not let us read it.',
  EISDIR: UNREADABLE.folder,
  ELOOP: 'It is a link that leads to itself.',
}

/**
 * Reads a text whose path the folder's own settings gave.
 *
 * @throws {UnreadableFile} also when a link leads out of the folder: settings that came with a folder must not reach what
 * lies outside it.
 */
export async function readInside(folder: string, path: string, most = MAX_BYTES): Promise<string> {
  const root = await realpath(folder).catch(unreadable)
  const real = await realpath(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' && (await exists(path))) throw new UnreadableFile(LEADS_NOWHERE)
    return unreadable(error)
  })
  const way = relative(root, real)
  if (way.startsWith('..') || isAbsolute(way)) throw new UnreadableFile('It is a link that leads out of the folder.')
  return readText(real, most)
}

/** Whether there is anything of that name, be it a link that leads nowhere. */
export const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )

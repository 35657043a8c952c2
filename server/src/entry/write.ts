import { randomUUID } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  constants,
  link,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { visible } from '../text/visible.ts'

/** A file that was not written, with a message for people. */
export class Unwritten extends Error {}

/**
 * Puts a text in place of a file's, wholly or not at all, with its permissions and owner kept. A new file takes the old
 * one's place: so one that nobody may write stays, and so does one with further names, which would go on as they were.
 *
 * @param before what the file held when it was read: if it holds something else by now, it stays.
 * @throws {Unwritten} when the file stays as it was.
 */
export async function replaceFile(path: string, before: string, text: string): Promise<void> {
  const real = await realpath(path).catch(failed)
  const temporary = temporaryFor(real)
  try {
    const { mode, nlink, uid, gid } = await stat(real)
    if ((mode & 0o222) === 0) throw new Unwritten(READ_ONLY)
    await access(real, constants.W_OK)
    if (nlink > 1) throw new Unwritten(SEVERAL_NAMES)
    await writeFile(temporary, text, NEW)
    // Only root may give a file away.
    await chown(temporary, uid, gid).catch(() => {})
    await chmod(temporary, mode)
    // As late as can be: whoever saves in between must not lose what they wrote.
    if ((await readFile(real, 'utf8')) !== before) throw new Unwritten('It changed meanwhile. Check it again.')
    await rename(temporary, real)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    failed(error)
  }
  await removeForgotten(real)
}

/**
 * Writes a new file, with all of its text or not at all.
 *
 * @throws {Unwritten} when there is one of that name already, or it cannot be written.
 */
export async function createFile(path: string, text: string): Promise<void> {
  const temporary = temporaryFor(path)
  try {
    await writeFile(temporary, text, NEW)
    // A link is made at once or not at all, and takes nobody's place.
    await link(temporary, path).catch(async (error: NodeJS.ErrnoException) => {
      if (!NO_LINKS.has(error.code ?? '')) throw error
      // An empty file takes the name, so that nobody else's does, and the whole one its place.
      await writeFile(path, '', NEW)
      await rename(temporary, path).catch(async (failure) => {
        await rm(path)
        throw failure
      })
    })
  } catch (error) {
    failed(error)
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
  await removeForgotten(path)
}

/**
 * Writes a new file, or one in place of another that we wrote.
 *
 * @param isOurs whether a text is one that we wrote.
 * @throws {Unwritten} when there is another file of that name, or it cannot be written.
 */
export async function writeOwn(path: string, text: string, isOurs: (before: string) => boolean): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => undefined)
  await naming(path, before !== undefined && isOurs(before) ? replaceFile(path, before, text) : createFile(path, text))
}

/**
 * What writing a file comes to, with the name of the file in front of the reason why it was not written.
 *
 * @throws {Unwritten} as the work does.
 */
export async function naming(name: string, work: Promise<void>): Promise<void> {
  await work.catch((error) => {
    throw error instanceof Unwritten ? new Unwritten(`${visible(name)}: ${error.message}`) : error
  })
}

/** On the disk before it takes another's place: else a power cut could leave an empty file. */
const NEW = { flag: 'wx', flush: true } as const

const temporaryFor = (path: string): string => join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)

/** No file takes as long to write, in milliseconds. */
const FORGOTTEN = 600_000

/** Removes what was left beside a file when writing it was killed some time ago. */
async function removeForgotten(path: string): Promise<void> {
  const folder = dirname(path)
  const [start, end] = [`.${basename(path)}.`, '.tmp']
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.startsWith(start) || !UUID.test(name.slice(start.length, -end.length)) || !name.endsWith(end)) continue
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Number.NaN }))
    if (Date.now() - mtimeMs > FORGOTTEN) await rm(join(folder, name), { force: true }).catch(() => {})
  }
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** Where a file can have but one name. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EXDEV'])

function failed(error: unknown): never {
  if (error instanceof Unwritten) throw error
  const { code, message } = error as NodeJS.ErrnoException
  throw new Unwritten(REASONS[code ?? ''] ?? `It could not be written: ${message}`)
}

const READ_ONLY = 'It is read-only, so it was not written. Make it writable, and run this again.'
const SEVERAL_NAMES =
  'It has further names (hard links), which would keep the old text, so it was not written. Mend it in an editor, or make it a file of its own.'

const FORBIDDEN =
  'The permissions do not let us write it: its own, or those of its folder. So it was not written. Change them, and run this again.'

const REASONS: Record<string, string> = {
  EEXIST: 'There is such a file already. Nothing was overwritten.',
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: 'It lies where nothing can be written, so it was not written. Copy the folder elsewhere, and run this there.',
  ENOSPC: 'The disk is full, so it was not written. Make room, and run this again.',
  ENOENT: 'Its folder is not there, so it was not written. Make the folder first.',
}

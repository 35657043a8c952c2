import { randomUUID } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  constants,
  link,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

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
  const temporary = join(dirname(real), `.${basename(real)}.${randomUUID()}.tmp`)
  try {
    const { mode, nlink, uid, gid } = await stat(real)
    if ((mode & 0o222) === 0) throw new Unwritten(READ_ONLY)
    await access(real, constants.W_OK)
    if (nlink > 1) throw new Unwritten(SEVERAL_NAMES)
    await writeFile(temporary, text, { flag: 'wx' })
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
}

/**
 * Writes a new file, with all of its text or not at all.
 *
 * @throws {Unwritten} when there is one of that name already, or it cannot be written.
 */
export async function createFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    await writeFile(temporary, text, { flag: 'wx' })
    // A link is made at once or not at all, and takes nobody's place.
    await link(temporary, path).catch(async (error: NodeJS.ErrnoException) => {
      if (!NO_LINKS.has(error.code ?? '')) throw error
      await writeFile(path, text, { flag: 'wx' })
    })
  } catch (error) {
    failed(error)
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
}

/**
 * Writes a new file, or one in place of another that we wrote.
 *
 * @param isOurs whether a text is one that we wrote.
 * @throws {Unwritten} when there is another file of that name, or it cannot be written.
 */
export async function writeOwn(path: string, text: string, isOurs: (before: string) => boolean): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => undefined)
  return before !== undefined && isOurs(before) ? replaceFile(path, before, text) : createFile(path, text)
}

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

const REASONS: Record<string, string> = {
  EEXIST: 'There is such a file already. Nothing was overwritten.',
  EACCES: 'Its permissions do not let us write it.',
  EPERM: 'Its permissions do not let us write it.',
  EROFS: 'It lies where nothing can be written.',
  ENOSPC: 'The disk is full.',
}

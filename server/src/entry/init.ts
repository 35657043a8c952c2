import { join } from 'node:path'
import { draftConfiguration } from '../drafting/configuration.ts'
import { SETTINGS_FILE } from '../settings/file.ts'
import { type Listener, readBook } from './book.ts'
import { CannotRun } from './cannot-run.ts'
import { wantedAt } from './roots.ts'
import { createFile, naming } from './write.ts'

/**
 * Writes a `minutebook.yml` into a folder, from what its minutes show. Never over one that is there.
 *
 * @returns what to tell the user.
 * @throws {CannotRun} where there is no such folder. @throws {Unwritten} where the file cannot be written.
 */
export async function init(folder: string, listener: Listener): Promise<string> {
  const wanted = await wantedAt(folder)
  const root = wanted.path
  if (!wanted.isFolder) throw new CannotRun(`"${folder}" is a file. Name the folder that holds the minutes.`)
  const { book, settings, peopleFile } = await readBook(root, [wanted], listener)
  if (book.parts.size === 0)
    throw new CannotRun(`There are no minutes in "${folder}" to learn from. Name the folder that holds them.`)
  await naming(SETTINGS_FILE, createFile(join(root, SETTINGS_FILE), draftConfiguration(book, settings, peopleFile)))
  return `Wrote ${SETTINGS_FILE} from ${book.parts.size} files of minutes. Read it through: every key is optional.\n`
}

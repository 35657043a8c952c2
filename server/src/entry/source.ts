import type { Listing } from '../protocol/host.ts'
import { exists, listFiles, readInside, readText } from './files.ts'

/** Where the files of a book come from. Paths are absolute. */
export interface Source {
  /** All files below a folder but hidden ones and installed packages, in order. */
  list(folder: string): Promise<Listing>
  exists(path: string): Promise<boolean>
  /** @throws {UnreadableFile} when there is no text to be had. */
  read(path: string): Promise<string>
  /** The same for a path that the folder's own settings gave. */
  readInside(folder: string, path: string): Promise<string>
}

export const DISK: Source = { list: listFiles, exists, read: readText, readInside }

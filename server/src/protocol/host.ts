/** The files below a folder, as paths relative to it with `/`. */
export interface Listing {
  readonly paths: readonly string[]
  /** Whether these are all: a folder with far too many is not gone through to its end. */
  readonly complete: boolean
}

/** The most files that are listed. A folder with more is no book, or holds something else as well. */
export const MOST_FILES = 200_000

/**
 * The largest file that is read without being open, in bytes. To take in a larger one would keep a scribe's keystroke
 * waiting; it has its part in the book when it is open.
 */
export const MOST_BYTES = 512 * 1024

/** Whether a folder of this name, and all in it, is left out of listings. */
export const isHidden = (name: string): boolean => name === 'node_modules' || name.startsWith('.')

/** Why a file cannot be read as text, for people. */
export const UNREADABLE = {
  missing: 'There is no such file.',
  folder: 'It is a folder.',
  encoding: 'It is not UTF-8, so letters would come out wrong. Save it as UTF-8.',
  link: 'It is a link, or behind one, which could lead out of the folder.',
  failed: 'The editor cannot open it.',
} as const

const MEGABYTE = 1024 * 1024

/** The same for a file of more than so many bytes. */
export const tooLarge = (most: number): string =>
  `It is larger than ${most < MEGABYTE ? `${most / 1024} KB` : `${most / MEGABYTE} MB`}. Minutes are not; it is left out.`

/** Whether a path names a Markdown file. */
export const isMarkdown = (path: string): boolean => /\.md$/i.test(path)

/** What the server needs of the machine it runs on. Folders and files are named by URI. */
export interface Host {
  /** All files below a folder but hidden ones and installed packages. */
  listFiles(folder: string): Promise<Listing>
  /** A file's text. Rejects with a message for people when there is none to be had. */
  read(uri: string): Promise<string>
  /** The same for a file that a folder's own settings name. Rejects as well when a link leads out of the folder. */
  readInside(folder: string, uri: string): Promise<string>
  exists(uri: string): Promise<boolean>
  /** How many of a folder's files are best read at the same time. */
  atOnce(folder: string): number
  /** Where a rule's page can be opened. */
  page(rule: string): string | undefined
}

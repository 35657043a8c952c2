/** The files below a folder, as paths relative to it with `/`. */
export interface Listing {
  readonly paths: readonly string[]
  /** Whether these are all: a folder with far too many is not gone through to its end. */
  readonly complete: boolean
}

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
  /** Where a rule's page can be opened. */
  page(rule: string): string | undefined
}

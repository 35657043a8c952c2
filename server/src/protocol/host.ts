/** What the server needs of the machine it runs on. Folders and files are named by URI. */
export interface Host {
  /** All Markdown files below a folder, as paths relative to it with `/`. */
  listMarkdown(folder: string): Promise<readonly string[]>
  /** A file's text. Rejects with a message for people when there is none to be had. */
  read(uri: string): Promise<string>
  exists(uri: string): Promise<boolean>
  /** Where a rule's page can be opened. */
  page(rule: string): string | undefined
}

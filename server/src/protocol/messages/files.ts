/**
 * Server to client, requests: the files of a workspace folder that the server cannot open itself, since it runs in a
 * browser, or the folder is on no disk. An editor that does not know them has its folder taken for an empty one.
 */
export const ListFilesRequest = 'minutebook/files/list'
export interface ListFilesParams {
  /** The workspace folder, or a folder in it. */
  folder: string
  /** The most files that are wanted. */
  most: number
}
export interface ListFilesResult {
  /** Relative to the folder, with `/`. The server leaves out hidden ones and installed packages itself. */
  paths: string[]
  /** Whether these are all. */
  complete: boolean
}

/** A file's text. */
export const ReadFileRequest = 'minutebook/files/read'
export interface ReadFileParams {
  uri: string
  /** The most bytes that are wanted. */
  most: number
  /** Whether nothing on the way to it may be a link: nobody knows where that leads. */
  noLinks?: boolean
}
export type ReadFileResult = { text: string } | { unreadable: Unreadable }
/** Why a file cannot be read as text. */
export type Unreadable = 'missing' | 'folder' | 'large' | 'encoding' | 'link' | 'failed'

export const FileExistsRequest = 'minutebook/files/exists'
export interface FileExistsParams {
  uri: string
}
export type FileExistsResult = boolean

/** Client to server, in a browser: the first message to the worker, before any of LSP's. */
export interface BrowserStart {
  /** The address of `misspellings.js`, which Node's server shares, as it does `core.js` beside it. */
  misspellings: string
}

/** Where a rule's page is shown by an editor in a browser, which opens no file that we ship: in a scheme of our own. */
export const RULE_PAGE_SCHEME = 'minutebook-rule'
export const rulePage = (rule: string): string => `${RULE_PAGE_SCHEME}:/${rule}.md`

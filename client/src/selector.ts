import { workspace } from 'vscode'

/** Where files lie that somebody writes to, beside the folders of the window. */
const USUAL = ['file', 'untitled', 'vscode-remote', 'vscode-vfs']

/** The schemes of files that may be ours: not the left side of a diff, nor a chat's code block. */
const schemes = (): readonly string[] => [
  ...new Set([...USUAL, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
]

/** The documents that may be minutes: Markdown that is somebody's record, in whatever file system. */
export const markdown = () => schemes().map((scheme) => ({ scheme, language: 'markdown' }))

/** The settings of a folder: the server says what is wrong in them. */
export const settingsFile = () => schemes().map((scheme) => ({ scheme, pattern: '**/minutebook.yml' }))

/** The folder's own templates, where they are no Markdown: the server knows which of these files they are. */
export const templateFiles = () => schemes().map((scheme) => ({ scheme, pattern: '**/*.liquid' }))

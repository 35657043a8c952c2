import type { DocumentSelector } from 'vscode'

const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs']

/**
 * The documents that may be minutes: Markdown that somebody can write to. Not the left side of a diff, nor a chat's
 * code block, which are Markdown too but nobody's record.
 */
export const markdown = schemes.map((scheme) => ({ scheme, language: 'markdown' })) satisfies DocumentSelector

/** The settings of a folder: the server says what is wrong in them. */
export const settingsFile = schemes.map((scheme) => ({
  scheme,
  pattern: '**/minutebook.yml',
})) satisfies DocumentSelector

/** The folder's own templates, where they are no Markdown: the server knows which of these files they are. */
export const templateFiles = schemes.map((scheme) => ({
  scheme,
  pattern: '**/*.liquid',
})) satisfies DocumentSelector

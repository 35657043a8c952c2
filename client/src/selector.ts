import type { DocumentSelector } from 'vscode'

/**
 * The documents that may be minutes: Markdown that somebody can write to. Not the left side of a diff, nor a chat's
 * code block, which are Markdown too but nobody's record.
 */
export const markdown = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'].map((scheme) => ({
  scheme,
  language: 'markdown',
})) satisfies DocumentSelector

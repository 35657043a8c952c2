/** What the server is on Node and in a web worker alike: bundled once, as one script that both run. */
export * as protocol from 'vscode-languageserver'
export { editorFiles } from '../protocol/editor-files.ts'
export { MOST_BYTES } from '../protocol/host.ts'
export { rulePage } from '../protocol/messages.ts'
export { serve } from '../protocol/server.ts'
export { RULES } from '../rules/index.ts'
export { takeMisspellings } from './core-misspellings.ts'

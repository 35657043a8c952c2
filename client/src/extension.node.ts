import type { ExtensionContext } from 'vscode'
import type * as Client from './activate.node.ts'
import * as extension from './extension.ts'

/** The start in an extension host on Node. Until there are minutes, nothing but this small file is loaded. */
export const activate = (context: ExtensionContext) =>
  extension.activate(context, () => require('./minutebook.js') as typeof Client)

export const { deactivate } = extension

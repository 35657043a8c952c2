import type { ExtensionContext } from 'vscode'
import * as client from './activate.ts'
import { connect } from './connect.browser.ts'
import * as extension from './extension.ts'

/** The start in a browser, where an extension is one file. */
export const activate = (context: ExtensionContext) =>
  extension.activate(context, () => ({ activate: () => client.activate(context, connect) }))

export const { deactivate } = extension

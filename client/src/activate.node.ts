import type { ExtensionContext } from 'vscode'
import * as client from './activate.ts'
import { connect } from './connect.node.ts'

/** Starts the client with a server in a process of its own. */
export const activate = (context: ExtensionContext): client.Minutebook => client.activate(context, connect)

import { LanguageClient, type NodeModule, TransportKind } from 'vscode-languageclient/node'
import type { Connect } from './server.ts'

/** The server in a process of its own. */
export const connect: Connect = (context, options) => {
  const run: NodeModule = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc }
  const debug: NodeModule = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } }
  return new LanguageClient('minutebook', 'Minutebook', { run, debug }, options)
}

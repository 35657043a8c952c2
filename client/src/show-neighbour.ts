import { Uri, window } from 'vscode'
import { Commands, type Neighbour, type NeighbourParams } from '../../server/src/protocol/messages.ts'
import type { Server } from './server.ts'
import { t } from './translated.ts'

/** How long somebody may need to read that there is nothing to show, in milliseconds. */
const WHILE = 5000

/**
 * Shows the minutes of the meeting before or after those in the active editor.
 * @returns their address; `undefined` where there are none
 */
export async function showNeighbour(server: Server, step: 'next' | 'previous'): Promise<Uri | undefined> {
  const editor = window.activeTextEditor
  if (editor === undefined) return undefined
  const params: NeighbourParams = { uri: server.address(editor.document.uri) }
  const found = await server.execute<Neighbour | null>(Commands[step], params)
  if (found === null) {
    const none =
      step === 'next' ? t`These are the latest minutes of their series` : t`These are the first minutes of their series`
    window.setStatusBarMessage(`$(info) ${none}`, WHILE)
    return undefined
  }
  const uri = Uri.parse(found.uri, true)
  await window.showTextDocument(uri, editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn })
  return uri
}

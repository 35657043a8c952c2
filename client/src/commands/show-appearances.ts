import { commands, Location, Position, Range, Uri, window } from 'vscode'
import { type AppearancesParams, type AppearancesResult, Commands } from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.showAppearances'

/** Peeks at every appearance of the action items that a code lens speaks of, or of one in the view of open actions. */
export async function run(server: Server, ...args: unknown[]): Promise<void> {
  const given = args[0] as AppearancesParams | undefined
  if (typeof given?.uri !== 'string') return
  const { uri, lens, line } = given
  const params: AppearancesParams = { uri, ...(lens !== undefined && { lens }), ...(line !== undefined && { line }) }
  // The server knows where it stood once the minutes are open, and it is shown in their editor.
  if (typeof line === 'number')
    await window.showTextDocument(Uri.parse(uri), { selection: new Range(line, 0, line, 0) })
  const found = await server.execute<AppearancesResult | null>(Commands.appearances, params)
  if (found === null) return
  const locations = found.locations.map(
    ({ uri, range: { start, end } }) =>
      new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character)),
  )
  const { position } = found
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(found.uri),
    new Position(position.line, position.character),
    locations,
  )
}

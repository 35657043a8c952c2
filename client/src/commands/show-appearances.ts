import { commands, Location, Position, Range, Uri } from 'vscode'
import { type AppearancesParams, type AppearancesResult, Commands } from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'

export const id = 'minutebook.showAppearances'

/** Peeks at every appearance of the action items that a code lens speaks of. */
export async function run(server: Server, ...args: unknown[]): Promise<void> {
  const params = args[0] as AppearancesParams | undefined
  if (typeof params?.uri !== 'string') return
  const found = await server.execute<AppearancesResult | null>(Commands.appearances, params)
  if (found === null) return
  const locations = found.locations.map(
    ({ uri, range: { start, end } }) =>
      new Location(Uri.parse(uri), new Range(start.line, start.character, end.line, end.character)),
  )
  const { line, character } = found.position
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(found.uri),
    new Position(line, character),
    locations,
  )
}

import { Uri, window, workspace } from 'vscode'
import type { AttendanceParams } from '../../../server/src/protocol/messages.ts'
import { chooseFolder } from '../choose-folder.ts'
import { looksLikeMinutes } from '../looks-like-minutes.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'
import { showAttendance } from '../views/attendance.ts'

export const id = 'minutebook.showAttendance'

/**
 * Shows who was at which of the last meetings, and how many actions were open: of the series of the minutes in the active
 * editor, else of a folder.
 *
 * @param given a folder, or {@link AttendanceParams}; else what is at hand.
 */
export async function run(server: Server, ...[given]: unknown[]): Promise<void> {
  const params = read(server, given) ?? (await atHand(server))
  if (params !== undefined) await showAttendance(server, params)
}

function read(server: Server, given: unknown): AttendanceParams | undefined {
  if (given instanceof Uri) {
    const folder = workspace.getWorkspaceFolder(given)
    return folder && { folder: server.address(folder.uri) }
  }
  const { uri, folder, meetings } = (given ?? {}) as Record<string, unknown>
  const wanted = { ...(typeof meetings === 'number' && { meetings }) }
  if (typeof uri === 'string') return { uri, ...wanted }
  return typeof folder === 'string' ? { folder, ...wanted } : undefined
}

async function atHand(server: Server): Promise<AttendanceParams | undefined> {
  const document = window.activeTextEditor?.document
  if (document && looksLikeMinutes(document)) return { uri: server.address(document.uri) }
  const folder = await chooseFolder(t`Whose attendance is to be shown?`)
  return folder && { folder: server.address(folder.uri) }
}

import { Uri, window, workspace } from 'vscode'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'
import { attendanceAskedFor, attendanceShown } from '../views/attendance.ts'
import * as showAttendance from './show-attendance.ts'

export const id = 'minutebook.saveAttendance'

/**
 * Saves the attendance picture where the user says, for a report or a web page. Where none is shown, it is shown first.
 *
 * @param target the file; without one, the user is asked.
 * @returns the address of the file; `undefined` when the user changed their mind.
 */
export async function run(server: Server, ...[target]: unknown[]): Promise<Uri | undefined> {
  if (!attendanceShown()) await showAttendance.run(server)
  const attendance = attendanceShown()
  if (!attendance) return undefined
  const uri = target instanceof Uri ? target : await ask()
  if (!uri) return undefined
  await workspace.fs.writeFile(uri, new TextEncoder().encode(attendance.svg))
  window.setStatusBarMessage(`$(check) ${t`${workspace.asRelativePath(uri)} saved`}`, 5000)
  return uri
}

/** The dialog asks before a file is written over. */
function ask(): Thenable<Uri | undefined> {
  const { uri, folder } = attendanceAskedFor() ?? {}
  const beside = uri ? Uri.joinPath(Uri.parse(uri), '..') : folder ? Uri.parse(folder) : undefined
  return window.showSaveDialog({
    title: t`Save Attendance Picture`,
    filters: { SVG: ['svg'] },
    ...(beside && { defaultUri: Uri.joinPath(beside, 'attendance.svg') }),
  })
}

import { Disposable, ViewColumn, type WebviewPanel, window, workspace } from 'vscode'
import { type Attendance, type AttendanceParams, Commands } from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'
import { attendancePage } from './attendance-page.ts'

/** What the open panel shows. There is one panel, which shows what was asked for last. */
interface Shown {
  readonly panel: WebviewPanel
  params: AttendanceParams
  attendance: Attendance
}

let shown: Shown | undefined

/** The picture that is open, if one is. */
export const attendanceShown = (): Attendance | undefined => shown?.attendance

/** What the open panel is of, if one is. */
export const attendanceAskedFor = (): AttendanceParams | undefined => shown?.params

/** Draws the attendance and shows it, in the panel that is there or a new one beside the text. */
export async function showAttendance(server: Server, params: AttendanceParams): Promise<void> {
  const attendance = await server.execute<Attendance>(Commands.attendance, params)
  if (shown) {
    Object.assign(shown, { params, attendance })
    shown.panel.reveal(undefined, false)
  } else {
    const panel = window.createWebviewPanel('minutebook.attendance', t`Attendance`, ViewColumn.Active, {
      enableScripts: false,
      enableFindWidget: true,
      localResourceRoots: [],
      // The page has no scripts; these are what its links do.
      enableCommandUris: ['minutebook.showAttendance', 'minutebook.saveAttendance'],
    })
    shown = { panel, params, attendance }
    const listening = Disposable.from(
      workspace.onDidSaveTextDocument(({ languageId }) => {
        if (languageId === 'markdown') void refresh(server)
      }),
      panel.onDidChangeViewState(() => void refresh(server)),
    )
    panel.onDidDispose(() => {
      shown = undefined
      listening.dispose()
    })
  }
  draw()
}

/** Draws anew what the minutes say by now. What cannot be had any more stays as it was. */
async function refresh(server: Server): Promise<void> {
  const before = shown
  if (!before?.panel.visible) return
  const attendance = await server.execute<Attendance>(Commands.attendance, before.params).catch(() => undefined)
  if (!attendance || shown !== before || attendance.svg === before.attendance.svg) return
  before.attendance = attendance
  draw()
}

function draw(): void {
  if (shown) shown.panel.webview.html = attendancePage(shown.attendance, shown.params)
}

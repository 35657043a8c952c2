import { Uri, window, workspace } from 'vscode'
import {
  type CalendarKind,
  Commands,
  type DraftCalendarParams,
  type DraftedCalendar,
} from '../../../server/src/protocol/messages.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.exportCalendar'

const LABELS: Readonly<Record<CalendarKind, string>> = {
  all: t`Next meeting and events`,
  next: t`Next meeting`,
  events: t`Events`,
}

/**
 * Writes the next meeting, the events or both of the active minutes to an `.ics` file. Where there is one of that name,
 * VS Code asks first.
 *
 * @param given `{ what?, target? }`: what a picker and a dialog would ask.
 * @returns the address of the file; `undefined` when the user changed their mind.
 */
export async function run(server: Server, ...[given]: unknown[]): Promise<Uri | undefined> {
  const document = window.activeTextEditor?.document
  if (document === undefined) return undefined
  const uri = server.address(document.uri)
  const asked = read(given)
  const draft = (what: CalendarKind) => {
    const params: DraftCalendarParams = { uri, now: new Date().toISOString(), what }
    return server.execute<DraftedCalendar>(Commands.calendar, params)
  }
  const drafted = await (asked.what ? draft(asked.what) : choose(draft))
  if (drafted === undefined) return undefined
  const beside = Uri.joinPath(document.uri.with({ path: folderOf(document.uri.path) }), drafted.name)
  const target =
    asked.target ??
    (await window.showSaveDialog({
      title: t`Export Calendar`,
      defaultUri: document.isUntitled
        ? Uri.joinPath(workspace.workspaceFolders?.[0]?.uri ?? beside, drafted.name)
        : beside,
      filters: Object.fromEntries([[t`Calendar`, ['ics']]]),
    }))
  if (target === undefined) return undefined
  await workspace.fs.writeFile(target, new TextEncoder().encode(drafted.text))
  const { entries } = drafted
  const file = workspace.asRelativePath(target)
  const written =
    entries === 1 ? t`Minutebook: one entry written to ${file}` : t`Minutebook: ${entries} entries written to ${file}`
  window.setStatusBarMessage(`$(calendar) ${written}`, 5000)
  for (const message of drafted.leftOut) void window.showWarningMessage(t`Left out of the calendar: ${message}`)
  return target
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'

function read(argument: unknown): { what?: CalendarKind; target?: Uri } {
  const { what, target } = (argument ?? {}) as Record<string, unknown>
  return {
    ...(typeof what === 'string' && Object.hasOwn(LABELS, what) && { what: what as CalendarKind }),
    ...(target instanceof Uri && { target }),
  }
}

/** Both at once where there are both; without a question where there is but one. */
async function choose(draft: (what: CalendarKind) => Promise<DraftedCalendar>): Promise<DraftedCalendar | undefined> {
  const all = await draft('all')
  const parts = await Promise.allSettled([draft('next'), draft('events')])
  if (parts.some(({ status }) => status === 'rejected')) return all
  const chosen = await window.showQuickPick(
    (Object.keys(LABELS) as CalendarKind[]).map((what) => ({ label: LABELS[what], what })),
    { title: t`Export Calendar`, placeHolder: t`What is to go into the calendar?` },
  )
  return chosen && (chosen.what === 'all' ? all : draft(chosen.what))
}

import { commands, window } from 'vscode'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.meetingMenu'

const ENTRIES = [
  { label: `$(person-add) ${t`Mark Attendance…`}`, command: 'minutebook.markAttendance' },
  { label: `$(check) ${t`Check Off`}`, command: 'minutebook.checkOff' },
  { label: `$(checklist) ${t`Make an Action Item of the Line`}`, command: 'minutebook.toggleAction' },
  { label: `$(account) ${t`Give the Line to…`}`, command: 'minutebook.assignAction' },
  { label: `$(law) ${t`Record a Decision…`}`, command: 'minutebook.recordDecision' },
  { label: `$(feedback) ${t`Record a Vote…`}`, command: 'minutebook.recordVote' },
  { label: `$(debug-start) ${t`Stamp the Start`}`, command: 'minutebook.stampStart' },
  { label: `$(debug-stop) ${t`Stamp the End`}`, command: 'minutebook.stampEnd' },
] as const

/** Offers what a scribe does during a meeting. */
export async function run(_: Server): Promise<void> {
  const chosen = await window.showQuickPick(ENTRIES, { title: t`Meeting`, placeHolder: t`What happens now?` })
  if (chosen) await commands.executeCommand(chosen.command)
}

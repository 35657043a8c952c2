import { commands, window } from 'vscode'
import type { Server } from '../server.ts'

export const id = 'minutebook.meetingMenu'

const ENTRIES = [
  { label: '$(person-add) Mark Attendance…', command: 'minutebook.markAttendance' },
  { label: '$(check) Check Off', command: 'minutebook.checkOff' },
  { label: '$(checklist) Make an Action Item of the Line', command: 'minutebook.toggleAction' },
  { label: '$(account) Give the Line to…', command: 'minutebook.assignAction' },
  { label: '$(law) Record a Decision…', command: 'minutebook.recordDecision' },
  { label: '$(feedback) Record a Vote…', command: 'minutebook.recordVote' },
  { label: '$(debug-start) Stamp the Start', command: 'minutebook.stampStart' },
  { label: '$(debug-stop) Stamp the End', command: 'minutebook.stampEnd' },
] as const

/** Offers what a scribe does during a meeting. */
export async function run(_: Server): Promise<void> {
  const chosen = await window.showQuickPick(ENTRIES, { title: 'Meeting', placeHolder: 'What happens now?' })
  if (chosen) await commands.executeCommand(chosen.command)
}

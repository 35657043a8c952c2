import type { Server } from '../server.ts'
import * as addPerson from './add-person.ts'
import * as addProject from './add-project.ts'
import * as assignAction from './assign-action.ts'
import * as checkFolder from './check-folder.ts'
import * as checkOff from './check-off.ts'
import * as createConfiguration from './create-configuration.ts'
import * as exportCalendar from './export-calendar.ts'
import * as finishMinutes from './finish-minutes.ts'
import * as insertTimeStamp from './insert-time-stamp.ts'
import * as markAttendance from './mark-attendance.ts'
import * as meetingMenu from './meeting-menu.ts'
import * as newFromPrevious from './new-from-previous.ts'
import * as newMinutes from './new-minutes.ts'
import * as nextMeeting from './next-meeting.ts'
import * as previousMeeting from './previous-meeting.ts'
import * as recordDecision from './record-decision.ts'
import * as recordVote from './record-vote.ts'
import * as restartServer from './restart-server.ts'
import * as saveAttendance from './save-attendance.ts'
import * as showAppearances from './show-appearances.ts'
import * as showAttendance from './show-attendance.ts'
import * as showOutput from './show-output.ts'
import * as stampEnd from './stamp-end.ts'
import * as stampStart from './stamp-start.ts'
import * as summarize from './summarize.ts'
import * as toggleAction from './toggle-action.ts'

/** A command that the manifest contributes. */
export interface Command {
  readonly id: string
  /** @param given what a key binding, a menu or a caller passed along; from anywhere, so of any shape */
  run(server: Server, ...given: unknown[]): Promise<unknown>
}

export const commands: readonly Command[] = [
  newMinutes,
  newFromPrevious,
  insertTimeStamp,
  stampStart,
  stampEnd,
  markAttendance,
  toggleAction,
  assignAction,
  checkOff,
  recordDecision,
  recordVote,
  addPerson,
  addProject,
  meetingMenu,
  checkFolder,
  createConfiguration,
  exportCalendar,
  summarize,
  showAppearances,
  showAttendance,
  saveAttendance,
  nextMeeting,
  previousMeeting,
  finishMinutes,
  restartServer,
  showOutput,
]

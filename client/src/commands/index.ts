import type { Server } from '../server.ts'
import * as checkFolder from './check-folder.ts'
import * as createConfiguration from './create-configuration.ts'
import * as finishMinutes from './finish-minutes.ts'
import * as insertTimeStamp from './insert-time-stamp.ts'
import * as newFromPrevious from './new-from-previous.ts'
import * as newMinutes from './new-minutes.ts'
import * as nextMeeting from './next-meeting.ts'
import * as previousMeeting from './previous-meeting.ts'
import * as restartServer from './restart-server.ts'
import * as showAppearances from './show-appearances.ts'
import * as showOutput from './show-output.ts'

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
  checkFolder,
  createConfiguration,
  showAppearances,
  nextMeeting,
  previousMeeting,
  finishMinutes,
  restartServer,
  showOutput,
]

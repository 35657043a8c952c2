import { phrase } from '../../text/phrase.ts'
import type { Asked } from '../check-folders.ts'
import { Commands } from '../messages.ts'
import { inWords, refused } from '../refused.ts'
import type { State } from '../state.ts'
import { appearances } from './appearances.ts'
import { attendance } from './attendance.ts'
import { bookActions } from './book-actions.ts'
import { bookMeetings } from './book-meetings.ts'
import { bookPeople } from './book-people.ts'
import { bookTopics } from './book-topics.ts'
import { check } from './check.ts'
import type { Given, Handler } from './command.ts'
import { draftCalendar } from './draft-calendar.ts'
import { draftConfiguration } from './draft-configuration.ts'
import { draftMinutes } from './draft-minutes.ts'
import { draftNext } from './draft-next.ts'
import { draftSummary } from './draft-summary.ts'
import { finishApply, finishSteps } from './finish.ts'
import { next, previous } from './neighbour.ts'
import { addPerson, addProject } from './recording/add-to-settings.ts'
import { markAttendance, roster } from './recording/attendance.ts'
import { atCaret, clock } from './recording/clock.ts'
import { assignAction, checkOff, recordDecision, recordVote, toggleAction } from './recording/lines.ts'
import { stampEnd, stampStart } from './recording/stamp-meeting.ts'
import { runShown } from './shown.ts'
import { templates } from './templates.ts'
import { timeStamp } from './time-stamp.ts'

/** What carries out each command: one a file. */
const HANDLERS: { readonly [Name in keyof typeof Commands]: Handler } = {
  templates,
  minutes: draftMinutes,
  nextMinutes: draftNext,
  timeStamp,
  configuration: draftConfiguration,
  calendar: draftCalendar,
  summary: draftSummary,
  appearances,
  attendance,
  next,
  previous,
  checkFolders: check,
  bookMeetings,
  bookActions,
  bookPeople,
  bookTopics,
  stampStart,
  stampEnd,
  roster,
  markAttendance,
  toggleAction,
  assignAction,
  checkOff,
  recordDecision,
  recordVote,
  atCaret,
  addPerson,
  addProject,
  clock,
  finishSteps,
  finishApply,
}

const NAMES = new Map(
  (Object.keys(HANDLERS) as (keyof typeof HANDLERS)[]).map((name) => [Commands[name] as string, name]),
)

/**
 * Carries out a command of `workspace/executeCommand`.
 *
 * @throws {ResponseError} with a message for people, when there is no such command or an argument is not what it should be.
 */
export async function runCommand(state: State, command: string, argument: unknown, asked: Asked): Promise<unknown> {
  const name = NAMES.get(command)
  if (!name) throw refused(phrase`There is no command "${command}".`)
  // Who gives no argument at all has no use for an answer either.
  const given = (argument === undefined ? { show: true } : isObject(argument) ? argument : {}) as Given<Argument>
  const handler: Handler = HANDLERS[name]
  try {
    return await (given.show === true ? runShown(state, name, handler, given, asked) : handler(state, given, asked))
  } catch (error) {
    throw inWords(error, state.say)
  }
}

type Argument = Record<string, unknown>

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

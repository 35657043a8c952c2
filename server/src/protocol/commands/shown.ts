import { Temporal } from 'temporal-polyfill'
import { MessageType, ResponseError } from 'vscode-languageserver'
import type { Asked } from '../check-folders.ts'
import type {
  BookAction,
  BookMeeting,
  BookPerson,
  CheckedFolders,
  Commands,
  DraftedCalendar,
  DraftedNext,
  DraftedSummary,
  FinishStep,
  MeetingClock,
  MinutesTemplate,
  Recorded,
  TimeStamp,
} from '../messages.ts'
import { inWords } from '../refused.ts'
import { folderOf, type State, say } from '../state.ts'
import type { Given, Handler } from './command.ts'

/**
 * Carries out a command for somebody whose editor does no more than pass it on: it makes the file, shows what it found,
 * and tells what it did.
 *
 * @returns the answer; `null` where it was refused, after the reason was told.
 */
export async function runShown(
  state: State,
  name: keyof typeof Commands,
  handler: Handler,
  given: Given<Record<string, unknown>>,
  asked: Asked,
): Promise<unknown> {
  try {
    const answer = await handler(state, filled(state, given), asked)
    const told = answer === null ? NOTHING[name] : TOLD[name]?.(answer as never)
    if (told) say(state, MessageType.Info, told)
    return answer
  } catch (error) {
    const told = inWords(error, state.say)
    if (!(told instanceof ResponseError)) throw error
    // Not every editor shows why a command has failed.
    say(state, MessageType.Warning, told.message)
    return null
  }
}

/** What is missing: the minutes used last, or else the only folder there is; now. */
function filled(state: State, given: Given<Record<string, unknown>>): Given<Record<string, unknown>> {
  const uri = given.uri ?? (given.folder === undefined ? state.used : undefined)
  const only = state.folders.size === 1 ? [...state.folders.keys()][0] : undefined
  const folder = given.folder ?? (uri === undefined ? only : folderOf(state, String(uri)).uri || only)
  return {
    now: Temporal.Now.instant().toString(),
    create: true,
    ...(uri !== undefined && { uri }),
    ...(folder !== undefined && { folder }),
    ...given,
  }
}

type Told = { readonly [Name in keyof typeof Commands]?: (answer: never) => string | undefined }

/** What is told of an answer that nobody would see otherwise. */
const TOLD: Told = {
  nextMinutes: ({ dropped }: DraftedNext) =>
    lines(
      'Left out of the new minutes:',
      dropped.map(({ text, why }) => `${text.trim()} (${why})`),
    ),
  calendar: ({ leftOut }: DraftedCalendar) => lines('Left out of the calendar:', leftOut),
  summary: ({ leftOut }: DraftedSummary) => lines('Left out of the summary:', leftOut),
  templates: (all: readonly MinutesTemplate[]) =>
    lines(
      'Templates:',
      all.map(({ id, label, description }) => `${id}: ${label}. ${description}`),
    ),
  timeStamp: ({ text }: TimeStamp) => text,
  checkFolders: ({ minutes, errors, warnings }: CheckedFolders) =>
    `${count(minutes, 'file')} of minutes: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`,
  bookMeetings: (all: readonly BookMeeting[]) =>
    lines(
      'Meetings:',
      all.map(({ day, present, open }) => `${day}: ${present} present, ${open} open`),
    ) ?? 'There are no meetings.',
  bookActions: (all: readonly BookAction[]) =>
    lines(
      'Open:',
      all
        .filter(({ done }) => !done)
        .map(
          ({ owners, action, since }) => `${owners.map(({ key }) => `${key} - `).join('')}${action} (since ${since})`,
        ),
    ) ?? 'Nothing is open.',
  bookPeople: (all: readonly BookPerson[]) =>
    lines(
      'People:',
      all.map(({ key, name, present, meetings }) => `${name ?? key}: at ${present} of ${meetings}`),
    ) ?? 'There is nobody.',
  clock: ({ started, minutes, topic }: MeetingClock) =>
    `Since ${started}: ${count(minutes, 'minute')}.${topic ? ` Topic: ${topic}.` : ''}`,
  stampStart: ({ said }: Recorded) => said,
  stampEnd: ({ said }: Recorded) => said,
  markAttendance: ({ said }: Recorded) => said,
  addPerson: ({ said }: Recorded) => said,
  addProject: ({ said }: Recorded) => said,
  finishSteps: (left: readonly FinishStep[]) => stepsLeft(left),
  finishApply: (left: readonly FinishStep[]) => stepsLeft(left),
}

/** What `null` means. */
const NOTHING: { readonly [Name in keyof typeof Commands]?: string } = {
  next: 'These are the latest minutes of their series.',
  previous: 'These are the first minutes of their series.',
  clock: 'No meeting has begun today that is not over.',
}

const stepsLeft = (left: readonly FinishStep[]): string =>
  lines(
    'Before these minutes are published:',
    left.map(({ id, wrong, remedy }) => `${wrong} ${remedy} (${id})`),
  ) ?? 'Nothing is missing in these minutes.'

/** A list below its title; `undefined` for an empty one. */
function lines(title: string, all: readonly string[]): string | undefined {
  if (all.length === 0) return undefined
  const more = all.length > MOST ? [`… and ${all.length - MOST} more`] : []
  return [title, ...[...all.slice(0, MOST), ...more].map((each) => `- ${each}`)].join('\n')
}

/** More lines than this nobody reads in a message. */
const MOST = 20

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`

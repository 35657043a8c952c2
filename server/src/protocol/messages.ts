/**
 * Every message beyond the Language Server Protocol, in one place. The client imports this file and no other of the
 * server's. All addresses are document URIs, as in LSP.
 */

/** Client to server, request: is this open document minutes? Other Markdown sees nothing of us. */
export const IsMinutesRequest = 'minutebook/isMinutes'
export interface IsMinutesParams {
  uri: string
}
export type IsMinutesResult = boolean

/**
 * Commands for `workspace/executeCommand`, so that every editor reaches them. Each takes one argument, an object.
 */
export const Commands = {
  /** {@link TemplatesParams} → {@link MinutesTemplate}[] */
  templates: 'minutebook.draft.templates',
  /** {@link DraftMinutesParams} → {@link DraftedMinutes} */
  minutes: 'minutebook.draft.minutes',
  /** {@link DraftNextParams} → {@link DraftedNext} */
  nextMinutes: 'minutebook.draft.next',
  /** {@link TimeStampParams} → {@link TimeStamp} */
  timeStamp: 'minutebook.draft.timeStamp',
  /** {@link DraftConfigurationParams} → {@link DraftedFile} */
  configuration: 'minutebook.draft.configuration',
  /** {@link AppearancesParams} → {@link AppearancesResult} or `null` */
  appearances: 'minutebook.book.appearances',
  /** {@link NeighbourParams} → {@link Neighbour} or `null` where there is none */
  next: 'minutebook.go.next',
  previous: 'minutebook.go.previous',
  /** {@link CheckFoldersParams} → {@link CheckedFolders}. Tells its progress, and may be cancelled. */
  checkFolders: 'minutebook.check.folders',
  /** {@link FinishParams} → {@link FinishStep}[] */
  finishSteps: 'minutebook.finish.steps',
  /** {@link FinishApplyParams} → {@link FinishStep}[]: what is left */
  finishApply: 'minutebook.finish.apply',
} as const

/**
 * A command that the editor offers itself, where it says so by `showAppearances: true` in its `initializationOptions`:
 * code lenses then run it, with {@link AppearancesParams}. In other editors they run {@link Commands.appearances}.
 */
export const ShowAppearancesCommand = 'minutebook.showAppearances'

export interface AppearancesParams {
  uri: string
  /** The number of the code lens, as its `data` has it. */
  lens: number
  /** Whether to show the latest one before this meeting, in an editor that cannot list them. */
  show?: boolean
}

export interface AppearancesResult {
  /** Where the code lens stands. */
  uri: string
  position: Place
  /** Every appearance of its action items, the latest first. */
  locations: { uri: string; range: { start: Place; end: Place } }[]
}

interface Place {
  line: number
  character: number
}

export interface CheckFoldersParams {
  /** The workspace folder; without one, all of them. */
  folder?: string
}

/**
 * What all minutes of the folders together have wrong. The server publishes what is wrong in those that are not open, and
 * keeps it current from then on.
 */
export interface CheckedFolders {
  /** How many minutes there are. */
  minutes: number
  errors: number
  warnings: number
  /** Whether it was cancelled before all minutes were checked. */
  cancelled: boolean
}

export interface TemplatesParams {
  /** The workspace folder the minutes will be in. */
  folder: string
}

export interface MinutesTemplate {
  id: string
  /** What the picker shows. */
  label: string
  description: string
}

export interface DraftMinutesParams {
  folder: string
  /** A {@link MinutesTemplate} id. */
  template: string
  /** The day of the meeting, `YYYY-MM-DD`. */
  date: string
  /** The address of minutes that are open in the editor, whose neighbours the new file joins. */
  beside?: string
}

export interface DraftNextParams {
  /** Minutes of the folder from which the next are made; … */
  uri?: string
  /** … otherwise the workspace folder, the latest minutes of which they are made from. */
  folder?: string
  /** The day of the new meeting, `YYYY-MM-DD`; without it, the one called for, or the next by the group's cadence. */
  date?: string
  /** Whether the server shall have the editor make the file and show it. */
  create?: boolean
}

/** The minutes of the next meeting, made from the previous ones. */
export interface DraftedNext extends DraftedMinutes {
  /** The minutes they are made from. */
  previous: string
  /** The day of the new meeting, `YYYY-MM-DD`. */
  date: string
  /** What of the previous minutes is not in them, with the line where it stood, from 0. */
  dropped: { text: string; why: string; line: number }[]
  /** What stands there in other words. */
  changed: { text: string; to: string; why: string; line: number }[]
  /** What was mended in what was carried over, by the rule that found it. */
  corrected: { rule: string; text: string; to: string; why: string }[]
  /** What is reported in the draft nevertheless, with the line in it, from 0: nobody but its writer can mend it. */
  findings: { rule: string; message: string; line: number }[]
}

export interface DraftConfigurationParams {
  /** The workspace folder whose `minutebook.yml` is wanted. */
  folder: string
}

export interface DraftedFile {
  uri: string
  text: string
  /** Whether a file of this name is there already. Nothing may be overwritten. */
  exists: boolean
}

export interface DraftedMinutes {
  /** Where the new file goes: in the folder and under the name that the book's other minutes show. */
  uri: string
  text: string
  /** Whether a file of this name is there already. Nothing may be overwritten. */
  exists: boolean
}

export interface TimeStampParams {
  uri: string
  /** The present moment, ISO 8601 with offset or `Z`. */
  now: string
}

export interface TimeStamp {
  /** The time as this group writes it, such as `16:05 UTC`. */
  text: string
}

export interface NeighbourParams {
  /** Open minutes. */
  uri: string
  /** Whether the server shall have the editor show what it finds (`window/showDocument`). */
  show?: boolean
}

/** The minutes of the meeting before or after, in the same series. */
export interface Neighbour {
  uri: string
}

export interface FinishParams {
  /** Open minutes that are about to be published. */
  uri: string
  /** The present moment, ISO 8601 with offset or `Z`. */
  now: string
}

export interface FinishApplyParams extends FinishParams {
  /** The id of a {@link FinishStep}. */
  step: string
  /** Answers by the ids of the questions; of a step with one question, the answer itself. */
  answer?: string | string[] | Record<string, string | string[]>
}

/** Something that is missing or wrong in minutes that are about to be published. */
export interface FinishStep {
  /** Names it for as long as it is open. */
  id: string
  /** What is to be done, in a few words. */
  title: string
  wrong: string
  why: string
  remedy: string
  /** Where it is missing: in the minutes, or in the page that lists them. */
  uri: string
  range: { start: Place; end: Place }
  /** What has to be answered first. */
  asks: FinishQuestion[]
  /** Whether {@link Commands.finishApply} does it; else a person has to. */
  canApply: boolean
}

export interface FinishQuestion {
  id: string
  /** `time` is answered with `HH:MM`, `day` with `YYYY-MM-DD`, `people` with handles or names, `choice` with a value. */
  kind: 'people' | 'time' | 'day' | 'text' | 'choice'
  prompt: string
  /** Whether several answers may be given. */
  many?: boolean
  /** The likeliest answer. */
  value?: string
  choices?: { value: string; detail?: string }[]
  /** For questions on the minutes before these: their address. */
  about?: string
}

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
  /** {@link TimeStampParams} → {@link TimeStamp} */
  timeStamp: 'minutebook.draft.timeStamp',
  /** {@link DraftConfigurationParams} → {@link DraftedFile} */
  configuration: 'minutebook.draft.configuration',
  /** {@link AppearancesParams} → {@link AppearancesResult} or `null` */
  appearances: 'minutebook.book.appearances',
  /** {@link AttendanceParams} → {@link Attendance} */
  attendance: 'minutebook.book.attendance',
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

/** Whose attendance is wanted: that of a series, by minutes that are in it, or of a folder's longest series. */
export interface AttendanceParams {
  uri?: string
  /** A workspace folder. */
  folder?: string
  /** How many meetings, from the last one back. */
  meetings?: number
}

/** Who was at the last meetings of a series. */
export interface Attendance {
  /**
   * The picture: SVG with a light ground. What it draws takes the colour of its group, one of the classes `ink`, `faint`,
   * `line`, `present`, `partly`, `regrets`, `absent`, `open`; behind it is a rectangle of the class `ground`.
   */
  svg: string
  /** What the picture shows, in words and numbers. */
  table: {
    meetings: {
      uri: string
      /** `YYYY-MM-DD` */
      day: string
      /** How many people were there, wholly or partly; `null` where the minutes do not say who was. */
      there: number | null
      /** How many action items were open. */
      open: number
    }[]
    /** Those who were there oftenest first. */
    people: {
      /** Without `@`; absent for those whom the minutes know by name alone. */
      handle?: string
      name?: string
      /** For each of the meetings; `null` where no list names this person. */
      at: ('present' | 'partly' | 'regrets' | 'absent' | null)[]
      /** At how many of the meetings. */
      attended: number
    }[]
    /** How many meetings the series has in all. */
    total: number
  }
}

/**
 * Client to server, request: what a rendered page of these open minutes may say of words in them. `null` where they are
 * no minutes.
 */
export const PreviewWordsRequest = 'minutebook/previewWords'
export interface PreviewWordsParams {
  uri: string
}
export type PreviewWordsResult = PreviewWord[] | null

/** Words that mean the same wherever they stand in the minutes. */
export interface PreviewWord {
  /** As they are written: `@ada`, `CVE-2026-12345`, `16:05 UTC`. */
  text: string
  kind: 'person' | 'id' | 'time'
  /** The web page they lead to. */
  target?: string
  /** What they mean: a name, a day with local times. */
  title?: string
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

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
 * Server to client, notification: what {@link Commands.bookMeetings}, {@link Commands.bookActions} or
 * {@link Commands.bookPeople} last answered may no longer hold. It is sent once after such an answer, when typing pauses;
 * whoever wants to hear more asks again.
 */
export const BookChangedNotification = 'minutebook/bookChanged'
export interface BookChangedParams {
  /** The workspace folder. */
  folder: string
}

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
  /** {@link NeighbourParams} → {@link Neighbour} or `null` where there is none */
  next: 'minutebook.go.next',
  previous: 'minutebook.go.previous',
  /** {@link CheckFoldersParams} → {@link CheckedFolders}. Tells its progress, and may be cancelled. */
  checkFolders: 'minutebook.check.folders',
  /** {@link BookParams} → {@link BookMeeting}[], in order of the meetings */
  bookMeetings: 'minutebook.book.meetings',
  /** {@link BookParams} → {@link BookAction}[], the oldest first */
  bookActions: 'minutebook.book.actions',
  /** {@link BookParams} → {@link BookPerson}[], those who were there oftenest first */
  bookPeople: 'minutebook.book.people',
  /** {@link BookTopicsParams} → {@link BookTopic}[], in their order */
  bookTopics: 'minutebook.book.topics',
  /** {@link CheckOffParams} → `null` */
  checkOff: 'minutebook.record.checkOff',
} as const

/**
 * A command that the editor offers itself, where it says so by `showAppearances: true` in its `initializationOptions`:
 * code lenses then run it, with {@link AppearancesParams}. In other editors they run {@link Commands.appearances}.
 */
export const ShowAppearancesCommand = 'minutebook.showAppearances'

export interface AppearancesParams {
  uri: string
  /** The number of the code lens, as its `data` has it, or else the line (from 0) of an action item. */
  lens?: number
  line?: number
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

export interface BookParams {
  /** The workspace folder. */
  folder: string
  /** The `key` of a {@link BookPerson}: then only the meetings they were at, what they are to do, or they themselves. */
  person?: string
}

export interface BookMeeting {
  uri: string
  /** `YYYY-MM-DD`; the time is UTC, such as `17:00`. */
  day: string
  time?: string
  /** Which of the book's series it is of, in the words of its files' names; absent where there is but one. */
  series?: string
  /** As the minutes write them, handles with `@`. */
  chair: string[]
  scribe: string[]
  present: number
  partly: number
  regrets: number
  absent: number
  decisions: number
  topics: number
  /** Action items in its minutes. */
  open: number
  done: number
}

/** An action item of the latest minutes of a series. */
export interface BookAction {
  /** The same for the same item, from meeting to meeting. */
  id: string
  action: string
  /** Without `@`. The key is that of the {@link BookPerson}. */
  owners: { key: string; handle: string; name?: string }[]
  /** The project, or else the heading, below which it stands; empty where that is the minutes' title alone. */
  topic: string
  done: boolean
  /** Since when it has been open: `YYYY-MM-DD`, and how many meetings found it so. */
  since: string
  meetings: number
  /** Where it stands in the latest minutes; the line counts from 0. */
  uri: string
  line: number
}

export interface BookPerson {
  /** The handle with `@`, in lower case; for those whom the minutes know by name alone, the name. */
  key: string
  /** Without `@`. */
  handle?: string
  name?: string
  /** In how many meetings they were present, wholly or partly, of how many that said who was there since they came. */
  present: number
  meetings: number
  regrets: number
  absent: number
  chair: number
  scribe: number
  /** How many action items they have open. */
  open: number
  /** Days, `YYYY-MM-DD`: of the first meeting that has them in a list, and of the last they were at. */
  since?: string
  last?: string
}

export interface BookTopicsParams {
  /** Minutes of a workspace folder, open or not. */
  uri: string
}

/** What a meeting was about. */
export interface BookTopic {
  title: string
  /** Of its heading, from 0. */
  line: number
  /** How many stand below the heading itself. */
  decisions: number
  actions: number
}

export interface CheckOffParams {
  /** Open minutes. */
  uri: string
  /** The line of an action item's box, from 0. */
  line: number
  /** Whether it is done now. */
  done: boolean
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

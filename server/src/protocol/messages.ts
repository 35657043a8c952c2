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
 * Server to client, requests: the files of a workspace folder that the server cannot open itself, since it runs in a
 * browser, or the folder is on no disk. An editor that does not know them has its folder taken for an empty one.
 */
export const ListFilesRequest = 'minutebook/files/list'
export interface ListFilesParams {
  /** The workspace folder, or a folder in it. */
  folder: string
  /** The most files that are wanted. */
  most: number
}
export interface ListFilesResult {
  /** Relative to the folder, with `/`. The server leaves out hidden ones and installed packages itself. */
  paths: string[]
  /** Whether these are all. */
  complete: boolean
}

/** A file's text. */
export const ReadFileRequest = 'minutebook/files/read'
export interface ReadFileParams {
  uri: string
  /** The most bytes that are wanted. */
  most: number
  /** Whether nothing on the way to it may be a link: nobody knows where that leads. */
  noLinks?: boolean
}
export type ReadFileResult = { text: string } | { unreadable: Unreadable }
/** Why a file cannot be read as text. */
export type Unreadable = 'missing' | 'folder' | 'large' | 'encoding' | 'link' | 'failed'

export const FileExistsRequest = 'minutebook/files/exists'
export interface FileExistsParams {
  uri: string
}
export type FileExistsResult = boolean

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
  /** {@link DraftCalendarParams} → {@link DraftedCalendar} */
  calendar: 'minutebook.draft.calendar',
  /** {@link DraftSummaryParams} → {@link DraftedSummary} */
  summary: 'minutebook.draft.summary',
  /** {@link AppearancesParams} → {@link AppearancesResult} or `null` */
  appearances: 'minutebook.book.appearances',
  /** {@link AttendanceParams} → {@link Attendance} */
  attendance: 'minutebook.book.attendance',
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
  /** {@link StampMeetingParams} → {@link Recorded} */
  stampStart: 'minutebook.record.stampStart',
  stampEnd: 'minutebook.record.stampEnd',
  /** {@link RosterParams} → {@link Roster} */
  roster: 'minutebook.record.roster',
  /** {@link MarkAttendanceParams} → {@link Recorded} */
  markAttendance: 'minutebook.record.attendance',
  /** {@link LinesParams} → {@link Recorded} */
  toggleAction: 'minutebook.record.toggleAction',
  /** {@link AssignActionParams} → {@link Recorded} */
  assignAction: 'minutebook.record.assignAction',
  /** {@link CheckOffParams} → {@link Recorded} */
  checkOff: 'minutebook.record.checkOff',
  /** {@link RecordDecisionParams} → {@link Recorded} */
  recordDecision: 'minutebook.record.decision',
  /** {@link RecordVoteParams} → {@link Recorded} */
  recordVote: 'minutebook.record.vote',
  /** {@link AtCaretParams} → {@link AtCaret} */
  atCaret: 'minutebook.record.atCaret',
  /** {@link AddPersonParams} → {@link Recorded} */
  addPerson: 'minutebook.record.addPerson',
  /** {@link AddProjectParams} → {@link Recorded} */
  addProject: 'minutebook.record.addProject',
  /** {@link MeetingClockParams} → {@link MeetingClock} or `null` where there is no meeting now */
  clock: 'minutebook.record.clock',
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

export interface TemplatesParams {
  /** The workspace folder the minutes will be in. */
  folder: string
}

export interface MinutesTemplate {
  id: string
  /** What the picker shows. */
  label: string
  description: string
  /** Where the folder's own lie: from the folder, with `/`. They come first. */
  path?: string
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

export interface DraftCalendarParams {
  /** Open minutes. */
  uri: string
  /** The present moment, ISO 8601 with offset or `Z`. An entry exported later takes the place of an earlier one. */
  now: string
  /** The next meeting, the events, or both, which is the default. */
  what?: CalendarKind
  /** Whether the server shall have the editor make the file beside the minutes. */
  create?: boolean
}

export type CalendarKind = 'next' | 'events' | 'all'

export interface DraftedCalendar {
  /** A name for the file. */
  name: string
  /** An iCalendar file (RFC 5545). */
  text: string
  /** How many entries it has. */
  entries: number
  /** Why something that the minutes say is left out, a message each. */
  leftOut: readonly string[]
  /** The file that was made, where that was wanted. */
  uri?: string
}

export interface DraftSummaryParams {
  /** Open minutes. */
  uri: string
  form: SummaryForm
}

export type SummaryForm = 'markdown' | 'mail' | 'post280' | 'post500'

/** A text, or posts none of which is longer than its form says. */
export type DraftedSummary = ({ text: string } | { posts: readonly string[] }) & {
  /** Why something that the minutes say is left out, a message each. */
  leftOut: readonly string[]
}

/** What a command of `minutebook.record` has written into an open document, as one step of undo. */
export interface Recorded {
  /** The document that was changed: the minutes, or `minutebook.yml`. */
  uri: string
  /** What was written, in a sentence for people. */
  said: string
  /** Where the writer goes on, where that is another place than before. */
  position?: Place
}

export interface StampMeetingParams {
  /** Open minutes. */
  uri: string
  /** The present moment, ISO 8601 with offset or `Z`. */
  now: string
  /**
   * Whether a time that is there already is written over. Without it, such a request is refused, with
   * {@link StampedAlready} as the error's `data`.
   */
  replace?: boolean
}

export interface StampedAlready {
  /** The time on record, such as `17:02 UTC`. */
  stamped: string
}

/** How somebody took part: there all the time, from later on, until earlier; away with regrets or without a word. */
export type Attending = 'present' | 'late' | 'left' | 'regrets' | 'absent'

export interface RosterParams {
  /** Open minutes. */
  uri: string
  /** The present moment, ISO 8601 with offset or `Z`; for the remarks. */
  now: string
}

/** Who may be at a meeting: those on its lists, the regulars, and all others whom the group knows, in this order. */
export interface Roster {
  people: RosterPerson[]
  /** What to remark of somebody who comes, or leaves, just now. */
  late: string
  left: string
}

export interface RosterPerson {
  /** What {@link MarkAttendanceParams} calls them: the handle with `@`, or the name in lower case. */
  key: string
  /** As the group's lists write them. */
  label: string
  name?: string
  /** Whether they came to at least half of the last meetings. */
  regular: boolean
  /** What these minutes say of them. */
  attending?: Attending
  /** The remark behind them in these minutes, without brackets. */
  remark?: string
  /** The day of the last meeting they came to, `YYYY-MM-DD`. */
  last?: string
}

export interface MarkAttendanceParams {
  /** Open minutes. */
  uri: string
  /** Whoever is not among them stays as they are. */
  people: MarkedPerson[]
}

export interface MarkedPerson {
  /** A {@link RosterPerson} key, or the handle or name of somebody new. */
  key: string
  /** `none` takes them out of all lists. */
  attending: Attending | 'none'
  /** Such as `joined 16:20`. Without one, what the group usually remarks. */
  remark?: string
}

export interface LinesParams {
  /** Open minutes. */
  uri: string
  /** From 0. */
  lines: number[]
}

export interface AssignActionParams extends LinesParams {
  /** A {@link RosterPerson} key, or the handle or name of somebody new. */
  person: string
}

export interface CheckOffParams {
  /** Open minutes. */
  uri: string
  /** From 0. */
  line: number
  /** Whether it is done; without it, the other of what it is. */
  done?: boolean
  /** The day when it was done, `YYYY-MM-DD`; without it, the meeting's. Written where the group writes such days. */
  date?: string
}

export interface RecordDecisionParams {
  /** Open minutes. */
  uri: string
  /** Below which line it is written; from 0. */
  line: number
  /** What was decided. */
  text: string
}

export interface RecordVoteParams {
  /** Open minutes. */
  uri: string
  /** Below which line it is written; from 0. */
  line: number
  /** What was voted on. */
  motion: string
  /** {@link RosterPerson} keys, or handles or names. */
  movedBy?: string
  secondedBy?: string
  for: number
  against: number
  abstaining?: number
}

export interface AtCaretParams {
  /** Open minutes. */
  uri: string
  position: Place
}

/** The handle and the link at a place, for {@link AddPersonParams} and {@link AddProjectParams}. */
export interface AtCaret {
  person?: { handle: string; name?: string; listed: boolean }
  project?: { title: string; url: string; listed: boolean }
}

export interface AddPersonParams {
  /** Open minutes: the person is added to the `minutebook.yml` of their folder. */
  uri: string
  /** With `@` or without. */
  handle: string
  name?: string
}

export interface AddProjectParams {
  /** Open minutes: the project is added to the `minutebook.yml` of their folder. */
  uri: string
  title: string
  url: string
}

export interface MeetingClockParams extends AtCaretParams {
  /** The present moment, ISO 8601 with offset or `Z`. */
  now: string
}

/** A meeting that has begun, is not over, and is today's. */
export interface MeetingClock {
  /** As it is written, such as `17:02 UTC`. */
  started: string
  /** Since then. */
  minutes: number
  /** The heading that the place is below. */
  topic?: string
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

/** Client to server, in a browser: the first message to the worker, before any of LSP's. */
export interface BrowserStart {
  /** The address of `misspellings.js`, which Node's server shares. */
  misspellings: string
}

/** Where a rule's page is shown by an editor in a browser, which opens no file that we ship: in a scheme of our own. */
export const RULE_PAGE_SCHEME = 'minutebook-rule'
export const rulePage = (rule: string): string => `${RULE_PAGE_SCHEME}:/${rule}.md`

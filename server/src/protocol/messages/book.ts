import type { Place } from './place.ts'

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

/** Whose attendance is wanted: that of a series, by minutes that are in it, or of a folder's longest series. */
export interface AttendanceParams {
  uri?: string
  /** A workspace folder. */
  folder?: string
  /** How many meetings, from the last one back. */
  meetings?: number
  /** Whether the server shall have the editor make a file of the picture, in the folder. */
  create?: boolean
}

/** Who was at the last meetings of a series. */
export interface Attendance {
  /**
   * The picture: SVG with a light ground. What it draws takes the colour of its group, one of the classes `ink`, `faint`,
   * `line`, `present`, `partly`, `regrets`, `absent`, `open`; behind it is a rectangle of the class `ground`.
   */
  svg: string
  /** The file that was made of it, where that was wanted. */
  uri?: string
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

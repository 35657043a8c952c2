import type { Place } from './place.ts'

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

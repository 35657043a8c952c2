import type { Place } from './place.ts'

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
  /**
   * Whether the server shall have the editor make the file and show it. Then the template and the day may be missing: the
   * first of {@link Commands.templates}, and the day on which the group meets next, or else today.
   */
  create?: boolean
}

export interface DraftedMinutes {
  /** Where the new file goes: in the folder and under the name that the book's other minutes show. */
  uri: string
  text: string
  /** Whether a file of this name is there already. Nothing may be overwritten. */
  exists: boolean
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

export interface TimeStampParams {
  uri: string
  /** The present moment, ISO 8601 with offset or `Z`. */
  now: string
  /** Where the server shall have it written into the open document; without one, it is only answered. */
  position?: Place
}

export interface TimeStamp {
  /** The time as this group writes it, such as `16:05 UTC`. */
  text: string
}

export interface DraftConfigurationParams {
  /** The workspace folder whose `minutebook.yml` is wanted. */
  folder: string
  /** Whether the server shall have the editor make the file and show it. */
  create?: boolean
}

export interface DraftedFile {
  uri: string
  text: string
  /** Whether a file of this name is there already. Nothing may be overwritten. */
  exists: boolean
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
  /** Whether the server shall have the editor make a text file beside the minutes; without a form, of `markdown`. */
  create?: boolean
}

export type SummaryForm = 'markdown' | 'mail' | 'post280' | 'post500'

/** A text, or posts none of which is longer than its form says. */
export type DraftedSummary = ({ text: string } | { posts: readonly string[] }) & {
  /** Why something that the minutes say is left out, a message each. */
  leftOut: readonly string[]
  /** The file that was made, where that was wanted. */
  uri?: string
}

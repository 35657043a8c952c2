import type { MeetingData } from '../meeting-data.ts'

/** A whole file of minutes with blanks. The text is Liquid (what Jekyll has); its data is {@link MeetingData}. */
export interface Template {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly text: string
}

/** Named here so that a template's author finds what it may use. */
export type TemplateData = MeetingData

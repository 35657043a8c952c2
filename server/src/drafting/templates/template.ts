/** A whole file of minutes with blanks. The text is Liquid (what Jekyll has); its data is a `MeetingData`. */
export interface Template {
  readonly id: string
  readonly label: string
  readonly description: string
  readonly text: string
}

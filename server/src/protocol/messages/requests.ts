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

import type { Book } from '../book/book.ts'
import type { PlainDate } from '../minutes/calendar.ts'
import { type MeetingData, meetingData, seriesFor } from './meeting-data.ts'
import { render } from './templates/render.ts'
import type { Template } from './templates/template.ts'

/** Minutes to be, not yet written anywhere. */
export interface Draft {
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly text: string
}

/**
 * Drafts the minutes of a meeting from a template, named as the book's other minutes are.
 *
 * @param beside minutes whose series the new ones continue.
 * @param zones in which a time is of interest beside UTC, by their IANA names; by default those that the minutes have.
 * @throws {TemplateError} when the template cannot be used: its message is for people.
 */
export function draftMinutes(
  book: Book,
  template: Template,
  day: PlainDate,
  beside?: string,
  zones?: readonly string[],
): Draft {
  const { path, data } = newMeeting(book, day, beside, zones)
  return { path, text: render(template.path ?? `The template "${template.id}"`, template.text, data) }
}

/** What a template sees of a meeting, and the path of its minutes. */
export function newMeeting(
  book: Book,
  day: PlainDate,
  beside?: string,
  zones?: readonly string[],
): { readonly path: string; readonly data: MeetingData } {
  const series = seriesFor(book, beside)
  const { folder, prefix, separator, suffix } = series ?? FIRST
  // Where each year has its folder, this one goes into its own.
  const path = `${folder.replace(YEAR, String(day.year))}${prefix}${day.toString().replaceAll('-', separator)}${suffix}`
  return { path, data: meetingData({ book, path, day, series, ...(zones && { zones }) }) }
}

const YEAR = /(?<=^|\/)\d{4}(?=\/)/

/** How minutes are named where there are no others. */
const FIRST = { folder: '', prefix: 'minutes-', separator: '-', suffix: '.md' }

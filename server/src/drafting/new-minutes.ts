import { Liquid } from 'liquidjs'
import type { Book } from '../book/book.ts'
import type { PlainDate } from '../minutes/calendar.ts'
import { meetingData, seriesFor } from './meeting-data.ts'
import type { Template } from './templates/template.ts'

/** Minutes to be, not yet written anywhere. */
export interface Draft {
  /** Relative to the folder, with `/`. */
  readonly path: string
  readonly text: string
}

// No files: a template sees its data and nothing else. What it may spend is bounded.
const liquid = new Liquid({
  templates: {},
  ownPropertyOnly: true,
  parseLimit: 1e6,
  renderLimit: 1000,
  memoryLimit: 1e7,
})

/**
 * Drafts the minutes of a meeting from a template, named as the book's other minutes are.
 *
 * @param beside minutes whose series the new ones continue.
 */
export function draftMinutes(book: Book, template: Template, day: PlainDate, beside?: string): Draft {
  const series = seriesFor(book, beside)
  const data = meetingData(book, series, day)
  const named = series ?? { folder: '', prefix: 'minutes-', separator: '-', suffix: '.md' }
  const date = data.date.replaceAll('-', named.separator)
  return {
    path: `${named.folder}${named.prefix}${date}${named.suffix}`,
    text: liquid.parseAndRenderSync(template.text, data),
  }
}

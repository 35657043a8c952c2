import { meetingDay } from '../minutes/meeting.ts'
import type { Subject } from '../rules/rule.ts'
import type { Document, OpenBook } from './book.ts'

/** What rules and drafts look at: one of a book's documents. */
export const subjectIn = ({ book, settings, files }: OpenBook, { own, minutes }: Document): Subject => ({
  minutes,
  path: own,
  book,
  day: meetingDay(minutes, own),
  settings,
  files,
})

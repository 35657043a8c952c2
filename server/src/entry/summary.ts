import { isProblem } from '../drafting/problem.ts'
import { type SummaryForm, type WrittenSummary, writeSummary } from '../drafting/summary/forms.ts'
import { summaryOf } from '../drafting/summary/summary.ts'
import { english, said } from '../text/phrase.ts'
import type { OpenBook } from './book.ts'
import { CannotRun } from './cannot-run.ts'
import { subjectIn } from './subject.ts'

/**
 * The summary of the only minutes that are asked for.
 *
 * @param onProblem told of what is left out.
 * @throws {CannotRun} where there are none, or nothing in them.
 */
export function summarize(
  books: readonly OpenBook[],
  form: SummaryForm,
  onProblem: (message: string) => void,
): WrittenSummary {
  const all = books.flatMap((book) => book.documents.map((document) => subjectIn(book, document)))
  const [subject] = all
  if (!subject || all.length > 1) throw new CannotRun('A summary is of one file of minutes. Name that file.')
  const summary = summaryOf(subject)
  if (isProblem(summary)) throw new CannotRun(said(summary.problem, english))
  for (const message of summary.leftOut) onProblem(`Left out: ${said(message, english)}`)
  return writeSummary(summary, form)
}

/** A summary as it is printed. */
export const summaryText = (written: WrittenSummary): string =>
  'text' in written ? written.text : `${written.posts.join('\n\n')}\n`

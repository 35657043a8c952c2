import { isProblem } from '../../drafting/problem.ts'
import { SUMMARY_FORMS, writeSummary } from '../../drafting/summary/forms.ts'
import { summaryOf } from '../../drafting/summary/summary.ts'
import type { DraftedSummary, DraftSummaryParams } from '../messages.ts'
import { refused } from '../refused.ts'
import type { State } from '../state.ts'
import type { Given } from './command.ts'
import { settledMinutesGiven } from './given.ts'

export async function draftSummary(state: State, { uri, form }: Given<DraftSummaryParams>): Promise<DraftedSummary> {
  const { open } = await settledMinutesGiven(state, uri, 'Only minutes can be summed up.')
  const wanted = SUMMARY_FORMS.find((each) => each === form)
  if (!wanted) throw refused(`There is no summary of the form "${form}". Choose one of ${SUMMARY_FORMS.join(', ')}.`)
  const summary = summaryOf(open)
  if (isProblem(summary)) throw refused(summary.problem)
  return { ...writeSummary(summary, wanted), leftOut: summary.leftOut }
}

import { isProblem } from '../../drafting/problem.ts'
import { SUMMARY_FORMS, writeSummary } from '../../drafting/summary/forms.ts'
import { summaryOf } from '../../drafting/summary/summary.ts'
import { phrase, said } from '../../text/phrase.ts'
import type { DraftedSummary, DraftSummaryParams } from '../messages.ts'
import { refused } from '../refused.ts'
import type { State } from '../state.ts'
import { create } from './apply.ts'
import type { Given } from './command.ts'
import { settledMinutesGiven } from './given.ts'

export async function draftSummary(
  state: State,
  { uri, form, create: isToBeMade }: Given<DraftSummaryParams>,
): Promise<DraftedSummary> {
  const { document, open } = await settledMinutesGiven(state, uri, phrase`Only minutes can be summed up.`)
  const asked = isToBeMade === true && form === undefined ? 'markdown' : form
  const wanted = SUMMARY_FORMS.find((each) => each === asked)
  if (!wanted)
    throw refused(phrase`There is no summary of the form "${String(form)}". Choose one of ${SUMMARY_FORMS.join(', ')}.`)
  const summary = summaryOf(open)
  if (isProblem(summary)) throw refused(summary.problem)
  const written = { ...writeSummary(summary, wanted), leftOut: summary.leftOut.map((each) => said(each, state.say)) }
  if (isToBeMade !== true) return written
  // As Markdown it would count as minutes, beside them.
  const target = `${document.uri.replace(/\.[^./]*$/, '')}-${wanted}.txt`
  await create(state, target, 'text' in written ? written.text : `${written.posts.join('\n\n')}\n`, 'Summarize Minutes')
  return { ...written, uri: target }
}

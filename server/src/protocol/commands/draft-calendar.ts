import { CALENDARS, draftCalendar as draft } from '../../drafting/calendar/calendar.ts'
import { isProblem } from '../../drafting/problem.ts'
import { phrase, said } from '../../text/phrase.ts'
import type { DraftCalendarParams, DraftedCalendar } from '../messages.ts'
import { refused } from '../refused.ts'
import type { State } from '../state.ts'
import { create } from './apply.ts'
import type { Given } from './command.ts'
import { momentGiven, settledMinutesGiven } from './given.ts'

export async function draftCalendar(
  state: State,
  { uri, now, what = 'all', create: isToBeMade }: Given<DraftCalendarParams>,
): Promise<DraftedCalendar> {
  const { document, open } = await settledMinutesGiven(state, uri, phrase`Only minutes say when the group meets.`)
  const moment = momentGiven(now)
  const kind = CALENDARS.find((each) => each === what)
  if (!kind) throw refused(phrase`There is no calendar of "${String(what)}". Choose one of ${CALENDARS.join(', ')}.`)
  const drafted = draft(open, kind, moment)
  if (isProblem(drafted)) throw refused(drafted.problem)
  const answer = { ...drafted, leftOut: drafted.leftOut.map((each) => said(each, state.say)) }
  if (isToBeMade !== true) return answer
  const target = `${document.uri.slice(0, document.uri.lastIndexOf('/'))}/${encodeURIComponent(drafted.name)}`
  await create(state, target, drafted.text, 'Export Calendar')
  return { ...answer, uri: target }
}

import { CALENDARS, draftCalendar as draft } from '../../drafting/calendar/calendar.ts'
import { isProblem } from '../../drafting/problem.ts'
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
  const { document, open } = await settledMinutesGiven(state, uri, 'Only minutes say when the group meets.')
  const moment = momentGiven(now)
  const kind = CALENDARS.find((each) => each === what)
  if (!kind) throw refused(`There is no calendar of "${what}". Choose one of ${CALENDARS.join(', ')}.`)
  const drafted = draft(open, kind, moment)
  if (isProblem(drafted)) throw refused(drafted.problem)
  if (isToBeMade !== true) return drafted
  const target = `${document.uri.slice(0, document.uri.lastIndexOf('/'))}/${encodeURIComponent(drafted.name)}`
  await create(state, target, drafted.text, 'Export Calendar')
  return { ...drafted, uri: target }
}

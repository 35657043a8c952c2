import { Temporal } from 'temporal-polyfill'
import { shownZones } from '../../book/zones.ts'
import { latestMinutes } from '../../drafting/carry-over/latest.ts'
import { dayAfter } from '../../drafting/carry-over/when.ts'
import { type Draft, draftMinutes as draft } from '../../drafting/new-minutes.ts'
import { templateNamed } from '../../drafting/templates/index.ts'
import { TemplateError } from '../../drafting/templates/render.ts'
import { meetingDay } from '../../minutes/meeting.ts'
import { phrase } from '../../text/phrase.ts'
import { type Folder, pathOf } from '../folder.ts'
import type { DraftedMinutes, DraftMinutesParams } from '../messages.ts'
import { refused } from '../refused.ts'
import { minutesNow } from '../sources.ts'
import { bookOf, type State } from '../state.ts'
import { templatesOf } from '../templates.ts'
import { uriIn } from '../uris.ts'
import { create } from './apply.ts'
import type { Given } from './command.ts'
import { dayGiven, folderGiven } from './given.ts'

export async function draftMinutes(
  state: State,
  { folder: uri, template: id, date, beside, create: isToBeMade }: Given<DraftMinutesParams>,
): Promise<DraftedMinutes> {
  const folder = folderGiven(state, uri, phrase`New minutes need a folder of this workspace.`)
  const templates = await templatesOf(state, folder)
  const isLeftOpen = isToBeMade === true && id === undefined
  const template = isLeftOpen ? templates[0] : templateNamed(String(id), templates)
  if (!template)
    throw refused(
      phrase`There is no template "${String(id)}". Choose one of ${templates.map((each) => each.id).join(', ')}.`,
    )
  const day = isToBeMade === true && date === undefined ? await dayProposed(state, folder) : dayGiven(date)
  const path = beside === undefined ? undefined : pathOf(folder, String(beside))
  const drafted = usable(() => draft(folder.book, template, day, path, shownZones(folder.book, folder.settings)))
  const target = uriIn(folder.uri, drafted.path)
  if (isToBeMade === true) await create(state, target, drafted.text, 'New Minutes')
  return { uri: target, text: drafted.text, exists: isToBeMade !== true && (await state.host.exists(target)) }
}

/** When the group meets after its latest minutes; where they do not tell, today. */
async function dayProposed(state: State, folder: Folder): Promise<Temporal.PlainDate> {
  await folder.work
  const book = bookOf(state, folder)
  const latest = latestMinutes(book, undefined)
  const source = latest && (await minutesNow(state, folder, latest.path))
  const day = source && meetingDay(source.minutes, source.path)
  return (day && dayAfter(source.minutes, source.path, book, day)) ?? Temporal.Now.plainDateISO()
}

/** What is wrong in a template is told to whoever asks for minutes from it. */
function usable(work: () => Draft): Draft {
  try {
    return work()
  } catch (error) {
    throw error instanceof TemplateError ? refused(error.message) : error
  }
}

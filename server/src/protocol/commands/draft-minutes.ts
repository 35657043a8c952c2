import { shownZones } from '../../book/zones.ts'
import { type Draft, draftMinutes as draft } from '../../drafting/new-minutes.ts'
import { templateNamed } from '../../drafting/templates/index.ts'
import { TemplateError } from '../../drafting/templates/render.ts'
import { pathOf } from '../folder.ts'
import type { DraftedMinutes, DraftMinutesParams } from '../messages.ts'
import { refused } from '../refused.ts'
import type { State } from '../state.ts'
import { templatesOf } from '../templates.ts'
import { uriIn } from '../uris.ts'
import type { Given } from './command.ts'
import { dayGiven, folderGiven } from './given.ts'

export async function draftMinutes(
  state: State,
  { folder: uri, template: id, date, beside }: Given<DraftMinutesParams>,
): Promise<DraftedMinutes> {
  const folder = folderGiven(state, uri, 'New minutes need')
  const templates = await templatesOf(state, folder)
  const template = templateNamed(String(id), templates)
  if (!template)
    throw refused(`There is no template "${id}". Choose one of ${templates.map((each) => each.id).join(', ')}.`)
  const day = dayGiven(date)
  const path = beside === undefined ? undefined : pathOf(folder, String(beside))
  const drafted = usable(() => draft(folder.book, template, day, path, shownZones(folder.book, folder.settings)))
  const target = uriIn(folder.uri, drafted.path)
  return { uri: target, text: drafted.text, exists: await state.host.exists(target) }
}

/** What is wrong in a template is told to whoever asks for minutes from it. */
function usable(work: () => Draft): Draft {
  try {
    return work()
  } catch (error) {
    throw error instanceof TemplateError ? refused(error.message) : error
  }
}

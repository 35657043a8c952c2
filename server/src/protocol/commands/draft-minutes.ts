import { draftMinutes as draft } from '../../drafting/new-minutes.ts'
import { TEMPLATES, templateNamed } from '../../drafting/templates/index.ts'
import { pathOf } from '../folder.ts'
import type { DraftedMinutes, DraftMinutesParams } from '../messages.ts'
import { refused } from '../refused.ts'
import type { State } from '../state.ts'
import { uriIn } from '../uris.ts'
import type { Given } from './command.ts'
import { dayGiven, folderGiven } from './given.ts'

export async function draftMinutes(
  state: State,
  { folder: uri, template: id, date, beside }: Given<DraftMinutesParams>,
): Promise<DraftedMinutes> {
  const folder = folderGiven(state, uri, 'New minutes need')
  const template = templateNamed(String(id))
  if (!template)
    throw refused(`There is no template "${id}". Choose one of ${TEMPLATES.map((each) => each.id).join(', ')}.`)
  const day = dayGiven(date)
  const path = beside === undefined ? undefined : pathOf(folder, String(beside))
  const drafted = draft(folder.book, template, day, path)
  const target = uriIn(folder.uri, drafted.path)
  return { uri: target, text: drafted.text, exists: await state.host.exists(target) }
}

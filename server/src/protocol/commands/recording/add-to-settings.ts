import { isListed, nameOf } from '../../../book/names.ts'
import { listedProject } from '../../../drafting/recording/at-caret.ts'
import { entryEdit, type SettingsEntry } from '../../../drafting/settings-entry.ts'
import { canonical } from '../../../minutes/mentions.ts'
import { readSettingsFile, SETTINGS_FILE } from '../../../settings/file.ts'
import { readSettings } from '../../../settings/settings.ts'
import { english, type Phrase, phrase } from '../../../text/phrase.ts'
import type { AddPersonParams, AddProjectParams, Recorded } from '../../messages.ts'
import type { Opened } from '../../opened.ts'
import { refused } from '../../refused.ts'
import { openIn } from '../../sources.ts'
import type { State } from '../../state.ts'
import { uriIn } from '../../uris.ts'
import { change, changeFile, create } from '../apply.ts'
import type { Given } from '../command.ts'
import { lineGiven, minutesGiven } from '../given.ts'

export async function addPerson(state: State, given: Given<AddPersonParams>): Promise<Recorded> {
  const handle = lineGiven(given.handle, phrase`The handle`).replace(/^@/, '')
  const name = given.name === undefined || given.name === '' ? undefined : lineGiven(given.name, phrase`The name`)
  const at = minutesGiven(state, given.uri, phrase`People are added from minutes, to the settings of their folder.`)
  const { book } = at.open
  const key = canonical(handle)
  if (isListed(book, key)) {
    const as = nameOf(book, key)
    throw refused(
      as
        ? phrase`@${handle} is listed already, as ${as}. Nothing was changed. Correct that entry if it is wrong.`
        : phrase`@${handle} is listed already. Nothing was changed. Correct that entry if it is wrong.`,
    )
  }
  const value = name === undefined ? {} : { name }
  return add(state, at, { path: ['people', 'handles'], key: handle, value }, `@${handle}`)
}

export async function addProject(state: State, given: Given<AddProjectParams>): Promise<Recorded> {
  const [title, url] = [lineGiven(given.title, phrase`The title`), lineGiven(given.url, phrase`The address`)]
  const at = minutesGiven(state, given.uri, phrase`Projects are added from minutes, to the settings of their folder.`)
  const { book } = at.open
  const same =
    listedProject(book, url) ?? book.roster.projects.find((each) => each.title.toLowerCase() === title.toLowerCase())
  if (same) {
    throw refused(
      phrase`${same.title} (${same.url}) is listed already. Nothing was changed. Correct that entry if it is wrong.`,
    )
  }
  return add(state, at, { path: ['projects'], value: { title, url } }, title)
}

/** Adds it to the folder's `minutebook.yml`: as it stands in the editor, else on disk; where there is none, to a new one. */
async function add(state: State, { open: { folder } }: Opened, entry: SettingsEntry, what: string): Promise<Recorded> {
  if (!folder.uri) {
    throw refused(
      phrase`These minutes are in no folder of this workspace, so there is no ${SETTINGS_FILE} for them. Open their folder first.`,
    )
  }
  const label = `Add ${what} to ${SETTINGS_FILE}`
  const document = openIn(state, folder, SETTINGS_FILE)
  const uri = document?.uri ?? uriIn(folder.uri, SETTINGS_FILE)
  const exists = document !== undefined || (await state.host.exists(uri))
  const text = document ? document.text.getText() : exists ? (await state.host.read(uri)).replace(/^\uFEFF/, '') : ''
  const edit = entryEdit(text, entry)
  if (!edit) {
    throw refused(
      phrase`${SETTINGS_FILE} cannot be read, or has no plain "${entry.path.join('.')}", so ${what} was not added. Mend the file first, or write it there by hand.`,
    )
  }
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to)
  const problem = problemIn(after, text)
  if (problem) throw refused(phrase`${problem} ${what} was not added.`)
  if (document) await change(state, document, [edit], label)
  else if (exists) await changeFile(state, { uri, path: SETTINGS_FILE, text, version: null }, [edit], label)
  else await create(state, uri, edit.insert, label)
  return { uri, said: state.say(phrase`${what} is in ${SETTINGS_FILE} now.`) }
}

/** What would be wrong with the settings that is not wrong with them now. */
function problemIn(after: string, before: string): Phrase | undefined {
  const said = (text: string) =>
    readSettings(readSettingsFile(text).values)
      .problems.flat()
      .map(({ message }) => message)
  const known = new Set(said(before).map(english))
  return said(after).find((message) => !known.has(english(message)))
}

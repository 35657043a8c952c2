import { readSettingsFile, SETTINGS_FILE, type SettingsFile } from '../settings/file.ts'
import { readPeopleFile } from '../settings/people-file.ts'
import { NO_ROSTER, type Roster } from '../settings/roster.ts'
import { readSettings, type Settings, type SettingsPath } from '../settings/settings.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import type { Span } from '../text/span.ts'
import { unknownRules } from './index.ts'

/** Something wrong with the settings. */
export interface ConfigurationProblem {
  readonly message: Phrase
  /** Its place in `minutebook.yml`, where it stands there; otherwise the editor's settings are meant. */
  readonly place?: Span
}

/** What `minutebook.yml` and an editor's settings come to. */
export interface Configuration {
  readonly settings: Settings
  readonly file: SettingsFile | undefined
  readonly problems: readonly ConfigurationProblem[]
}

/** @param fileText the text of `minutebook.yml`, if there is one. @param editorValues override it */
export function configurationOf(fileText: string | undefined, editorValues?: unknown): Configuration {
  const file = fileText === undefined ? undefined : readSettingsFile(fileText)
  const { settings, problems } = readSettings(file?.values, editorValues)
  const all = [
    ...(file?.problem ? [{ message: file.problem.message, place: file.problem }] : []),
    ...problems[0]!.map(({ path, message }) => ({ message, place: file!.place(path) })),
    ...problems[1]!.map(({ message }) => ({ message })),
    ...unknownRules(settings).map(({ path, message }) => {
      const inFile = (file?.values as { rules?: object } | null | undefined)?.rules
      return { message, ...(inFile && path[1]! in inFile && { place: file!.place(path) }) }
    }),
  ]
  return { settings, file, problems: all }
}

/** A problem at a key of the settings that only shows outside them, such as a file that is not there. */
export const problemAt = ({ file }: Configuration, path: SettingsPath, message: Phrase): ConfigurationProblem => ({
  message,
  ...(file && { place: file.place(path) }),
})

/** A problem in one sentence with its place, for those who see no underline. */
export function withPlace({ file }: Configuration, { message, place }: ConfigurationProblem): Phrase {
  if (!file || !place) return message
  return phrase`${SETTINGS_FILE}, line ${file.text.slice(0, place.from).split('\n').length}: ${message}`
}

/**
 * What the group says of its people and projects.
 *
 * @param peopleText the text of the file with the group's people, if there is one.
 */
export function rosterOf(
  configuration: Configuration,
  peopleText: string | undefined,
): { roster: Roster; problem?: ConfigurationProblem } {
  const { people, projects } = configuration.settings
  const found = peopleText === undefined ? { people: [] } : readPeopleFile(peopleText)
  const listed = 'people' in found ? [...people.listed, ...found.people] : people.listed
  const roster =
    listed.length + people.pseudo.length + projects.length === 0
      ? NO_ROSTER
      : { people: listed, pseudo: people.pseudo, projects }
  if ('people' in found) return { roster }
  const message = phrase`"people.from": the file cannot be read as a list of people. ${found.problem} Until it is mended, nobody is known from it.`
  return { roster, problem: problemAt(configuration, ['people', 'from'], message) }
}

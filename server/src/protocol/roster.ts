import { type Configuration, type ConfigurationProblem, problemAt, rosterOf } from '../rules/configuration.ts'
import { USUAL_PEOPLE_FILE } from '../settings/people-file.ts'
import type { Roster } from '../settings/roster.ts'
import { type Phrase, phrase } from '../text/phrase.ts'

/** The files of a folder, by their paths from it, with `/`. */
export interface FolderFiles {
  exists(path: string): Promise<boolean>
  /** Rejects with a message for people, also when a link leads out of the folder. */
  read(path: string): Promise<string>
}

/** What a group says of its people and projects, with what is wrong with the files that its settings name. */
export async function readRoster(
  configuration: Configuration,
  files: FolderFiles,
): Promise<{
  roster: Roster
  problems: readonly ConfigurationProblem[]
  /** The file that the people come from, if there is one. */
  peopleFile: string | undefined
}> {
  const { people, index } = configuration.settings
  const problems: ConfigurationProblem[] = []
  const say = (key: readonly string[], message: Phrase) =>
    problems.push(problemAt(configuration, key, phrase`"${key.join('.')}": ${message}`))
  const read = async (path: string, key: readonly string[], remedy: Phrase): Promise<string | undefined> => {
    if (!(await files.exists(path))) {
      say(key, phrase`there is no file "${path}" in this folder. Correct the path, or write the file.`)
      return undefined
    }
    try {
      return await files.read(path)
    } catch (error) {
      say(key, phrase`"${path}" cannot be read. ${(error as Error).message} ${remedy}`)
      return undefined
    }
  }
  const path = people.from ?? USUAL_PEOPLE_FILE
  const isNamed = people.from !== undefined || (await files.exists(path))
  const text = isNamed
    ? await read(path, ['people', 'from'], phrase`Until it is mended, nobody is known from it.`)
    : undefined
  if (index) await read(index, ['index'], phrase`Name the page that lists the minutes.`)
  const { roster, problem } = rosterOf(configuration, text)
  if (problem) problems.push(problem)
  return { roster, problems, peopleFile: text === undefined ? undefined : path }
}

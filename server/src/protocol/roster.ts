import { type Configuration, type ConfigurationProblem, problemAt, rosterOf } from '../rules/configuration.ts'
import { USUAL_PEOPLE_FILE } from '../settings/people-file.ts'
import type { Roster } from '../settings/roster.ts'

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
  const say = (key: readonly string[], message: string) =>
    problems.push(problemAt(configuration, key, `"${key.join('.')}": ${message}`))
  const path = people.from ?? USUAL_PEOPLE_FILE
  let text: string | undefined
  if (await files.exists(path)) {
    try {
      text = await files.read(path)
    } catch (error) {
      say(['people', 'from'], (error as Error).message)
    }
  } else if (people.from) say(['people', 'from'], missing(people.from))
  if (index && !(await files.exists(index))) say(['index'], missing(index))
  const { roster, problem } = rosterOf(configuration, text)
  if (problem) problems.push(problem)
  return { roster, problems, peopleFile: text === undefined ? undefined : path }
}

const missing = (path: string) => `there is no file "${path}" in this folder. Correct the path, or write the file.`

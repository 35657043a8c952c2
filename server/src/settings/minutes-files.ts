import { entryOf, type FrontMatter } from '../minutes/front-matter.ts'
import { phrase } from '../text/phrase.ts'
import { matches } from './globs.ts'
import type { Settings } from './settings.ts'
import { isAmongTemplates } from './template-files.ts'

/**
 * Whether a glob of the settings names this file: by its path in the folder, or with the folder's own name before it,
 * since somebody may have opened `meetings` itself.
 *
 * @param path relative to the folder, with `/`
 */
export const isMinutesPath = (settings: Settings, folder: string, path: string): boolean =>
  !isAmongTemplates(settings, path) &&
  (path === settings.index || settings.files.some((glob) => matches(glob, path) || matches(glob, `${folder}/${path}`)))

/** Whether front matter alone says that a Markdown file is minutes. */
export const saysMinutes = (frontMatter: FrontMatter | undefined): boolean =>
  entryOf(frontMatter, 'meeting_time') !== undefined

/** Which files are minutes, told where none are found. */
export const WHICH_ARE_MINUTES = phrase`Minutes are Markdown files named as the setting "files" says, or with meeting_time in their front matter.`

/** The most files that one book takes in: some hundred years of weekly meetings of four groups. */
export const MOST_MINUTES = 20_000

/** What is told when there are more. */
export const TOO_MANY_MINUTES = phrase`"files" names more than ${MOST_MINUTES} files, so those beyond are no part of the book. Write globs that name the minutes alone.`

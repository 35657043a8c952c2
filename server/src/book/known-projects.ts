import { projectKey } from '../minutes/projects.ts'
import { memo } from '../text/memo.ts'
import type { Book } from './book.ts'
import { titleKey, titlesOf } from './project-titles.ts'

/** Whether the minutes or the settings know a project of this address, by its `projectKey`. */
export const isProject = (book: Book, key: string): boolean =>
  book.projects.has(key) || listedProjects(book.roster).has(key)

/** The projects of the settings, by the keys of their addresses. */
export const listedProjects = memo(
  ({ projects }: Book['roster']) => new Map(projects.map((project) => [projectKey({ address: project.url }), project])),
)

/**
 * The key of the one project that goes by a title, now or earlier; `undefined` where none or several do.
 *
 * @param compared the {@link titleKey} of the title.
 */
export function projectTitled(book: Book, compared: string): string | undefined {
  const keys = new Set([
    ...(titlesOf(book).addresses.get(compared) ?? []).map((use) => use.key),
    ...(listedTitles(book.roster).get(compared) ?? []),
  ])
  const [found] = keys
  return keys.size === 1 ? found : undefined
}

const listedTitles = memo(({ projects }: Book['roster']) => {
  const titles = new Map<string, string[]>()
  for (const { title, earlier, url } of projects) {
    for (const each of [title, ...earlier].map(titleKey))
      titles.set(each, [...(titles.get(each) ?? []), projectKey({ address: url })])
  }
  return titles
})

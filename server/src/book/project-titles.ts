import { plain } from '../minutes/headings.ts'
import { projectKey } from '../minutes/projects.ts'
import { order } from '../text/order.ts'
import type { Book } from './book.ts'

/** A title as some minutes give it to a project. */
export interface TitleUse {
  /** The minutes, and their day (`YYYY-MM-DD`). */
  readonly path: string
  readonly day: string
  readonly title: string
  /** See {@link titleKey}. */
  readonly titleKey: string
}

/** Which titles the minutes give to which addresses. */
export interface ProjectTitles {
  /** By the key of the address, in order of the meetings. */
  readonly uses: ReadonlyMap<string, readonly TitleUse[]>
  /** By {@link titleKey}: the minutes that have the title, with the key of the address. */
  readonly addresses: ReadonlyMap<string, readonly { readonly path: string; readonly key: string }[]>
}

/** What titles are compared by: the words a reader sees, whatever their case. */
export const titleKey = (title: string): string => plain(title).replace(/\s+/g, ' ').toLowerCase()

// By the projects alone, since these stay the same map as long as no minutes say anything else of any project.
const known = new WeakMap<Book['projects'], ProjectTitles>()

export function titlesOf(book: Book): ProjectTitles {
  let titles = known.get(book.projects)
  if (!titles) {
    titles = gather(book)
    known.set(book.projects, titles)
  }
  return titles
}

function gather({ parts }: Book): ProjectTitles {
  const uses = new Map<string, TitleUse[]>()
  const addresses = new Map<string, { path: string; key: string }[]>()
  const ordered = [...parts.values()].filter(({ projects }) => projects.length > 0)
  ordered.sort((a, b) => order(a.day, b.day) || order(a.path, b.path))
  for (const { path, day = '', projects } of ordered) {
    for (const { title, address } of projects) {
      const key = projectKey({ address })
      const compared = titleKey(title)
      add(uses, key, { path, day, title, titleKey: compared })
      add(addresses, compared, { path, key })
    }
  }
  return { uses, addresses }
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

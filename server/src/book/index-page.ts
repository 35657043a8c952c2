import type { Settings } from '../settings/settings.ts'
import { memo } from '../text/memo.ts'
import type { Book } from './book.ts'
import { dayInSeries } from './earlier.ts'
import { targetPath } from './link-path.ts'
import type { Part } from './part.ts'
import { familiesOf, type Series } from './series.ts'

/** How many minutes a page links at least when it lists them. */
const FEWEST = 2

/**
 * The series that the page at `path` lists; none when it is no index page. Without a word in the settings, that of a
 * series is the undated page with the most links to its minutes.
 */
export function seriesListedBy({ index }: Settings, book: Book, path: string): readonly Series[] {
  if (index === undefined) return indexPages(book).get(path) ?? NONE
  const part = index === path ? book.parts.get(path) : undefined
  return part ? familiesOf(book).flatMap((family) => listedIn(family, part) ?? NONE) : NONE
}

const NONE: readonly Series[] = []

/**
 * Where the page may be that lists the minutes at `path`, the likelier first: where the settings say, or where the book
 * knows one; else pages that a folder shows, beside the minutes and above them.
 *
 * @param files every file of the folder; `undefined` where that is not known
 */
export function indexPathsFor(
  { index }: Settings,
  book: Book,
  path: string,
  files: ReadonlySet<string> | undefined,
): readonly string[] {
  if (index !== undefined) return [index]
  const known = [...indexPages(book)].find(([, all]) => all.some((series) => dayInSeries(series, path) !== undefined))
  if (known) return [known[0]]
  const found: string[] = []
  for (let folder = path; folder !== ''; ) {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))
    found.push(...FOLDER_PAGES.map((name) => (folder === '' ? name : `${folder}/${name}`)))
  }
  return found.filter((each) => !book.parts.has(each) && files?.has(each))
}

/** What code hosts and makers of sites show of a folder. */
const FOLDER_PAGES = ['README.md', 'index.md', 'readme.md', 'Readme.md', '_index.md']

const indexPages = memo((book: Book): ReadonlyMap<string, readonly Series[]> => {
  const pages = new Map<string, readonly Series[]>()
  const undated = [...book.parts.values()].filter((part) => !part.dated && targetsOf(part).length >= FEWEST)
  for (const family of familiesOf(book)) {
    let best: { part: Part; count: number } | undefined
    for (const part of undated) {
      const count = countIn(family, part)
      const isBetter = best === undefined || count > best.count || (count === best.count && part.path < best.part.path)
      if (count >= FEWEST && isBetter) best = { part, count }
    }
    if (best) pages.set(best.part.path, [...(pages.get(best.part.path) ?? []), ...listedIn(family, best.part)!])
  }
  return pages
})

/** Those of a family that a page lists: all when it links minutes of several, as next year's will be among them. */
function listedIn(family: readonly Series[], part: Part): readonly Series[] | undefined {
  const linked = family.filter((series) => countIn([series], part) > 0)
  if (linked.length > 1) return family
  return linked.length === 1 ? linked : undefined
}

const countIn = (family: readonly Series[], part: Part): number =>
  new Set(targetsOf(part).filter((path) => family.some((series) => dayInSeries(series, path) !== undefined))).size

/** The files with digits in their name that a part links. */
const targetsOf = memo(({ links, path }: Part): readonly string[] =>
  links.flatMap(({ address }) => {
    const target = /\d{4}/.test(address) ? targetPath(address, path) : undefined
    return target === undefined ? [] : [target]
  }),
)

import type { Book, Project } from '../../book/book.ts'
import { listedProjects } from '../../book/known-projects.ts'
import { titleKey, titlesOf } from '../../book/project-titles.ts'
import { plain } from '../../minutes/headings.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { projectsOf } from '../../minutes/projects.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { isOneSlip } from '../../text/slip.ts'
import type { Span } from '../../text/span.ts'
import { filesOfMinutes } from '../counts.ts'
import type { OpenMinutes } from '../document.ts'
import type { ReadMinutes } from '../elsewhere.ts'
import { address, type Paragraph, shortened, strong, words } from '../markup.ts'
import { latestMinutes, openActions, summaries } from '../open-actions.ts'

/** A project: what it is and was called, where it lives, and what is open under it in the latest minutes. */
export async function hoverProject(
  open: OpenMinutes,
  key: string,
  read: ReadMinutes,
): Promise<readonly Paragraph[] | undefined> {
  const { book } = open
  const known = book.projects.get(key)
  const listed = listedProjects(book.roster).get(key)
  const [title = '', ...earlier] = titlesOfProject(book, key)
  const lines: Paragraph[] = [
    words(strong(shown(title))),
    words(address(listed?.url ?? known!.address)),
    ...(earlier.length > 0 ? [words(phrase`Earlier: ${earlier.slice(0, MOST).map(shown).join(', ')}`)] : []),
    ...(known ? [words(listing(known))] : []),
  ]
  const latest = await latestMinutes(open, read)
  const places = latest ? placesOf(latest.minutes, key) : []
  const actions = latest
    ? openActions(latest.minutes, ({ from }) => places.some((place) => place.from <= from && from < place.to))
    : []
  return actions.length > 0 ? [...lines, ...summaries(latest!, actions)] : lines
}

const MOST = 5

function listing({ documents, lastSeen }: Project): Phrase {
  const files = filesOfMinutes(documents)
  return lastSeen ? phrase`Listed in ${files}, the last of ${lastSeen}` : phrase`Listed in ${files}`
}

const shown = (title: string) => shortened(plain(title.slice(0, 500)))

/** What a project is called, and was before, the latest first; a slip of a single time is no title. */
export function titlesOfProject(book: Book, key: string): readonly string[] {
  const listed = listedProjects(book.roster).get(key)
  const uses = titlesOf(book).uses.get(key) ?? []
  const found = listed ? [listed.title, ...listed.earlier] : []
  const seen = new Set(found.map(titleKey))
  for (const { title, titleKey: compared } of [...uses].reverse()) {
    if (seen.has(compared)) continue
    seen.add(compared)
    const times = uses.filter((use) => use.titleKey === compared).length
    const isSlip = times === 1 && uses.some((use) => isOneSlip(compared, use.titleKey))
    if (!isSlip || uses.length === 1) found.push(title)
  }
  return found.length > 0 ? found : [book.projects.get(key)?.title ?? '']
}

/** Where minutes speak of a project: below its heading, and in its entry. */
const placesOf = (minutes: Minutes, key: string): readonly Span[] =>
  projectsOf(minutes).flatMap((project) => {
    if (project.key !== key) return []
    if (project.form === 'item') return [project.entry]
    return minutes.sections.filter(({ label }) => label.from <= project.from && project.from < label.to)
  })

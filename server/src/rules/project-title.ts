import { othersWith } from '../book/book.ts'
import { type TitleUse, titleKey, titlesOf } from '../book/project-titles.ts'
import type { Content } from '../minutes/content.ts'
import { kindAt, type Minutes } from '../minutes/minutes.ts'
import { type ProjectLink, projectKey, projectsOf } from '../minutes/projects.ts'
import { memoBy } from '../text/memo.ts'
import { phrase } from '../text/phrase.ts'
import { isOneSlip } from '../text/slip.ts'
import { inside, type Span, shift, trim } from '../text/span.ts'
import { type Fix, type Report, type Rule, replace, type Subject } from './rule.ts'

export const projectTitle: Rule = {
  id: 'project-title',
  severity: 'warning',
  summary: 'a project link whose title and address do not belong together, or a title one slip away',
  needsBook: true,
  waits: 'pause',
  reads: ({ content, kind }) => (content.links.length > 0 || kind === 'projects') && content,
  document: (subject) => {
    const linked = projectsOf(subject.minutes)
    const known = knownTo(subject)
    return [
      ...linked.flatMap((project) => checkTitle(project, linked, subject, known) ?? []),
      ...unlinked(linked, subject, known),
    ]
  },
}

/** In how many other minutes a project must stand under a title for the two to belong together. */
const KNOWN = 2

/** What the other minutes, and the group's own list, say of titles and addresses. */
interface Known {
  /** The titles of an address, in order of the meetings; those before this one apart; whether it has one in each. */
  titles(key: string): {
    readonly all: readonly TitleUse[]
    readonly before: readonly TitleUse[]
    readonly single: boolean
  }
  /** The one address of a title, with the number of minutes; `undefined` when there are several. */
  address(title: string): { readonly key: string; readonly documents: number } | undefined
  /** The title that the group itself lists for an address, and the address it lists for a title. */
  listed(key: string): { readonly title: string; readonly earlier: readonly string[] } | undefined
  listedAt(title: string): string | undefined
}

const knownTo = memoBy(
  ({ book, path }: Subject) => [titlesOf(book), path, book.parts.get(path)?.day, book.roster],
  ({ book, path }): Known => {
    const { uses, addresses } = titlesOf(book)
    const own = book.parts.get(path)?.day
    const { projects } = book.roster
    return {
      titles: remembered((key) => {
        const others = (uses.get(key) ?? []).filter((use) => use.path !== path)
        return {
          all: others,
          before: own === undefined ? [] : others.filter(({ day }) => day < own),
          single: new Set(others.map((use) => use.path)).size === others.length,
        }
      }),
      address: remembered((title) => {
        const others = (addresses.get(titleKey(title)) ?? []).filter((use) => use.path !== path)
        const keys = new Set(others.map(({ key }) => key))
        return keys.size === 1
          ? { key: others[0]!.key, documents: new Set(others.map((use) => use.path)).size }
          : undefined
      }),
      listed: (key) => projects.find(({ url }) => projectKey({ address: url }) === key),
      listedAt: (title) => {
        const found = projects.find((each) => titleKey(each.title) === titleKey(title))
        return found && projectKey({ address: found.url })
      },
    }
  },
)

function remembered<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key))
    return known.get(key)!
  }
}

function checkTitle(
  project: ProjectLink,
  linked: readonly ProjectLink[],
  subject: Subject,
  known: Known,
): Report | undefined {
  const { title, key } = project
  const titles = known.titles(key)
  const listed = known.listed(key)
  const own = titleKey(title)
  if (listed && titleKey(listed.title) === own) return undefined
  const isUsed =
    titles.all.some((use) => use.titleKey === own) || listed?.earlier.some((each) => titleKey(each) === own)
  if (isUsed) return earlierTitle(project, titles.before, listed, subject)
  const usual = listed?.title ?? (titles.all.length >= KNOWN && titles.single ? titles.all.at(-1)!.title : undefined)
  if (usual === undefined) return undefined
  const other = known.address(title)
  const belongs = known.listedAt(title) ?? (other && other.documents >= KNOWN ? other.key : undefined)
  if (belongs !== undefined && belongs !== key) return swapped(project, usual, belongs, linked, subject)
  const isOwn = (each: string) =>
    each === listed?.title || titles.all.filter((use) => use.title === each).length >= KNOWN
  const meant = [usual, ...titles.all.map((use) => use.title)].find((each) => isSlip(title, each) && isOwn(each))
  return meant === undefined ? undefined : slip(project, meant, subject)
}

function swapped(
  project: ProjectLink,
  usual: string,
  belongs: string,
  linked: readonly ProjectLink[],
  { book, minutes }: Subject,
): Report {
  const { title, key } = project
  const address = book.projects.get(belongs)?.address ?? belongs
  // Where the address has its own entry as well, this one was copied from it.
  const copied = linked.some((each) => each !== project && each.key === key)
  return {
    from: project.from,
    to: project.to,
    message: {
      wrong: phrase`"${title}" is elsewhere the title of ${address}; this address is that of "${usual}".`,
      why: phrase`Readers will take one project for the other.`,
      remedy: phrase`Change the title, or the address.`,
    },
    fixes: [
      changeTitle(minutes, project, usual, !copied),
      replace(phrase`Link to ${address}`, addressSpan(minutes, project), address, { preferred: copied }),
    ].sort((a, b) => Number(b.preferred) - Number(a.preferred)),
  }
}

function slip(project: ProjectLink, meant: string, { book, path, minutes }: Subject): Report {
  const { title } = project
  // A word that other minutes have too may be meant.
  const words = [title, meant].map((each) => each.toLowerCase().split(/[^\p{L}\p{M}]+/u))
  const isWord = words[0]!.some((word) => !words[1]!.includes(word) && othersWith(book, path, word) > 0)
  return {
    ...titleSpan(minutes, project),
    message: {
      wrong: phrase`"${title}" is one slip away from "${meant}", as other minutes call this project.`,
      why: phrase`Who looks for the project by its title will miss these notes.`,
      remedy: phrase`Change it to "${meant}", if it has no new title.`,
    },
    fixes: [changeTitle(minutes, project, meant, true)],
    ...(isWord && { quiet: 'hint' as const }),
  }
}

/** Titles of that many last meetings must agree before an earlier one surprises. */
const SETTLED = 3

/** A title that the project had before it got the one it has now. */
function earlierTitle(
  project: ProjectLink,
  before: readonly TitleUse[],
  listed: { readonly title: string } | undefined,
  { minutes }: Subject,
): Report | undefined {
  const last = before.slice(-SETTLED)
  const now = last.at(-1)?.title
  if (now === undefined) return undefined
  const [own, settled] = [titleKey(project.title), titleKey(now)]
  if (settled === own || last.some((use) => use.titleKey !== settled)) return undefined
  if (last.length < SETTLED && (!listed || titleKey(listed.title) !== settled)) return undefined
  // Before the first use of the new title, the old one was right.
  const wasBefore = before.slice(0, -last.length).some((use) => use.titleKey === own)
  if (!wasBefore && !listed) return undefined
  return {
    ...titleSpan(minutes, project),
    message: {
      wrong: phrase`The minutes before call this project "${now}"; "${project.title}" is an earlier title.`,
      why: phrase`Who looks for the project by its title will miss these notes.`,
      remedy: phrase`Change it to "${now}", if the new title still holds.`,
    },
    fixes: [changeTitle(minutes, project, now, true)],
    quiet: 'hint',
  }
}

/** Short titles are one slip away from each other by chance. */
const LONG_ENOUGH = 6

function isSlip(title: string, meant: string): boolean {
  if (Math.min(title.length, meant.length) < LONG_ENOUGH || !isOneSlip(title, meant)) return false
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
  const numbers = (text: string) => text.replace(/\P{N}+/gu, ' ')
  const singular = (text: string) => text.toLowerCase().replace(/s\b/g, '')
  // Other signs, another number and a plural are changes of mind.
  return letters(title) !== letters(meant) && numbers(title) === numbers(meant) && singular(title) !== singular(meant)
}

function titleSpan({ text }: Minutes, { from, title }: ProjectLink): Span {
  const at = text.indexOf(title, from)
  return { from: at, to: at + title.length }
}

function addressSpan({ text }: Minutes, { to, address }: ProjectLink): Span {
  const at = text.lastIndexOf(address, to - address.length)
  return { from: at, to: at + address.length }
}

const changeTitle = (minutes: Minutes, project: ProjectLink, title: string, preferred: boolean): Fix =>
  replace(phrase`Change the title to "${title}"`, titleSpan(minutes, project), title, { preferred })

/** Entries of a list of projects that are no link, though they are one elsewhere. */
function unlinked(linked: readonly ProjectLink[], { minutes, book }: Subject, known: Known): Report[] {
  if (book.projects.size === 0) return []
  const headings = linked.filter(({ form }) => form === 'heading').length
  return minutes.blocks.flatMap(({ content, from }, index) => {
    // Only beside others that are links: some lists have none.
    const beside = content.heading ? headings : linkedItems(content)
    if (beside < KNOWN || (!content.heading && kindAt(minutes, index) !== 'projects')) return []
    return titlesIn(content).flatMap((place): Report[] => {
      const title = content.text.slice(place.from, place.to)
      const found = known.address(title)
      const project = found && found.documents >= KNOWN ? book.projects.get(found.key) : undefined
      if (!project) return []
      const link = `[${title}](${project.address})`
      return [
        {
          ...shift(place, from),
          message: {
            wrong: phrase`"${title}" is no link here, as it is in other minutes.`,
            why: phrase`Readers do not get to the project from here.`,
            remedy: phrase`Link it to ${project.address}.`,
          },
          fixes: [replace(phrase`Make it a link`, shift(place, from), link, { preferred: true })],
          quiet: 'hint',
        },
      ]
    })
  })
}

const linkedItems = ({ items, links }: Content): number =>
  items.filter(({ depth, text }) => depth === 0 && inside(links, text)[0]?.from === text.from).length

/** The titles without a link: a heading's, or those of the outermost items. */
function titlesIn({ heading, items, links, text }: Content): readonly Span[] {
  if (heading) return links.length === 0 ? [heading.label] : []
  return items.flatMap((item) => {
    if (item.depth > 0 || inside(links, item.text).length > 0) return []
    const line = text.slice(item.text.from, item.text.to).split('\n', 1)[0]!
    return [trim(text, { from: item.text.from, to: item.text.from + line.replace(/[\s:.;,]+$/, '').length })]
  })
}

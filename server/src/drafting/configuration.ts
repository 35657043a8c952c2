import { Temporal } from 'temporal-polyfill'
import { Document, isMap, isScalar, type Pair } from 'yaml'
import type { Book, Person } from '../book/book.ts'
import { aliasesOf, nameOf } from '../book/names.ts'
import type { Part } from '../book/part.ts'
import { slipsOf } from '../book/slips.ts'
import { usualZones } from '../book/zones.ts'
import { canonical } from '../minutes/mentions.ts'
import type { Settings } from '../settings/settings.ts'
import { isOneSlip } from '../text/slip.ts'

/** How often somebody must be named, and a project listed, to be written down. */
const [MENTIONS, LISTED] = [3, 2]
/** In how many minutes a heading must stand before all can be said to have it. */
const MINUTES = 3
/** More people and projects than this nobody reads through. */
const MOST = 200

const HEAD = ` What Minutebook should know of this group. Every key is optional, and what stands here was learnt from the
 minutes: correct it, and delete what you do not need. Rules and their pages: minutebook rules.`

const COMMENTS: Readonly<Record<string, string>> = {
  files: ' Which Markdown files are minutes: globs, from this folder.',
  index: ' The page that lists the minutes.',
  people:
    ' Who is who. "aliases" are other handles and nicknames of the same person; "pseudo" handles stand for nobody.',
  projects: ' Projects with their addresses. "earlier" are titles that they had before.',
  zones: ' Time zones in which the next meeting is stated beside UTC.',
  sections: ' Headings that all minutes must have (rule section-missing).',
  terms: ' Words with the spelling that the group wants (rule term).',
  rules: ' The level of single rules: off, hint, information, warning or error.',
}

/**
 * A `minutebook.yml`, with comments, that says what the book shows.
 *
 * @param peopleFile the file that the group's people come from, if there is one: whom it names need not be named again.
 */
export function draftConfiguration(book: Book, settings: Settings, peopleFile: string | undefined): string {
  const values = {
    files: settings.files,
    ...(settings.index && { index: settings.index }),
    people: {
      ...(peopleFile && { from: peopleFile }),
      handles: people(book),
      pseudo: [...new Set([...settings.people.pseudo, ...pseudo(book)])],
    },
    projects: projects(book),
    zones: usualZones(book),
    sections: { required: sections(book) },
    terms: settings.terms,
    rules: settings.rules,
  }
  const document = new Document(values)
  document.commentBefore = HEAD
  if (isMap(document.contents)) {
    for (const [index, item] of document.contents.items.entries()) explain(item as Pair, index > 0)
  }
  return document.toString({ lineWidth: 120, flowCollectionPadding: false })
}

function explain({ key }: Pair, apart: boolean): void {
  if (!isScalar(key)) return
  key.commentBefore = COMMENTS[String(key.value)] ?? null
  key.spaceBefore = apart
}

function people(book: Book): Record<string, { name?: string; aliases?: string[] }> {
  const aliases = new Map<string, string[]>()
  for (const [alias, { handle, source }] of aliasesOf(book)) {
    if (source === 'listed' && !book.people.has(alias)) continue
    const key = canonical(handle)
    aliases.set(key, [...(aliases.get(key) ?? []), book.people.get(alias)?.handle ?? alias])
  }
  const listed = new Set(book.roster.people.map(({ handle }) => canonical(handle)))
  const meant = slipsOf(book)
  const others = [...book.people.values()].filter(
    ({ key }) => !aliasesOf(book).has(key) && !meant(key) && !isNobody(key),
  )
  const [known, rare] = [others.filter(isKnown), others.filter((person) => !isKnown(person))]
  // Products and placeholders are mentioned as well; people come to meetings, or have a name.
  const isPerson = ({ key, attended }: Person) => attended > 0 || nameOf(book, key) !== undefined || aliases.has(key)
  const isNews = ({ key }: Person) => !listed.has(key) || aliases.has(key)
  // Whoever is listed is trusted more, and a similar handle would be taken for a slip from now on.
  const isAlone = ({ key }: Person) => !rare.some((other) => isOneSlip(key, other.key))
  const news = known
    .filter((person) => isPerson(person) && isNews(person) && isAlone(person))
    .sort((a, b) => b.mentions - a.mentions || (a.key < b.key ? -1 : 1))
    .slice(0, MOST)
  return Object.fromEntries(
    news.map(({ key, handle }) => {
      const [name, others] = [nameOf(book, key), aliases.get(key)]
      return [handle, { ...(name && { name }), ...(others && { aliases: others }) }]
    }),
  )
}

const isKnown = ({ mentions }: Person) => mentions >= MENTIONS

/** Whom chats and forges notify by these names is everybody, or a machine. */
const isNobody = (key: string): boolean =>
  /^(?:all|channel|everybody|everyone|here|room)$|(?:^|[-_])bot$|^(?:dependabot|github-actions|renovate)$/.test(key)

const pseudo = ({ people }: Book): string[] =>
  [...people.values()].flatMap(({ key, handle }) => (isNobody(key) ? [handle] : []))

/** The projects that are still listed, those of the latest minutes first. */
function projects(book: Book): { title: string; url: string; earlier?: string[] }[] {
  const all = [...book.projects.values()].filter(({ lastSeen }) => lastSeen !== undefined)
  const latest = all.reduce((day, { lastSeen }) => (lastSeen! > day ? lastSeen! : day), '')
  const current = latest && Temporal.PlainDate.from(latest).subtract({ years: 1 }).toString()
  return all
    .filter(
      ({ documents, title, address, lastSeen }) =>
        documents >= LISTED && lastSeen! >= current && isText(title) && /^https?:.{1,400}$/.test(address),
    )
    .sort((a, b) => (b.lastSeen ?? '').localeCompare(a.lastSeen ?? '', 'en') || (a.title < b.title ? -1 : 1))
    .slice(0, MOST)
    .map(({ title, address, titles }) => {
      const earlier = titles.filter((each) => each !== title && isText(each))
      return { title, url: address, ...(earlier.length > 0 && { earlier }) }
    })
}

/** What a setting may hold: a few words, and not none. */
const isText = (title: string): boolean => title.trim() !== '' && title.length <= 400

/** The headings, times and dates aside, that all dated minutes have, in the order in which the latest have them. */
function sections({ parts }: Book): string[] {
  const dated = [...parts.values()].filter((part) => part.dated && part.day).sort((a, b) => (a.day! < b.day! ? -1 : 1))
  const latest = dated.at(-1)
  if (!latest || dated.length < MINUTES) return []
  const everywhere = (title: string) => dated.every((part) => part.sections.includes(title))
  return [...new Set(latest.sections.slice(hasTitle(latest) ? 1 : 0))].filter(
    (title) => isText(title) && !/\d/.test(title) && everywhere(title),
  )
}

/** Whether the first heading stands above all others: the title of the whole. */
const hasTitle = ({ levels: [first = 0, ...others] }: Part): boolean => others.every((level) => level > first)

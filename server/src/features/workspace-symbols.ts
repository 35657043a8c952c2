import { SymbolKind } from 'vscode-languageserver-types'
import { openActions } from '../book/actions.ts'
import type { Book } from '../book/book.ts'
import { nameOf } from '../book/names.ts'
import type { Part } from '../book/part.ts'
import { sectionKind } from '../minutes/headings.ts'
import { projectKey } from '../minutes/projects.ts'
import { fuzzyScore } from '../text/fuzzy.ts'
import { memo, memoBy } from '../text/memo.ts'
import { order } from '../text/order.ts'
import { phrase, type Value } from '../text/phrase.ts'
import { inOrder } from './places.ts'
import { KINDS } from './symbols.ts'

/** Something of the book that has a name, and where it is to be looked for; see `symbol-places.ts`. */
export interface BookSymbol {
  readonly name: string
  readonly container: Value
  readonly kind: SymbolKind
  readonly path: string
  readonly place: SymbolPlace
}

/** What it is in those minutes: the meeting itself, a section or an action item by its number, a person, a project. */
export interface SymbolPlace {
  readonly what: 'meeting' | 'section' | 'action' | 'person' | 'project'
  readonly index?: number
  readonly key?: string
}

/** All that goes by one name. */
interface Named {
  readonly name: string
  /** See {@link comparable}. */
  readonly compared: string
  /** How much sooner than others it is meant. */
  readonly weight: number
  readonly kind: SymbolKind
  /** The latest first. */
  readonly uses: readonly Use[]
}

interface Use {
  readonly part: Part
  readonly container?: Value
  readonly place: SymbolPlace
}

/** The most that an editor can show with any use. */
const MOST = 200
/** A heading that all minutes have must not leave room for nothing else. */
const MOST_OF_A_NAME = 50

/** What fits a query, the likeliest first. Each word of it must be found in a name, if only as a subsequence. */
export function symbolsNamed(book: Book, query: string, most = MOST): readonly BookSymbol[] {
  const words = comparable(query).split(/\s+/).filter(Boolean)
  const fitting: { named: Named; score: number }[] = []
  for (const named of namesIn(book)) {
    const score = scoreOf(words, named.compared)
    if (score !== undefined) fitting.push({ named, score: score + named.weight })
  }
  fitting.sort((a, b) => b.score - a.score || latest(b.named, a.named))
  const found: BookSymbol[] = []
  for (const { named } of fitting) {
    for (const { part, container = meetingName(part), place } of named.uses.slice(0, MOST_OF_A_NAME)) {
      if (found.length >= most) return found
      found.push({ name: named.name, container, kind: named.kind, path: part.path, place })
    }
  }
  return found
}

/** In lower case, without the `@` of handles, which some type and others do not. */
const comparable = (text: string): string => text.toLowerCase().replaceAll('@', '')

function scoreOf(words: readonly string[], text: string): number | undefined {
  let sum = 0
  for (const word of words) {
    const score = fuzzyScore(word, text)
    if (score === undefined) return undefined
    sum += score
  }
  return sum
}

const latest = (a: Named, b: Named): number => order(a.uses[0]?.part.day, b.uses[0]?.part.day)
/** Headings that stand in many minutes are one name, so that a query need not look at each. */
const namesIn = memo((book: Book): readonly Named[] => {
  const meetings: Named[] = []
  const headings = new Map<string, Use[]>()
  for (const part of latestFirst(book)) {
    const { meeting, sections } = ownNames(part)
    meetings.push(meeting)
    for (const { title, use } of sections) {
      const known = headings.get(title)
      if (known) known.push(use)
      else headings.set(title, [use])
    }
  }
  const topics = [...headings].map(([title, uses]): Named => ({ ...lookOf(title), uses }))
  return [...meetings, ...topics, ...peopleIn(book), ...projectsIn(book), ...actionsIn(book)]
})

const latestFirst = ({ parts }: Book): readonly Part[] => [...inOrder([...parts.values()])].reverse()

/** What one file of minutes adds, worked out once for each. */
const ownNames = memo((part: Part) => ({
  meeting: named(meetingName(part), SymbolKind.File, WEIGHTS.meeting, part, { what: 'meeting' }, part.path),
  sections: part.sections.flatMap((title, index): { title: string; use: Use }[] =>
    title === '' || (index === 0 && part.levels[0] === 1)
      ? []
      : [{ title, use: { part, place: { what: 'section', index } } }],
  ),
}))

/** A heading's words as a symbol: there are many uses of few. */
function lookOf(title: string): Omit<Named, 'uses'> {
  const kind = sectionKind(title)
  const weight = kind === 'topic' ? WEIGHTS.topic : 0
  return { name: title, compared: comparable(title), weight, kind: KINDS[kind] }
}

/** People and projects, with the latest minutes that have them; most keystrokes change none of this. */
const peopleIn = memoBy(
  (book: Book) => [book.people, book.roster],
  (book): readonly Named[] => {
    const found = new Map<string, Part>()
    for (const part of latestFirst(book)) for (const key in part.people) if (!found.has(key)) found.set(key, part)
    return [...found].map(([key, part]) => {
      const [handle, name] = [book.people.get(key)?.handle ?? key, nameOf(book, key)]
      const label = name ? `@${handle} ${name}` : `@${handle}`
      return named(label, SymbolKind.Object, WEIGHTS.person, part, { what: 'person', key })
    })
  },
)

const projectsIn = memoBy(
  (book: Book) => [book.projects],
  (book): readonly Named[] => {
    const found = new Map<string, Part>()
    for (const part of latestFirst(book)) {
      for (const project of part.projects) {
        const key = projectKey(project)
        if (!found.has(key)) found.set(key, part)
      }
    }
    return [...found].flatMap(([key, part]) => {
      const title = book.projects.get(key)?.title
      return title ? [named(title, SymbolKind.Package, WEIGHTS.project, part, { what: 'project', key })] : []
    })
  },
)

const actionsIn = (book: Book): readonly Named[] =>
  openActions(book).flatMap(
    ({
      latest: {
        words: { text, owners },
        path,
        index,
      },
      since,
    }) => {
      const part = book.parts.get(path)
      if (!part || (text === '' && owners.length === 0)) return []
      const by = owners.map((key) => `@${book.people.get(key)?.handle ?? key}`).join(', ')
      const name = [text, by && `(${by})`].filter(Boolean).join(' ')
      return [
        named(name, SymbolKind.Event, WEIGHTS.action, part, { what: 'action', index }, phrase`open since ${since}`),
      ]
    },
  )

const WEIGHTS = { person: 60, project: 50, meeting: 40, topic: 30, action: 20 }

const named = (
  name: string,
  kind: SymbolKind,
  weight: number,
  part: Part,
  place: SymbolPlace,
  container?: Value,
): Named => ({
  name,
  compared: comparable(name),
  weight,
  kind,
  uses: [{ part, place, ...(container !== undefined && { container }) }],
})

/** What a meeting goes by: its title with the day, or else its file's name. */
const meetingName = memo(({ path, day, sections, levels, frontMatter }: Part): string => {
  const heading = levels[0] === 1 ? sections[0] : undefined
  const title = frontMatter.find(([key]) => key === 'title')?.[1].replace(/^(["'])(.*)\1$/, '$2')
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const name = heading || title || file
  return day === undefined || name.includes(day) ? name : `${name} ${day}`
})

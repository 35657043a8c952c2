import { isMap, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml'
import { canonical } from '../minutes/mentions.ts'
import { isTooMuchYaml } from '../minutes/yaml-limits.ts'
import type { TextEdit } from '../text/edit.ts'
import { type Span, span } from '../text/span.ts'
import { accountIn, HANDLES, isWrapped } from './people-file.ts'

/** A word of a YAML file with its place, quotes aside. */
export interface Word extends Span {
  readonly text: string
  /** Whether it stands without quotes. */
  readonly bare: boolean
}

/** Whom a file lists, as it is written there. Words that stand in no plain place, such as aliases of YAML, are left out. */
export interface Listings {
  /** For each person the words that are the handle; the first is where the entry begins. */
  readonly people: readonly { readonly handle: readonly Word[]; readonly aliases: readonly Word[] }[]
  /** Handles that stand for nobody in particular. */
  readonly pseudo: readonly Word[]
  readonly projects: readonly { readonly title: Word; readonly url?: Word }[]
}

const NONE: Listings = { people: [], pseudo: [], projects: [] }

/** Whom a `minutebook.yml` lists. */
export function listedInSettings(text: string): Listings {
  const file = read(text)
  if (!file) return NONE
  const { root, wordAt } = file
  const people = valueAt(root, 'people')
  return {
    people: pairsOf(valueAt(people, 'handles')).flatMap(([key, entry]) => {
      const handle = wordAt(key)
      return handle ? [{ handle: [handle], aliases: words(file, valueAt(entry, 'aliases')) }] : []
    }),
    pseudo: words(file, valueAt(people, 'pseudo')),
    projects: itemsOf(valueAt(root, 'projects')).flatMap((entry) => {
      const [title, url] = [wordAt(valueAt(entry, 'title')), wordAt(valueAt(entry, 'url'))]
      return title ? [{ title, ...(url && { url }) }] : []
    }),
  }
}

/** Whom the group's own list of people lists; see `people-file.ts`. */
export function listedInPeopleFile(text: string): Listings {
  const file = read(text)
  if (!file) return NONE
  const people = entriesOf(file.root).flatMap(([key, entry]) => {
    const own = file.wordAt(key)
    const said = (names: readonly string[]) => names.flatMap((name) => file.wordAt(valueAt(entry, name)) ?? [])
    const isHandle = own && accountIn(own.text) !== undefined
    // The other names are those of other places, where a handle may stay what it is.
    const handle = isHandle ? [own, ...said(['handle', 'github'])] : said(HANDLES).slice(0, 1)
    return handle.length > 0 ? [{ handle, aliases: words(file, valueAt(entry, 'aliases')) }] : []
  })
  return { ...NONE, people }
}

/**
 * The edits that give whom a file lists another handle, wherever the old one stands as a word by itself.
 *
 * @param spelled the new one, by how the old one is spelled.
 */
export function handleEdits(
  { people, pseudo }: Listings,
  key: string,
  spelled: (spelling: string) => string,
): readonly TextEdit[] {
  const all = [...people.flatMap((person) => [...person.handle, ...person.aliases]), ...pseudo]
  return all
    .filter(({ text }) => keyOf(text) === key)
    .map((word) => replaced(word, spelled(word.text.replace(/^@/, ''))))
}

/** The entry of the person who has a handle or alias; that of the handle goes first. */
export const entryOfPerson = ({ people }: Listings, key: string): Word | undefined => {
  const named = (word: Word) => keyOf(word.text) === key
  return (people.find(({ handle }) => handle.some(named)) ?? people.find(({ aliases }) => aliases.some(named)))
    ?.handle[0]
}

const keyOf = (text: string) => canonical(text.replace(/^@/, ''))

function replaced({ from, to, text, bare }: Word, handle: string): TextEdit {
  const start = from + (text.startsWith('@') ? 1 : 0)
  // `true` and `1e3` are no words for YAML.
  const isWord = typeof parseDocument(handle, { schema: 'core' }).toJS() === 'string'
  return { from: start, to, insert: bare && start === from && !isWord ? `"${handle}"` : handle }
}

interface File {
  readonly root: unknown
  /** The place of a plain word. */
  readonly wordAt: (node: unknown) => Word | undefined
}

function read(text: string): File | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  if (isTooMuchYaml(text)) return undefined
  const document = parseDocument(text.slice(start), { schema: 'core', prettyErrors: false, logLevel: 'silent' })
  if (document.errors.length > 0) return undefined
  return {
    root: document.contents,
    wordAt: (node) => {
      if (!isScalar(node) || !node.range) return undefined
      const { type, range, value } = node as Scalar
      const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0
      if (!quotes && type !== 'PLAIN') return undefined
      const where = span(start + range![0] + quotes, start + range![1] - quotes)
      const written = text.slice(where.from, where.to)
      return written === String(value) ? { ...where, text: written, bare: quotes === 0 } : undefined
    },
  }
}

type Pair = readonly [key: unknown, value: unknown]

const pairsOf = (node: unknown): readonly Pair[] =>
  isMap(node) ? node.items.map(({ key, value }) => [key, value]) : []
const itemsOf = (node: unknown): readonly unknown[] => (isSeq(node) ? node.items : [])

const valueAt = (node: unknown, name: string): unknown =>
  pairsOf(node).find(([key]) => isScalar(key) && String(key.value) === name)?.[1]

const words = ({ wordAt }: File, list: unknown): readonly Word[] =>
  (isSeq(list) ? list.items : [list]).flatMap((item) => wordAt(item) ?? [])

/** The entries of a list of people, be it a table or a list, or either of them below one key. */
function entriesOf(node: unknown): readonly Pair[] {
  if (isSeq(node)) return node.items.map((item) => [undefined, item] as const)
  const pairs = pairsOf(node)
  const [[, only] = []] = pairs
  return pairs.length === 1 && isWrapped((only as Node | undefined)?.toJSON()) ? entriesOf(only) : pairs
}

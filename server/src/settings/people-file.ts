import { parseDocument } from 'yaml'
import { isTooMuchYaml } from '../minutes/yaml-limits.ts'
import { phrase, type Value } from '../text/phrase.ts'
import type { Listed } from './roster.ts'

/** Where Jekyll sites keep their people (https://jekyllrb.com/docs/datafiles/#example-accessing-a-specific-author). */
export const USUAL_PEOPLE_FILE = '_data/authors.yml'

/** Keys that say the handle where the entry's own key does not, the likeliest first. */
export const HANDLES = ['handle', 'github', 'gitlab', 'codeberg', 'username', 'nick']
/** Keys that name an account of the same person elsewhere. */
const ACCOUNTS = [...HANDLES, 'cpan', 'pause', 'irc', 'matrix', 'mastodon', 'twitter', 'x']

/**
 * The people of a YAML file: handles, each with a `name` and perhaps accounts elsewhere. A list of such entries will do
 * too, each with its `handle` or `github`, and so will either of them below one key.
 *
 * @returns a message instead, when the file cannot be read as such.
 */
export function readPeopleFile(text: string): { people: readonly Listed[] } | { problem: Value } {
  if (isTooMuchYaml(text)) return { problem: phrase`It is too long or too deep.` }
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
  })
  const [error] = document.errors
  if (error) return { problem: phrase`It is not valid YAML: ${error.message}` }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 })
    // Throws for an alias that holds itself.
    JSON.stringify(value)
  } catch (error) {
    return { problem: (error as Error).message }
  }
  if (value === null || value === undefined) return { people: [] }
  if (!isRecord(value) && !Array.isArray(value)) return { problem: phrase`It is no list of people.` }
  return { people: entriesOf(value).flatMap(([key, entry]) => personOf(key, entry)) }
}

type Entry = readonly [key: string, entry: unknown]

function entriesOf(value: object): readonly Entry[] {
  if (Array.isArray(value)) return value.map((each) => ['', each])
  const entries = Object.entries(value)
  const [[, only] = []] = entries
  return entries.length === 1 && isWrapped(only) ? entriesOf(only as object) : entries
}

/** Whether the only value of a table is the list itself: `people:` and the people below it. */
export const isWrapped = (only: unknown): boolean =>
  (Array.isArray(only) || (isRecord(only) && isRecord(Object.values(only)[0]))) && !('name' in only)

function personOf(key: string, entry: unknown): Listed[] {
  const accounts = accountsIn(entry, ACCOUNTS)
  // `Ada Lovelace: { github: ada }` has the name for its key.
  const handle = accountIn(key) ?? accountsIn(entry, HANDLES)[0]
  if (handle === undefined) return []
  const said = isRecord(entry) ? entry.name : entry
  const name = typeof said === 'string' && isName(said) ? said.trim() : isName(key) && key !== handle ? key : undefined
  // `bio: Who we are.` is no person.
  if (!isRecord(entry) && name === undefined && entry !== null) return []
  const others = (names: readonly string[]) =>
    [...new Set(names)].filter((other) => other.toLowerCase() !== handle.toLowerCase())
  const elsewhere = others(accounts)
  return [
    {
      handle,
      ...(name !== undefined && { name }),
      aliases: others(accountsIn(entry, ['aliases'])),
      ...(elsewhere.length > 0 && { accounts: elsewhere }),
    },
  ]
}

/** A few words with letters in them, and no sentence. */
const isName = (text: string): boolean =>
  text.length <= 80 && /\p{L}/u.test(text) && text.trim().split(/\s+/).length <= 8 && !/[!?:;@/]|\p{Ll}\.$/u.test(text)

/** The account names that an entry gives: `cpan: ada`, `mastodon: { username: ada }`, `aliases: [al]`. */
function accountsIn(entry: unknown, keys: readonly string[]): string[] {
  if (!isRecord(entry)) return []
  return keys.flatMap((key) => {
    const value = entry[key]
    return (Array.isArray(value) ? value : [isRecord(value) ? value.username : value]).flatMap(
      (name) => accountIn(name) ?? [],
    )
  })
}

const HANDLE = '[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?'
/** `ada`, `@ada`, `@ada@chaos.example`, `https://github.com/ada` */
const ACCOUNT = new RegExp(`^(?:https?://[\\w.-]+/)?@?(${HANDLE})(?:[@:][\\w.-]+)?/?$`)

/** The account that a value names; `undefined` where it is no such thing. */
export const accountIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length < 300 ? ACCOUNT.exec(value)?.[1] : undefined

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

import { parseDocument } from 'yaml'
import { isTooMuchYaml } from '../minutes/yaml-limits.ts'
import type { Listed } from './roster.ts'

/** Where Jekyll sites keep their people (https://jekyllrb.com/docs/datafiles/#example-accessing-a-specific-author). */
export const USUAL_PEOPLE_FILE = '_data/authors.yml'

/** Keys that name an account of the same person elsewhere. */
const ACCOUNTS = [
  'github',
  'gitlab',
  'codeberg',
  'cpan',
  'pause',
  'irc',
  'nick',
  'matrix',
  'mastodon',
  'twitter',
  'x',
  'username',
  'handle',
  'aliases',
]

/**
 * The people of a YAML file: handles, each with a `name` and perhaps accounts elsewhere, which count as aliases. A list of
 * such entries will do too, each with its `handle` or `github`.
 *
 * @returns a message instead, when the file cannot be read as such.
 */
export function readPeopleFile(text: string): { people: readonly Listed[] } | { problem: string } {
  if (isTooMuchYaml(text)) return { problem: 'It is too long or too deep.' }
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
  })
  const [error] = document.errors
  if (error) return { problem: `It is not valid YAML: ${error.message}` }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return { problem: (error as Error).message }
  }
  if (value === null || value === undefined) return { people: [] }
  if (typeof value !== 'object') return { problem: 'It is no list of people.' }
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((each) => [accountsIn(each, ['handle', 'github', 'username'])[0] ?? '', each])
    : Object.entries(value)
  return { people: entries.flatMap(([key, entry]) => personOf(key, entry)) }
}

function personOf(key: string, entry: unknown): Listed[] {
  if (!HANDLE.test(key)) return []
  const handle = key.replace(/^@/, '')
  const name = typeof entry === 'string' ? entry : (entry as { name?: unknown } | null)?.name
  const aliases = accountsIn(entry, ACCOUNTS).filter((alias) => alias.toLowerCase() !== handle.toLowerCase())
  return [{ handle, ...(typeof name === 'string' && { name }), aliases: [...new Set(aliases)] }]
}

const HANDLE = /^@?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?$/

/** The account names that an entry gives: `cpan: ada`, `mastodon: { username: ada }`, `aliases: [al]`. */
function accountsIn(entry: unknown, keys: readonly string[]): string[] {
  if (typeof entry !== 'object' || entry === null) return []
  return keys.flatMap((key) => {
    const value: unknown = (entry as Record<string, unknown>)[key]
    const names = Array.isArray(value)
      ? value
      : [typeof value === 'object' && value !== null ? (value as { username?: unknown }).username : value]
    return names.flatMap((name) => (typeof name === 'string' && HANDLE.test(name) ? [name.replace(/^@/, '')] : []))
  })
}

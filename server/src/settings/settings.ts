import picomatch from 'picomatch'
import { entryOf, type FrontMatter } from '../minutes/front-matter.ts'

/** How loud a finding is, in the order from silent to loud. */
export const LEVELS = ['off', 'hint', 'information', 'warning', 'error'] as const
export type Level = (typeof LEVELS)[number]
export type Severity = Exclude<Level, 'off'>

/** What a group, or a user, may choose. Every key is optional; {@link DEFAULTS} stand for the others. */
export interface Settings {
  /** Globs, relative to the folder: which Markdown files are minutes. */
  readonly files: readonly string[]
  /** Rule id to level, for rules that shall not have their own. */
  readonly rules: Readonly<Record<string, Level>>
}

/** One setting: its key, what holds without it, and what a value must be. */
export interface SettingKey<T> {
  readonly key: string
  readonly default: T
  readonly description: string
  /** What of the value counts, and what the rest should have been. */
  read(value: unknown): { value?: T; wrong?: string }
}

/** The one table that the manifest, the documentation and the reading of settings are made from. */
export const TABLE: { readonly [K in keyof Settings]: SettingKey<Settings[K]> } = {
  files: {
    key: 'files',
    default: ['**/*minutes*.md', '**/{meetings,minutes,meeting-notes}/**/*.md'],
    description: 'Which Markdown files are minutes: globs, relative to the folder.',
    read: (value) =>
      Array.isArray(value) && value.every(isGlob)
        ? { value }
        : { wrong: 'must be a list of globs, such as ["meetings/**/*.md"]. What it says does not count.' },
  },
  rules: {
    key: 'rules',
    default: {},
    description: 'The level of single rules: off, hint, information, warning or error.',
    read: (value) => {
      if (!isRecord(value)) return { wrong: 'must name rules, each with its level. What it says does not count.' }
      const entries = Object.entries(value)
      const known = entries.filter((entry): entry is [string, Level] => isLevel(entry[1]))
      const others = entries.filter(([, level]) => !isLevel(level)).map(([id]) => `"${id}"`)
      const wrong = `gives ${others.join(', ')} a level that there is not. The levels are ${LEVELS.join(', ')}.`
      return { value: Object.fromEntries(known), ...(others.length > 0 && { wrong }) }
    },
  },
}

const isLevel = (value: unknown): value is Level => (LEVELS as readonly unknown[]).includes(value)

export const DEFAULTS: Settings = { files: TABLE.files.default, rules: TABLE.rules.default }

/** A value that cannot be used. What it would have set keeps its default. */
export interface SettingsProblem {
  readonly key: string
  readonly message: string
}

/**
 * Settings from values of unknown origin: later layers override earlier ones, and rule levels add up. What is missing,
 * or null as an unset editor setting is, counts as not said.
 */
export function readSettings(...layers: readonly unknown[]): {
  settings: Settings
  problems: readonly SettingsProblem[]
} {
  const problems: SettingsProblem[] = []
  let settings = DEFAULTS
  for (const layer of layers) {
    if (layer === undefined || layer === null) continue
    if (!isRecord(layer)) {
      problems.push({ key: '', message: 'The settings are no list of keys with values, so none of them counts.' })
      continue
    }
    const files = take(TABLE.files, layer, problems)
    const rules = take(TABLE.rules, layer, problems)
    settings = {
      files: files ?? settings.files,
      rules: rules ? { ...settings.rules, ...rules } : settings.rules,
    }
  }
  return { settings, problems }
}

function take<T>(entry: SettingKey<T>, layer: Record<string, unknown>, problems: SettingsProblem[]): T | undefined {
  const value = layer[entry.key]
  if (value === undefined || value === null) return undefined
  const { value: read, wrong } = entry.read(value)
  if (wrong) problems.push({ key: entry.key, message: `The setting "${entry.key}" ${wrong}` })
  return read
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const matchers = new Map<string, (path: string) => boolean>()

/**
 * Whether a glob has few enough stars: each more in one name multiplies the time it may take, so that a folder's settings
 * could hang a server.
 */
const isModest = (glob: string): boolean =>
  glob.split('**').length <= 4 && glob.split('/').every((name) => name.split(/\*+/).length <= 4)

/** @throws for a text that is no glob: an empty one, or one of monstrous length. */
function matcher(glob: string): (path: string) => boolean {
  let matches = matchers.get(glob)
  if (!matches) {
    matches = picomatch(glob, { nocase: true, dot: false, noextglob: true, maxLength: 1000 })
    if (matchers.size > 100) matchers.clear()
    matchers.set(glob, matches)
  }
  return matches
}

function isGlob(value: unknown): value is string {
  try {
    return typeof value === 'string' && isModest(value) && matcher(value) !== undefined
  } catch {
    return false
  }
}

/**
 * Whether a glob of the settings names this file: by its path in the folder, or with the folder's own name before it,
 * since somebody may have opened `meetings` itself.
 *
 * @param path relative to the folder, with `/`
 */
export const isMinutesPath = ({ files }: Settings, folder: string, path: string): boolean =>
  files.some((glob) => matcher(glob)(path) || matcher(glob)(`${folder}/${path}`))

/** Whether front matter alone says that a Markdown file is minutes. */
export const saysMinutes = (frontMatter: FrontMatter | undefined): boolean =>
  entryOf(frontMatter, 'meeting_time') !== undefined

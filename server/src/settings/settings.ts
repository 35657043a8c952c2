import * as v from 'valibot'
import { type Phrase, phrase } from '../text/phrase.ts'
import { isOneSlip } from '../text/slip.ts'
import type { Listed } from './roster.ts'
import { type Level, phraseIn, TABLE, type Table } from './table.ts'

export { LEVELS, type Level, type Severity } from './table.ts'

/** What a group, or a user, may choose. Every key is optional; {@link DEFAULTS} stand for the others. */
export interface Settings {
  /** Globs, relative to the folder: which Markdown files are minutes. */
  readonly files: readonly string[]
  /** The page that lists the minutes; `undefined` where it is to be found out. Relative to the folder, with `/`. */
  readonly index: string | undefined
  readonly people: {
    /** The group's own list of people: a YAML file. Relative to the folder, with `/`. */
    readonly from: string | undefined
    readonly listed: readonly Listed[]
    readonly pseudo: readonly string[]
  }
  readonly projects: readonly { readonly title: string; readonly url: string; readonly earlier: readonly string[] }[]
  /** IANA names. */
  readonly zones: readonly string[]
  readonly inlayHints: boolean
  readonly sections: { readonly required: readonly string[] }
  readonly terms: readonly string[]
  /** Whether the editor shows code lenses. */
  readonly codeLens: boolean
  /** Whether the editor shows how long a meeting has lasted. */
  readonly clock: boolean
  readonly templates: string
  readonly carryOver: CarryOver
  /** Rule id to level, for rules that shall not have their own. */
  readonly rules: Readonly<Record<string, Level>>
}

/** What new minutes take over from the previous ones. */
export interface CarryOver {
  readonly done: boolean
  readonly notes: 'auto' | 'all' | 'none'
  readonly headings: 'standing' | 'all'
}

export const DEFAULTS: Settings = {
  files: ['**/*minutes*.md', '**/{meetings,minutes,meeting-notes}/**/*.md'],
  index: undefined,
  people: { from: undefined, listed: [], pseudo: [] },
  projects: [],
  zones: [],
  inlayHints: true,
  sections: { required: [] },
  terms: [],
  codeLens: true,
  clock: true,
  templates: '.minutebook/templates',
  carryOver: { done: false, notes: 'auto', headings: 'standing' },
  rules: {},
}

/** Where something stands in the settings: keys, and numbers of entries from 0. */
export type SettingsPath = readonly (string | number)[]

/** A value that cannot be used, or a key that nobody knows. What it would have set keeps its default. */
export interface SettingsProblem {
  readonly path: SettingsPath
  /** A sentence or two for people. */
  readonly message: Phrase
}

/**
 * Settings from values of unknown origin: later layers override earlier ones, key by key, and rule levels add up. What
 * is missing, or null as an unset editor setting is, counts as not said. What is wrong is left out; the rest counts.
 */
export function readSettings(...layers: readonly unknown[]): {
  settings: Settings
  /** For each layer. */
  problems: readonly (readonly SettingsProblem[])[]
} {
  const problems: SettingsProblem[][] = []
  let settings = DEFAULTS
  for (const layer of layers) {
    const found: SettingsProblem[] = []
    problems.push(found)
    if (layer !== undefined && layer !== null) settings = withTable(settings, validate(layer, found))
  }
  return { settings, problems }
}

function withTable(settings: Settings, table: Table): Settings {
  const { files, index, people, projects, zones, inlayHints, sections, terms, codeLens, clock, templates, rules } =
    table
  const { carryOver } = table
  const listed = people?.handles && Object.entries(people.handles)
  return {
    files: files ?? settings.files,
    index: index === undefined ? settings.index : plain(index),
    people: {
      from: people?.from === undefined ? settings.people.from : plain(people.from),
      listed:
        listed?.map(([handle, { name, aliases = [] }]) => ({
          handle: bare(handle),
          ...(name && { name }),
          aliases: aliases.map(bare),
        })) ?? settings.people.listed,
      pseudo: people?.pseudo?.map(bare) ?? settings.people.pseudo,
    },
    projects: projects?.map(({ title, url, earlier = [] }) => ({ title, url, earlier })) ?? settings.projects,
    zones: zones ?? settings.zones,
    inlayHints: inlayHints ?? settings.inlayHints,
    sections: { required: sections?.required ?? settings.sections.required },
    terms: terms ?? settings.terms,
    codeLens: codeLens ?? settings.codeLens,
    clock: clock ?? settings.clock,
    templates: templates ?? settings.templates,
    carryOver: {
      done: carryOver?.done ?? settings.carryOver.done,
      notes: carryOver?.notes ?? settings.carryOver.notes,
      headings: carryOver?.headings ?? settings.carryOver.headings,
    },
    rules: rules ? { ...settings.rules, ...rules } : settings.rules,
  }
}

/** A path as the files of a folder are named: `./x` is `x`. */
const plain = (path: string) =>
  path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/') || path

const bare = (handle: string) => handle.replace(/^@/, '')

/** Each round takes out what is wrong; a value that has something else wrong in the place of that needs another. */
const MOST_ROUNDS = 5

function validate(layer: unknown, problems: SettingsProblem[]): Table {
  if (!isRecord(layer)) {
    const message = phrase`The settings are no list of keys with values, so none of them counts.`
    problems.push({ path: [], message })
    return {}
  }
  let value: unknown = withoutNulls(layer)
  // Valibot would take a list for a table whose keys are numbers.
  const lists = listsForTables(value, TABLE)
  for (const { path, message } of lists) problems.push({ path, message: noCount(nameOf(path), message) })
  const places: Places = new WeakMap()
  value = without(
    value,
    lists.map(({ path }) => path),
    places,
  )
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = v.safeParse(TABLE, value)
    if (result.success) return result.output
    for (const issue of result.issues) {
      const path = placeOf(pathOf(issue), value, places)
      if (!problems.some((known) => samePath(known.path, path)))
        problems.push({ path, message: messageOf(issue, path) })
    }
    // Where something is missing, what lacks it goes.
    const wrong = result.issues.map((issue) => (isMissing(issue) ? pathOf(issue).slice(0, -1) : pathOf(issue)))
    value = without(value, wrong, places)
    if (value === undefined) break
  }
  return {}
}

/** @param what is wrong with it */
const noCount = (name: Phrase, what: Phrase): Phrase => phrase`${name} ${what} What it says does not count.`

type Issue = v.InferIssue<typeof TABLE>

const isMissing = (issue: Issue): boolean => issue.type === 'strict_object' && issue.received === 'undefined'
const pathOf = (issue: Issue): SettingsPath => (issue.path ?? []).map(({ key }) => key as string | number)
const samePath = (a: SettingsPath, b: SettingsPath) => a.length === b.length && a.every((key, at) => key === b[at])

function messageOf(issue: Issue, path: SettingsPath): Phrase {
  if (path.length === 0) return noCount(phrase`The settings`, phraseIn(issue.message))
  const name = nameOf(path)
  if (issue.type === 'strict_object' && issue.expected === 'never') return unknownKey(path)
  if (isMissing(issue)) return phrase`${name} is missing. What it belongs to does not count.`
  const isKey = issue.path?.at(-1)?.origin === 'key'
  const own = isKey ? phrase`"${path.at(-1)!}" in ${nameOf(path.slice(0, -1))}` : name
  return noCount(own, phraseIn(issue.message))
}

/** `"people.handles.ada.aliases", entry 2,` */
function nameOf(path: SettingsPath): Phrase {
  const at = path.findIndex((key) => typeof key === 'number')
  if (at < 0) return phrase`"${path.join('.')}"`
  const [list, entry, rest] = [path.slice(0, at).join('.'), Number(path[at]) + 1, path.slice(at + 1)]
  return rest.length > 0 ? phrase`"${list}", entry ${entry}, ${nameOf(rest)}` : phrase`"${list}", entry ${entry},`
}

function unknownKey(path: SettingsPath): Phrase {
  const [key, parent] = [String(path.at(-1)), path.slice(0, -1)]
  const siblings = knownKeys(parent)
  const meant = siblings.find((known) => isOneSlip(key, known))
  const remedy = meant ? phrase`Did you mean "${meant}"?` : phrase`The keys here are ${siblings.join(', ')}.`
  return parent.length === 0
    ? phrase`There is no setting "${key}", so it changes nothing. ${remedy}`
    : phrase`${nameOf(parent)} knows no "${key}", so it changes nothing. ${remedy}`
}

/** The keys that the table knows at a place. */
function knownKeys(path: SettingsPath): readonly string[] {
  let shape = shapeOf(TABLE)
  for (const key of path) shape = shapeOf(shape?.entries?.[key] ?? shape?.item ?? shape?.value)
  return Object.keys(shape?.entries ?? {})
}

/** The places where a list stands, though a table is wanted, with what the table should be. */
function listsForTables(value: unknown, schema: unknown, path: SettingsPath = []): SettingsProblem[] {
  const shape = shapeOf(schema)
  if (!shape || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value) && !shape.item) return [{ path, message: phraseIn(shape.message!) }]
  return Object.entries(value).flatMap(([key, each]) => {
    const step = Array.isArray(value) ? Number(key) : key
    return listsForTables(each, shape.entries?.[key] ?? shape.item ?? shape.value, [...path, step])
  })
}

interface Shape {
  readonly entries?: Readonly<Record<string, unknown>>
  readonly item?: unknown
  readonly value?: unknown
  readonly message?: string
}

/** The table, list or record within what makes it optional, describes it and checks it. */
function shapeOf(schema: unknown): Shape | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined
  if ('entries' in schema || 'item' in schema || 'value' in schema) return schema as Shape
  if ('wrapped' in schema) return shapeOf(schema.wrapped)
  if (!('pipe' in schema)) return undefined
  return (schema.pipe as readonly unknown[]).map((each) => (each === schema ? undefined : shapeOf(each))).find(Boolean)
}

/** For a list that has lost entries, at which places those that are left stood before. */
type Places = WeakMap<object, readonly number[]>

/** Where what stands at a path of a value stood before anything was taken out. */
function placeOf([step, ...rest]: SettingsPath, value: unknown, places: Places): SettingsPath {
  if (step === undefined) return []
  const known = typeof value === 'object' && value !== null
  const inside = known ? (value as Record<string | number, unknown>)[step] : undefined
  const place = known && typeof step === 'number' ? places.get(value)?.[step] : undefined
  return [place ?? step, ...placeOf(rest, inside, places)]
}

/** A copy without the values at these places; a list that has lost all it had goes too. */
function without(value: unknown, paths: readonly SettingsPath[], places: Places): unknown {
  if (paths.some((path) => path.length === 0)) return undefined
  const at = (key: string | number) => paths.filter(([first]) => first === key).map((path) => path.slice(1))
  if (Array.isArray(value)) {
    const left: unknown[] = []
    const stood: number[] = []
    for (const [index, each] of value.entries()) {
      const kept = without(each, at(index), places)
      if (kept === undefined) continue
      left.push(kept)
      stood.push(places.get(value)?.[index] ?? index)
    }
    places.set(left, stood)
    return left.length === 0 && value.length > 0 ? undefined : left
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => {
      const kept = without(each, at(key), places)
      return kept === undefined ? [] : [[key, kept]]
    }),
  )
}

function withoutNulls(value: unknown): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      each === null || each === undefined ? [] : [[key, withoutNulls(each)]],
    ),
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { isTooMuchYaml } from '../minutes/yaml-limits.ts'
import { type Phrase, phrase, type Value } from '../text/phrase.ts'
import { type Span, span } from '../text/span.ts'
import type { SettingsPath } from './settings.ts'

/** The name of the file at a folder's root that holds the group's settings. */
export const SETTINGS_FILE = 'minutebook.yml'

/** A YAML file of settings, read. Offsets count in the whole text. */
export interface SettingsFile {
  readonly text: string
  /** `undefined` where it cannot be read. */
  readonly values: unknown
  /** Why it cannot be read. */
  readonly problem?: Span & { readonly message: Phrase; readonly line: number }
  /** Where a key with its value stands, or the nearest that is there around it. */
  readonly place: (path: SettingsPath) => Span
}

/**
 * Reads a `minutebook.yml`. What it says in YAML that cannot be read gives a message instead of values. Nothing in it is
 * ever executed (YAML's core schema, few aliases).
 */
export function readSettingsFile(text: string): SettingsFile {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const first = span(start, firstLineEnd(text))
  const refused = (why: Value, where: Span = first, line = 1): SettingsFile => ({
    text,
    values: undefined,
    problem: { ...where, message: phrase`${why} Until it is mended, none of its settings counts.`, line },
    place: () => first,
  })
  if (isTooMuchYaml(text)) return refused(phrase`It is too long or too deep.`)
  const counter = new LineCounter()
  const document = parseDocument(text.slice(start), {
    schema: 'core',
    prettyErrors: false,
    lineCounter: counter,
    logLevel: 'silent',
  })
  const [error] = document.errors
  if (error) {
    const from = Math.min(error.pos[0] + start, Math.max(start, text.length - 1))
    const message = error.message.replace(/\.?\s*$/, '.')
    return refused(message, span(from, Math.max(from + 1, error.pos[1] + start)), counter.linePos(error.pos[0]).line)
  }
  try {
    const values: unknown = document.toJS({ maxAliasCount: 100 })
    // Throws for an alias that holds itself, which would send whoever walks through the values round in circles.
    JSON.stringify(values)
    return {
      text,
      values,
      place: (path) => {
        const found = placeOf(document.contents, path)
        return found ? span(found.from + start, found.to + start) : first
      },
    }
  } catch (error) {
    return refused(`${(error as Error).message}.`)
  }
}

const firstLineEnd = (text: string): number => {
  const end = text.search(/\r?\n/)
  return end < 0 ? text.length : end
}

/** The span of the last key of a path that is there; of an entry of a list the entry itself. */
function placeOf(root: unknown, path: SettingsPath): Span | undefined {
  let node = root
  let found: Span | undefined
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair || !isScalar(pair.key) || !pair.key.range) return found
      const [from, end] = pair.key.range
      const value = isScalar(pair.value) && pair.value.range ? pair.value.range[1] : end
      found = span(from, Math.max(end, value))
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)]
      if (!isNode(item) || !item.range) return found
      found = span(item.range[0], item.range[1])
      node = item
    } else return found
  }
  return found
}

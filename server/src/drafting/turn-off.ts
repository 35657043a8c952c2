import { isAlias, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { readSettingsFile } from '../settings/file.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { equal } from '../text/equal.ts'
import { lineEndOf } from '../text/line-end.ts'

/**
 * The edit of a `minutebook.yml` that gives a rule a level, with all else, comments included, left as it stands.
 * `undefined` where the file cannot be read, or says `rules` in a way that has no place for one more.
 */
export function levelEdit(text: string, rule: string, level: string): TextEdit | undefined {
  const { values, problem } = readSettingsFile(text)
  if (problem) return undefined
  const wanted = withLevel(values, rule, level)
  // YAML can be written in more ways than anyone foresees: what counts is what the text says afterwards.
  return wanted && candidates(text, rule, level).find((edit) => says(applyEdits(text, [edit]), wanted))
}

const says = (text: string, wanted: unknown) => equal(readSettingsFile(text).values, wanted)

function withLevel(values: unknown, rule: string, level: string): object | undefined {
  const all = values ?? {}
  if (!isTable(all)) return undefined
  const rules = all.rules ?? {}
  return isTable(rules) ? { ...all, rules: { ...rules, [rule]: level } } : undefined
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The edits that may do, the best first. */
function candidates(text: string, rule: string, level: string): TextEdit[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const document = parseDocument(text.slice(start), { schema: 'core', prettyErrors: false, logLevel: 'silent' })
  const file: File = { text, start, eol: lineEndOf(text) }
  const root = document.contents
  const end = document.range[1] + start
  if (!isMap(root)) return [text.length, end].map((at) => lastEntry(file, at, '', ['rules', rule, level]))
  const rules = entryOf(root, 'rules')
  if (!rules) {
    if (root.flow) return firstEntry(file, root, `rules: { ${rule}: ${level} }`)
    return [text.length, end].map((at) => lastEntry(file, at, indentOf(file, root), ['rules', rule, level]))
  }
  if (!isMap(rules.value)) return saying(file, rules, [indented(file, root, rule, level), ` { ${rule}: ${level} }`])
  const own = entryOf(rules.value, rule)
  return own ? saying(file, own, [` ${level}`]) : firstEntry(file, rules.value, `${rule}: ${level}`)
}

interface File {
  readonly text: string
  /** Where the YAML begins: behind a byte order mark. */
  readonly start: number
  readonly eol: string
}

const entryOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && key.value === name)

/** `rules:` and a level below it, as the last lines before `at`. */
function lastEntry(file: File, at: number, indent: string, [key, rule, level]: readonly string[]): TextEdit {
  const { text, start, eol } = file
  const lead = at > start && text[at - 1] !== '\n' ? eol : ''
  return { from: at, to: at, insert: `${lead}${indent}${key}:${eol}${indent}  ${rule}: ${level}${eol}` }
}

/** An entry before all others of a map. */
function firstEntry({ text, start, eol }: File, map: YAMLMap, entry: string): TextEdit[] {
  const first = map.items[0]
  if (first && isScalar(first.key) && first.key.range) {
    const at = first.key.range[0] + start
    const before = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, start), at)
    const [comma, own] = [map.flow ? ',' : '', before.trim() === '']
    return [{ from: at, to: at, insert: `${entry}${comma}${own || !map.flow ? eol + before : ' '}` }]
  }
  const at = (map.range?.[0] ?? 0) + start + 1
  return map.flow ? [{ from: at, to: at, insert: ` ${entry} ` }] : []
}

/** What an entry may say instead of what it says, or of nothing. */
function saying({ text, start }: File, { key, value }: Pair, texts: readonly string[]): TextEdit[] {
  if (!isScalar(key) || !key.range) return []
  const end = key.range[1] + start
  const colon = /^[ \t]*:/.exec(text.slice(end))?.[0].length
  const written = (isScalar(value) || isAlias(value)) && value.range
  if (written && written[1] > written[0]) {
    return texts.map((each) => ({ from: written[0] + start, to: written[1] + start, insert: each.trim() }))
  }
  const at = end + (colon ?? 0)
  return texts.map((each) => ({ from: at, to: at, insert: `${colon ? '' : ':'}${each}` }))
}

const indented = (file: File, root: YAMLMap, rule: string, level: string): string =>
  `${file.eol}${indentOf(file, root)}  ${rule}: ${level}`

/** The blanks before the keys of a map. */
function indentOf({ text, start }: File, map: YAMLMap): string {
  const key = map.items[0]?.key
  const at = isScalar(key) && key.range ? key.range[0] + start : 0
  const before = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, start), at)
  return before.trim() === '' ? before : ''
}

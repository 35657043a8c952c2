import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml'
import { readSettingsFile } from '../settings/file.ts'
import { applyEdits, type TextEdit } from '../text/edit.ts'
import { equal } from '../text/equal.ts'
import { lineEndOf } from '../text/line-end.ts'

/** One more entry of a table or list in a `minutebook.yml`. */
export interface SettingsEntry {
  /** The keys that lead to the table or list, such as `people`, `handles`. */
  readonly path: readonly string[]
  /** The key of the entry in a table; absent for a list. */
  readonly key?: string
  readonly value: Readonly<Record<string, string>>
}

/**
 * The edit of a `minutebook.yml` that adds an entry as the last of its table or list, with all else, comments included,
 * left as it stands. `undefined` where the file cannot be read, or has no place for it.
 */
export function entryEdit(text: string, entry: SettingsEntry): TextEdit | undefined {
  const { values, problem } = readSettingsFile(text)
  if (problem) return undefined
  const wanted = withEntry(values ?? {}, entry.path, entry)
  // As in `turn-off.ts`: what counts is what the text says afterwards.
  const says = (edit: TextEdit) => equal(readSettingsFile(applyEdits(text, [edit])).values, wanted)
  return wanted === undefined ? undefined : candidates(text, entry).find(says)
}

type Table = Readonly<Record<string, unknown>>
const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value)

function withEntry(values: unknown, path: readonly string[], entry: SettingsEntry): unknown {
  const [step, ...rest] = path
  if (step === undefined) {
    const { key, value } = entry
    if (key === undefined) return Array.isArray(values ?? []) ? [...((values ?? []) as unknown[]), value] : undefined
    return isTable(values ?? {}) ? { ...((values ?? {}) as Table), [key]: value } : undefined
  }
  if (!isTable(values ?? {})) return undefined
  const inside = withEntry((values as Table | null)?.[step], rest, entry)
  return inside === undefined ? undefined : { ...((values ?? {}) as Table), [step]: inside }
}

function candidates(text: string, entry: SettingsEntry): readonly TextEdit[] {
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const document = parseDocument(text.slice(start), { schema: 'core', prettyErrors: false, logLevel: 'silent' })
  const file: File = { text, start, eol: lineEndOf(text) }
  let node: unknown = document.contents
  let indent = ''
  let left = entry.path
  while (left.length > 0 && isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === left[0])
    if (!pair) break
    const inside = pair.value
    indent = indentAt(file, pair)
    left = left.slice(1)
    if (inside === null || (isScalar(inside) && inside.value === null)) return belowKey(file, pair, indent, left, entry)
    node = inside
  }
  if (isMap(node) || isSeq(node)) return lastOf(file, node, left, entry)
  return node === null || node === undefined
    ? ends(file, document.range[1] + start, blockOf('', left, entry, file.eol))
    : []
}

interface File {
  readonly text: string
  readonly start: number
  readonly eol: string
}

function indentAt({ text, start }: File, { key }: Pair): string {
  const at = (isScalar(key) && key.range ? key.range[0] : 0) + start
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', at - 1) + 1, at))![0]
}

/** The entry in flow form: `ada: { name: Ada Bloom }`. */
function flow({ key, value }: SettingsEntry): string {
  const shown = (node: unknown) => {
    const document = new Document(node, { schema: 'core' })
    if (isMap(document.contents)) document.contents.flow = true
    return document.toString({ lineWidth: 0 }).trimEnd()
  }
  return key === undefined ? shown(value) : `${shown(key)}: ${shown(value)}`
}

/** The keys that are missing, each on a line, with the entry below them. */
function blockOf(indent: string, left: readonly string[], entry: SettingsEntry, eol: string): string {
  const lines = left.map((key, index) => `${indent}${'  '.repeat(index)}${key}:`)
  const deep = indent + '  '.repeat(left.length)
  return [...lines, `${deep}${entry.key === undefined ? '- ' : ''}${flow(entry)}`].join(eol)
}

/** Below a key that says nothing yet. */
function belowKey(
  file: File,
  { key }: Pair,
  indent: string,
  left: readonly string[],
  entry: SettingsEntry,
): TextEdit[] {
  const { text, start, eol } = file
  const from = (isScalar(key) && key.range ? key.range[1] : 0) + start
  const to = lineEnd(text, from)
  const block = blockOf(`${indent}  `, left, entry, eol)
  return [{ from: to, to, insert: `${eol}${block}` }]
}

const lineEnd = (text: string, at: number): number => {
  const end = text.slice(at).search(/\r|\n/)
  return end < 0 ? text.length : at + end
}

/** Behind the last entry of a table or list. */
function lastOf(file: File, node: YAMLMap | YAMLSeq, left: readonly string[], entry: SettingsEntry): TextEdit[] {
  const { text, start, eol } = file
  const [from, end] = node.range!
  if (node.flow) {
    const close = end + start - 1
    const missing = left.reduceRight((inside, key) => `${key}: { ${inside} }`, flow(entry))
    const isEmpty = node.items.length === 0
    const head = text.slice(0, close).trimEnd().length
    const comma = isEmpty || text[head - 1] === ',' ? '' : ','
    const lead = isEmpty && isMap(node) ? ' ' : isEmpty ? '' : ' '
    const tail = isMap(node) ? ' ' : ''
    return [{ from: head, to: close, insert: `${comma}${lead}${missing}${tail}` }]
  }
  const at = from + start
  const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).replace(/[^ \t]/g, '')
  const block = blockOf(indent, left, entry, eol)
  // A comment behind the last entry stays with it; one on lines of its own may belong to what follows.
  const last = lineEnd(text, text.slice(0, end + start).trimEnd().length)
  const values = lastValueEnd(node)
  const near = values === undefined ? last : lineEnd(text, values + start)
  return [near, last].map((to) => ({ from: to, to, insert: `${eol}${block}` }))
}

/** Where the last value of all ends, comments behind it aside. */
function lastValueEnd(node: unknown): number | undefined {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1)
    const pair = last as Pair | undefined
    const inside = isMap(node) ? (pair?.value ?? pair?.key) : last
    const found = lastValueEnd(inside)
    if (found !== undefined) return found
  }
  return (node as { range?: readonly number[] } | undefined)?.range?.[1]
}

/** At the end of a file that says nothing. */
function ends({ text, eol }: File, end: number, block: string): TextEdit[] {
  return [text.length, end].map((at) => {
    const lead = at > 0 && !/[\r\n\uFEFF]$/.test(text.slice(0, at)) ? eol : ''
    return { from: at, to: at, insert: `${lead}${block}${eol}` }
  })
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** One value of an interface. */
export interface Field {
  readonly name: string
  readonly optional: boolean
  readonly type: string
  /** Its comment, on one line. */
  readonly means: string
}

const FILE = 'server/src/protocol/messages.ts'
const FOLDER = 'server/src/protocol/messages'

/** What the messages beyond the protocol say of themselves, in comments that are for users too. */
const source = [
  ...(existsSync(FILE) ? [FILE] : []),
  ...(existsSync(FOLDER) ? readdirSync(FOLDER).map((name) => `${FOLDER}/${name}`) : []),
]
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

/** The fields of an interface, those that it extends before them; `undefined` where there is none of this name. */
export function fieldsOf(name: string): readonly Field[] | undefined {
  const found = new RegExp(`^(?:export )?interface ${name}(?: extends (\\w+))? \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(
    source,
  )
  if (!found) return undefined
  const [, base, body] = found
  const own = [...body!.matchAll(/^(?: {2}\/\*\*([\s\S]*?)\*\/\n)? {2}(\w+)(\?)?: (.+)$/gm)].map(
    ([, comment, field, optional, type]): Field => ({
      name: field!,
      optional: optional !== undefined,
      type: type!,
      means: plain(comment ?? ''),
    }),
  )
  return [...(base ? (fieldsOf(base) ?? []) : []), ...own]
}

/** The names that a type says something by, such as `Place`. */
export const namesIn = (type: string): readonly string[] => type.match(/\b[A-Z]\w+/g) ?? []

/** A type that is one of several values, as it is written. */
export const aliasOf = (name: string): string | undefined =>
  new RegExp(`^(?:export )?type ${name} = (.+)$`, 'm').exec(source)?.[1]

/** What each command takes and answers, by its id: the comment before it, or before those above it. */
export function commandShapes(): ReadonlyMap<string, { readonly takes: string; readonly answers: string }> {
  const list = /export const Commands = \{\n([\s\S]*?)^\}/m.exec(source)![1]!
  const shapes = new Map<string, { takes: string; answers: string }>()
  let shape = { takes: '', answers: '' }
  for (const [, comment, id] of list.matchAll(/^(?: {2}\/\*\* (.*) \*\/\n)? {2}\w+: '([\w.]+)'/gm)) {
    const [, takes, answers] = /^\{@link (\w+)\} → (.*)$/.exec(comment ?? '') ?? []
    if (takes) shape = { takes, answers: plain(answers!) }
    shapes.set(id!, shape)
  }
  return shapes
}

/** A comment as a sentence in Markdown. */
const plain = (comment: string): string =>
  comment
    .replace(/\n\s*\*/g, ' ')
    .replace(/\{@link (\w+)(?:\.(\w+))?\}/g, (_, name: string, of?: string) => `\`${of ?? name}\``)
    .replace(/\s+/g, ' ')
    .trim()

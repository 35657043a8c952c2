import matter from 'gray-matter'
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { type Span, span } from '../text/span.ts'
import { isTooMuchYaml } from './yaml-limits.ts'

/** A key of the front matter, with its place. */
export interface FrontMatterEntry {
  readonly key: string
  readonly keySpan: Span
  /** The value's place; empty when there is none. */
  readonly valueSpan: Span
  /** The value as written, and without quotes. */
  readonly raw: string
  readonly text: string
}

export interface FrontMatterProblem extends Span {
  readonly kind: 'unclosed' | 'invalid' | 'language'
  /** What the YAML reader said, or the language's name. */
  readonly detail: string
}

/** The YAML block a file may begin with, as Jekyll reads it. Offsets count in the whole text. */
export interface FrontMatter extends Span {
  /** The span between the delimiter lines. */
  readonly inner: Span
  readonly entries: readonly FrontMatterEntry[]
  readonly data: Readonly<Record<string, unknown>>
  readonly problems: readonly FrontMatterProblem[]
}

// gray-matter runs `---js` blocks even when told another language: nothing here may ever reach its own engines.
const refuse = () => ({})
const ENGINES = Object.fromEntries(
  ['yaml', 'json', 'js', 'javascript', 'coffee', 'coffeescript', 'cson', 'toml'].map((name) => [name, refuse]),
)

const OPENING = /^\uFEFF?---([^\n]*)(?:\n|$)/
const CLOSING = /^(?:---|\.\.\.)[ \t\r]*$/gm

/** The front matter of a text, `undefined` when it does not begin with `---`. Never throws: what is wrong is data. */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const opening = OPENING.exec(text)
  if (!opening) return undefined
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const language = opening[1]!.trim()
  // `----` is a thematic break, not an opening.
  if (language.startsWith('-')) return undefined
  CLOSING.lastIndex = opening[0].length
  const closing = opening[0].endsWith('\n') ? CLOSING.exec(text) : null
  const line = span(start, opening[0].trimEnd().length)
  const unclosed = (): FrontMatter => {
    const to = endOfKeys(text, opening[0].length)
    return {
      ...read(text, span(start, to), span(opening[0].length, to)),
      problems: [{ ...line, kind: 'unclosed', detail: '' }],
    }
  }
  // A lone `---` may be a thematic break. It is front matter when a key follows at once.
  if (!closing) return KEY.test(text.slice(opening[0].length, opening[0].length + 200)) ? unclosed() : undefined
  const inner = span(opening[0].length, closing.index)
  const after = closing.index + closing[0].length
  const to = text[after] === '\n' ? after + 1 : after
  if (language && !/^ya?ml$/i.test(language)) {
    return {
      from: start,
      to,
      inner,
      entries: [],
      data: {},
      problems: [{ ...line, kind: 'language', detail: language }],
    }
  }
  const frontMatter = read(text, span(start, to), inner)
  // The `---` that was found may be a thematic break far below, with the minutes swallowed in between.
  const swallowed = frontMatter.problems.length > 0 && KEY.test(text.slice(inner.from, inner.from + 200))
  return swallowed && /^\s*\n#{1,6} /.test(text.slice(endOfKeys(text, inner.from), inner.to)) ? unclosed() : frontMatter
}

const KEY = /^[A-Za-z_][\w-]*[ \t]*:/

/** The lines that still look like YAML: with the closing line missing, the minutes themselves must not be swallowed. */
function endOfKeys(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end + 1
    if (!/^(?:[A-Za-z_][\w-]*[ \t]*:(?:\s|$)|[ \t]+\S|- )/.test(text.slice(at, stop))) break
    at = stop
  }
  return at
}

function read(text: string, whole: Span, inner: Span): FrontMatter {
  const yaml = text.slice(inner.from, inner.to)
  if (isTooMuchYaml(yaml)) {
    const problem = { from: inner.from, to: inner.to, kind: 'invalid', detail: 'It is too long or too deep.' } as const
    return { ...whole, inner, entries: [], data: {}, problems: [problem] }
  }
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    schema: 'core',
    prettyErrors: false,
    lineCounter: counter,
    logLevel: 'silent',
    uniqueKeys: true,
  })
  const problems = document.errors.slice(0, 1).map((error): FrontMatterProblem => {
    const from = Math.min(inner.from + error.pos[0], Math.max(inner.from, inner.to - 1))
    // The reader points at the first sign of a key that is there twice.
    const word = /^[\w-]*/.exec(text.slice(from, inner.to))![0].length
    return {
      from,
      to: Math.max(from + 1, from + word, Math.min(inner.from + error.pos[1], inner.to)),
      kind: 'invalid',
      detail: error.message,
    }
  })
  const entries: FrontMatterEntry[] = []
  if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      if (!isScalar(key) || !key.range) continue
      const at =
        isScalar(value) && value.range ? span(inner.from + value.range[0], inner.from + value.range[1]) : undefined
      const keySpan = span(inner.from + key.range[0], inner.from + key.range[1])
      const valueSpan = at ?? span(keySpan.to, keySpan.to)
      const raw = text.slice(valueSpan.from, valueSpan.to)
      entries.push({ key: String(key.value), keySpan, valueSpan, raw, text: raw.replace(/^(["'])([\s\S]*)\1$/, '$2') })
    }
  }
  return {
    ...whole,
    inner,
    entries,
    data: problems.length > 0 ? {} : dataOf(document.toJS.bind(document)),
    problems,
  }
}

function dataOf(toJs: (options: { maxAliasCount: number }) => unknown): Record<string, unknown> {
  try {
    const engine = () => {
      const value = toJs({ maxAliasCount: 100 })
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
    }
    // An options object of its own keeps gray-matter from its shared cache. Its text is a stand-in, as ours is read
    // already, and as it takes quadratic time for blank lines.
    return matter('---\nkeys\n---\n', { language: 'yaml', engines: { ...ENGINES, yaml: engine } }).data
  } catch {
    return {} // Too many aliases, or a value that cannot be built: the keys are known by their places all the same.
  }
}

/** The entry of a key. */
export const entryOf = (frontMatter: FrontMatter | undefined, key: string): FrontMatterEntry | undefined =>
  frontMatter?.entries.find((entry) => entry.key === key)

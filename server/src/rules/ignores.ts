import type { FrontMatter } from '../minutes/front-matter.ts'
import { blockAt, type Minutes } from '../minutes/minutes.ts'
import type { TextEdit } from '../text/edit.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { overlaps, type Span } from '../text/span.ts'

/**
 * A remark that a finding is to be ignored: `<!-- minutebook-ignore weekday -->`, which neither kramdown nor GitHub shows,
 * or `# minutebook-ignore weekday` in front matter. It speaks of its own line or, alone on it, of the next.
 */
interface Ignore {
  /** The line it speaks of. */
  readonly line: Span
  /** Empty for all rules. */
  readonly rules: readonly string[]
}

const WORD = 'minutebook-ignore'
const COMMENT = /<!--[ \t]*minutebook-ignore\b([ \t,\w-]*?)(?::[^\n]*?)?[ \t]*-->/g
const YAML_COMMENT = /#[ \t]*minutebook-ignore\b([ \t,\w-]*)$/gm

const ignoresOf = memo(({ text, frontMatter, body }: Minutes): readonly Ignore[] => {
  if (!text.includes(WORD)) return []
  const found: Ignore[] = []
  for (const match of text.matchAll(COMMENT)) if (match.index >= body) found.push(readIgnore(text, match))
  for (const match of text.slice(0, frontMatter?.to ?? 0).matchAll(YAML_COMMENT)) found.push(readIgnore(text, match))
  return found
})

function readIgnore(text: string, match: RegExpMatchArray): Ignore {
  const at = match.index!
  const line = lineAround(text, at)
  const rest = text.slice(line.from, at) + text.slice(at + match[0].length, line.to)
  const alone = /^[\s>]*$/.test(rest)
  const rules = match[1]!.split(/[ \t,]+/).filter(Boolean)
  return { line: alone ? lineAround(text, nextLine(text, line.to)) : line, rules }
}

const nextLine = (text: string, end: number) => Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1))

/** Whether the text has any finding ignored. */
export const hasIgnores = (minutes: Minutes): boolean => ignoresOf(minutes).length > 0

/** Whether the text says itself that a finding of a rule at a place is to be ignored. */
export function isIgnored(minutes: Minutes, rule: string, { from }: Span): boolean {
  return ignoresOf(minutes).some(
    ({ line, rules }) => line.from <= from && from <= line.to && (rules.length === 0 || rules.includes(rule)),
  )
}

/**
 * The edit that has a finding ignored where it stands; `undefined` where a comment would show or break something, as in
 * tables, in code and on the delimiters of front matter.
 */
export function ignoringEdit(minutes: Minutes, rule: string, { from }: Span): TextEdit | undefined {
  const { text, frontMatter, body } = minutes
  const line = lineAround(text, from)
  const words = text.slice(line.from, line.to)
  const known = /(?:<!--|#)[ \t]*minutebook-ignore\b[ \t,\w-]*?(?=[ \t]*(?::|-->|$))/.exec(words)
  if (known) {
    const at = line.from + known.index + known[0].length
    return { from: at, to: at, insert: ` ${rule}` }
  }
  const end = line.from + words.trimEnd().length
  if (frontMatter && from < body) return inFrontMatter(frontMatter, line, end, rule)
  const comment = `<!-- ${WORD} ${rule} -->`
  const block = minutes.blocks[blockAt(minutes, from)]
  const inBlock = block && overlaps(block, { from: line.from, to: line.to + 1 })
  const kind = inBlock ? block.content.kind : 'paragraph'
  if (kind === 'heading') {
    const eol = text.includes('\r\n') ? '\r\n' : '\n'
    const start = lineAround(text, block!.from).from
    return { from: start, to: start, insert: `${comment}${eol}` }
  }
  if (kind === 'table' || kind === 'code' || kind === 'other') return undefined
  return { from: end, to: end, insert: `${end > line.from ? ' ' : ''}${comment}` }
}

function inFrontMatter({ inner }: FrontMatter, line: Span, end: number, rule: string): TextEdit | undefined {
  if (line.from < inner.from || line.to > inner.to) return undefined
  return { from: end, to: end, insert: ` # ${WORD} ${rule}` }
}

import type { Minutes } from '../minutes/minutes.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { type Span, touches } from '../text/span.ts'
import { hasLiquidCode, isInLiquidCode } from './liquid-code.ts'

/**
 * A remark that a finding is to be ignored: `<!-- minutebook-ignore weekday -->`, which neither kramdown nor GitHub shows,
 * or `# minutebook-ignore weekday` in front matter. It speaks of its own line or, alone on it, of the next.
 */
interface Ignore {
  /** The line it speaks of. */
  readonly line: Span
  /** Empty for all rules. */
  readonly rules: readonly string[]
  /** Where one more rule can be named. */
  readonly end: number
}

export const WORD = 'minutebook-ignore'
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
  const end = at + match[0].indexOf(WORD) + WORD.length + match[1]!.trimEnd().length
  return { line: alone ? lineAround(text, nextLine(text, line.to)) : line, rules, end }
}

const nextLine = (text: string, end: number) => Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1))

/** Whether the text has any finding ignored. */
export const hasIgnores = (minutes: Minutes): boolean => ignoresOf(minutes).length > 0 || hasLiquidCode(minutes)

/** Whether the text says itself that a finding of a rule at a place is to be ignored, or that it is code there. */
export const isIgnored = (minutes: Minutes, rule: string, { from }: Span): boolean =>
  isInLiquidCode(minutes, from) ||
  ignoresOf(minutes).some(({ line, rules }) => touches(line, from) && (rules.length === 0 || rules.includes(rule)))

/** Where a remark that speaks of a place takes one more rule; `undefined` where there is none. */
export const remarkFor = (minutes: Minutes, { from }: Span): number | undefined =>
  ignoresOf(minutes).find(({ line }) => touches(line, from))?.end

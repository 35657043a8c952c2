import { type Series, seriesNear } from '../book/series.ts'
import type { FrontMatterProblem } from '../minutes/front-matter.ts'
import { fileDay, meetingDay, meetingTime } from '../minutes/meeting.ts'
import { formatClock } from '../minutes/times.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { type Fix, type Message, type Report, type Rule, replace, type Subject } from './rule.ts'

export const frontMatter: Rule = {
  id: 'front-matter',
  severity: 'error',
  summary: 'front matter that is unclosed, invalid or in a refused language; keys that the other minutes have',
  document: (subject) => {
    const { text, frontMatter } = subject.minutes
    const problems = frontMatter?.problems ?? []
    if (problems.length === 0) return missingKeys(subject)
    const inner = text.slice(frontMatter!.inner.from, frontMatter!.inner.to)
    return problems.filter((problem) => !isProse(inner, problem)).map((problem) => report(subject, problem))
  },
}

/** Two thematic breaks with a paragraph between them, not settings that went wrong. */
const isProse = (inner: string, { kind }: FrontMatterProblem): boolean =>
  kind === 'invalid' && !/^["']?[\w-]+["']?[ \t]*:(?:\s|$)|^[{[]/m.test(inner)

function report({ minutes: { text, frontMatter } }: Subject, problem: FrontMatterProblem): Report {
  return {
    from: problem.from,
    to: problem.to,
    message: explain(problem),
    fixes: fixesFor(text, frontMatter!.inner, problem),
  }
}

function explain({ kind, detail }: FrontMatterProblem): Message {
  switch (kind) {
    case 'unclosed':
      return {
        wrong: 'The front matter is not closed.',
        why: 'The site takes all that follows for settings, or shows the settings as text.',
        remedy: 'Put a line "---" behind its last key.',
      }
    case 'language':
      return {
        wrong: `Front matter in "${detail}" is not read.`,
        why: 'Some tools would run it as a program; minutes are text.',
        remedy: 'Write it in YAML, between two lines "---".',
      }
    case 'invalid':
      return {
        wrong: `The front matter is not valid YAML: ${detail.replace(/\s+/g, ' ').replace(/\.?$/, '.')}`,
        why: 'The site will not know the title or the time of the meeting.',
        remedy: 'Correct the line; a value with a colon in it needs quotes.',
      }
  }
}

function fixesFor(
  text: string,
  inner: { from: number; to: number },
  { kind, from, detail }: FrontMatterProblem,
): Fix[] {
  if (kind === 'unclosed') {
    const eol = text.slice(0, inner.to).includes('\r\n') ? '\r\n' : '\n'
    const lead = inner.to > 0 && text[inner.to - 1] !== '\n' ? eol : ''
    return [
      replace('Close the front matter', { from: inner.to, to: inner.to }, `${lead}---${eol}`, { preferred: true }),
    ]
  }
  if (kind !== 'invalid' || !/^nested mapping/i.test(detail)) return []
  const line = lineAround(text, from)
  const found = /^([A-Za-z_][\w-]*:[ \t]+)([^"'[{|>&*!%@`#\s][^\n]*: [^\n]*?)[ \t\r]*$/.exec(
    text.slice(line.from, line.to),
  )
  if (!found) return []
  const where = { from: line.from + found[1]!.length, to: line.from + found[1]!.length + found[2]!.length }
  return [replace('Put the value in quotes', where, JSON.stringify(found[2]), { preferred: true })]
}

/** How many other minutes, and what share of them, must have a key for it to be missed here. */
const ENOUGH = 4
const SHARE = 0.75

function missingKeys(subject: Subject): Report[] {
  const { minutes, path, book } = subject
  if (!fileDay(path)) return []
  const series = seriesNear(book, path)
  const others = series ? series.parts.length - (series.parts.some((part) => part.path === path) ? 1 : 0) : 0
  if (!series || others < ENOUGH) return []
  const has = new Set(minutes.frontMatter?.entries.map(({ key }) => key))
  const missing = [...keysIn(series)]
    .filter(([key, count]) => count >= SHARE * others && !has.has(key))
    .map(([key]) => key)
  if (missing.length === 0) return []
  const known = minutes.frontMatter
  const lines = missing.flatMap((key) => valueFor(key, subject, series) ?? [])
  const eol = minutes.text.includes('\r\n') ? '\r\n' : '\n'
  const block = lines.map((line) => line + eol).join('')
  const at = known ? known.inner.to : minutes.body
  const edit = known
    ? replace('Add them', { from: at, to: at }, block)
    : replace('Add them', { from: at, to: at }, `---${eol}${block}---${eol}`)
  const line = lineAround(minutes.text, known?.from ?? minutes.body)
  return [
    {
      from: known?.from ?? minutes.body,
      to: known ? lineAround(minutes.text, known.to - 2).to : line.to,
      message: {
        wrong: `The front matter has no ${list(missing)}, as the other minutes have.`,
        why: 'The site shows these minutes otherwise than the rest, or not at all.',
        remedy: `Add ${missing.length > 1 ? 'them' : 'it'}.`,
      },
      fixes: lines.length === missing.length ? [edit] : [],
      quiet: 'hint',
    },
  ]
}

/** How many minutes of a series have each key. */
const keysIn = memo(({ parts }: Series): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { frontMatter } of parts) for (const [key] of frontMatter) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
})

/** A line for a missing key, written as the nearest other minutes have it; `undefined` when it cannot be known. */
function valueFor(key: string, { minutes, path }: Subject, { parts }: Series): string | undefined {
  const day = meetingDay(minutes, path)
  const others = parts.filter((part) => part.path !== path && part.frontMatter.some(([name]) => name === key))
  const values = others.map((part) => [part.day!, part.frontMatter.find(([name]) => name === key)![1]] as const)
  const [, latest] = values.at(-1)!
  if (key === 'meeting_time') {
    const time = meetingTime(minutes)
    return day && time !== undefined ? `${key}: ${day} ${formatClock(time)} UTC` : undefined
  }
  if (values.every(([, value]) => value === latest)) return `${key}: ${latest}`
  const dated = values.findLast(([own, value]) => value.includes(own))
  return dated && day ? `${key}: ${dated[1].replace(dated[0], day.toString())}` : `${key}: ${latest}`
}

const list = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

import { type Series, seriesNear } from '../book/series.ts'
import { scanDates } from '../minutes/dates.ts'
import type { FrontMatterProblem } from '../minutes/front-matter.ts'
import { fileDay, meetingDay, meetingTime } from '../minutes/meeting.ts'
import { formatClock } from '../minutes/times.ts'
import { lineEndOf } from '../text/line-end.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { orList, type Phrase, phrase } from '../text/phrase.ts'
import { type Fix, type Message, type Report, type Rule, replace, type Subject } from './rule.ts'

export const frontMatter: Rule = {
  id: 'front-matter',
  severity: 'error',
  summary: 'front matter that is unclosed, invalid or in a refused language; keys that the other minutes have',
  needsBook: true,
  reads: () => undefined,
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
        wrong: phrase`The front matter is not closed.`,
        why: phrase`The site takes all that follows for settings, or shows the settings as text.`,
        remedy: phrase`Put a line "---" behind its last key.`,
      }
    case 'language':
      return {
        wrong: phrase`Front matter in "${detail}" is not read.`,
        why: phrase`Some tools would run it as a program; minutes are text.`,
        remedy: phrase`Write it in YAML, between two lines "---".`,
      }
    case 'invalid':
      return {
        wrong: phrase`The front matter is not valid YAML: ${detail.replace(/\s+/g, ' ').replace(/\.?$/, '.')}`,
        why: phrase`The site will not know the title or the time of the meeting.`,
        remedy: phrase`Correct the line; a value with a colon in it needs quotes.`,
      }
  }
}

function fixesFor(
  text: string,
  inner: { from: number; to: number },
  { kind, from, detail }: FrontMatterProblem,
): Fix[] {
  if (kind === 'unclosed') {
    const eol = lineEndOf(text.slice(0, inner.to))
    const lead = inner.to > 0 && text[inner.to - 1] !== '\n' ? eol : ''
    return [
      replace(phrase`Close the front matter`, { from: inner.to, to: inner.to }, `${lead}---${eol}`, {
        preferred: true,
      }),
    ]
  }
  if (kind !== 'invalid' || !/^nested mapping/i.test(detail)) return []
  const line = lineAround(text, from)
  const found = /^([A-Za-z_][\w-]*:[ \t]+)([^"'[{|>&*!%@`#\s][^\n]*: [^\n]*?)[ \t\r]*$/.exec(
    text.slice(line.from, line.to),
  )
  if (!found) return []
  const where = { from: line.from + found[1]!.length, to: line.from + found[1]!.length + found[2]!.length }
  return [replace(phrase`Put the value in quotes`, where, JSON.stringify(found[2]), { preferred: true })]
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
  const missing = keysIn(series).filter(({ key, count }) => count >= SHARE * others && !has.has(key))
  if (missing.length === 0) return []
  const known = minutes.frontMatter
  const values = missing.map((use) => valueFor(use, subject))
  const eol = lineEndOf(minutes.text)
  const block = missing.map(({ key }, index) => `${`${key}: ${values[index] ?? ''}`.trimEnd()}${eol}`).join('')
  const at = known ? known.inner.to : minutes.body
  const isOne = missing.length === 1
  const insert = known ? block : `---${eol}${block}---${eol}`
  const line = lineAround(minutes.text, known?.from ?? minutes.body)
  return [
    {
      from: known?.from ?? minutes.body,
      to: known ? lineAround(minutes.text, known.to - 2).to : line.to,
      message: {
        wrong: phrase`The front matter has no ${orList(missing.map(({ key }) => key))}, as the other minutes have.`,
        why: phrase`The site shows these minutes otherwise than the rest, or not at all.`,
        remedy: isOne ? phrase`Add it.` : phrase`Add them.`,
      },
      fixes: [replace(titleFor(isOne, values.includes(undefined)), { from: at, to: at }, insert)],
      quiet: 'hint',
    },
  ]
}

function titleFor(isOne: boolean, isOpen: boolean): Phrase {
  if (isOpen) return isOne ? phrase`Add it, to be filled in` : phrase`Add them, to be filled in`
  return isOne ? phrase`Add it` : phrase`Add them`
}

interface KeyUse {
  readonly key: string
  /** How many minutes of a series have it. */
  readonly count: number
  /** What they have there, with {@link DAY} for the day of the meeting. */
  readonly forms: ReadonlySet<string>
}

const keysIn = memo(({ parts }: Series): readonly KeyUse[] => {
  const uses = new Map<string, { key: string; count: number; forms: Set<string> }>()
  for (const { frontMatter, day } of parts) {
    for (const [key, value] of frontMatter) {
      const use = uses.get(key) ?? { key, count: 0, forms: new Set() }
      uses.set(key, use)
      use.count++
      use.forms.add(value.replaceAll(day, DAY))
    }
  }
  return [...uses.values()]
})

/** Stands for the day of the meeting. */
const DAY = '\0'

/**
 * What these minutes have for a missing key: what all others have, or what they make of their own day made of this one.
 * `undefined` where it cannot be known.
 */
function valueFor({ key, forms }: KeyUse, { minutes, path }: Subject): string | undefined {
  const day = meetingDay(minutes, path)
  if (key === 'meeting_time') {
    const time = meetingTime(minutes)
    return day && time !== undefined ? `${day} ${formatClock(time)} UTC` : undefined
  }
  const [form] = forms
  // A day left in it, or an hour, is that of another meeting; what goes on below the key is not to be told in a line.
  if (forms.size > 1 || form!.includes('\n') || /\d:\d\d/.test(form!) || scanDates(form!).length > 0) return undefined
  return form!.includes(DAY) ? day && form!.replaceAll(DAY, day.toString()) : form
}

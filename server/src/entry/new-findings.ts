import type { Finding } from '../rules/rule.ts'
import { lineAround } from '../text/lines.ts'
import { english } from '../text/phrase.ts'
import type { FileResult } from './file-result.ts'

/** A finding, with what tells whether another one is the same. */
interface Told {
  readonly finding: Finding
  readonly path: string
  readonly rule: string
  readonly wrong: string
  /** The words that it is about. */
  readonly words: string
  /** The lines that it stands in, and those around them. */
  readonly lines: string
  readonly around: string
  /** Where it stands in a file that did not change. */
  readonly place: string | undefined
  /** Whether the file is there in one version alone. */
  readonly isMoved: boolean
}

/**
 * The results with those findings alone that were not there before. A finding is the same where it stands in the same
 * line, or says the same of the same words in a line that was changed. Of the same one twice, where it was once, the one
 * with other neighbours is new.
 *
 * @param before the results of an earlier version.
 */
export function newAmong(results: readonly FileResult[], before: readonly FileResult[]): FileResult[] {
  const old = new Map(before.map((result) => [result.path, result]))
  const now = new Map(results.map((result) => [result.path, result]))
  const found = unmatched(
    results.flatMap((result) => told(result, old.get(result.path))),
    before.flatMap((result) => told(result, now.get(result.path))),
  )
  return results.map(({ failure, ...result }) => ({
    ...result,
    findings: result.findings.filter((finding) => found.has(finding)),
    ...(failure !== undefined && old.get(result.path)?.failure === undefined && { failure }),
  }))
}

function told({ path, text, findings }: FileResult, other: FileResult | undefined): Told[] {
  return findings.map((finding) => {
    const first = lineAround(text, finding.from)
    const last = lineAround(text, Math.max(finding.from, finding.to - 1))
    const [above, below] = [lineAround(text, Math.max(0, first.from - 1)), lineAround(text, nextLine(text, last.to))]
    return {
      finding,
      path,
      rule: finding.rule,
      wrong: english(finding.message.wrong),
      words: text.slice(finding.from, finding.to),
      lines: plain(text.slice(first.from, last.to)),
      around: plain(`${text.slice(above.from, above.to)}\n${text.slice(below.from, below.to)}`),
      place: other?.text === text ? `${finding.from} ${finding.to}` : undefined,
      isMoved: other === undefined,
    }
  })
}

const nextLine = (text: string, end: number) => Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1))

/** Git may keep a text with other line ends. */
const plain = (text: string) => text.replace(/\r\n?/g, '\n')

/** A message without how many there are of something: that changes as the book grows. */
const uncounted = (message: string) => message.replace(/(?<![\d.:/-])\d{1,4}(?![\d.:/-]*\d)/g, '#')

/** What is the same of the same finding, the surest first; `undefined` where it does not come into question. */
const SAME: readonly ((each: Told) => readonly string[] | undefined)[] = [
  ({ path, rule, place, wrong }) => (place === undefined ? undefined : [path, rule, place, wrong]),
  // Whatever the others' minutes say of it by now.
  ({ path, rule, place }) => (place === undefined ? undefined : [path, rule, place]),
  ({ path, rule, lines, wrong, around }) => [path, rule, lines, wrong, around],
  ({ path, rule, lines, wrong }) => [path, rule, lines, wrong],
  ({ path, rule, lines, wrong }) => [path, rule, lines, uncounted(wrong)],
  // Its line was changed elsewhere.
  ({ path, rule, words, wrong }) => [path, rule, words, uncounted(wrong)],
  // A file may have got another name.
  ({ isMoved, rule, lines, wrong, around }) => (isMoved ? [rule, lines, wrong, around] : undefined),
  ({ isMoved, rule, lines, wrong }) => (isMoved ? [rule, lines, uncounted(wrong)] : undefined),
]

function unmatched(now: readonly Told[], before: readonly Told[]): ReadonlySet<Finding> {
  const [fresh, old] = [new Set(now), new Set(before)]
  for (const same of SAME) {
    const keyOf = (each: Told) => JSON.stringify(same(each)) as string | undefined
    const known = new Map<string, Told[]>()
    for (const each of old) {
      const key = keyOf(each)
      if (key === undefined) continue
      const alike = known.get(key)
      if (alike) alike.push(each)
      else known.set(key, [each])
    }
    for (const each of fresh) {
      const match = known.get(keyOf(each) ?? '')?.shift()
      if (!match) continue
      fresh.delete(each)
      old.delete(match)
    }
  }
  return new Set([...fresh].map(({ finding }) => finding))
}

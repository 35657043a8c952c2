import { type Book, withParts } from '../../book/book.ts'
import { partOf } from '../../book/part.ts'
import type { PlainDate } from '../../minutes/calendar.ts'
import { type Minutes, parseMinutes } from '../../minutes/minutes.ts'
import { check } from '../../rules/check.ts'
import { editsTogether, preferredFix, safeFix } from '../../rules/fixing.ts'
import type { Finding, Report } from '../../rules/rule.ts'
import type { Settings } from '../../settings/settings.ts'
import { applyEdits } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import type { Phrase } from '../../text/phrase.ts'
import { slice } from '../../text/span.ts'

/** A finding of ours in what was carried over, with what was done about it. */
export interface Mended {
  readonly rule: string
  readonly text: string
  readonly to: string
  readonly why: Phrase
}

/** The draft in its book. */
export interface Place {
  readonly path: string
  readonly day: PlainDate
  readonly book: Book
  readonly settings: Settings
  readonly files: ReadonlySet<string> | undefined
}

/** One remedy may bring up another finding. */
const MOST_ROUNDS = 10

/**
 * Minutes with what could be mended line by line without changing what they mean: a box that is written as none would
 * be taken for no box. Lines stay where they are.
 */
export function mendLines(minutes: Minutes, place: Place): Minutes {
  const { text } = minutes
  const findings = findingsIn(minutes, place)
  const boxes = new Set<Report>(findings.filter(({ rule }) => rule === 'checkbox'))
  const edits = editsTogether(findings, (finding) => {
    const fix = safeFix(finding) ?? (boxes.has(finding) ? preferredFix(finding) : undefined)
    return fix?.edits.every((edit) => !/[\r\n]/.test(slice(text, edit) + edit.insert)) ? fix : undefined
  })
  return edits.length === 0 ? minutes : parseMinutes(applyEdits(text, edits))
}

/** A draft with the likeliest remedy of every finding of ours made, and the findings for which there is none. */
export function mend(
  draft: string,
  place: Place,
): { text: string; mended: readonly Mended[]; left: readonly Finding[] } {
  const mended: Mended[] = []
  let text = draft
  for (let round = 0; ; round++) {
    const findings = findingsIn(parseMinutes(text), place)
    const remedyOf = remedyIn(text)
    const remedied = findings.filter((finding) => remedyOf(finding) !== undefined)
    const edits = editsTogether(remedied, remedyOf)
    if (edits.length === 0 || round === MOST_ROUNDS) return { text, mended, left: findings }
    for (const finding of remedied) {
      const line = lineAround(text, finding.from)
      const own = (remedyOf(finding)?.edits ?? []).filter(({ from, to }) => line.from <= from && to <= line.to)
      const before = slice(text, line)
      const now = applyEdits(
        before,
        own.map((edit) => ({ ...edit, from: edit.from - line.from, to: edit.to - line.from })),
      )
      mended.push({ rule: finding.rule, text: before.trim(), to: now.trim(), why: finding.message.wrong })
    }
    text = applyEdits(text, edits)
  }
}

/** The remedy of a finding; of several that are as likely, one that changes no more than blanks leaves the page as it is. */
const remedyIn = (text: string) => (finding: Report) =>
  safeFix(finding) ??
  preferredFix(finding) ??
  finding.fixes?.find(({ edits }) => edits.every((edit) => (slice(text, edit) + edit.insert).trim() === ''))

function findingsIn(minutes: Minutes, { path, day, book, settings, files }: Place): readonly Finding[] {
  const own = withParts(book, [partOf(minutes, path)])
  return check({ minutes, path, day, book: own, settings, files: files && new Set([...files, path]) }).findings
}

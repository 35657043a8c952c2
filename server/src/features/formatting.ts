import type { TextEdit as LspEdit, Range } from 'vscode-languageserver-types'
import { parseMinutes } from '../minutes/minutes.ts'
import { editsTogether, safeFix } from '../rules/fixing.ts'
import { isIgnored } from '../rules/ignores.ts'
import { invisibleCharacter, invisibleIn } from '../rules/invisible-character.ts'
import { listStyle } from '../rules/list-style.ts'
import { levelOf, type Report, type Rule, type Subject } from '../rules/rule.ts'
import { whitespace, whitespaceIn } from '../rules/whitespace.ts'
import { applyEdits } from '../text/edit.ts'
import { lineEdits } from '../text/line-edits.ts'
import { linesOf } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { type OpenMinutes, rangeOf } from './document.ts'

/** What formatting goes by: the rules about what readers of the page do not see. Each finding by itself, however many. */
const GOES_BY: readonly { readonly rule: Rule; readonly reports: (subject: Subject) => readonly Report[] }[] = [
  { rule: whitespace, reports: ({ minutes }) => whitespaceIn(minutes) },
  // The loud ones hide a list or a heading from Markdown: to mend them changes the page.
  { rule: invisibleCharacter, reports: ({ minutes }) => invisibleIn(minutes).filter(({ quiet }) => quiet) },
  { rule: listStyle, reports: (subject) => listStyle.document!(subject) },
]

/** A fix may make another possible, and touch what a third one wanted to mend. */
const MOST_ROUNDS = 20

/**
 * The edits that format a document: all that can be mended without a change to the page that its readers see.
 *
 * @param range format no more than the lines it touches.
 */
export function formatting(open: OpenMinutes, range?: Range): LspEdit[] {
  const { document, minutes } = open
  return lineEdits(minutes.text, formatted(open, range && linesIn(range))).map((edit) => ({
    range: rangeOf(document, edit),
    newText: edit.insert,
  }))
}

/** Lines from 0, `last` included. */
interface Lines {
  readonly first: number
  readonly last: number
}

/** A selection that ends before the first sign of a line does not touch it. */
const linesIn = ({ start, end }: Range): Lines => ({
  first: start.line,
  last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line,
})

/** The text, formatted. No edit makes a line or takes one away. */
function formatted(open: OpenMinutes, lines: Lines | undefined): string {
  let subject: Subject = open
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = editsTogether(findingsIn(subject, lines && spanOf(subject.minutes.text, lines)), safeFix)
    if (edits.length === 0) break
    subject = { ...subject, minutes: parseMinutes(applyEdits(subject.minutes.text, edits)) }
  }
  return subject.minutes.text
}

/** In the order of their places. */
function findingsIn(subject: Subject, span: Span | undefined): readonly Report[] {
  const { minutes, settings } = subject
  return GOES_BY.filter(({ rule }) => levelOf(rule, settings) !== 'off')
    .flatMap(({ rule, reports }) => reports(subject).filter((report) => !isIgnored(minutes, rule.id, report)))
    .filter((report) => !span || safeFix(report)?.edits.every(({ from, to }) => span.from <= from && to <= span.to))
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

function spanOf(text: string, { first, last }: Lines): Span {
  const lines = linesOf(text)
  const [from, to] = [lines[Math.max(first, 0)], lines[Math.min(last, lines.length - 1)]]
  return from && to ? { from: from.from, to: to.to } : { from: text.length, to: text.length }
}

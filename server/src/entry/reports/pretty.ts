import type { Finding } from '../../rules/rule.ts'
import { WHICH_ARE_MINUTES } from '../../settings/minutes-files.ts'
import type { Severity } from '../../settings/settings.ts'
import { lineAround, lineStarts, positionAt } from '../../text/lines.ts'
import { type Phrase, phrase, type Say } from '../../text/phrase.ts'
import type { FileResult } from '../file-result.ts'
import { columnsOf, cut, harmless, type Style } from '../terminal.ts'
import { shownPath } from './shown.ts'

const SEVERITIES: Readonly<Record<Severity, Phrase>> = {
  error: phrase`error`,
  warning: phrase`warning`,
  information: phrase`information`,
  hint: phrase`hint`,
}

const COLOURS = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'cyan' } as const

/** How wide a report is where it is not for a terminal. */
const WIDTH = 120

/**
 * A report for people: each finding with its line and a caret below it.
 *
 * @param width how many columns there are; a longer line of the minutes is cut.
 */
export function prettyReport(
  results: readonly FileResult[],
  folder: string,
  say: Say,
  style: Style,
  width = WIDTH,
): string {
  const lines: string[] = []
  for (const { path, text, findings, failure } of results) {
    if (findings.length === 0 && !failure) continue
    lines.push(style(harmless(shownPath(path, folder)), 'underline', 'bold'))
    if (failure) lines.push(`  ${style(say(SEVERITIES.error), 'red')}  ${failure}`)
    const starts = lineStarts(text)
    const table = {
      place: Math.max(PLACE, longest(findings.map(({ from }) => placeIn(starts, from)))),
      severity: longest(findings.map(({ severity }) => say(SEVERITIES[severity]))),
    }
    for (const finding of findings) lines.push(...prettyFinding(finding, text, starts, table, width, say, style))
    lines.push('')
  }
  const fixed = results.filter((result) => result.fixed).length
  if (fixed > 0) lines.push(style(say(phrase`Fixed ${filesOf(fixed)}.`), 'bold'))
  lines.push(total(results, say, style))
  return `${lines.join('\n')}\n`
}

/** How wide a place is at least, and what stands before the text of a line. */
const [PLACE, GUTTER] = [7, 11]

const longest = (texts: readonly string[]) => texts.reduce((most, { length }) => Math.max(most, length), 0)

function placeIn(starts: readonly number[], offset: number): string {
  const { line, character } = positionAt(starts, offset)
  return `${line + 1}:${character + 1}`
}

function prettyFinding(
  finding: Finding,
  text: string,
  starts: readonly number[],
  table: { readonly place: number; readonly severity: number },
  width: number,
  say: Say,
  style: Style,
): string[] {
  const place = placeIn(starts, finding.from)
  const { wrong, why, remedy } = finding.message
  const colour = COLOURS[finding.severity]
  const name = say(SEVERITIES[finding.severity])
  const severity = style(name, colour) + ' '.repeat(table.severity - name.length)
  const number = place.slice(0, place.indexOf(':')).padStart(6)
  const { before, inside, after } = excerpt(text, finding, Math.max(NARROWEST, width - GUTTER - 1))
  const carets = '^'.repeat(Math.max(1, columnsOf(inside)))
  return [
    `  ${place.padEnd(table.place)} ${severity}  ${harmless(say(wrong))}  ${style(finding.rule, 'dim')}`,
    `${' '.repeat(table.place + 3)}${style(harmless(`${say(why)} ${say(remedy)}`), 'dim')}`,
    style(`  ${number} | `, 'dim') + before + inside + after,
    `${' '.repeat(GUTTER + columnsOf(before))}${style(carets, colour)}`,
  ]
}

const NARROWEST = 40

/** A finding's line around its place, as a terminal with so many columns may show it. */
function excerpt(text: string, { from, to }: Finding, room: number): { before: string; inside: string; after: string } {
  const line = lineAround(text, from)
  // No line is gone through from end to end for each of its findings; no sign is cut in two.
  const start = wholeSign(text, Math.max(line.from, from - 4 * room))
  const end = wholeSign(text, Math.min(line.to, from + 4 * room))
  const stop = Math.min(to, end)
  const [head, middle, tail] = [text.slice(start, from), text.slice(from, stop), text.slice(stop, end)].map(harmless)
  const behind = columnsOf(middle!) + columnsOf(tail!)
  // What stands before it gets half of the room, and what is left of the other half.
  const before = cut(head!, Math.max(room >> 1, room - behind), start > line.from, 'start')
  const left = room - columnsOf(before)
  const inside = cut(middle!, left, false, 'end')
  const after = inside === middle ? cut(tail!, left - columnsOf(inside), end < line.to, 'end') : ''
  return { before, inside, after }
}

/** An offset that does not cut a surrogate pair in two. */
const wholeSign = (text: string, at: number) => (/^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at + 1 : at)

function total(results: readonly FileResult[], say: Say, style: Style): string {
  const findings = results.flatMap((result) => result.findings)
  const count = (...levels: readonly Severity[]) => findings.filter(({ severity }) => levels.includes(severity)).length
  const failures = results.filter(({ failure }) => failure).length
  const [errors, warnings, hints] = [count('error') + failures, count('warning'), count('hint', 'information')]
  const files = filesOf(results.length)
  if (errors + warnings + hints === 0)
    return say(
      results.length === 0 ? phrase`No minutes here. ${WHICH_ARE_MINUTES}` : phrase`${files} checked: nothing found.`,
    )
  const text = phrase`${errorsOf(errors)}, ${warningsOf(warnings)}, ${hintsOf(hints)} in ${files}.`
  return style(say(text), 'bold', errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'cyan')
}

const errorsOf = (count: number) => (count === 1 ? phrase`1 error` : phrase`${count} errors`)
const warningsOf = (count: number) => (count === 1 ? phrase`1 warning` : phrase`${count} warnings`)
const hintsOf = (count: number) => (count === 1 ? phrase`1 hint` : phrase`${count} hints`)
const filesOf = (count: number) => (count === 1 ? phrase`1 file` : phrase`${count} files`)

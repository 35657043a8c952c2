import type { Finding } from '../../rules/rule.ts'
import { WHICH_ARE_MINUTES } from '../../settings/minutes-files.ts'
import type { Severity } from '../../settings/settings.ts'
import { lineAround, lineStarts, positionAt } from '../../text/lines.ts'
import { visible } from '../../text/visible.ts'
import type { FileResult } from '../check.ts'
import { shownPath } from './shown.ts'

export type Style = (
  text: string,
  ...styles: readonly ('red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'underline')[]
) => string

const COLOURS = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'cyan' } as const

/** A report for people: each finding with its line and a caret below it. */
export function prettyReport(results: readonly FileResult[], folder: string, style: Style): string {
  const lines: string[] = []
  for (const { path, text, findings, failure } of results) {
    if (findings.length === 0 && !failure) continue
    lines.push(style(harmless(shownPath(path, folder)), 'underline', 'bold'))
    if (failure) lines.push(`  ${style('error', 'red')}  ${failure}`)
    const starts = lineStarts(text)
    for (const finding of findings) lines.push(...prettyFinding(finding, text, starts, style))
    lines.push('')
  }
  const fixed = results.filter((result) => result.fixed).length
  if (fixed > 0) lines.push(style(`Fixed ${fixed} ${fixed === 1 ? 'file' : 'files'}.`, 'bold'))
  lines.push(total(results, style))
  return `${lines.join('\n')}\n`
}

function prettyFinding(finding: Finding, text: string, starts: readonly number[], style: Style): string[] {
  const { line, character } = positionAt(starts, finding.from)
  const place = `${line + 1}:${character + 1}`.padEnd(7)
  const { wrong, why, remedy } = finding.message
  const number = String(line + 1).padStart(6)
  const { before, inside, after } = excerpt(text, finding)
  const carets = '^'.repeat(Math.max(1, columnsOf(inside)))
  return [
    `  ${place} ${style(finding.severity, COLOURS[finding.severity])}  ${harmless(wrong)}  ${style(finding.rule, 'dim')}`,
    `          ${style(harmless(`${why} ${remedy}`), 'dim')}`,
    style(`  ${number} | `, 'dim') + before + inside + after,
    `${' '.repeat(11 + columnsOf(before))}${style(carets, COLOURS[finding.severity])}`,
  ]
}

/** How much of a long line is shown: so many code units before the place, and so many from there on. */
const [BEFORE, BEHIND] = [60, 50]

/** A finding's line around its place, as a terminal may show it. */
function excerpt(text: string, { from, to }: Finding): { before: string; inside: string; after: string } {
  const line = lineAround(text, from)
  const start = wholeSign(text, from - line.from > BEFORE ? from - BEFORE : line.from)
  const end = wholeSign(
    text,
    line.to - from > BEHIND ? Math.max(Math.min(to, from + 2 * BEHIND), from + BEHIND) : line.to,
  )
  const stop = Math.min(to, line.to, end)
  return {
    before: (start > line.from ? '…' : '') + harmless(text.slice(start, from)),
    inside: harmless(text.slice(from, stop)),
    after: harmless(text.slice(stop, Math.min(end, line.to))) + (end < line.to ? '…' : ''),
  }
}

/** An offset that does not cut a surrogate pair in two. */
const wholeSign = (text: string, at: number) => (/^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at + 1 : at)

/** Text of a file for a terminal: nothing in it commands that, and each sign has the same width everywhere. */
const harmless = (text: string) => visible(text.replace(/\u00a0/g, ' ').replace(/[\u200b\u200e\u200f\ufeff]/g, ''))

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** Emoji, and what UAX #11 (East Asian Width) calls wide. */
const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
const NARROW = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** How many columns of a terminal a text takes. */
const columnsOf = (text: string): number =>
  Array.from(signs.segment(text), ({ segment }): number =>
    WIDE.test(segment) ? 2 : NARROW.test(segment) ? 0 : 1,
  ).reduce((sum, columns) => sum + columns, 0)

function total(results: readonly FileResult[], style: Style): string {
  const findings = results.flatMap((result) => result.findings)
  const count = (...levels: readonly Severity[]) => findings.filter(({ severity }) => levels.includes(severity)).length
  const failures = results.filter(({ failure }) => failure).length
  const [errors, warnings, hints] = [count('error') + failures, count('warning'), count('hint', 'information')]
  const plural = (number: number, name: string) => `${number} ${name}${number === 1 ? '' : 's'}`
  const files = plural(results.length, 'file')
  if (errors + warnings + hints === 0)
    return results.length === 0 ? `No minutes here. ${WHICH_ARE_MINUTES}` : `${files} checked: nothing found.`
  const text = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(hints, 'hint')} in ${files}.`
  return style(text, 'bold', errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'cyan')
}

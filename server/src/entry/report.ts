import { relative, sep } from 'node:path'
import type { Finding, Fix } from '../rules/rule.ts'
import type { Severity } from '../settings/settings.ts'
import { lineAround, lineStarts, positionAt } from '../text/lines.ts'
import type { FileResult } from './check.ts'

/** ESLint's numbers; what is quieter than a warning is 0. */
const NUMBERS: Record<Severity, 0 | 1 | 2> = { error: 2, warning: 1, information: 0, hint: 0 }

export const messageOf = ({ message: { wrong, why, remedy } }: Finding): string => `${wrong} ${why} ${remedy}`

/** ESLint's JSON: a list with one entry a file. Lines and columns count from 1, `range` in UTF-16 offsets. */
export function jsonReport(results: readonly FileResult[], folder: string): string {
  const report = results.map(({ path, text, findings, failure }) => {
    const starts = lineStarts(text)
    const messages = findings.map((finding) => {
      const [from, to] = [positionAt(starts, finding.from), positionAt(starts, finding.to)]
      const fix = finding.fixes?.find((each) => each.safe && each.edits.length === 1)
      const suggestions = finding.fixes?.filter((each) => each !== fix && each.edits.length === 1)
      return {
        ruleId: finding.rule,
        severity: NUMBERS[finding.severity],
        message: messageOf(finding),
        line: from.line + 1,
        column: from.character + 1,
        endLine: to.line + 1,
        endColumn: to.character + 1,
        ...(fix && { fix: eslintFix(fix) }),
        ...(suggestions?.length && {
          suggestions: suggestions.map((each) => ({ desc: each.title, fix: eslintFix(each) })),
        }),
      }
    })
    if (failure) messages.push({ ...UNREADABLE, message: failure })
    return { filePath: shown(path, folder), messages }
  })
  return `${JSON.stringify(report, null, 2)}\n`
}

const UNREADABLE = {
  ruleId: null as unknown as string,
  fatal: true,
  severity: 2 as const,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 1,
}

const eslintFix = ({ edits: [edit] }: Fix) => ({ range: [edit!.from, edit!.to], text: edit!.insert })

/** A path as the report shows it: relative to the working folder, with `/`. */
const shown = (path: string, folder: string) => (relative(folder, path) || '.').split(sep).join('/')

type Style = (text: string, ...styles: readonly ('red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'underline')[]) => string

const COLOURS = { error: 'red', warning: 'yellow', information: 'cyan', hint: 'cyan' } as const

/** A report for people: each finding with its line and a caret below it. */
export function prettyReport(results: readonly FileResult[], folder: string, style: Style): string {
  const lines: string[] = []
  for (const { path, text, findings, failure } of results) {
    if (findings.length === 0 && !failure) continue
    lines.push(style(shown(path, folder), 'underline', 'bold'))
    if (failure) lines.push(`  ${style('error', 'red')}  ${failure}`)
    const starts = lineStarts(text)
    for (const finding of findings) lines.push(...prettyFinding(finding, text, starts, style))
    lines.push('')
  }
  lines.push(total(results, style))
  return `${lines.join('\n')}\n`
}

function prettyFinding(finding: Finding, text: string, starts: readonly number[], style: Style): string[] {
  const { line, character } = positionAt(starts, finding.from)
  const place = `${line + 1}:${character + 1}`.padEnd(8)
  const { wrong, why, remedy } = finding.message
  const source = lineAround(text, finding.from)
  const number = String(line + 1).padStart(6)
  // Long lines are shown around the place.
  const start = Math.max(source.from, finding.from - 60)
  const cut = text.slice(start, Math.min(source.to, start + 110)).replace(/[\t\u00a0]/g, ' ')
  const width = Math.max(1, Math.min(finding.to, source.to, start + 110) - finding.from)
  return [
    `  ${place}${style(finding.severity, COLOURS[finding.severity])}  ${wrong}  ${style(finding.rule, 'dim')}`,
    `          ${style(`${why} ${remedy}`, 'dim')}`,
    style(`  ${number} | `, 'dim') + cut,
    `${' '.repeat(11 + finding.from - start)}${style('^'.repeat(width), COLOURS[finding.severity])}`,
  ]
}

function total(results: readonly FileResult[], style: Style): string {
  const findings = results.flatMap((result) => result.findings)
  const count = (...levels: readonly Severity[]) => findings.filter(({ severity }) => levels.includes(severity)).length
  const failures = results.filter(({ failure }) => failure).length
  const [errors, warnings, hints] = [count('error') + failures, count('warning'), count('hint', 'information')]
  const plural = (number: number, name: string) => `${number} ${name}${number === 1 ? '' : 's'}`
  const files = plural(results.length, 'file')
  if (errors + warnings + hints === 0)
    return results.length === 0 ? 'No minutes here.' : `${files} checked: nothing found.`
  const text = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(hints, 'hint')} in ${files}.`
  return style(text, 'bold', errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'cyan')
}

/** Whether anything is at warning or above. */
export const isLoud = ({ findings, failure }: FileResult): boolean =>
  failure !== undefined || findings.some(({ severity }) => NUMBERS[severity] > 0)

import { safeFix } from '../../rules/fixing.ts'
import type { Fix } from '../../rules/rule.ts'
import { lineStarts, positionAt } from '../../text/lines.ts'
import { english } from '../../text/phrase.ts'
import type { FileResult } from '../file-result.ts'
import { messageOf, NUMBERS, shownPath } from './shown.ts'

/**
 * ESLint's JSON: a list with one entry a file, its path relative to the folder. Lines and columns count from 1, `range` in
 * UTF-16 offsets. Hints, which ESLint does not know, have severity 0 and are in no count.
 */
export function jsonReport(results: readonly FileResult[], folder: string): string {
  const report = results.map(({ path, text, findings, failure }) => {
    const starts = lineStarts(text)
    const messages = findings.map((finding) => {
      const [from, to] = [positionAt(starts, finding.from), positionAt(starts, finding.to)]
      const safe = safeFix(finding)
      const fix = safe?.edits.length === 1 ? safe : undefined
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
          suggestions: suggestions.map((each) => ({ desc: english(each.title), fix: eslintFix(each) })),
        }),
      }
    })
    if (failure) messages.push({ ...UNREADABLE, message: failure })
    const count = (severity: number, wanted: (message: (typeof messages)[number]) => boolean = () => true) =>
      messages.filter((message) => message.severity === severity && wanted(message)).length
    return {
      filePath: shownPath(path, folder),
      messages,
      errorCount: count(2),
      fatalErrorCount: failure ? 1 : 0,
      warningCount: count(1),
      fixableErrorCount: count(2, ({ fix }) => fix !== undefined),
      fixableWarningCount: count(1, ({ fix }) => fix !== undefined),
    }
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

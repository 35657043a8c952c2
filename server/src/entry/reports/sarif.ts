import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder'
import { RULES } from '../../rules/index.ts'
import type { Level, Severity } from '../../settings/settings.ts'
import { lineStarts, positionAt } from '../../text/lines.ts'
import type { FileResult } from '../file-result.ts'
import { messageOf, shownPath } from './shown.ts'

const LEVELS: Readonly<Record<Level, 'none' | 'note' | 'warning' | 'error'>> = {
  off: 'none',
  hint: 'note',
  information: 'note',
  warning: 'warning',
  error: 'error',
}

/** SARIF 2.1.0 (OASIS), as code hosts take it. Lines and columns count from 1, in UTF-16 code units. */
export function sarifReport(results: readonly FileResult[], folder: string, version: string): string {
  const run = new SarifRunBuilder({ columnKind: 'utf16CodeUnits' }).initSimple({
    toolDriverName: 'minutebook',
    toolDriverVersion: version,
  })
  for (const { id, summary, severity } of RULES) {
    const rule = new SarifRuleBuilder({ defaultConfiguration: { level: LEVELS[severity] } })
    run.addRule(rule.initSimple({ ruleId: id, shortDescriptionText: sentence(summary) }))
  }
  for (const { path, text, findings, failure } of results) {
    const fileUri = shownPath(path, folder).split('/').map(encodeURIComponent).join('/')
    const starts = lineStarts(text)
    for (const finding of findings) {
      const [start, end] = [positionAt(starts, finding.from), positionAt(starts, finding.to)]
      run.addResult(
        new SarifResultBuilder().initSimple({
          level: LEVELS[finding.severity satisfies Severity],
          messageText: messageOf(finding),
          ruleId: finding.rule,
          fileUri,
          startLine: start.line + 1,
          startColumn: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
        }),
      )
    }
    if (failure) {
      run.addResult(
        new SarifResultBuilder().initSimple({
          level: 'error',
          messageText: failure,
          ruleId: 'unreadable-file',
          fileUri,
        }),
      )
    }
  }
  const log = new SarifBuilder()
  log.addRun(run)
  return `${log.buildSarifJsonString({ indent: true })}\n`
}

const sentence = (words: string) => `${words[0]!.toUpperCase()}${words.slice(1)}.`

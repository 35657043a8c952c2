import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types'
import type { Finding } from '../rules/rule.ts'
import type { Severity } from '../settings/settings.ts'
import type { Say } from '../text/phrase.ts'
import { visible } from '../text/visible.ts'
import { rangeOf } from './document.ts'

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** More than anybody reads, and what VS Code keeps of a file. */
const MOST = 1000

/** Findings as diagnostics. @param say in the editor's language @param page where a rule's page can be opened */
export const diagnosticsOf = (
  document: TextDocument,
  findings: readonly Finding[],
  say: Say,
  page: (rule: string) => string | undefined,
): Diagnostic[] => findings.slice(0, MOST).map((finding) => diagnosticOf(document, finding, say, page))

export function diagnosticOf(
  document: TextDocument,
  finding: Finding,
  say: Say,
  page: (rule: string) => string | undefined,
): Diagnostic {
  const { wrong, why, remedy } = finding.message
  const href = page(finding.rule)
  return {
    range: rangeOf(document, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    ...(href && { codeDescription: { href } }),
    source: 'minutebook',
    // On two lines: a list shows what is wrong, and the rest does not push it out of sight.
    message: `${visible(say(wrong))}\n${visible(`${say(why)} ${say(remedy)}`)}`,
  }
}

import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver-types'
import type { Finding } from '../rules/rule.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type OpenMinutes, rangeOf } from './document.ts'

/** The quick fixes for what was found in a range. */
export function codeActions(
  { document }: OpenMinutes,
  findings: readonly Finding[],
  range: Range,
  page: (rule: string) => string | undefined,
): CodeAction[] {
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)]
  const near = findings.filter((finding) => finding.from <= to && finding.to >= from)
  return near.flatMap((finding) =>
    (finding.fixes ?? []).map((fix): CodeAction => {
      const edits = fix.edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.insert }))
      return {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(document, finding, page)],
        ...(fix.preferred && { isPreferred: true }),
        edit: { changes: { [document.uri]: edits } },
      }
    }),
  )
}

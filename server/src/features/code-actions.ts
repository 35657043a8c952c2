import type { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type CodeAction,
  CodeActionKind,
  CreateFile,
  type TextEdit as LspEdit,
  type Range,
  TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types'
import { levelEdit } from '../drafting/turn-off.ts'
import { editsTogether, preferredFix, safeFix } from '../rules/fixing.ts'
import { ignoringEdit } from '../rules/ignoring.ts'
import type { Finding } from '../rules/rule.ts'
import type { TextEdit } from '../text/edit.ts'
import { lineStarts, positionAt } from '../text/lines.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { visible } from '../text/visible.ts'
import { diagnosticOf } from './diagnostics.ts'
import { type OpenMinutes, rangeOf } from './document.ts'

/** Mends at once all that can be mended without changing what the minutes mean. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.minutebook`

/** The folder's own settings, as they stand in the file or, where it is open, in the editor. */
export interface SettingsSource {
  readonly uri: string
  /** `undefined` where there is no such file. */
  readonly text: string | undefined
  /** Whether the editor can create a file as part of an edit. */
  readonly canCreate: boolean
}

/** What may be done about the findings in a range: quick fixes first, then the wider remedies. */
export function codeActions(
  open: OpenMinutes,
  findings: readonly Finding[],
  range: Range,
  page: (rule: string) => string | undefined,
  settings: SettingsSource | undefined,
): CodeAction[] {
  const { document, say } = open
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)]
  const near = findings.filter((finding) => finding.from <= to && finding.to >= from)
  const fixes = near.flatMap((finding) =>
    (finding.fixes ?? []).map(
      (fix): CodeAction => ({
        title: visible(say(fix.title)),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnosticOf(document, finding, say, page)],
        ...(fix.preferred && { isPreferred: true }),
        edit: editOf(document, fix.edits),
      }),
    ),
  )
  const firstOfEach = near.filter((finding, at) => near.findIndex(({ rule }) => rule === finding.rule) === at)
  const wider = firstOfEach.flatMap((finding): CodeAction[] => {
    const diagnostics = [diagnosticOf(document, finding, say, page)]
    const action = (title: Phrase, edit: WorkspaceEdit | undefined): CodeAction[] =>
      edit ? [{ title: say(title), kind: CodeActionKind.QuickFix, diagnostics, edit }] : []
    return [
      ...action(phrase`Fix all of ${finding.rule} in this file`, allOfRule(document, findings, finding.rule)),
      ...action(phrase`Ignore ${finding.rule} here`, ignoring(open, finding)),
      ...action(phrase`Turn ${finding.rule} off for this folder`, settings && turningOff(settings, finding.rule)),
    ]
  })
  return [...fixes, ...wider]
}

/** {@link FIX_ALL}: none where there is nothing to mend. */
export function fixAll({ document, say }: OpenMinutes, findings: readonly Finding[]): CodeAction[] {
  const edits = editsTogether(findings, safeFix)
  if (edits.length === 0) return []
  const title = say(phrase`Fix all that cannot change what the minutes mean`)
  return [{ title, kind: FIX_ALL, edit: editOf(document, edits) }]
}

/** The preferred fix of every finding of a rule, where there are several. */
function allOfRule(document: TextDocument, findings: readonly Finding[], rule: string): WorkspaceEdit | undefined {
  const own = findings.filter((finding) => finding.rule === rule && preferredFix(finding))
  return own.length > 1 ? editOf(document, editsTogether(own, preferredFix)) : undefined
}

function ignoring({ document, minutes }: OpenMinutes, finding: Finding): WorkspaceEdit | undefined {
  const edit = ignoringEdit(minutes, finding.rule, finding)
  return edit && editOf(document, [edit])
}

function turningOff({ uri, text, canCreate }: SettingsSource, rule: string): WorkspaceEdit | undefined {
  if (text === undefined && !canCreate) return undefined
  const edit = levelEdit(text ?? '', rule, 'off')
  if (!edit) return undefined
  const starts = lineStarts(text ?? '')
  const range = { start: positionAt(starts, edit.from), end: positionAt(starts, edit.to) }
  const edits = [{ range, newText: edit.insert }]
  if (text !== undefined) return { changes: { [uri]: edits } }
  return {
    documentChanges: [
      CreateFile.create(uri, { ignoreIfExists: true }),
      TextDocumentEdit.create({ uri, version: null }, edits),
    ],
  }
}

const editOf = (document: TextDocument, edits: readonly TextEdit[]): WorkspaceEdit => ({
  changes: {
    [document.uri]: edits.map((edit): LspEdit => ({ range: rangeOf(document, edit), newText: edit.insert })),
  },
})

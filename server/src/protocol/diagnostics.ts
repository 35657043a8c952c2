import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import { diagnosticsOf } from '../features/diagnostics.ts'
import { check, type Failure } from '../rules/check.ts'
import { ruleNamed } from '../rules/index.ts'
import type { Finding } from '../rules/rule.ts'
import { touches } from '../text/span.ts'
import type { OpenDocument } from './documents.ts'
import { folderOfSettings, settingsDiagnostics } from './settings-document.ts'
import { folderOf, type State, understand } from './state.ts'
import { pushTemplate } from './templates.ts'

/** How long after the last keystroke a word counts as written, in milliseconds. */
const PAUSE = 3000

/**
 * What is wrong in an open document as of now; nothing when it is not minutes. What the folder's other minutes may yet
 * show to be right is left out.
 */
export function findingsOf(state: State, document: OpenDocument): readonly Finding[] {
  // Until the folder has been read, no rule is asked that goes by its book.
  const open = understand(state, document, folderOf(state, document.uri).isRead)
  if (!open) {
    document.checked = undefined
    return []
  }
  document.checked = check(open, document.checked, !open.folder.isRead)
  const { findings, failures } = document.checked
  logFailures(state, failures)
  return findings.filter((finding) => !isWaiting(finding, document))
}

/** Says once what went wrong with a rule: it would at every keystroke. */
export function logFailures({ connection, logged }: State, failures: readonly Failure[]): void {
  for (const { rule, error } of failures) {
    const message = `The rule "${rule}" failed, so some of its findings may be missing. ${(error as Error)?.stack ?? error}`
    if (logged.has(message)) continue
    logged.add(message)
    connection.console.error(message)
  }
}

function isWaiting(finding: Finding, { caret, rested, text }: OpenDocument): boolean {
  const waits = ruleNamed(finding.rule)?.waits
  if (caret === undefined || !waits) return false
  if (waits === 'pause') return !rested && touches(finding, caret)
  const line = (offset: number) => text.positionAt(offset).line
  return line(finding.from) <= line(caret) && line(caret) <= line(finding.to)
}

function diagnose(state: State, document: OpenDocument): readonly Diagnostic[] {
  return diagnosticsOf(document.text, findingsOf(state, document), state.say, state.host.page)
}

// No two reports may share a number: not of a document closed and opened again, nor of two runs of the server.
const run = Math.random().toString(36).slice(2)
let reports = 0

/** Answers `textDocument/diagnostic`. */
export function pull(
  state: State,
  uri: string,
  previous: string | undefined,
  token: CancellationToken,
): DocumentDiagnosticReport | Promise<DocumentDiagnosticReport> {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
  const { settling } = folderOf(state, uri)
  if (settling) return settling.then(() => pull(state, uri, previous, token))
  const document = state.documents.get(uri)
  if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
  const folder = folderOfSettings(state, uri)
  if (folder) return settingsDiagnostics(state, folder, document).then((items) => report(document, items, previous))
  return report(document, diagnose(state, document), previous)
}

function report(
  document: OpenDocument,
  items: readonly Diagnostic[],
  previous: string | undefined,
): DocumentDiagnosticReport {
  const { reported } = document
  if (!reported || !same(reported.items, items)) {
    document.reported = { id: `${run} ${++reports}`, items }
  }
  const { id } = document.reported!
  if (previous === id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
  return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...items] }
}

/** Publishes, for editors that do not ask. */
export function push(state: State, document: OpenDocument): void {
  if (pushTemplate(state, document)) return
  const { version } = document.text
  const { settling } = folderOf(state, document.uri)
  if (settling) {
    void settling.then(() => state.documents.get(document.uri)?.text.version === version && push(state, document))
    return
  }
  const send = (diagnostics: readonly Diagnostic[]) =>
    void state.connection.sendDiagnostics({ uri: document.uri, version, diagnostics: [...diagnostics] })
  const folder = folderOfSettings(state, document.uri)
  if (folder)
    void settingsDiagnostics(state, folder, document).then((items) => version === document.text.version && send(items))
  else send(diagnose(state, document))
}

/** Whether two lists of diagnostics say the same. */
export function same(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, index) => alike(one, b[index]!))
}

const alike = (a: Diagnostic, b: Diagnostic): boolean =>
  a.range.start.line === b.range.start.line &&
  a.range.start.character === b.range.start.character &&
  a.range.end.line === b.range.end.line &&
  a.range.end.character === b.range.end.character &&
  a.code === b.code &&
  a.severity === b.severity &&
  a.message === b.message

/** Has every open document looked at again: the book or the settings changed. */
export function refresh(state: State): void {
  if (state.can.pullDiagnostics) {
    for (const document of state.documents.all()) pushTemplate(state, document)
    // An editor that is about to end may leave it unanswered.
    if (state.can.refreshDiagnostics) state.connection.languages.diagnostics.refresh().catch(() => {})
    return
  }
  for (const document of state.documents.all()) push(state, document)
}

/** Looks again at findings that wait for the caret, once it has rested. */
export function waiter(state: State): (document: OpenDocument) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (document) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const waited = document.checked?.findings.filter((finding) => isWaiting(finding, document))
      document.rested = true
      if (!waited?.some((finding) => !isWaiting(finding, document))) return
      try {
        refresh(state)
      } catch (error) {
        // Nobody waits for an answer here, and the server must go on.
        state.connection.console.error(String((error as Error).stack))
      }
    }, PAUSE)
  }
}

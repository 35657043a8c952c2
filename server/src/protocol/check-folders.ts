import { type CancellationToken, type Diagnostic, DiagnosticSeverity, type ProgressToken } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { diagnosticsOf } from '../features/diagnostics.ts'
import { meetingDay } from '../minutes/meeting.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import { check } from '../rules/check.ts'
import type { Severity } from '../settings/settings.ts'
import { phrase } from '../text/phrase.ts'
import { stepAside } from './aside.ts'
import { findingsOf, logFailures, same } from './diagnostics.ts'
import type { OpenDocument } from './documents.ts'
import { type Folder, pathOf } from './folder.ts'
import type { CheckedFolders } from './messages.ts'
import type { Shown } from './shown.ts'
import { folderOf, type State } from './state.ts'
import { uriIn } from './uris.ts'

/** Whoever asked for something long, and how they follow it. */
export interface Asked {
  readonly token: CancellationToken
  /** Where the editor shows progress; `undefined` where it has no place of its own for that. */
  readonly workDoneToken: ProgressToken | undefined
}

/** How long after a change another look begins, in milliseconds: changes come in swarms. */
const PAUSE = 300

/**
 * Checks all minutes of these folders, and publishes what is wrong in those that nobody has open; from then on that is
 * kept current. Whatever the editor asks meanwhile comes first. The first look at a folder, when it is cancelled, takes
 * back what it has published.
 */
export async function checkFolders(state: State, folders: readonly Folder[], asked: Asked): Promise<CheckedFolders> {
  const { window } = state.connection
  const { token, workDoneToken } = asked
  const server = workDoneToken !== undefined || !state.can.progress ? undefined : await window.createWorkDoneProgress()
  const progress = server ?? window.attachWorkDoneProgress(workDoneToken)
  const isOver = () => token.isCancellationRequested || server?.token.isCancellationRequested === true
  progress.begin(state.say(phrase`Checking all minutes`), 0, undefined, true)
  try {
    // What is being read from disk will say more.
    for (const { work } of folders) await work
    const all = folders.reduce((sum, { book }) => sum + book.parts.size, 0)
    let [done, told] = [0, 0]
    const onFile = () => {
      const percent = Math.floor((100 * ++done) / all)
      if (percent > told) progress.report(percent, state.say(phrase`${done} of ${all} files`))
      told = Math.max(percent, told)
    }
    for (const folder of folders) await lookForSomebody(state, folder, isOver, onFile)
    return { ...countIn(state, folders), minutes: all, cancelled: isOver() }
  } finally {
    progress.done()
  }
}

async function lookForSomebody(state: State, folder: Folder, isOver: () => boolean, onFile: () => void): Promise<void> {
  const isFirst = folder.shown === undefined
  folder.shown ??= { diagnostics: new Map(), changed: new Set(), due: false, awaited: 0, work: Promise.resolve() }
  const { shown } = folder
  shown.awaited++
  const look = shown.work.then(() => lookAtAll(state, folder, shown, isOver, onFile))
  shown.work = look.catch(() => {})
  await look.finally(() => shown.awaited--)
  if (isOver() && isFirst) takeBack(state, folder)
}

/** Looks again at each folder that somebody had checked: files, settings or the book have changed. */
export function keepCurrent(state: State): void {
  for (const folder of state.folders.values()) {
    const { shown } = folder
    if (!shown || shown.due) continue
    shown.due = true
    setTimeout(() => {
      shown.due = false
      shown.work = shown.work
        .then(() => lookAtAll(state, folder, shown, () => shown.awaited > 0))
        .catch((error: Error) => state.connection.console.error(String(error.stack)))
    }, PAUSE)
  }
}

/** Takes back what is shown of a document that was opened: its editor asks about it from now on. */
export function takeBackOpened(state: State, uri: string): void {
  const folder = folderOf(state, uri)
  if (folder.shown) show(state, folder, folder.shown, pathOf(folder, uri), [])
}

/** Takes back all that is shown of a folder, and keeps it current no more. */
export function takeBack(state: State, folder: Folder): void {
  const { shown } = folder
  if (!shown) return
  for (const path of [...shown.diagnostics.keys()]) show(state, folder, shown, path, [])
  folder.shown = undefined
}

async function lookAtAll(
  state: State,
  folder: Folder,
  shown: Shown,
  isOver: () => boolean,
  onFile?: () => void,
): Promise<void> {
  const step = stepAside(state)
  for (const path of new Set([...shown.changed, ...shown.diagnostics.keys(), ...folder.book.parts.keys()])) {
    await step()
    if (isOver() || folder.shown !== shown) return
    shown.changed.delete(path)
    const diagnostics = await diagnosticsIn(state, folder, path)
    // It may have been opened, or have gone, while it was read.
    show(state, folder, shown, path, isOurs(state, folder, path) ? diagnostics : [])
    if (folder.book.parts.has(path)) onFile?.()
  }
}

async function diagnosticsIn(state: State, folder: Folder, path: string): Promise<readonly Diagnostic[]> {
  if (!isOurs(state, folder, path)) return []
  const { host, say } = state
  const uri = uriIn(folder.uri, path)
  const text = await host.read(uri).catch(() => undefined)
  if (text === undefined) return []
  const minutes = parseMinutes(text)
  const { book, settings, files } = folder
  const { findings, failures } = check({ minutes, path, book, day: meetingDay(minutes, path), settings, files })
  logFailures(state, failures)
  return diagnosticsOf(TextDocument.create(uri, 'markdown', 0, text), findings, say, host.page)
}

/** Whether nobody else speaks for a path: no editor that has it open, and no folder within the folder. */
const isOurs = (state: State, folder: Folder, path: string): boolean =>
  folder.book.parts.has(path) &&
  folderOf(state, uriIn(folder.uri, path)) === folder &&
  !openIn(state, folder).some(({ uri }) => pathOf(folder, uri) === path)

const openIn = (state: State, folder: Folder): readonly OpenDocument[] =>
  state.documents.all().filter(({ uri }) => folderOf(state, uri) === folder)

function show(
  { connection }: State,
  folder: Folder,
  shown: Shown,
  path: string,
  diagnostics: readonly Diagnostic[],
): void {
  if (same(shown.diagnostics.get(path) ?? [], diagnostics)) return
  if (diagnostics.length > 0) shown.diagnostics.set(path, diagnostics)
  else shown.diagnostics.delete(path)
  void connection.sendDiagnostics({ uri: uriIn(folder.uri, path), diagnostics: [...diagnostics] })
}

/** All errors and warnings, those in open documents included. */
function countIn(state: State, folders: readonly Folder[]): { errors: number; warnings: number } {
  const shown = folders.flatMap((folder) => [...(folder.shown?.diagnostics.values() ?? [])].flat())
  const open = folders.flatMap((folder) => openIn(state, folder).flatMap((each) => findingsOf(state, each)))
  const count = (level: Severity, severity: DiagnosticSeverity) =>
    shown.filter((each) => each.severity === severity).length + open.filter((each) => each.severity === level).length
  return { errors: count('error', DiagnosticSeverity.Error), warnings: count('warning', DiagnosticSeverity.Warning) }
}

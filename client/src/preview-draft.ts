import {
  commands,
  type Disposable,
  EventEmitter,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  TabInputTextDiff,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode'
import type { DraftedNext } from '../../server/src/protocol/messages.ts'
import { t } from './translated.ts'

const SCHEME = 'minutebook-draft'

interface Entry extends QuickPickItem {
  /** Its line in the previous minutes, from 0. */
  line?: number
  creates?: boolean
}

/**
 * Shows a draft beside the minutes it was made from, in the editor's own comparison, and lists what was left out and why.
 * An item that is chosen in the list is shown where it stood.
 *
 * @returns whether the file is to be made.
 */
export async function showPreview(drafted: DraftedNext): Promise<boolean> {
  const uri = Uri.parse(drafted.uri, true)
  const draft = uri.with({ scheme: SCHEME })
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => drafted.text,
  })
  const previous = Uri.parse(drafted.previous, true)
  const name = workspace.asRelativePath(uri)
  try {
    await commands.executeCommand('vscode.diff', previous, draft, `${workspace.asRelativePath(previous)} → ${name}`, {
      preview: false,
    })
    return await ask(name, drafted, (line) => reveal(previous, line))
  } finally {
    await closeComparison(draft)
    provider.dispose()
  }
}

function ask(name: string, drafted: DraftedNext, show: (line: number) => void): Promise<boolean> {
  const pick = window.createQuickPick<Entry>()
  const listening: Disposable[] = [pick]
  pick.title = t`New Minutes from Previous: ${drafted.date}`
  pick.placeholder = t`Enter creates the minutes. Any other line shows where it stood.`
  pick.items = entriesOf(name, drafted)
  pick.matchOnDetail = true
  // One may look around in the comparison meanwhile.
  pick.ignoreFocusOut = true
  const done = new EventEmitter<boolean>()
  listening.push(
    done,
    pick.onDidChangeActive(([active]) => active?.line !== undefined && show(active.line)),
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      if (chosen?.creates) done.fire(true)
    }),
    pick.onDidHide(() => done.fire(false)),
  )
  pick.show()
  return new Promise((resolve) => {
    done.event((creates) => {
      // First: the list hides as it is disposed of, and that would be a no.
      resolve(creates)
      for (const each of listening) each.dispose()
    })
  })
}

function entriesOf(name: string, { dropped, changed, corrected, findings }: DraftedNext): Entry[] {
  const heading = (what: string, count: number): Entry[] =>
    count > 0 ? [{ label: `${what}: ${count}`, kind: QuickPickItemKind.Separator }] : []
  return [
    { label: `$(check) ${t`Create ${name}`}`, creates: true, alwaysShow: true },
    ...heading(t`Still to mend`, findings.length),
    ...findings.map(({ rule, message }): Entry => ({ label: rule, detail: message })),
    ...heading(t`Left out`, dropped.length),
    ...dropped.map(
      ({ text, why, line }): Entry => ({ label: short(text), description: t`line ${line + 1}`, detail: why, line }),
    ),
    ...heading(t`Changed`, changed.length),
    ...changed.map(
      ({ text, to, why, line }): Entry => ({
        label: short(to === '' ? text : to),
        description: t`line ${line + 1}`,
        detail: why,
        line,
      }),
    ),
    ...heading(t`Corrected`, corrected.length),
    ...corrected.map(
      ({ rule, to, text, why }): Entry => ({ label: short(to === '' ? text : to), description: rule, detail: why }),
    ),
  ]
}

/** The first line, as far as a list shows it; `$(…)` would be an icon. */
const short = (text: string): string => text.split(/\r?\n/)[0]!.trim().replaceAll('$(', '$ (').slice(0, 120)

function reveal(previous: Uri, line: number): void {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === previous.toString())
  editor?.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.InCenter)
}

async function closeComparison(draft: Uri): Promise<void> {
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === draft.toString())
  if (tabs.length > 0) await window.tabGroups.close(tabs)
}

import { type QuickPickItem, Range, Selection, TextEditorRevealType, Uri, window } from 'vscode'
import type { FinishStep } from '../../../server/src/protocol/messages.ts'
import { t } from '../translated.ts'

export type Outcome = 'done' | 'skipped'

interface Item extends QuickPickItem, Walked {}

const SAID: Readonly<Record<Outcome, string>> = { done: t`done`, skipped: t`skipped` }

const ICONS = { open: 'circle-large-outline', done: 'pass-filled', skipped: 'debug-step-over' } as const

/** A step, and what came of it in this walk. */
export interface Walked {
  readonly step: FinishStep
  readonly outcome: Outcome | undefined
}

/**
 * Lists the steps, each with its state, and shows the place of the one that is selected. Settles to the step that is to be
 * done; `undefined` when the user leaves.
 */
export function pickStep(walked: readonly Walked[]): Promise<FinishStep | undefined> {
  const pick = window.createQuickPick<Item>()
  pick.title = stateOf(walked)
  pick.placeholder = t`Enter does the selected step. Escape leaves; all that is done stays.`
  pick.ignoreFocusOut = true
  pick.items = walked.map(({ step, outcome }) => ({
    label: `$(${ICONS[outcome ?? 'open']}) ${step.title}`,
    description: outcome ? SAID[outcome] : step.canApply ? t`open` : t`open, by hand`,
    // What was wrong is so no more.
    ...(outcome !== 'done' && {
      detail: step.title === step.wrong ? `${step.why} ${step.remedy}` : `${step.wrong} ${step.remedy}`,
    }),
    step,
    outcome,
  }))
  const next = (['open', 'skipped'] as const)
    .map((state) => pick.items[walked.findIndex(({ outcome = 'open' }) => outcome === state)])
    .find((item) => item !== undefined)
  if (next) pick.activeItems = [next]
  pick.onDidChangeActive(([item]) => item && void show(item.step, true))
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.activeItems
      if (!item || item.outcome === 'done') return
      resolve(item.step)
      pick.hide()
    })
    pick.onDidHide(() => {
      resolve(undefined)
      pick.dispose()
    })
    pick.show()
  })
}

/** What is left to do in this walk. */
function stateOf(walked: readonly Walked[]): string {
  const open = walked.filter(({ outcome }) => outcome === undefined).length
  if (open === 0) return t`Finish Minutes: only what you skipped is open`
  return open === 1 ? t`Finish Minutes: one thing is open` : t`Finish Minutes: ${open} things are open`
}

/** Shows the place of a step in its file. */
export async function show({ uri, range: { start, end } }: FinishStep, preserveFocus: boolean): Promise<void> {
  const range = new Range(start.line, start.character, end.line, end.character)
  const address = Uri.parse(uri, true)
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === address.toString())
  if (shown && preserveFocus) {
    shown.selection = new Selection(range.start, range.end)
    shown.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
    return
  }
  await window.showTextDocument(address, { selection: range, preserveFocus, preview: true })
}

import { type TextDocument, Uri, window, workspace } from 'vscode'
import {
  Commands,
  type FinishApplyParams,
  type FinishParams,
  type FinishStep,
} from '../../../server/src/protocol/messages.ts'
import { ask } from '../finish/ask.ts'
import { type Outcome, pickStep, show, type Walked } from '../finish/pick-step.ts'
import { savedIfClean } from '../recording/saved-if-clean.ts'
import type { Server } from '../server.ts'
import { t } from '../translated.ts'

export const id = 'minutebook.finishMinutes'

/**
 * Walks through what the minutes in the active editor lack before they are published: one thing after the other, each
 * one step of undo. Escape leaves at any time.
 *
 * @returns what is left; `undefined` without minutes
 */
export async function run(server: Server): Promise<FinishStep[] | undefined> {
  const document = window.activeTextEditor?.document
  if (document === undefined) return undefined
  // A look at the index must not take the place of a tab that is only a preview: the minutes would be closed.
  await window.showTextDocument(document, { preview: false })
  const params = (): FinishParams => ({ uri: server.address(document.uri), now: new Date().toISOString() })
  let left = await server.execute<FinishStep[]>(Commands.finishSteps, params())
  const walked = new Map<string, Walked>()
  for (;;) {
    const all = [...done(walked), ...left.map(stateIn(walked))]
    if (all.every(({ outcome }) => outcome === 'done')) break
    const step = await pickStep(all)
    if (step === undefined) break
    if (!step.canApply) {
      await show(step, false)
      window.setStatusBarMessage(`$(edit) ${t`Write it here, then run Finish Minutes again`}`, WHILE)
      return left
    }
    const answer = await ask(step)
    let outcome: Outcome = 'skipped'
    if (answer !== undefined) {
      try {
        const apply: FinishApplyParams = { ...params(), step: step.id, answer }
        const saved = savedIfClean(document)
        left = await server.execute<FinishStep[]>(Commands.finishApply, apply)
        outcome = 'done'
        // Minutes are the writer's to save; a page that they did not open is ours to.
        if (step.uri !== apply.uri) await saved(Uri.parse(step.uri, true))
      } catch (error) {
        // The walk goes on: one answer that cannot be used is no reason to leave.
        void window.showErrorMessage(error instanceof Error ? error.message : String(error))
      }
    }
    walked.set(step.id, { step, outcome })
  }
  await window.showTextDocument(document)
  report(left, document)
  return left
}

/** How long a message can be read that asks nothing, in milliseconds. */
const WHILE = 8000

const done = (walked: ReadonlyMap<string, Walked>): Walked[] =>
  [...walked.values()].filter(({ outcome }) => outcome === 'done')

const stateIn =
  (walked: ReadonlyMap<string, Walked>) =>
  (step: FinishStep): Walked => ({ step, outcome: walked.get(step.id)?.outcome === 'skipped' ? 'skipped' : undefined })

function report(left: readonly FinishStep[], document: TextDocument): void {
  if (left.length > 0) {
    const titles = left.slice(0, MOST).map(({ title }) => title.replace(/\.$/, ''))
    const listed = [...titles, ...(left.length > MOST ? ['…'] : [])].join('; ')
    void window.showInformationMessage(t`Left in these minutes (${left.length}): ${listed}.`)
    return
  }
  const unsaved = workspace.textDocuments
    .filter(({ isDirty, languageId }) => isDirty && languageId === document.languageId)
    .map(({ uri }) => workspace.asRelativePath(uri))
  const nothing =
    unsaved.length > 0
      ? t`Nothing is missing in these minutes; not saved yet: ${unsaved.join(', ')}`
      : t`Nothing is missing in these minutes`
  window.setStatusBarMessage(`$(pass) ${nothing}`, WHILE)
}

const MOST = 4

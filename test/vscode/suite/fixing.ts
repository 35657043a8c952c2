import { type CodeAction, CodeActionKind, commands, type TextDocument, workspace } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, findingsWhere, open, ourDiagnostics } from './minute-book.ts'

describe('Quick fixes', () => {
  afterEach(closeAll)

  for (const rule of ['weekday', 'handle-unknown', 'time-zone']) {
    it(`take the finding of ${rule} away`, async () => {
      const minutes = await open('harbour-minutes-2026-03-18.md')
      const names = (found: string[]) => found.filter((each) => each.includes(` ${rule}: `))
      await findingsWhere(minutes, (found) => names(found).length === 1)

      const [fix] = await fixes(minutes, rule)
      assert.ok(fix?.edit, 'There is no quick fix.')
      assert.ok(await workspace.applyEdit(fix.edit))
      await findingsWhere(minutes, (found) => names(found).length === 0)
    })
  }
})

async function fixes(document: TextDocument, rule: string): Promise<CodeAction[]> {
  const finding = ourDiagnostics(document).find(({ code }) => (typeof code === 'object' ? code.value : code) === rule)
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    finding?.range,
    CodeActionKind.QuickFix.value,
    // Resolves the edits of this many.
    20,
  )
  return actions.filter(({ edit }) => edit)
}

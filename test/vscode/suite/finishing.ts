import { commands, window } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, findingsWhere, open, place, poll } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'

interface Left {
  readonly id: string
  readonly title: string
}

describe('Finish Minutes', () => {
  afterEach(closeAll)

  it('does a step with Enter, as one step of undo, and leaves with Escape', async () => {
    const minutes = await open(latest)
    await findingsWhere(minutes, (found) => found.some((each) => each.includes('handle-unknown')))
    const before = minutes.getText()
    const walk = finish()
    // Enter takes the first step, then the likeliest fix.
    await poll(async () => {
      if (minutes.getText() !== before) return true
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return false
    })
    assert.match(minutes.getText(), /@marikobayashi - the pilots have their copies/)
    const left = await leave(walk)
    assert.ok(left && left.length > 0, 'Nothing is left.')
    assert.ok(!left.some(({ id }) => id.startsWith('handle-unknown')), JSON.stringify(left))
    assert.equal(window.activeTextEditor?.document, minutes)
    await commands.executeCommand('undo')
    assert.equal(minutes.getText(), before)
  })

  it('says that nothing is open where nothing is', async () => {
    const minutes = await open('harbour-minutes-2026-03-04.md')
    const before = minutes.getText()
    assert.deepEqual(await finish(), [])
    assert.equal(minutes.getText(), before)
  })

  it('skips what is not answered, and changes nothing', async () => {
    const minutes = await open(latest)
    const editor = window.activeTextEditor!
    const role = minutes.lineAt(place(minutes, '- Meeting chair:').line).range
    assert.ok(await editor.edit((edit) => edit.replace(role, '- Meeting chair:')))
    const before = minutes.getText()
    const left = await leave(finish())
    assert.ok(left?.some(({ id }) => id === 'chair'))
    assert.equal(minutes.getText(), before)
  })
})

const finish = () => commands.executeCommand<readonly Left[] | undefined>('minutebook.finishMinutes')

/** Presses Escape until the walk is over. */
async function leave(walk: Thenable<readonly Left[] | undefined>): Promise<readonly Left[] | undefined> {
  let over: { left: readonly Left[] | undefined } | undefined
  void walk.then((left) => {
    over = { left }
  })
  await poll(async () => {
    if (over) return true
    await commands.executeCommand('workbench.action.closeQuickOpen')
    return false
  })
  return over!.left
}

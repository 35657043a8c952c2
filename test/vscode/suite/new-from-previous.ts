import { commands, TabInputTextDiff, type Uri, window } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, exists, file, open, poll, read, remove, write } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'
const run = (given?: object) => commands.executeCommand<Uri | undefined>('minutebook.newFromPrevious', given)

describe('New Minutes from Previous', () => {
  afterEach(closeAll)

  it('writes the minutes of the next meeting, and opens them at the first blank', async () => {
    await open(latest)
    const made = await run({ date: '2026-04-01', preview: false })
    assert.equal(made?.toString(), file('harbour-minutes-2026-04-01.md').toString())
    const text = await read(made!)
    assert.match(text, /2026-04-01/)
    assert.doesNotMatch(text, /\[[xX]\]/)
    const { document, selection } = window.activeTextEditor!
    assert.equal(document.uri.toString(), made?.toString())
    assert.equal(document.getText(selection), '…')
    await closeAll()
    await remove(made!)
  })

  it('shows first what is left out, and writes nothing when it is left with Escape', async () => {
    await open(latest)
    const asked = followed(run({ date: '2026-04-01' }))
    await poll(async () => comparison() !== undefined)
    await poll(async () => {
      await commands.executeCommand('workbench.action.closeQuickOpen')
      return asked.over
    })
    assert.equal(asked.made, undefined)
    assert.equal(comparison(), undefined)
    assert.ok(!(await exists(file('harbour-minutes-2026-04-01.md'))))
  })

  it('creates them from the list with Enter', async () => {
    await open(latest)
    const asked = followed(run({ date: '2026-04-01' }))
    await poll(async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return asked.over
    })
    assert.match(await read(asked.made!), /2026-04-01/)
    await closeAll()
    await remove(asked.made!)
  })

  it('never writes over a file', async () => {
    const there = file('harbour-minutes-2026-04-15.md')
    await write(there, 'Kept.\n')
    await open(latest)
    // It says so and waits for an answer, which no test gives.
    void run({ date: '2026-04-15', preview: false })
    await remove((await run({ date: '2026-04-29', preview: false }))!)
    assert.equal(await read(there), 'Kept.\n')
    await closeAll()
    await remove(there)
  })
})

const comparison = () =>
  window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof TabInputTextDiff)

/** What became of a call, so far. */
function followed(call: Thenable<Uri | undefined>): { over: boolean; made?: Uri } {
  const outcome: { over: boolean; made?: Uri } = { over: false }
  void call.then((made) => Object.assign(outcome, { over: true, ...(made && { made }) }))
  return outcome
}

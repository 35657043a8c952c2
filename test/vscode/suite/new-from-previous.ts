import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { commands, TabInputTextDiff, type Uri, window } from 'vscode'
import { closeAll, file, open } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'
const run = (given?: object) => commands.executeCommand<Uri | undefined>('minutebook.newFromPrevious', given)

describe('New Minutes from Previous', () => {
  afterEach(closeAll)

  it('writes the minutes of the next meeting, and opens them at the first blank', async () => {
    await open(latest)
    const made = await run({ date: '2026-04-01', preview: false })
    assert.equal(made?.toString(), file('harbour-minutes-2026-04-01.md').toString())
    const text = readFileSync(made!.fsPath, 'utf8')
    assert.match(text, /2026-04-01/)
    assert.doesNotMatch(text, /\[[xX]\]/)
    const { document, selection } = window.activeTextEditor!
    assert.equal(document.uri.toString(), made?.toString())
    assert.equal(document.getText(selection), '…')
    await closeAll()
    await rm(made!.fsPath)
  })

  it('shows first what is left out, and writes nothing when it is left', async () => {
    await open(latest)
    const asked = run({ date: '2026-04-01' })
    await until(() => comparison() !== undefined)
    await commands.executeCommand('workbench.action.closeQuickOpen')
    assert.equal(await asked, undefined)
    await until(() => comparison() === undefined)
    assert.throws(() => readFileSync(file('harbour-minutes-2026-04-01.md').fsPath))
  })

  it('creates it from the list by the keyboard', async () => {
    await open(latest)
    const asked = run({ date: '2026-04-01' })
    await until(() => comparison() !== undefined)
    // The list may open a moment after the comparison: until then there is nothing to accept.
    let made: Uri | undefined
    void asked.then((uri) => {
      made = uri
    })
    await until(async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
      return made !== undefined
    })
    assert.match(readFileSync(made!.fsPath, 'utf8'), /2026-04-01/)
    await closeAll()
    await rm(made!.fsPath)
  })

  it('never writes over a file', async () => {
    const there = file('harbour-minutes-2026-04-15.md')
    writeFileSync(there.fsPath, 'Kept.\n')
    await open(latest)
    // It says so and waits for an answer, which no test gives.
    void run({ date: '2026-04-15', preview: false })
    await rm((await run({ date: '2026-04-29', preview: false }))!.fsPath)
    assert.equal(readFileSync(there.fsPath, 'utf8'), 'Kept.\n')
    await closeAll()
    await rm(there.fsPath)
  })
})

const comparison = () =>
  window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ input }) => input instanceof TabInputTextDiff)

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 50))
}

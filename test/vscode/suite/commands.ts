import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { commands, Selection, type Uri, window } from 'vscode'
import { closeAll, file, findingsWhere, folder, open, place } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'

describe('Commands', () => {
  afterEach(closeAll)

  it('New Minutes writes a file beside the others, and opens it', async () => {
    await open(latest)
    const made = await newMinutes('2026-04-01')
    assert.equal(made?.toString(), file('harbour-minutes-2026-04-01.md').toString())
    assert.equal(window.activeTextEditor?.document.uri.toString(), made?.toString())
    assert.match(readFileSync(made!.fsPath, 'utf8'), /2026-04-01/)
    await closeAll()
    await rm(made!.fsPath)
  })

  it('New Minutes never writes over a file', async () => {
    const there = file('harbour-minutes-2026-04-15.md')
    writeFileSync(there.fsPath, 'Kept.\n')
    await open(latest)
    // It says so and waits for an answer, which no test gives.
    void newMinutes('2026-04-15')
    await newMinutes('2026-04-29')
    assert.equal(readFileSync(there.fsPath, 'utf8'), 'Kept.\n')
    await closeAll()
    for (const name of ['15', '29']) await rm(file(`harbour-minutes-2026-04-${name}.md`).fsPath)
    assert.ok(existsSync(file(latest).fsPath))
  })

  it('Insert Time Stamp writes the present time as the group does', async () => {
    const minutes = await open(latest)
    const editor = window.activeTextEditor!
    const caret = place(minutes, '## 17:58 UTC')
    await editor.edit((edit) => edit.insert(caret, '##  - Break\n\n'))
    editor.selection = new Selection(caret.translate(0, 3), caret.translate(0, 3))
    await commands.executeCommand('minutebook.insertTimeStamp')
    const [, hour, minute] = minutes.lineAt(caret.line).text.match(/^## (\d\d):(\d\d) UTC - Break$/) ?? []
    const now = new Date()
    const late = (now.getUTCHours() * 60 + now.getUTCMinutes() - Number(hour) * 60 - Number(minute) + 1440) % 1440
    assert.ok(late <= 1, `“${minutes.lineAt(caret.line).text}” is not the present time.`)
  })

  it('Restart Server starts another one, which finds the same', async () => {
    const minutes = await open(latest)
    const before = await findingsWhere(minutes, (found) => found.length >= 3)
    await commands.executeCommand('minutebook.restartServer')
    assert.deepEqual(await findingsWhere(minutes, (found) => found.length >= 3), before)
  })
})

const newMinutes = (date: string) =>
  commands.executeCommand<Uri | undefined>('minutebook.newMinutes', { folder, template: 'short', date })

import { commands, Selection, type Uri, window } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, exists, file, findingsWhere, folder, open, place, read, remove, write } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'

describe('Commands', () => {
  afterEach(closeAll)

  it('New Minutes writes a file beside the others, and opens it', async () => {
    await open(latest)
    const made = await newMinutes('2026-04-01')
    assert.equal(made?.toString(), file('harbour-minutes-2026-04-01.md').toString())
    assert.equal(window.activeTextEditor?.document.uri.toString(), made?.toString())
    assert.match(await read(made!), /2026-04-01/)
    await closeAll()
    await remove(made!)
  })

  it('New Minutes never writes over a file', async () => {
    const there = file('harbour-minutes-2026-04-15.md')
    await write(there, 'Kept.\n')
    await open(latest)
    // It says so and waits for an answer, which no test gives.
    void newMinutes('2026-04-15')
    await newMinutes('2026-04-29')
    assert.equal(await read(there), 'Kept.\n')
    await closeAll()
    for (const name of ['15', '29']) await remove(file(`harbour-minutes-2026-04-${name}.md`))
    assert.ok(await exists(file(latest)))
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
    // Those of the next meeting come and go with the minutes that other tests make.
    const own = (found: readonly string[]) => found.filter((each) => !each.includes(' next-meeting: '))
    const before = own(await findingsWhere(minutes, (found) => own(found).length >= 3))
    await commands.executeCommand('minutebook.restartServer')
    assert.deepEqual(own(await findingsWhere(minutes, (found) => own(found).length >= 3)), before)
  })
})

const newMinutes = (date: string) =>
  commands.executeCommand<Uri | undefined>('minutebook.newMinutes', { folder, template: 'short', date })

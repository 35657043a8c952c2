import { commands, Uri, window, workspace } from 'vscode'
import { ferry, ferryIndex, ferryMinutes, ferryToday } from '../../protocol/ferry.ts'
import { assert } from './assert.ts'
import { closeAll, file, findingsWhere, folder, open, place, poll } from './minute-book.ts'

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

  describe('with an index page', () => {
    const page = 'meetings/README.md'
    const onDisk = async () => new TextDecoder().decode(await workspace.fs.readFile(file(page)))
    const listed = '* [2026-03-11](ferry-minutes-2026-03-11.md)\n'

    // Nothing but the index lacks something.
    const minutes = ferryMinutes('2026-03-11', {
      previous: '2026-02-25',
      next: 'Wednesday 2026-03-25 @ 17:00 UTC (18:00 Europe/Oslo)',
      end: '17:49',
      chair: '@maud',
      scribe: '@yann',
    })

    beforeEach(async () => {
      for (const [path, text] of Object.entries({ ...ferry, [ferryToday]: minutes }))
        await workspace.fs.writeFile(file(path), new TextEncoder().encode(String(text)))
      await open(ferryToday)
      // The server hears of new files by and by.
      await poll(async () => {
        const walk = finish()
        return (await leave(walk))?.some(({ id }) => id === 'index-entry')
      })
    })

    afterEach(async () => {
      await closeAll()
      await workspace.fs.delete(Uri.joinPath(folder, 'meetings'), { recursive: true })
    })

    /** Does what there is to do. */
    const doAll = async () => {
      let left: readonly Left[] | undefined
      const walk = finish().then((found) => {
        left = found
      })
      await poll(async () => {
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
        return left
      })
      await walk
      assert.deepEqual(left, [])
    }

    it('saves the page that nobody had open, and can undo it', async () => {
      await doAll()
      assert.equal((await onDisk()).includes(listed), true)
      assert.equal(window.activeTextEditor?.document.uri.path, file(ferryToday).path)
      await open(page)
      await commands.executeCommand('undo')
      await commands.executeCommand('undo')
      assert.equal(window.activeTextEditor?.document.getText(), ferryIndex)
    })

    it('saves no page that has changes of its own, and loses none of them', async () => {
      const editor = await window.showTextDocument(await open(page))
      assert.ok(await editor.edit((edit) => edit.insert(place(editor.document, 'Older ones'), 'Mine. ')))
      await open(ferryToday)
      await doAll()
      assert.equal(await onDisk(), ferryIndex)
      const unsaved = workspace.textDocuments.find(({ uri }) => uri.path === file(page).path)!
      assert.ok(unsaved.isDirty && unsaved.getText().includes(listed) && unsaved.getText().includes('Mine. Older ones'))
    })
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

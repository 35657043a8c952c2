import { commands, WorkspaceEdit, workspace } from 'vscode'
import type { ActionLine } from '../../../client/src/views/action-line.ts'
import type { Views } from '../../../client/src/views/index.ts'
import type { Node, Tree } from '../../../client/src/views/tree.ts'
import { assert } from './assert.ts'
import { closeAll, extension, file, open, place, read } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'
const onDisk = () => read(file(latest))
const checked = '- [x] @tove - send the draft to the council'
const unchecked = '- [ ] @tove - send the draft to the council'

describe('The Minutebook view', () => {
  let views: Views
  before(async () => {
    views = (await extension.activate()).views
  })
  afterEach(closeAll)

  const below = async ({ provider }: Tree, line?: Node): Promise<Node[]> => (await provider.getChildren(line)) ?? []
  const labels = (lines: readonly Node[]) => lines.map(({ label }) => label)
  const actionsOf = async (): Promise<ActionLine[]> => {
    const groups = await below(views.trees.actions)
    return (await Promise.all(groups.map((group) => below(views.trees.actions, group)))).flat() as ActionLine[]
  }

  it('lists the meetings by year, the latest first, with what each was about', async () => {
    const { meetings } = views.trees
    const [year, ...others] = await below(meetings)
    assert.equal(year!.label, '2026')
    assert.deepEqual(others, [])
    const all = await below(meetings, year)
    assert.equal(all.find(({ id }) => id.endsWith(latest))?.label, '03-18 Wed')
    assert.match(all.find(({ id }) => id.endsWith(latest))!.spoken, /^Wednesday 18 March 2026, 17:00 UTC, 5 present/)
    const days = labels(all)
    assert.deepEqual(days, [...days].sort().reverse())
    const topics = await below(
      meetings,
      all.find(({ id }) => id.endsWith(latest)),
    )
    assert.ok(labels(topics).includes('Lantern Register'))
  })

  it('groups the open actions as the user wants', async () => {
    const { actions } = views.trees
    await commands.executeCommand('minutebook.groupActionsByTopic')
    assert.ok(labels(await below(actions)).includes('Mooring Fees'))
    await commands.executeCommand('minutebook.groupActionsByAge')
    assert.ok(labels(await below(actions)).includes('New'))
    await commands.executeCommand('minutebook.groupActionsByPerson')
    assert.ok(labels(await below(actions)).includes('@tove'))
    assert.equal(actions.view.description, 'by person')
  })

  it('lists the people with their attendance, and below each their actions and meetings', async () => {
    const { people } = views.trees
    const annik = (await below(people)).find(({ label }) => label === '@annik')!
    assert.equal(annik.description, '4 of 4 · 1 open')
    assert.match(annik.spoken, /present 4 of 4, last on Wednesday 18 March 2026, 1 action open/)
    const own = await below(people, annik)
    assert.deepEqual(labels(own), ['write both counts into the register', 'Meetings'])
    assert.equal((await below(people, own.at(-1))).length, 4)
  })

  it('lists minutes that are made, and no more once they are deleted, though they are still open', async () => {
    const { meetings } = views.trees
    const name = 'harbour-minutes-2026-04-29.md'
    const changed = async (isThere: boolean) => {
      for (;;) {
        const told = new Promise((resolve) => {
          const listening = meetings.provider.onDidChangeTreeData!(() => resolve(listening.dispose()))
        })
        const [year] = await below(meetings)
        if (labels(await below(meetings, year)).includes('04-29 Wed') === isThere) return
        await told
      }
    }
    await workspace.fs.writeFile(file(name), new TextEncoder().encode('# Harbour minutes\n\n- Present: @tove\n'))
    await open(name)
    await changed(true)
    await workspace.fs.delete(file(name))
    await changed(false)
    assert.ok(workspace.textDocuments.some(({ uri }) => uri.toString() === file(name).toString()))
  })

  it('checks off an action item in minutes that are not open, and saves them', async () => {
    const line = (await actionsOf()).find(({ label }) => label === 'send the draft to the council')!
    await views.check(line, true)
    assert.ok((await onDisk()).includes(checked))
    // It stays to be seen, so that a slip can be taken back.
    const now = (await actionsOf()).find(({ id }) => id === line.id)!
    assert.equal(now.checked, true)
    await views.check(now, false)
    assert.ok((await onDisk()).includes(unchecked))
    await commands.executeCommand('minutebook.refreshViews')
    assert.equal((await actionsOf()).find(({ id }) => id === line.id)!.checked, false)
  })

  it('leaves minutes unsaved that were so before', async () => {
    const document = await open(latest)
    const before = await onDisk()
    const edit = new WorkspaceEdit()
    edit.insert(document.uri, place(document, '### [Tide Tables]'), 'Half a sente\n\n')
    await workspace.applyEdit(edit)
    const line = (await actionsOf()).find(({ label }) => label === 'send the draft to the council')!
    await views.check(line, true)
    assert.ok(document.getText().includes(checked))
    assert.ok(document.isDirty)
    assert.equal(await onDisk(), before)
  })
})

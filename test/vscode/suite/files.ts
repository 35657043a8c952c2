import { type CompletionList, commands, window } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, file, findingsWhere, open, place, poll, read, remove, write } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'

describe('Files changed by others', () => {
  afterEach(closeAll)

  it('are read again: people of new minutes are offered, and no longer when these are gone', async () => {
    await open(latest)
    const added = file('harbour-minutes-2026-01-21.md')
    const text = await read(file('harbour-minutes-2026-02-04.md'))
    await write(added, text.replaceAll('2026-02-04', '2026-01-21').replaceAll('@bertrand', '@solveigdahl'))
    await poll(async () => (await offered()).includes('@solveigdahl'), offered)

    await remove(added)
    await poll(async () => !(await offered()).includes('@solveigdahl'), offered)
  })

  it('are checked again when they are open', async () => {
    const minutes = await open(latest)
    await findingsWhere(minutes, (found) => found.includes('error weekday: Thursday 2026-04-01'))
    const text = await read(minutes.uri)
    await write(minutes.uri, text.replace('Thursday', 'Wednesday'))
    await findingsWhere(minutes, (found) => !found.some((each) => each.includes('weekday')))
    await write(minutes.uri, text)
    await findingsWhere(minutes, (found) => found.includes('error weekday: Thursday 2026-04-01'))
  })
})

/** The handles offered where the latest minutes already name someone. */
async function offered(): Promise<string[]> {
  const { document } = window.activeTextEditor!
  const caret = place(document, '- [ ] @annik').translate(0, '- [ ] @'.length)
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    caret,
    '@',
  )
  assert.ok(list)
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
}

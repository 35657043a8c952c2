import { type CompletionList, commands, type DocumentSymbol } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, extension, findings, findingsWhere, open, place, unlessOnTheWeb } from './minute-book.ts'

/** The part which starts the server. Until it is needed, only a small file of ours is loaded. */
const clientIsLoaded = () => Object.keys(require.cache).some((path) => /[\\/]dist[\\/]minutebook\.js$/.test(path))

describe('Activation', () => {
  afterEach(closeAll)

  it('leaves other Markdown alone', async () => {
    await open('README.md')
    await extension.activate()
    assert.equal(extension.exports.isStarted(), false)
  })

  unlessOnTheWeb('loads a small file alone for other Markdown', () => {
    assert.equal(clientIsLoaded(), false)
  })

  it('starts the server with the first minutes', async () => {
    const minutes = await open('harbour-minutes-2026-03-18.md')
    await findingsWhere(minutes, (found) => found.length > 0)
    assert.equal(extension.exports.isStarted(), true)
  })

  it('says nothing about other Markdown while the server runs', async () => {
    const minutes = await open('harbour-minutes-2026-03-18.md')
    await findingsWhere(minutes, (found) => found.length > 0)

    const readme = await open('README.md')
    const at = place(readme, 'Wednesday')
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      readme.uri,
      at,
      '@',
    )
    assert.deepEqual(
      items.filter(({ label }) => String(label).startsWith('@')),
      [],
    )
    assert.deepEqual(findings(readme), [])
  })

  it('takes any Markdown with a meeting time for minutes', async () => {
    const notes = await open('notes.md')
    const found = await findingsWhere(notes, (found) => found.length > 0)
    assert.deepEqual(found, ['error weekday: Monday 2026-03-10'])
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', notes.uri)
    assert.ok(symbols.length > 0)
  })
})

import { type CompletionItem, type CompletionList, commands, type DocumentSymbol, window } from 'vscode'
import { assert } from './assert.ts'
import { closeAll, open, place, poll } from './minute-book.ts'

const latest = 'harbour-minutes-2026-03-18.md'

describe('Writing', () => {
  afterEach(closeAll)

  it('offers the people of the book after @', async () => {
    const offered = await typeAfter('write both counts', '@')
    for (const handle of ['@annik', '@bertrand', '@marikobayashi', '@oyvind', '@tove']) {
      assert.ok(offered.includes(handle), `${handle} is not among ${offered.join(', ')}`)
    }
  })

  it('offers the projects of the book after [', async () => {
    const offered = await typeAfter('send the draft to the council', '[')
    for (const project of ['Tide Tables', 'Lantern Register', 'Mooring Fees']) {
      assert.ok(
        offered.some((label) => label.includes(project)),
        `${project} is not among ${offered.join(', ')}`,
      )
    }
  })

  it('shows the outline of the meeting', async () => {
    const { uri } = await open(latest)
    const outline = await poll(async () => {
      const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri)
      const names = symbols?.flatMap(all) ?? []
      return names.some((name) => name.includes('Lantern Register')) && names
    })
    for (const heading of ['Meeting start', 'Tide Tables', 'Mooring Fees']) {
      assert.ok(
        outline.some((name) => name.includes(heading)),
        `${heading} is not in ${outline.join(', ')}`,
      )
    }
  })
})

const all = ({ name, children }: DocumentSymbol): string[] => [name, ...children.flatMap(all)]

/** What is offered once the text is typed on a line of its own below another. */
async function typeAfter(line: string, text: string): Promise<string[]> {
  const { uri } = await open(latest)
  const editor = window.activeTextEditor!
  const below = editor.document.lineAt(place(editor.document, line)).range.end
  assert.ok(await editor.edit((edit) => edit.insert(below, `\n- ${text}`)))
  const caret = below.with(below.line + 1, 2 + text.length)
  // The server may still be reading the book.
  return poll(async () => {
    const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, caret, text)
    const labels = list.items.map(name)
    return labels.length > 0 && labels
  })
}

const name = ({ label }: CompletionItem) => (typeof label === 'string' ? label : label.label)

import { describe, expect, test } from 'vitest'
import type { Range, TextEdit } from 'vscode-languageserver-protocol/node'
import { start, startOnce, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const today = 'orchard-minutes-2026-02-18.md'
const options = { tabSize: 4, insertSpaces: true }

/** The edits of `textDocument/formatting`, or of `textDocument/rangeFormatting` where a range is given. */
const edits = (client: TestClient, file: string, range?: Range): Promise<TextEdit[]> =>
  client.request(range ? 'textDocument/rangeFormatting' : 'textDocument/formatting', {
    textDocument: { uri: client.uri(file) },
    options,
    ...(range && { range }),
  })

async function format(client: TestClient, file: string, range?: Range): Promise<string> {
  client.edit(file, await edits(client, file, range))
  return client.text(file)
}

const sloppy = orchardMinutes('2026-02-18', {
  agenda: '### Cider Press  \n- clean\u00a0the barrels \n   - north  side\n  - south side\n   - west side\n- done\t',
})
const tidy = orchardMinutes('2026-02-18', {
  agenda: '### Cider Press\n- clean the barrels\n   - north side\n   - south side\n   - west side\n- done',
})

describe('Formatting', () => {
  const client = startOnce(orchard)

  test.each([
    ['LF', (text: string) => text],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('tidies minutes with %s, and then has nothing more to do', async (_, form) => {
    await client.open(today, form(sloppy))
    expect(await format(client, today)).toBe(form(tidy))
    expect(await edits(client, today)).toEqual([])
  })

  test('edits each line by itself, so that carets in others stay', async () => {
    await client.open(today, '- a  b \n- fine\n- ccc  d\n')
    const found = await edits(client, today)
    expect(found.map(({ range }) => [range.start.line, range.end.line])).toEqual([
      [0, 0],
      [2, 2],
    ])
  })

  test('takes away what the rules found', async () => {
    await client.open(today, sloppy)
    const found = async () => (await client.findings(today)).map((each) => each.split(':')[0])
    expect(new Set(await found())).toEqual(new Set(['invisible-character', 'list-style', 'whitespace']))
    await format(client, today)
    expect(await found()).toEqual([])
  })

  test('of a range touches no other line; a selection ends before the line at whose head it ends', async () => {
    const text = '- a \n- b \n- c \n- d \n'
    await client.open(today, text)
    const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 0 } }
    expect(await format(client, today, range)).toBe('- a \n- b\n- c\n- d \n')
  })

  test('does nothing to Markdown that is no minutes', async () => {
    await client.open('README.md', '# The  orchard  \n')
    expect(await edits(client, 'README.md')).toEqual([])
  })

  test('is not offered to our client, which asks for it in its own way, but to editors that do not say they format', async () => {
    const own = await start({}, { formats: false })
    expect(own.initialized.capabilities.documentFormattingProvider).toBeUndefined()
    const other = await start({}, { formats: false, commands: false })
    expect(other.initialized.capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
    })
  })
})

test('Formatting respects the rules that a folder has turned off', async () => {
  const client = await start({ 'minutebook.yml': 'rules:\n  whitespace: off\n' })
  await client.open(today, sloppy)
  const text = await format(client, today)
  expect(text).toContain('- clean the barrels \n   - north  side\n   - south side\n')
})

import { describe, expect, test } from 'vitest'
import { type DocumentLink, DocumentLinkRequest } from 'vscode-languageserver-protocol/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { start, startOnce, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const client = startOnce(orchard)
const today = 'orchard-minutes-2026-02-18.md'

/** What can be opened in a text: `words → address`. */
async function links(text: string, by: TestClient = client, file = today): Promise<string[]> {
  await by.open(file, text)
  const found = await by.request<DocumentLink[]>(DocumentLinkRequest.method, { textDocument: { uri: by.uri(file) } })
  const document = TextDocument.create('', '', 0, text)
  return found.map(({ range, target }) => `${document.getText(range)} → ${target}`)
}

const cve = 'https://www.cve.org/CVERecord?id=CVE-2026-12345'

describe('Links (textDocument/documentLink)', () => {
  test('lead from ids to where they are looked up', async () => {
    expect(await links('\uFEFF- 🐝 CVE-2026-12345\r\n- and GHSA-2g4f-4pwh-qvx6,\u00a0cve-2026-12345\r\n')).toEqual([
      `CVE-2026-12345 → ${cve}`,
      'GHSA-2g4f-4pwh-qvx6 → https://github.com/advisories/GHSA-2g4f-4pwh-qvx6',
      `cve-2026-12345 → ${cve}`,
    ])
  })

  test('lead from the titles of projects to their addresses', async () => {
    expect(
      await links(
        '## Projects\n\n- cider press\n- [Bee Corner](https://example.org/orchard/bees)\n\n### Bee Corner\n\n- the cider press\n',
      ),
    ).toEqual(['cider press → https://example.org/orchard/press', 'Bee Corner → https://example.org/orchard/bees'])
  })

  test('lead from handles to the pages that other handles are linked to', async () => {
    const linked = '- [@ilse](https://forge.example/u/ilse) and [@farid](https://forge.example/u/farid)\n'
    const client = await start({
      ...orchard,
      'orchard-minutes-2026-02-11.md': orchardMinutes('2026-02-11', { agenda: linked }),
    })
    expect(await links('- @Quentina told @everybody, [@noor](https://example.org)\n', client)).toEqual([
      '@Quentina → https://forge.example/u/quentina',
    ])
  })

  test.each([
    ['a link', '- [CVE-2026-12345](https://example.org)'],
    ['a link with more words', '- [see CVE-2026-12345 there](https://example.org)'],
    ['a link by reference', '- see [the CVE-2026-12345][cve]\n\n[cve]: https://example.org'],
    ['a link by its own label', '- see [CVE-2026-12345]\n\n[cve-2026-12345]: https://example.org'],
    ['an image', '- ![CVE-2026-12345](x.png)'],
    ['an address', '- https://example.org/CVE-2026-12345'],
    ['code', '- `CVE-2026-12345`\n\n```\nCVE-2026-12345\n```'],
    ['a comment', '<!-- CVE-2026-12345 -->'],
    ['front matter', '---\ntitle: CVE-2026-12345\n---\n'],
  ])('are none in %s', async (_, text) => expect(await links(text)).toEqual([]))

  test('are none from a title that two projects have', async () => {
    expect(await links('### Bee Corner\n\n### [Bee Corner](https://example.org/bees)\n')).toEqual([])
  })

  test('are there in brackets that are no link', async () => {
    expect(await links('- [ ] fixed [CVE-2026-12345] (late)')).toEqual([`CVE-2026-12345 → ${cve}`])
  })

  test('are none from handles where the group links none', async () => {
    expect(await links('- @ilse and @farid')).toEqual([])
  })

  test('never lead to commands', async () => {
    const client = await start({ 'orchard-minutes-2026-02-11.md': '### [Trap](command:workbench.action.quit)\n' })
    expect(await links('### Trap\n', client)).toEqual([])
  })

  test('are none in Markdown that is no minutes', async () => {
    expect(await links('- CVE-2026-12345', client, 'todo.md')).toEqual([])
  })
})

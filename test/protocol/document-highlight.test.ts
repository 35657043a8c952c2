import { describe, expect, test } from 'vitest'
import { type DocumentHighlight, DocumentHighlightRequest } from 'vscode-languageserver-protocol/node'
import { startOnce } from './client.ts'
import { orchard } from './orchard.ts'

const client = startOnce({
  ...orchard,
  'minutebook.yml': 'people:\n  handles:\n    noor: { name: Noor Haddad, aliases: [nh] }\n',
})
const today = 'orchard-minutes-2026-02-18.md'

/** The text with everything in guillemets that is marked when the caret stands at `$0`. */
async function marked(text: string): Promise<string> {
  await client.open(today, text.replace('$0', ''))
  const found = await client.request<DocumentHighlight[] | null>(DocumentHighlightRequest.method, {
    textDocument: { uri: client.uri(today) },
    position: client.at(today, text),
  })
  const edits = (found ?? []).flatMap(({ range: { start, end } }) => [
    { range: { start, end: start }, newText: '«' },
    { range: { start: end, end }, newText: '»' },
  ])
  client.edit(today, edits)
  return client.text(today)
}

describe('Marked (textDocument/documentHighlight) is every place that speaks of', () => {
  test.each([
    [
      'the same person, by handle, alias or name',
      '## Attendees\n\n- Noor Haddad (@noor), @ilse\n\n## Notes\n\n- @n$0h: `@noor`\r\n- ask @NOOR, not @noortje\n',
      '## Attendees\n\n- «Noor Haddad» («@noor»), @ilse\n\n## Notes\n\n- «@nh»: `@noor`\r\n- ask «@NOOR», not @noortje\n',
    ],
    [
      'the same project, by link or title',
      '## Projects\n\n- [Cider Press](https://example.org/orchard/press/)\n- Bee Corner\n\n### Cider P$0ress\n\n- the press\n',
      '## Projects\n\n- «[Cider Press](https://example.org/orchard/press/)»\n- Bee Corner\n\n### «Cider Press»\n\n- the press\n',
    ],
    [
      'the same day, however it is written',
      '# Minutes 2026-02-18\n\n- on Wed 2026-03$0-04\n- 🐝 March\u00a04th, 4 March 2025\n- `2026-03-04`\n',
      '# Minutes 2026-02-18\n\n- on «Wed 2026-03-04»\n- 🐝 «March\u00a04th», 4 March 2025\n- `2026-03-04`\n',
    ],
    [
      'the same id',
      '- CVE-2026-12$0345\n- (cve-2026-12345), CVE-2026-12346\n',
      '- «CVE-2026-12345»\n- («cve-2026-12345»), CVE-2026-12346\n',
    ],
    [
      'the same minutes',
      '- [a](orchard-min$0utes-2026-01-07.md), [b](./orchard-minutes-2026-01-07.md#x)\n',
      '- «[a](orchard-minutes-2026-01-07.md)», «[b](./orchard-minutes-2026-01-07.md#x)»\n',
    ],
  ])('%s', async (_, text, with_) => expect(await marked(text)).toBe(with_))

  test.each([
    ['an ordinary word', '- the pr$0ess, the press\n'],
    ['code', '- `@il$0se`, @ilse\n'],
    ['a day that does not exist', '- 2026-02-3$00, 2026-02-30\n'],
  ])('%s: none, and the editor marks equal words', async (_, text) =>
    expect(await marked(text)).toBe(text.replace('$0', '')),
  )
})

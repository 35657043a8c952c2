import { describe, expect, test } from 'vitest'
import type { DocumentSymbol, Range, SymbolInformation } from 'vscode-languageserver-protocol/node'
import { start, startOnce } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const client = startOnce(orchard)
const today = 'orchard-minutes-2026-02-04.md'

/** An outline as text: a line a symbol, indented by its depth. */
const outline = (symbols: readonly DocumentSymbol[], indent = ''): string =>
  symbols
    .map(({ name, detail, children = [] }) => {
      const own = `${indent}${name}${detail ? ` (${detail})` : ''}\n`
      return own + outline(children, `${indent}  `)
    })
    .join('')

const isBefore = (a: Range['start'], b: Range['start']) =>
  a.line < b.line || (a.line === b.line && a.character <= b.character)
const contains = (outer: Range, inner: Range) => isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end)

/** What an editor relies on. */
function checkNesting({ name, range, selectionRange, children = [] }: DocumentSymbol): void {
  expect(name.trim()).not.toBe('')
  expect(contains(range, selectionRange), `the name of "${name}" lies in it`).toBe(true)
  children.forEach((child, index) => {
    expect(contains(range, child.range), `"${child.name}" lies in "${name}"`).toBe(true)
    const next = children[index + 1]
    if (next) expect(isBefore(child.range.end, next.range.start), `"${child.name}" before "${next.name}"`).toBe(true)
    checkNesting(child)
  })
}

describe('The outline (textDocument/documentSymbol)', () => {
  test('shows meeting, sections, topics and action items, with time, owners and counts', async () => {
    await client.open(today)
    expect(outline(await client.symbols(today))).toBe(`\
Minutes 2026-02-04 (2026-02-04 17:00 UTC · 2 present · 1 open)
  17:00 UTC - Meeting start
    Welcome
    Attendees, absents & regrets (2 present)
  Agenda
    Cider Press (1 open)
      clean the barrels (open · @farid)
    Bee Corner (1 done)
      two hives have come (done · @ilse)
`)
  })

  test('is named by the title', async () => {
    await client.open(today, '# The orchard on 4 February\n\n- [ ] prune\n\n## Bees\n')
    expect(outline(await client.symbols(today))).toMatch(
      /^The orchard on 4 February .*\n {2}prune \(open\)\n {2}Bees\n$/,
    )
  })

  test.each([
    ['minutes like any other', orchardMinutes('2026-02-04')],
    ['CRLF', orchardMinutes('2026-02-04').replaceAll('\n', '\r\n')],
    ['nothing', ''],
    ['blank lines alone', '\n\n\n'],
    ['no heading', '- [ ] a\n- [x] b\n'],
    ['no line end', '# A\n\n## B\n\n- [ ] c'],
    ['action items in action items', '## A\n\n- [ ] b\n  - [ ] c\n    - [x] d\n  - [ ] e\n- note\n  - [ ] f\n\n## G\n'],
    ['empty headings and items', '#\n\n##\n\n- [ ]\n- [ ] \n\n###\n'],
    ['several titles', '# A\n\n- [ ] a\n\n# B\n\n- [ ] b\n\n## C\n'],
    ['a title behind sections', '## A\n\n# B\n\n- [ ] b\n'],
    ['levels left out', '# A\n\n#### B\n\n## C\n\n##### D\n\n- [ ] d\n'],
    ['underlined headings', 'A\n===\n\nB\n---\n\n- [ ] b\n'],
    ['emoji and a byte order mark', '\uFEFF# 🐝\n\n- [ ] @ilse - 🧑‍🌾 🐝\n'],
    ['headings in code and quotes', '# A\n\n```\n## B\n```\n\n> ## C\n\n- [ ] d\n\n  ## E\n'],
    ['front matter that is not closed', '---\nlayout: minutes\n\n# A\n\n- [ ] b\n'],
  ])('nests for %s', async (_, text) => {
    await client.open(today, text)
    const symbols = await client.symbols(today)
    expect(symbols).toHaveLength(1)
    const lines = text.split(/\r?\n/)
    expect(symbols[0]!.range).toEqual({
      start: { line: 0, character: 0 },
      end: { line: lines.length - 1, character: lines.at(-1)!.length },
    })
    checkNesting(symbols[0]!)
    const count = (symbol: DocumentSymbol): number =>
      1 + (symbol.children ?? []).reduce((sum, each) => sum + count(each), 0)
    if (/ \[[ x]\] \w/.test(text)) expect(count(symbols[0]!)).toBeGreaterThan(1)
  })

  test('shows action items within action items', async () => {
    await client.open(today, '# A\n\n- [ ] b\n  - [ ] c\n    - note\n      - [x] d\n- [ ] e\n')
    expect(outline(await client.symbols(today))).toMatch(
      /\n {2}b \(open\)\n {4}c \(open\)\n {6}d \(done\)\n {2}e \(open\)\n/,
    )
  })

  test('shortens long names, and cuts no sign in two', async () => {
    for (const lead of ['', 'x']) {
      await client.open(today, `# A\n\n- [ ] ${lead}${'🐝'.repeat(80)}\n`)
      const [{ children }] = (await client.symbols(today)) as [DocumentSymbol]
      expect(children![0]!.name).toMatch(/^x?(?:🐝){29}…$/u)
      client.close(today)
    }
  })

  test('is flat for editors that know no nesting', async () => {
    const client = await start(orchard, { nested: false })
    await client.open(today)
    const symbols = await client.symbols<SymbolInformation>(today)
    expect(symbols.map(({ name, containerName }) => `${name} < ${containerName}`)).toContain(
      'clean the barrels < Cider Press',
    )
    expect(symbols[0]!.location).toMatchObject({ uri: client.uri(today), range: { start: { line: 0, character: 0 } } })
    expect(symbols.every((symbol) => !('children' in symbol))).toBe(true)
  })

  test('is empty for Markdown that is no minutes', async () => {
    await client.open('README.md')
    expect(await client.symbols('README.md')).toEqual([])
  })
})

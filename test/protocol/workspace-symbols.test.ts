import { describe, expect, test } from 'vitest'
import { type Location, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-protocol/node'
import { start, startOnce, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const lazy = { workspace: { symbol: { resolveSupport: { properties: ['location.range'] } } } }
const [first, second, third] = Object.keys(orchard) as [string, string, string]

const ask = (client: TestClient, query: string): Promise<WorkspaceSymbol[]> =>
  client.request('workspace/symbol', { query })

/** `name | container | file:line words`, of symbols with their places. */
const shown = (client: TestClient, symbols: readonly WorkspaceSymbol[]): Promise<string[]> =>
  Promise.all(
    symbols.map(async ({ name, containerName, location }) => {
      const { uri, range } = location as Location
      const place = `${decodeURIComponent(uri.slice(client.uri('').length + 1))}:${range.start.line + 1}`
      return `${name} | ${containerName} | ${place} ${await client.textAt(uri, range)}`
    }),
  )

describe('Everything in the book that has a name', () => {
  const client = startOnce(orchard)

  test('is found by its letters: people, with the latest minutes that name them', async () => {
    expect(await shown(client, await ask(client, 'quen'))).toEqual([
      `@quentina | orchard-minutes-2026-02-04 | ${third}:15 @quentina`,
    ])
    expect(await shown(client, await ask(client, 'noor'))).toEqual([
      `@noor | orchard-minutes-2026-01-07 | ${first}:13 @noor`,
    ])
  })

  test('projects and the topics of each meeting, the latest first', async () => {
    const found = await ask(client, 'cdprs')
    expect(await shown(client, found)).toEqual([
      `Cider Press | orchard-minutes-2026-02-04 | ${third}:19 [Cider Press](https://example.org/orchard/press)`,
      ...[third, second, first].map(
        (file) =>
          `Cider Press | ${file.replace('.md', '')} | ${file}:19 [Cider Press](https://example.org/orchard/press)`,
      ),
    ])
    expect(found.map(({ kind }) => kind)).toEqual([SymbolKind.Package, ...Array(3).fill(SymbolKind.String)])
  })

  test('meetings, by their day', async () => {
    expect((await shown(client, await ask(client, '2026-01')))[0]).toBe(
      `orchard-minutes-2026-01-21 | ${second} | ${second}:1 `,
    )
  })

  test('open actions, once, where they stand last', async () => {
    expect(await shown(client, await ask(client, 'clean barrels'))).toEqual([
      `clean the barrels (@farid) | open since 2026-01-07 | ${third}:20 @farid - clean the barrels`,
    ])
    expect(await ask(client, 'two hives')).toEqual([])
  })

  test('not what has none of it', async () => {
    expect(await ask(client, 'zebra')).toEqual([])
    expect(await ask(client, 'orchard zebra')).toEqual([])
  })

  test('with what was typed since', async () => {
    await client.open('orchard-minutes-2026-02-18.md', '# Orchard\n\n## Wasps\r\n\n- @wanda\n')
    expect(await shown(client, await ask(client, 'wa'))).toEqual([
      '@wanda | Orchard 2026-02-18 | orchard-minutes-2026-02-18.md:5 @wanda',
      'Wasps | Orchard 2026-02-18 | orchard-minutes-2026-02-18.md:3 Wasps',
    ])
    client.change('orchard-minutes-2026-02-18.md', '# Orchard\n«→\n»\n## Wasps')
    expect((await shown(client, await ask(client, 'wasp')))[0]).toContain('.md:4 Wasps')
  })
})

describe('The place of a symbol', () => {
  test('is told when it is asked for, by editors that can', async () => {
    const client = await start({ ...orchard, [third]: `\uFEFF${orchard[third]}` }, { can: lazy })
    const [project] = await ask(client, 'bee corner')
    expect(project!.location).toEqual({ uri: client.uri(third) })
    const resolved = await client.request<WorkspaceSymbol>('workspaceSymbol/resolve', project)
    expect(await shown(client, [resolved])).toEqual([
      `Bee Corner | orchard-minutes-2026-02-04 | ${third}:23 [Bee Corner](https://example.org/orchard/bees)`,
    ])
  })

  test('follows the file', async () => {
    const client = await start(orchard)
    const before = await shown(client, await ask(client, '@noor'))
    expect(before[0]).toContain(`${first}:13 @noor`)
    await client.write(first, (orchard[first] as string).replace('### Welcome', '\n\n### Welcome'))
    expect((await shown(client, await ask(client, '@noor')))[0]).toContain(`${first}:15 @noor`)
    const opened = (orchard[first] as string).replace('### Welcome', '\n### Welcome')
    await client.open(first, opened)
    expect((await shown(client, await ask(client, '@noor')))[0]).toContain(`${first}:14 @noor`)
  })

  test('may be in any folder of the workspace', async () => {
    const other = { 'minutes-2026-01-08.md': orchardMinutes('2026-01-08', { present: '@zenobia' }) }
    const client = await start(orchard, { folders: { other } })
    const [found] = await ask(client, 'zenobia')
    expect((found!.location as Location).uri).toBe(`${client.folder('other')}/minutes-2026-01-08.md`)
  })

  test('is told for no more than anybody reads', async () => {
    const day = (at: number) => new Date(Date.UTC(2020, 0, 1 + 7 * at)).toISOString().slice(0, 10)
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `minutes-${day(at)}.md`,
        `# Minutes ${day(at)}\n\n## Talk ${at}\n\n## Budget\n`,
      ]),
    )
    const client = await start(many, { can: lazy })
    expect(await ask(client, 'talk')).toHaveLength(200)
    const budget = await ask(client, 'budget')
    expect(budget).toHaveLength(50)
    expect(budget[0]).toMatchObject({ name: 'Budget', containerName: `Minutes ${day(299)}` })
  })
})

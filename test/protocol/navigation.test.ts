import { describe, expect, test } from 'vitest'
import {
  CancellationTokenSource,
  type FoldingRange,
  type Location,
  type LocationLink,
  type SelectionRange,
} from 'vscode-languageserver-protocol/node'
import { Commands, type Neighbour } from '../../server/src/protocol/messages.ts'
import { start, startOnce, type TestClient } from './client.ts'
import { orchard } from './orchard.ts'

const [first, second, third] = Object.keys(orchard) as [string, string, string]

/** Where `$0` stands in an open document. */
const at = (client: TestClient, file: string, marked: string) => ({
  textDocument: { uri: client.uri(file) },
  position: client.at(file, marked),
})

/** `file:line text`, of places in documents that are open or in files of the folder; lines from 1. */
async function shown(client: TestClient, places: readonly Location[]): Promise<string[]> {
  return Promise.all(
    places.map(async ({ uri, range }) => {
      const file = decodeURIComponent(uri.slice(client.uri('').length + 1))
      return `${file}:${range.start.line + 1} ${await client.textAt(file, range)}`
    }),
  )
}

async function definition(client: TestClient, file: string, marked: string): Promise<string[]> {
  if (!client.opened().includes(client.uri(file))) await client.open(file)
  return shown(client, await client.request<Location[]>('textDocument/definition', at(client, file, marked)))
}

async function references(
  client: TestClient,
  file: string,
  marked: string,
  includeDeclaration = false,
): Promise<string[]> {
  if (!client.opened().includes(client.uri(file))) await client.open(file)
  const params = { ...at(client, file, marked), context: { includeDeclaration } }
  return shown(client, await client.request<Location[]>('textDocument/references', params))
}

const listed = {
  ...orchard,
  'minutebook.yml': 'people:\n  handles:\n    farid: # who presses\n      aliases: [fa, "@fritz"]\n',
  '_data/authors.yml': 'ilse:\n  name: Ilse Berg\n  github: ilse\n',
}

describe('Definition', () => {
  const client = startOnce(orchard)

  test('of a person nobody lists is where the book first has them', async () => {
    expect(await definition(client, third, '  - @ilse, @fa$0rid')).toEqual([`${first}:13 @farid`])
    expect(await definition(client, third, 'Regrets\n  - @$0quentina')).toEqual([`${first}:13 @quentina`])
  })

  test('of a project is where the latest minutes list it', async () => {
    await client.open(first)
    expect(await definition(client, first, '[Cider$0 Press]')).toEqual([
      `${third}:19 [Cider Press](https://example.org/orchard/press)`,
    ])
    await client.open(
      'orchard-minutes-2026-02-18.md',
      '## Projects\n- [Cider Press](https://example.org/orchard/press/)\n',
    )
    expect(await definition(client, first, '(https://exam$0ple.org/orchard/press)')).toEqual([
      'orchard-minutes-2026-02-18.md:2 [Cider Press](https://example.org/orchard/press/)',
    ])
  })

  test('of a link to minutes is the file', async () => {
    await client.open('orchard-minutes-2026-03-04.md', `We approved [the last ones](${second}) and [that](gone.md).`)
    expect(await definition(client, 'orchard-minutes-2026-03-04.md', '[the la$0st ones]')).toEqual([`${second}:1 `])
    expect(await definition(client, 'orchard-minutes-2026-03-04.md', '[th$0at]')).toEqual([])
  })

  test('is none of what is no mention', async () => {
    const text = 'See `@ilse` and https://example.org/@ilse, mail ilse@example.org.\n<!-- @farid -->\n\n    @quentina\n'
    await client.open('orchard-minutes-2026-03-04.md', text)
    for (const marked of ['`@il$0se`', '/@il$0se', 'il$0se@example', '<!-- @fa$0rid', '    @quen$0tina', 'Se$0e'])
      expect(await definition(client, 'orchard-minutes-2026-03-04.md', marked), marked).toEqual([])
  })

  test('tells editors that want to know which word leads there', async () => {
    const able = await start(orchard, { can: { textDocument: { definition: { linkSupport: true } } } })
    await able.open(third)
    const [link] = await able.request<LocationLink[]>('textDocument/definition', at(able, third, '  - @ilse, @fa$0rid'))
    expect(await able.textAt(third, link!.originSelectionRange!)).toBe('@farid')
    expect(link!.targetUri).toBe(able.uri(first))
  })

  test('of a person whom the group lists is the entry', async () => {
    const client = await start(listed)
    expect(await definition(client, third, '  - @ilse, @fa$0rid')).toEqual(['minutebook.yml:3 farid'])
    expect(await definition(client, third, '  - @il$0se, @farid')).toEqual(['_data/authors.yml:1 ilse'])
    await client.open('orchard-minutes-2026-02-18.md', 'With @fritz.\r\n')
    expect(await definition(client, 'orchard-minutes-2026-02-18.md', '@fri$0tz')).toEqual(['minutebook.yml:3 farid'])
  })

  test('of a project that no minutes list is its entry in the settings', async () => {
    const settings = 'projects:\n  - title: Wasp Trap\n    url: https://example.org/orchard/wasps\n'
    const client = await start({ ...orchard, 'minutebook.yml': settings })
    const text = '## Projects\n- [Wasp Trap](https://example.org/orchard/wasps)\n'
    await client.open('orchard-minutes-2026-02-18.md', text)
    expect(await definition(client, 'orchard-minutes-2026-02-18.md', '[Wa$0sp')).toEqual([
      'orchard-minutes-2026-02-18.md:2 [Wasp Trap](https://example.org/orchard/wasps)',
    ])
  })
})

describe('What the settings know', () => {
  const client = startOnce({
    ...orchard,
    'minutebook.yml':
      'people:\n  handles:\n    farid: { name: Farid Azimi }\nprojects:\n  - { title: Root Cellar, url: https://example.org/orchard/cellar }\n',
    'orchard-minutes-2026-02-18.md': '# Minutes\n\nPresent: Farid Azimi, @ilse\n\n- Root Cellar\n',
  })
  const last = 'orchard-minutes-2026-02-18.md'

  test('leads from a name to the person, and to every place', async () => {
    expect(await definition(client, last, 'Farid A$0zimi')).toEqual(['minutebook.yml:3 farid'])
    expect(await references(client, last, 'Farid A$0zimi')).toContain(`${first}:13 @farid`)
  })

  test('leads from the title of a project to its entry', async () => {
    expect(await definition(client, last, 'Root C$0ellar')).toEqual(['minutebook.yml:5 Root Cellar'])
  })

  test('does not make a name of something that can be renamed as a handle', async () => {
    await client.open(last)
    expect(await client.request('textDocument/prepareRename', at(client, last, 'Farid A$0zimi'))).toBeNull()
  })
})

describe('References', () => {
  test('to a person are all mentions, whatever the spelling and under all aliases', async () => {
    const client = await start(listed)
    const text =
      '- @Farid said\r\n- @FA did, `@farid` not\r\n- fritz, @fritz\r\n\r\n[@farid](https://example.org/@farid)'
    await client.open('orchard-minutes-2026-02-18.md', text)
    const found = await references(client, third, '  - @ilse, @fa$0rid', true)
    expect(found.filter((each) => !/01-07|01-21/.test(each))).toEqual([
      'minutebook.yml:3 farid',
      `${third}:13 @farid`,
      `${third}:20 @farid`,
      'orchard-minutes-2026-02-18.md:1 @Farid',
      'orchard-minutes-2026-02-18.md:2 @FA',
      'orchard-minutes-2026-02-18.md:3 @fritz',
      'orchard-minutes-2026-02-18.md:5 @farid',
    ])
    expect(await references(client, 'orchard-minutes-2026-02-18.md', '@fri$0tz')).toEqual(found.slice(1))
  })

  test('to a project go by its address, and by its title in headings', async () => {
    const client = await start(orchard)
    const text = `# Orchard\n\n### Cider press\n\n- Of [the press](https://example.org/orchard/press#screw): \`Cider Press\`\n\n## Cider Press and bees\n`
    await client.open('orchard-minutes-2026-02-18.md', text)
    const found = await references(client, 'orchard-minutes-2026-02-18.md', '[the pr$0ess]')
    expect(found).toEqual([
      `${first}:19 Cider Press`,
      `${second}:19 Cider Press`,
      `${third}:19 Cider Press`,
      'orchard-minutes-2026-02-18.md:3 Cider press',
      'orchard-minutes-2026-02-18.md:5 the press',
    ])
    expect(await references(client, 'orchard-minutes-2026-02-18.md', '### Cider$0 press')).toEqual(found)
  })

  test('to minutes are the links that lead there', async () => {
    const client = await start({ ...orchard, 'minutes/a.md': `- [the first](../${first})\n- [it](../${first}#end)` })
    await client.open('minutes/a.md')
    expect(await references(client, 'minutes/a.md', '[the fi$0rst]')).toEqual([
      `minutes/a.md:1 [the first](../${first})`,
      `minutes/a.md:2 [it](../${first}#end)`,
    ])
  })

  test('see what is open as it is in the editor, and files without their byte order mark', async () => {
    const client = await start({ ...orchard, 'orchard-minutes-2025-12-17.md': '\uFEFF@noor came\n' })
    await client.open(first, '- @noor\n- once more @noor\n')
    await client.open(third, 'Hello @noor')
    expect(await references(client, third, '@no$0or')).toEqual([
      'orchard-minutes-2025-12-17.md:1 @noor',
      `${first}:1 @noor`,
      `${first}:2 @noor`,
      `${third}:1 @noor`,
    ])
  })

  test('can be cancelled, and tell how far they are', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`minutes-${2020 + (at % 6)}-${1 + (at % 12)}-${at}.md`, '- @ilse\n']),
    )
    const client = await start({ ...many, ...orchard })
    await client.open(third)
    const params = { ...at(client, third, '  - @il$0se, @farid'), context: { includeDeclaration: false } }
    const all = await client.request<Location[]>('textDocument/references', { ...params, workDoneToken: 'far' })
    expect(all.length).toBeGreaterThan(60)
    const told = client.said.filter(({ method }) => method === '$/progress').map(({ params }) => params)
    expect(told[0]).toMatchObject({ token: 'far', value: { kind: 'begin', title: 'Reading the minutes' } })
    expect(told.at(-1)).toMatchObject({ token: 'far', value: { kind: 'end' } })
    const source = new CancellationTokenSource()
    const stopped = client.request('textDocument/references', params, source.token)
    source.cancel()
    await expect(stopped).rejects.toThrow(/cancel/i)
  })
})

describe('The meetings before and after', () => {
  const client = startOnce({
    ...orchard,
    'board/2025/2025_12_29.md': '---\nmeeting_time: 2025-12-29\n---\n# Board\n',
    'board/2026/2026_01_05.md': '---\nmeeting_time: 2026-01-05\n---\n# Board\n',
  })
  const go = async (command: string, file: string, show?: boolean) => {
    if (!client.opened().includes(client.uri(file))) await client.open(file)
    const found = await client.execute<Neighbour | null>(command, { uri: client.uri(file), show })
    return found?.uri.slice(client.uri('').length + 1)
  }

  test('are those of the same series', async () => {
    expect(await go(Commands.next, first)).toBe(second)
    expect(await go(Commands.previous, third)).toBe(second)
    expect(await go(Commands.next, third)).toBeUndefined()
    expect(await go(Commands.previous, first)).toBeUndefined()
  })

  test('may be in the folder of another year', async () => {
    expect(await go(Commands.next, 'board/2025/2025_12_29.md')).toBe('board/2026/2026_01_05.md')
    expect(await go(Commands.previous, 'board/2026/2026_01_05.md')).toBe('board/2025/2025_12_29.md')
  })

  test('are shown by the editor where that is wanted', async () => {
    const able = await start(orchard, { can: { window: { showDocument: { support: true } } } })
    await able.open(first)
    await able.execute(Commands.next, { uri: able.uri(first), show: true })
    expect(await able.heard('window/showDocument')).toMatchObject({ uri: able.uri(second), takeFocus: true })
    await able.execute(Commands.previous, { uri: able.uri(first), show: true })
    expect(await able.heard('window/showMessage')).toMatchObject({
      message: expect.stringContaining('first minutes'),
    })
  })

  test('are refused to what is no minutes', async () => {
    await client.open('README.md')
    await expect(client.execute(Commands.next, { uri: client.uri('README.md') })).rejects.toThrow('Open minutes first')
  })
})

describe('Folding', () => {
  const client = startOnce(orchard)
  const folds = async (file: string) =>
    (
      await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri: client.uri(file) } })
    ).map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`)

  test('takes in front matter, sections, notes with what is below them, and comments', async () => {
    const text = [
      '---\r\nmeeting_time: 2026-02-18\r\n---\r\n',
      '## Talk\r\n',
      '- @ilse\r\n  - barrels\r\n    - of oak\r\n- one\r\n',
      '\r\n<!-- not\r\nyet -->\r\n\r\n',
      '### Bees\r\n\r\nTwo hives.\r\n\r\n\r\n',
      '## End\r\n',
    ].join('')
    await client.open('orchard-minutes-2026-02-18.md', text)
    expect(await folds('orchard-minutes-2026-02-18.md')).toEqual([
      '1-3 region',
      '4-15',
      '5-7',
      '6-7',
      '10-11 comment',
      '13-15',
    ])
  })

  test('leaves other Markdown alone', async () => {
    await client.open('README.md')
    expect(await folds('README.md')).toEqual([])
  })
})

describe('Selections', () => {
  const client = startOnce(orchard)

  test('grow from the word to the handle, the note, the item, the list, the section and the document', async () => {
    await client.open(third)
    const [answer] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: client.uri(third) },
      positions: [client.at(third, '@fa$0rid - clean the barrels')],
    })
    const texts: string[] = []
    for (let each: SelectionRange | undefined = answer; each; each = each.parent)
      texts.push(await client.textAt(third, each.range))
    const list = '- [ ] @farid - clean the barrels\n- @quentina - the screw is loose'
    const section = `### [Cider Press](https://example.org/orchard/press)\n${list}`
    expect(texts.slice(0, 6)).toEqual([
      'farid',
      '@farid',
      '@farid - clean the barrels',
      list.split('\n')[0],
      list,
      section,
    ])
    expect(texts.at(-1)).toBe(client.text(third))
  })

  test('of a date, a link and front matter', async () => {
    const text = '---\ntitle: Bees\n---\n\nOn Wednesday 2026-02-18 see [the press](https://example.org/press), x.\n'
    await client.open('orchard-minutes-2026-02-18.md', text)
    const positions = ['2026-0$02-18', 'the pr$0ess', 'Be$0es'].map((marked) =>
      client.at('orchard-minutes-2026-02-18.md', marked),
    )
    const answers = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri: client.uri('orchard-minutes-2026-02-18.md') },
      positions,
    })
    const seen = await Promise.all(
      answers.map(async ({ range, parent }) => [
        await client.textAt('orchard-minutes-2026-02-18.md', range),
        await client.textAt('orchard-minutes-2026-02-18.md', parent!.range),
      ]),
    )
    expect(seen).toEqual([
      ['2026-02-18', 'On Wednesday 2026-02-18 see [the press](https://example.org/press), x.'],
      ['press', 'the press'],
      ['Bees', 'title: Bees'],
    ])
  })
})

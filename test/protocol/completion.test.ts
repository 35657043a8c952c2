import { describe, expect, test } from 'vitest'
import {
  type CompletionItem,
  CompletionTriggerKind,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver-protocol/node'
import { labels, start, startOnce } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const client = startOnce(orchard)
const today = 'orchard-minutes-2026-02-18.md'
const offered = (items: readonly CompletionItem[]) => labels([...items].sort(byRank))
const byRank = (a: CompletionItem, b: CompletionItem) => (a.sortText! < b.sortText! ? -1 : 1)

describe('People after @ (textDocument/completion)', () => {
  test('are those at this meeting first, then those who came last', async () => {
    const items = await client.complete(
      today,
      orchardMinutes('2026-02-18', { present: '@noor', chair: '@noor', agenda: '- asked @$0 about it' }),
    )
    expect(offered(items)).toEqual(['@noor', '@ilse', '@farid', '@quentina'])
  })

  test('come with their last attendance, and with what they are at this meeting', async () => {
    const items = await client.complete(today, orchardMinutes('2026-02-18', { regrets: '@noor', agenda: '- @n$0' }))
    const noor = items.find(({ label }) => label === '@noor')!
    expect(noor.labelDetails).toEqual({ description: 'sent regrets' })
    expect((noor.documentation as MarkupContent).value).toContain('1 meeting attended, the last on 2026-01-07')
  })

  test('come with their name, where some minutes say it', async () => {
    const client = await start({ 'minutes-2026-01-07.md': '## Attendees\n\n- Noor Haddad (@noor)\n' })
    const [noor] = await client.complete('minutes-2026-01-21.md', '- @$0')
    expect(noor).toMatchObject({ label: '@noor', labelDetails: { detail: '  Noor Haddad', description: '2026-01-07' } })
    expect((noor!.documentation as MarkupContent).value).toContain('**Noor Haddad** (@noor)')
  })

  test('show in one detail what an editor has no other place for', async () => {
    const files = { 'minutes-2026-01-07.md': '## Attendees\n\n- Noor Haddad (@noor)\n' }
    const old = await start(files, { labelDetails: false })
    const [noor] = await old.complete('minutes-2026-01-21.md', '- @$0')
    expect(noor).toMatchObject({ label: '@noor', detail: 'Noor Haddad · 2026-01-07' })
    expect(noor).not.toHaveProperty('labelDetails')
  })

  test.each([[[MarkupKind.PlainText]], [null]])(
    'say who somebody is in plain words where an editor takes %j',
    async (documentation) => {
      const files = { 'minutes-2026-01-07.md': '## Attendees\n\n- Noor Haddad (@noor)\n' }
      const plain = await start(files, { documentation })
      const [noor] = await plain.complete('minutes-2026-01-21.md', '- @$0')
      expect(noor!.documentation).toEqual({
        kind: MarkupKind.PlainText,
        value: 'Noor Haddad (@noor)\n\n1 meeting attended, the last on 2026-01-07\n\nNamed in 1 file of minutes',
      })
    },
  )

  test('in an attendance list are those first who are not yet named', async () => {
    const items = await client.complete(today, orchardMinutes('2026-02-18', { present: '@ilse, @$0' }))
    expect(offered(items)).toEqual(['@farid', '@quentina', '@noor', '@ilse'])
  })

  test('take the place of what is typed, the rest of the word included', async () => {
    const items = await client.complete(today, '- @qu$0en says\n')
    const quentina = items.find(({ label }) => label === '@quentina')!
    expect(client.accepted(today, quentina)).toBe('- @quentina says\n')
    expect(quentina).toMatchObject({ filterText: '@quentina' })
  })

  test('are those too whom another open document has just named', async () => {
    const other = await start({ 'minutes-2026-01-07.md': '- @ilse', 'minutes-2026-01-21.md': '- @farid' })
    await other.open('minutes-2026-01-07.md', '- @ilse and @quentina')
    expect(labels(await other.complete('minutes-2026-01-21.md', '- @farid and @$0'))).toContain('@quentina')
    await other.open('minutes-2026-01-07.md', '- @ilse and @noor')
    const now = labels(await other.complete('minutes-2026-01-21.md', '- @farid and @$0'))
    expect(now).toContain('@noor')
    expect(now).not.toContain('@quentina')
  })

  test('are not what is only being typed', async () => {
    expect(labels(await client.complete(today, '- @quen$0'))).not.toContain('@quen')
  })

  test('are offered after a bracket, a quote and emphasis', async () => {
    await client.open(today, '- (@1) "@2" **@3** _@4_ /@5 🐝@6')
    for (const place of ['(@$01', '"@$02', '**@$03', '_@$04', '🐝@$06']) {
      expect(labels(await client.complete(today, place)), place).toContain('@farid')
    }
  })

  test.each([
    ['a code span', '- type `@$0` here'],
    ['fenced code', '```\n@$0\n```\n'],
    ['fenced code that is not closed', '# Minutes\n\n```\n@$0'],
    ['fenced code in a list', '- example:\n  ```\n  @$0\n  ```\n'],
    ['indented code', '# Minutes\n\n    @$0\n'],
    ['a comment', '<!-- @$0 -->'],
    ['front matter', '---\ntitle: @$0\n---\n'],
    ['front matter that is not closed', '---\nlayout: minutes\ntitle: @$0\n\n# Minutes\n'],
    ['a mail address', '- write to ilse@$0'],
    ['a web address', '- see https://example.org/@$0'],
    ['the address of a link', '- see [her page](https://example.org/@$0)'],
    ['an address in angle brackets', '- see <https://example.org/@$0>'],
    ['a mail address in angle brackets', '- see <ilse@$0example.org>'],
    ['a package name', '- install @scope/@$0'],
    ['a word without @', '- fari$0'],
  ])('are none in %s', async (_, text) => {
    expect(labels(await client.complete(today, text))).toEqual([])
  })

  test('are none in Markdown that is no minutes', async () => {
    expect(labels(await client.complete('todo.md', '- @$0'))).toEqual([])
  })
})

const press = '[Cider Press](https://example.org/orchard/press)'
const bees = '[Bee Corner](https://example.org/orchard/bees)'

describe('Projects', () => {
  test.each([
    ['after [', '- see [$0', `- see ${press}`],
    ['after [ that the editor closed', '- see [$0]', `- see ${press}`],
    ['after [ and some letters', '- see [Ci$0]', `- see ${press}`],
    ['amid a label', '- see [Ci$0der] it', `- see ${press} it`],
    ['in a link that is there already', '- see [Ci$0der](https://example.org/x) it', `- see ${press} it`],
    ['after the first words of an item', '- Cider$0', `- ${press}`],
    ['after the first words behind a checkbox', '- [ ] cider pr$0', `- [ ] ${press}`],
    ['in a heading', '### Cid$0', `### ${press}`],
    ['after [ in a heading', '### [$0]', `### ${press}`],
  ])('are offered %s', async (_, marked, expected) => {
    const items = await client.complete(today, `# Minutes\n\n${marked}`)
    const project = items.find(({ label }) => label === 'Cider Press')
    expect(project, labels(items).join()).toBeDefined()
    expect(client.accepted(today, project!)).toBe(`# Minutes\n\n${expected}`)
  })

  test('come the latest first, with address and age', async () => {
    const client = await start({
      ...orchard,
      'orchard-minutes-2026-02-11.md': orchardMinutes('2026-02-11', { agenda: `### ${bees}\n- humming` }),
    })
    const items = await client.complete(today, '- see [$0]')
    expect(offered(items)).toEqual(['Bee Corner', 'Cider Press'])
    expect(items[0]).toMatchObject({ labelDetails: { description: '2026-02-11' } })
    expect((items[0]!.documentation as MarkupContent).value).toMatch(
      /https:\/\/example\.org\/orchard\/bees\n\nIn 4 files of minutes, the last of 2026-02-11/,
    )
  })

  test('in a list of projects are those that are not yet listed', async () => {
    expect(
      labels(
        await client.complete(
          today,
          `## Projects\n\n- ${press}\n- [Cellar](https://example.org/orchard/cellar)\n- [$0]\n`,
        ),
      ),
    ).toEqual(['Bee Corner'])
  })

  test('in headings are those that have none yet', async () => {
    expect(labels(await client.complete(today, `## Agenda\n\n### ${press}\n- note\n\n### [$0]`))).toEqual([
      'Bee Corner',
    ])
  })

  test.each([
    ['a checkbox that is being typed', '- [ $0'],
    ['a checkbox that the editor closed', '- [ $0]'],
    ['a done checkbox', '- [x$0]'],
    ['what follows a checkbox', '- [ ]$0'],
    ['the blank behind a checkbox', '- [ ] $0'],
    ['what follows a done checkbox', '1. [X]$0'],
    ['a code span', '- `[$0`'],
    ['one letter of an item', '- C$0'],
    ['a note like any other', '- we talked about $0'],
    ['the address of a link', '- [her page](Cid$0'],
  ])('do not spoil %s', async (_, text) => {
    expect(labels(await client.complete(today, text))).toEqual([])
  })

  test('leave room for a checkbox after "- ["', async () => {
    await client.open(today, '- [')
    const answer = await client.request('textDocument/completion', {
      textDocument: { uri: client.uri(today) },
      position: client.at(today, '- [$0'),
      context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: '[' },
    })
    // An editor that filters by itself would still offer them behind the blank of "- [ ".
    expect(answer).toMatchObject({ isIncomplete: true, items: [{ label: 'Bee Corner' }, { label: 'Cider Press' }] })
  })
})

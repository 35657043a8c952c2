import { describe, expect, test } from 'vitest'
import type { CodeLens } from 'vscode-languageserver-protocol/node'
import { type AppearancesResult, Commands, ShowAppearancesCommand } from '../../server/src/protocol/messages.ts'
import { type Files, start, startOnce, type TestClient } from './client.ts'
import { orchardMinutes } from './orchard.ts'

const PRESS = '### [Cider Press](https://example.org/orchard/press)'
const minutes = (day: string, items: string) => orchardMinutes(day, { agenda: `${PRESS}\n${items}\n` })
const name = (day: string) => `orchard-minutes-${day}.md`

const book: Files = {
  [name('2026-01-07')]: minutes('2026-01-07', '- [ ] @farid - clean the barrels\n- [ ] @noor - sharpen the knives'),
  [name('2026-01-21')]: minutes(
    '2026-01-21',
    '- [x] @noor - sharpen the knives\n- [ ] @farid - clean the old barrels\n- [ ] @ilse - order corks',
  ).replaceAll('\n', '\r\n'),
  [name('2026-02-04')]: minutes('2026-02-04', '- [ ] @farid - clean the old barrels\n- [ ] @ilse - ask for a ladder'),
  'README.md': '# The orchard\n\n- Attendees: @ilse\n- [ ] @farid - clean the old barrels\n',
}
const last = name('2026-02-04')

const client = startOnce(book)

/** Each lens: the line it stands above, and its title. */
const shown = (of: TestClient, file: string, lenses: readonly CodeLens[]) =>
  lenses.map(({ range, command }) => `${of.text(file).split(/\r?\n/)[range.start.line]} ← ${command!.title}`)
const lensesOf = async (file: string) => shown(client, file, await client.lenses(file))

describe('Code lenses (textDocument/codeLens)', () => {
  test('tell who was there, what came in and how old it is', async () => {
    await client.open(last)
    expect(await lensesOf(last)).toEqual([
      '## 17:00 UTC - Meeting start ← 1 open action carried in, 1 left out',
      '### Attendees, absents & regrets ← 3 present',
      '- [ ] @farid - clean the old barrels ← open for 3 meetings, since 2026-01-07',
    ])
  })

  test('follow what is typed', async () => {
    await client.open(last)
    client.change(last, '- [ ] @ilse - ask for a ladder«→\n- [ ] @ilse - order the corks»')
    client.change(last, '- [«→x» ] @farid - clean'.replace('«→x» ', '« →x»'))
    client.change(last, '(«none→@noor»)')
    expect(await lensesOf(last)).toEqual([
      '## 17:00 UTC - Meeting start ← 2 open actions carried in',
      '### Attendees, absents & regrets ← 3 present, 1 regret',
      '- [ ] @ilse - order the corks ← open for 2 meetings, since 2026-01-21',
    ])
  })

  test('stand above the first minutes too, where nothing is carried in', async () => {
    await client.open(name('2026-01-07'))
    expect(await lensesOf(name('2026-01-07'))).toEqual(['### Attendees, absents & regrets ← 3 present'])
  })

  test('say in an empty draft what is not in it', async () => {
    const draft = name('2026-02-18')
    await client.open(draft, '# Minutes\n')
    expect(await lensesOf(draft)).toEqual(['# Minutes ← 2 open actions of the last meeting left out'])
  })

  test('count in a list without a heading, and in each part of it', async () => {
    const file = 'board-minutes.md'
    await client.open(file, 'Present: @ilse, @farid\nPartly present: @noor\nAbsent: @quentina, @rafi\n')
    expect(await lensesOf(file)).toEqual(['Present: @ilse, @farid ← 2 present, 1 partly present, 2 absent'])
  })

  test('are none where nobody says who was there, and in other Markdown', async () => {
    await client.open('some-minutes.md', '# Minutes\n\n- [ ] @ilse - order corks\n')
    expect(await client.lenses('some-minutes.md')).toEqual([])
    await client.open('README.md')
    expect(await client.lenses('README.md')).toEqual([])
  })

  test('are asked for again when the book changes', async () => {
    const other = await start(book)
    await other.open(last)
    expect(await other.lenses(last)).toHaveLength(3)
    await other.remove(name('2026-01-21'), name('2026-01-07'))
    await other.heard('workspace/codeLens/refresh')
    expect(shown(other, last, await other.lenses(last))).toEqual(['### Attendees, absents & regrets ← 3 present'])
  })

  test('can be turned off', async () => {
    const off = await start({ ...book, 'minutebook.yml': 'codeLens: false\n' })
    await off.open(last)
    expect(await off.lenses(last)).toEqual([])
    const wrong = await start({ ...book, 'minutebook.yml': 'codeLens: perhaps\n' })
    await wrong.open(last)
    expect(await wrong.lenses(last)).toHaveLength(3)
  })
})

describe('The appearances of an action item', () => {
  const appearancesOf = async (of: TestClient, file: string, title: RegExp) => {
    const lens = (await of.lenses(file)).find(({ command }) => title.test(command!.title))!
    const [given] = lens.command!.arguments!
    const found = await of.execute<AppearancesResult>(Commands.appearances, given)
    const places = found.locations.map(({ uri, range }) => {
      const [path] = Object.keys(book).filter((each) => of.uri(each) === uri)
      const { start, end } = range
      return `${path!.slice(-13, -3)} ${start.line}:${start.character}-${end.character}`
    })
    return { lens, found, places }
  }

  test('are found in every file, the latest first, also under other words', async () => {
    await client.open(last)
    const { found, places } = await appearancesOf(client, last, /^open for 3/)
    const line = client.text(last).split('\n').indexOf('- [ ] @farid - clean the old barrels')
    expect(places).toEqual([`2026-02-04 ${line}:6-36`, `2026-01-21 ${line + 1}:6-36`, `2026-01-07 ${line}:6-32`])
    expect([found.uri, found.position]).toEqual([client.uri(last), { line, character: 0 }])
  })

  test('are shown by the editor, where it can list them', async () => {
    const able = await start(book, { showAppearances: true })
    await able.open(last)
    const { lens } = await appearancesOf(able, last, /^open for 3/)
    expect(lens.command).toMatchObject({
      command: ShowAppearancesCommand,
      arguments: [{ uri: able.uri(last), lens: 2 }],
    })
  })

  test('are shown one at a time in other editors: the one before this meeting', async () => {
    const other = await start(book)
    await other.open(last)
    const { lens, found } = await appearancesOf(other, last, /^open for 3/)
    expect(lens.command!.command).toBe(Commands.appearances)
    const shown = await other.heard<{ uri: string; selection: unknown }>('window/showDocument')
    expect([shown.uri, shown.selection]).toEqual([other.uri(name('2026-01-21')), found.locations[1]!.range])
  })

  test('of all that came in are those, and what was left out', async () => {
    await client.open(last)
    const { places } = await appearancesOf(client, last, /carried in/)
    expect(places.map((each) => each.slice(0, 10))).toEqual(['2026-02-04', '2026-01-21', '2026-01-21', '2026-01-07'])
  })

  test('are where the items stand now, in open documents and in files that changed unseen', async () => {
    await client.open(last)
    await client.open(name('2026-01-07'))
    client.change(name('2026-01-07'), `${PRESS}«→\n- [ ] @rafi - bring apples»`)
    const { places } = await appearancesOf(client, last, /^open for 3/)
    expect(places.at(-1)).toMatch(/^2026-01-07 .*:6-32$/)
    const line = client.text(name('2026-01-07')).split('\n').indexOf('- [ ] @farid - clean the barrels')
    expect(places.at(-1)).toBe(`2026-01-07 ${line}:6-32`)
  })

  test.each([
    ['no such lens', { lens: 99 }],
    ['no number', { lens: 'x' }],
    ['no document', { uri: 'file:///nowhere.md' }],
  ])('are nothing for %s', async (_, wrong) => {
    await client.open(last)
    expect(await client.execute(Commands.appearances, { uri: client.uri(last), lens: 0, ...wrong })).toBeNull()
  })
})

test('A group that carries nothing over hears nothing of what is left out', async () => {
  const other = await start({
    'crew/2026-01-07.md': '# Crew minutes\n\n- [ ] order corks\n',
    'crew/2026-01-14.md': '# Crew minutes\n\n- [ ] ask for a ladder\n',
    'minutebook.yml': 'files: [crew/*.md]\n',
  })
  await other.open('crew/2026-01-14.md')
  expect(await other.lenses('crew/2026-01-14.md')).toEqual([])
})

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FileChangeType, type LogMessageParams } from 'vscode-languageserver-protocol/node'
import { labels, start, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const today = 'orchard-minutes-2026-02-18.md'

/** The people of the book, as completion shows them in another document. */
async function people(client: TestClient, file = today): Promise<string[]> {
  // An editor asks for diagnostics of all that is open.
  for (const each of client.opened()) await client.pull(each)
  const found = labels(await client.complete(file, '- @$0')).sort()
  client.close(file)
  return found
}

const told = (client: TestClient, words: RegExp) =>
  client.heard('window/logMessage', ({ message }: LogMessageParams) => words.test(message))

describe('What changes on disk (workspace/didChangeWatchedFiles)', () => {
  test('changes the book: created, changed, renamed, deleted', async () => {
    const client = await start({ 'minutes-2026-01-07.md': '- @ilse' })
    expect(await people(client)).toEqual(['@ilse'])
    await client.write('minutes-2026-01-21.md', '- @farid')
    expect(await people(client)).toEqual(['@farid', '@ilse'])
    await client.write('minutes-2026-01-21.md', '- @quentina')
    expect(await people(client)).toEqual(['@ilse', '@quentina'])
    await client.rename('minutes-2026-01-21.md', 'archive/2026-01-21.md')
    expect(await people(client)).toEqual(['@ilse'])
    await client.rename('archive/2026-01-21.md', 'meetings/2026-01-21.md')
    expect(await people(client)).toEqual(['@ilse', '@quentina'])
    await client.remove('meetings/2026-01-21.md', 'minutes-2026-01-07.md')
    expect(await people(client)).toEqual([])
  })

  test('makes minutes of a page, and a page of minutes', async () => {
    const client = await start({ 'visit.md': '- @ilse' })
    expect(await people(client)).toEqual([])
    await client.write('visit.md', '---\nmeeting_time: 2026-02-18\n---\n- @ilse')
    expect(await people(client)).toEqual(['@ilse'])
    await client.write('visit.md', '- @ilse')
    expect(await people(client)).toEqual([])
  })

  test('does not speak for a document that is open', async () => {
    const client = await start({ 'minutes-2026-01-07.md': '- @ilse' })
    await client.open('minutes-2026-01-07.md', '- @farid')
    expect(await people(client)).toEqual(['@farid'])
    await client.write('minutes-2026-01-07.md', '- @quentina')
    expect(await people(client)).toEqual(['@farid'])
    client.close('minutes-2026-01-07.md')
    await expect.poll(() => people(client)).toEqual(['@quentina'])
  })

  test('takes minutes that are open out of the book when they are deleted, until somebody goes on with them', async () => {
    const client = await start({ 'minutes-2026-01-07.md': '- @ilse', 'meetings/a.md': '- @farid' })
    await client.open('minutes-2026-01-07.md')
    await client.open('meetings/a.md')
    await client.remove('minutes-2026-01-07.md', 'meetings')
    expect(await people(client)).toEqual([])
    await client.write('minutes-2026-01-07.md', '- @ilse')
    expect(await people(client)).toEqual(['@ilse'])
    await client.remove('minutes-2026-01-07.md')
    expect(await people(client)).toEqual([])
    client.replace('minutes-2026-01-07.md', '- @ilse, @quentina')
    expect(await people(client)).toEqual(['@ilse', '@quentina'])
  })

  test('does not speak for a document that was closed and opened again at once', async () => {
    const client = await start({ 'minutes-2026-01-07.md': '- @ilse' })
    for (let round = 0; round < 5; round++) {
      await client.open('minutes-2026-01-07.md', '- @farid')
      expect(await people(client)).toEqual(['@farid'])
      // As an editor does that takes it for another language.
      client.close('minutes-2026-01-07.md')
      await client.open('minutes-2026-01-07.md', '- @quentina')
      expect(await people(client)).toEqual(['@quentina'])
      await client.filesChanged([today, FileChangeType.Changed])
      expect(await people(client)).toEqual(['@quentina'])
      client.close('minutes-2026-01-07.md')
    }
  })

  test('may be a folder that vanishes while one of its documents is open', async () => {
    const client = await start({ 'meetings/a.md': '- @ilse', 'meetings/b.md': '- @farid on Thursday 2026-02-18' })
    await client.open('meetings/b.md')
    await client.remove('meetings')
    await client.filesChanged(['meetings/a.md', FileChangeType.Deleted], ['meetings/b.md', FileChangeType.Deleted])
    expect(await client.findings('meetings/b.md')).toEqual(['weekday: Thursday 2026-02-18'])
    expect(await people(client)).toEqual([])
    client.close('meetings/b.md')
    expect(await people(client)).toEqual([])
  })

  test('may be the whole workspace folder', async () => {
    const client = await start({ 'minutes-2026-01-07.md': '- @ilse on Thursday 2026-01-07' })
    await client.open('minutes-2026-01-07.md')
    await client.remove('')
    expect(await client.findings('minutes-2026-01-07.md')).toEqual(['weekday: Thursday 2026-01-07'])
  })

  test('may be told twice, late, or of places that are none of ours', async () => {
    const client = await start({ 'minutes-2026-01-07.md': '- @ilse' })
    await client.filesChanged(
      ['minutes-2026-01-07.md', FileChangeType.Created],
      ['minutes-2026-01-07.md', FileChangeType.Changed],
      ['minutes-never.md', FileChangeType.Deleted],
      ['minutes-gone.md', FileChangeType.Changed],
      ['file:///nowhere/minutes.md', FileChangeType.Created],
      ['vscode-remote://somewhere/minutes.md', FileChangeType.Created],
    )
    expect(await people(client)).toEqual(['@ilse'])
  })
})

describe('A folder with', () => {
  test('a file that is not UTF-8 is read without it, and says so', async () => {
    const client = await start({ ...orchard, 'minutes-old.md': Uint8Array.of(0x2d, 0x20, 0xe9, 0x0a) })
    await told(client, /^minutes-old\.md: It is not UTF-8/)
    expect(await people(client)).toEqual(['@farid', '@ilse', '@noor', '@quentina'])
  })

  test('a folder that is named like minutes is read without it', async () => {
    const client = await start({ ...orchard, 'minutes.md/inside.txt': '' })
    expect(await people(client)).toHaveLength(4)
  })

  test('hidden folders and packages is read without them', async () => {
    const client = await start({
      ...orchard,
      '.git/minutes.md': '- @hidden',
      'node_modules/x/minutes.md': '- @packaged',
    })
    expect(await people(client)).toEqual(['@farid', '@ilse', '@noor', '@quentina'])
  })

  test.each(['js', ' js', 'JS', 'javascript', 'coffee', 'json'])(
    'front matter in "%s" runs nothing',
    async (language) => {
      const run = `---${language}\n{ x: (global.ran = true, console.log('ran'), process.exit(3)) }\n---\n- @ilse\n`
      const client = await start({ 'minutes-2026-01-07.md': run })
      await client.open('minutes-2026-01-07.md')
      expect(await client.diagnostics('minutes-2026-01-07.md')).toMatchObject([
        {
          code: 'front-matter',
          range: { start: { line: 0 } },
          message: expect.stringContaining(`"${language.trim()}"`),
        },
      ])
      expect(await people(client)).toEqual(['@ilse'])
    },
  )

  test('front matter that is not closed goes on being understood', async () => {
    const client = await start()
    await client.open(today, '---\nlayout: minutes\n\n# Minutes\n\n- on Thursday 2026-02-18\n')
    expect(await client.findings(today)).toEqual(['front-matter: ---', 'weekday: Thursday 2026-02-18'])
  })

  test('minutes of 5 MB answers all the same', async () => {
    const client = await start({}, { deadline: 60_000 })
    const note = '- @ilse - two hives on 2026-02-18 at 17:00 UTC, see [it](https://example.org/a)\n'
    const section = `## Topic\n\n- [ ] @farid - prune\n${note.repeat(200)}\n`
    await client.open(today, `${section.repeat(Math.ceil(5e6 / section.length))}- on Thursday 2026-02-18\n`)
    expect(await client.findings(today)).toEqual(['weekday: Thursday 2026-02-18'])
    client.change(today, '- on «Thursday→Friday» 2026-02-18')
    expect(await client.findings(today)).toEqual(['weekday: Friday 2026-02-18'])
    expect(labels(await client.complete(today, '- on $0Friday'))).toEqual([])
    expect((await client.symbols(today))[0]!.children!.length).toBeGreaterThan(300)
  }, 60_000)
})

describe('Several folders (workspace/didChangeWorkspaceFolders)', () => {
  test('know nothing of each other', async () => {
    const client = await start(
      { 'minutes-1.md': '- @ilse, see [Cellar](https://example.org/c)' },
      { folders: { other: { 'minutes-1.md': '- @farid' } } },
    )
    expect(await people(client)).toEqual(['@ilse'])
    expect(await people(client, `${client.folder('other')}/${today}`)).toEqual(['@farid'])
  })

  test('whose names begin alike are told apart', async () => {
    const client = await start({ 'minutes-1.md': '- @ilse' }, { folders: { 'book-2': { 'minutes-1.md': '- @farid' } } })
    expect(await people(client, `${client.folder('book-2')}/${today}`)).toEqual(['@farid'])
  })

  test('come and go', async () => {
    const client = await start({ 'minutes-1.md': '- @ilse' })
    await client.changeFolders({ add: { later: { 'minutes-1.md': '- @farid' } } })
    const there = `${client.folder('later')}/${today}`
    expect(await people(client, there)).toEqual(['@farid'])
    await client.changeFolders({ remove: ['later'] })
    expect(await people(client, there)).toEqual([])
    expect(await people(client)).toEqual(['@ilse'])
    await client.changeFolders({ add: { later: {} } })
    expect(await people(client, there)).toEqual(['@farid'])
    await client.changeFolders({ remove: ['book'] })
    expect(await people(client)).toEqual([])
  })

  test('may be one inside the other: the inner one has its own book', async () => {
    const client = await start({ 'minutes-1.md': '- @ilse', 'inner/minutes-2.md': '- @farid' })
    await client.changeFolders({ add: { 'book/inner': {} } })
    expect(await people(client, `inner/${today}`)).toEqual(['@farid'])
  })

  test('may be of another machine: what is open is checked alone', async () => {
    const client = await start({ 'minutes-1.md': '- @ilse' })
    const folder = 'vscode-vfs://github/orchard/minutes'
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: folder, name: '' }], removed: [] } })
    await client.refreshed()
    await client.open(`${folder}/2026-02-18.md`, '- @noor on Thursday 2026-02-18\n- @')
    expect(await client.findings(`${folder}/2026-02-18.md`)).toEqual(['weekday: Thursday 2026-02-18'])
    expect(await people(client)).toEqual(['@ilse'])
  })

  test('may not exist', async () => {
    const client = await start({ 'minutes-1.md': '- @ilse' })
    const event = { added: [{ uri: 'file:///nowhere/at/all', name: '' }], removed: [] }
    client.notify('workspace/didChangeWorkspaceFolders', { event })
    await client.refreshed()
    expect(await people(client)).toEqual(['@ilse'])
  })
})

describe('Names with signs in them', () => {
  const names = ['our minutes', 'Grüße', '100%', '100%25', 'a#b', 'q?&=', "it's (here)", '会議', 'a+b,c;d', '[x]{y}']

  test.each(names)('are names like any other: %s', async (name) => {
    const client = await start({ [`${name} minutes.md`]: '- @ilse' }, { name })
    expect(await people(client)).toEqual(['@ilse'])
    await client.open(`${name} minutes.md`, '- @farid')
    expect(await people(client)).toEqual(['@farid'])
    client.close(`${name} minutes.md`)
    await client.write(`${name}/more minutes.md`, '- @noor')
    await expect.poll(() => people(client)).toEqual(['@ilse', '@noor'])
    await client.remove(`${name}/more minutes.md`)
    await expect.poll(() => people(client)).toEqual(['@ilse'])
  })

  test('may be escaped more than they need', async () => {
    const client = await start({ 'minutes (1).md': '- @ilse' })
    // VS Code escapes brackets and quotes, and the colon of a drive.
    const uri = client.uri('minutes (1).md').replace('(', '%28').replace(')', '%29')
    await client.open(uri, '- @farid')
    expect(await people(client)).toEqual(['@farid'])
  })
})

describe('A document in no folder', () => {
  test('is checked and completed by itself', async () => {
    const client = await start({}, { noFolder: true })
    await client.open('untitled:minutes-1.md', '- @ilse on Thursday 2026-02-18\n- see @')
    await client.open('untitled:minutes-2.md', '- @farid\n- see @')
    for (let round = 0; round < 2; round++) {
      expect(labels(await client.complete('untitled:minutes-1.md', 'see @$0'))).toEqual(['@ilse'])
      expect(labels(await client.complete('untitled:minutes-2.md', 'see @$0'))).toEqual(['@farid'])
      expect(await client.findings('untitled:minutes-1.md')).toEqual(['weekday: Thursday 2026-02-18'])
    }
  })

  test('does not join the book of a folder', async () => {
    const client = await start({ 'minutes-1.md': '- @ilse' })
    await client.open('untitled:Untitled-1', '---\nmeeting_time: 2026-02-18\n---\n- @farid\n- see @')
    expect(labels(await client.complete('untitled:Untitled-1', 'see @$0'))).toEqual(['@farid'])
    expect(await people(client)).toEqual(['@ilse'])
  })
})

test('a folder that comes to be where there was none is read', async () => {
  const client = await start({}, { name: 'later' })
  await mkdir(join(client.root, 'meetings'), { recursive: true })
  await client.write('meetings/2026-01-07.md', orchardMinutes('2026-01-07'))
  expect(await people(client)).toEqual(['@farid', '@ilse', '@quentina'])
})

import { describe, expect, test } from 'vitest'
import { CancellationTokenSource, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node'
import { type CheckedFolders, Commands } from '../../server/src/protocol/messages.ts'
import { type Files, labels, start, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const [first, second] = ['orchard-minutes-2026-01-07.md', 'orchard-minutes-2026-01-21.md']
const today = 'orchard-minutes-2026-02-18.md'
const slip = '- on Thursday 2026-02-18\n'
const fine = '- on Wednesday 2026-02-18\n'

const checkAll = (client: TestClient, folder?: string) =>
  client.execute<CheckedFolders>(Commands.checkFolders, folder === undefined ? {} : { folder })

/** What the server has published and not taken back, by what stands behind the folders' common address. */
function shown(client: TestClient): Record<string, unknown[]> {
  const last = new Map<string, unknown[]>()
  for (const { method, params } of client.said) {
    if (method !== 'textDocument/publishDiagnostics') continue
    const { uri, diagnostics } = params as PublishDiagnosticsParams
    last.set(
      uri.slice(client.folder('.').length + 1),
      diagnostics.map(({ code }) => code),
    )
  }
  return Object.fromEntries([...last].filter(([, codes]) => codes.length > 0).sort())
}

/** Waits until that is so. */
const becomes = (client: TestClient, wanted: Record<string, unknown[]>) =>
  expect.poll(() => shown(client), { timeout: 15_000, interval: 20 }).toEqual(wanted)

describe('Checking all minutes of a folder (workspace/executeCommand)', () => {
  test('shows what is wrong in those that nobody has open, and nothing before somebody asks', async () => {
    const client = await start({ ...orchard, 'minutes-old.md': `# Visit\n\n${slip}`, 'notes.md': slip })
    await client.open(today, slip)
    expect(await client.findings(today)).toEqual(['weekday: Thursday 2026-02-18'])
    expect(shown(client)).toEqual({})
    expect(await checkAll(client)).toEqual({ minutes: 5, errors: 2, warnings: 0, cancelled: false })
    expect(shown(client)).toEqual({ 'book/minutes-old.md': ['weekday'] })
    const { diagnostics } = await client.heard<PublishDiagnosticsParams>('textDocument/publishDiagnostics')
    expect(diagnostics[0]).toMatchObject({
      range: { start: { line: 2, character: 5 }, end: { line: 2, character: 24 } },
      source: 'minutebook',
      severity: 1,
    })
  })

  test('works for an editor that is sent its diagnostics, too', async () => {
    const client = await start({ 'minutes-old.md': slip }, { pull: false })
    await expect.poll(() => checkAll(client)).toMatchObject({ errors: 1 })
    expect(shown(client)).toEqual({ 'book/minutes-old.md': ['weekday'] })
    await client.open('minutes-old.md', fine)
    await becomes(client, {})
    client.close('minutes-old.md')
    await becomes(client, { 'book/minutes-old.md': ['weekday'] })
  })

  test('goes by the whole book and its settings', async () => {
    const agenda = '- @quentinna - hello'
    const client = await start({ ...orchard, [today]: orchardMinutes('2026-02-18', { agenda }) })
    expect(await checkAll(client)).toMatchObject({ errors: 0, warnings: 1 })
    expect(shown(client)).toEqual({ [`book/${today}`]: ['handle-unknown'] })
    await client.write('minutebook.yml', 'rules:\n  handle-unknown: off\n')
    await becomes(client, {})
    await client.remove('minutebook.yml')
    await becomes(client, { [`book/${today}`]: ['handle-unknown'] })
  })

  test('refuses a folder that is none', async () => {
    const client = await start(orchard)
    await expect(checkAll(client, 'file:///nowhere')).rejects.toThrow(/no such folder/)
    const other = await start({}, { noFolder: true })
    await expect(checkAll(other)).rejects.toThrow(/Open the folder/)
  })

  test('leaves to the editor what is opened, until it is closed', async () => {
    const client = await start({ 'minutes-old.md': slip })
    await checkAll(client)
    await client.open('minutes-old.md')
    await becomes(client, {})
    expect(await client.findings('minutes-old.md')).toEqual(['weekday: Thursday 2026-02-18'])
    client.close('minutes-old.md')
    await becomes(client, { 'book/minutes-old.md': ['weekday'] })
  })

  test('knows an open document however its address is escaped', async () => {
    const client = await start({ 'minutes (1).md': slip })
    await checkAll(client)
    await client.open(client.uri('minutes (1).md').replace('(', '%28').replace(')', '%29'), slip)
    await becomes(client, {})
    await checkAll(client)
    expect(shown(client)).toEqual({})
  })
})

describe('What is shown of files follows them', () => {
  test('created, changed, renamed and deleted', async () => {
    const client = await start(orchard)
    await checkAll(client)
    expect(shown(client)).toEqual({})
    await client.write('minutes-new.md', slip)
    await becomes(client, { 'book/minutes-new.md': ['weekday'] })
    await client.write('minutes-new.md', fine)
    await becomes(client, {})
    await client.write('minutes-new.md', slip)
    await becomes(client, { 'book/minutes-new.md': ['weekday'] })
    await client.rename('minutes-new.md', 'meetings/new.md')
    await becomes(client, { 'book/meetings/new.md': ['weekday'] })
    await client.rename('meetings/new.md', 'archive/new.md')
    await becomes(client, {})
    await client.rename('archive/new.md', 'meetings/newer.md')
    await becomes(client, { 'book/meetings/newer.md': ['weekday'] })
    await client.remove('meetings/newer.md')
    await becomes(client, {})
  })

  test('when a folder of them goes, told by its own name alone', async () => {
    const client = await start({ ...orchard, 'meetings/2026/a.md': `@noor-lind\n${slip}`, 'meetings/2027/b.md': slip })
    await checkAll(client)
    expect(shown(client)).toEqual({ 'book/meetings/2026/a.md': ['weekday'], 'book/meetings/2027/b.md': ['weekday'] })
    await client.remove('meetings/2026')
    await becomes(client, { 'book/meetings/2027/b.md': ['weekday'] })
    expect(labels(await client.complete(today, '- @$0'))).not.toContain('@noor-lind')
  })

  test('when others of the book change', async () => {
    const next = '- Next meeting: 2026-01-21 17:00 UTC\n'
    const client = await start({ [first]: orchardMinutes('2026-01-07', { agenda: next }) })
    await checkAll(client)
    expect(shown(client)).toEqual({})
    await client.write('orchard-minutes-2026-01-28.md', orchardMinutes('2026-01-28'))
    await becomes(client, { [`book/${first}`]: ['next-meeting'] })
    await client.rename('orchard-minutes-2026-01-28.md', second)
    await client.write(second, orchardMinutes('2026-01-21'))
    await becomes(client, {})
  })
})

describe('Folders that hold files of the same names', () => {
  const files = { 'minutes-a.md': slip, 'minutes-b.md': fine }

  test('are kept apart', async () => {
    const client = await start(files, { folders: { choir: files } })
    const inChoir = (file: string) => `${client.folder('choir')}/${file}`
    await checkAll(client, client.folder('choir'))
    expect(shown(client)).toEqual({ 'choir/minutes-a.md': ['weekday'] })
    await client.write('minutes-b.md', slip)
    await client.write(inChoir('minutes-b.md'), slip)
    await becomes(client, { 'choir/minutes-a.md': ['weekday'], 'choir/minutes-b.md': ['weekday'] })
    expect(await checkAll(client)).toMatchObject({ minutes: 4, errors: 4 })
    await client.remove('minutes-a.md')
    await client.rename(inChoir('minutes-b.md'), inChoir('minutes-c.md'))
    await becomes(client, {
      'book/minutes-b.md': ['weekday'],
      'choir/minutes-a.md': ['weekday'],
      'choir/minutes-c.md': ['weekday'],
    })
    await client.write(inChoir('minutes-a.md'), fine)
    await client.write('minutes-a.md', slip)
    await becomes(client, {
      'book/minutes-a.md': ['weekday'],
      'book/minutes-b.md': ['weekday'],
      'choir/minutes-c.md': ['weekday'],
    })
  })

  test('come and go', async () => {
    const client = await start(files)
    await checkAll(client)
    await client.changeFolders({ add: { choir: files } })
    expect(shown(client)).toEqual({ 'book/minutes-a.md': ['weekday'] })
    await checkAll(client)
    expect(shown(client)).toEqual({ 'book/minutes-a.md': ['weekday'], 'choir/minutes-a.md': ['weekday'] })
    await client.changeFolders({ remove: ['book'] })
    await becomes(client, { 'choir/minutes-a.md': ['weekday'] })
    await client.write(`${client.folder('choir')}/minutes-b.md`, slip)
    await becomes(client, { 'choir/minutes-a.md': ['weekday'], 'choir/minutes-b.md': ['weekday'] })
  })

  test('may lie within each other, and nothing is told twice', async () => {
    const client = await start({ 'minutes-a.md': slip, 'inner/minutes-a.md': slip }, { folders: { 'book/inner': {} } })
    await checkAll(client, client.folder('book'))
    expect(shown(client)).toEqual({ 'book/minutes-a.md': ['weekday'] })
    expect(await checkAll(client)).toMatchObject({ errors: 2 })
    await client.changeFolders({ remove: ['book/inner'] })
    await becomes(client, { 'book/inner/minutes-a.md': ['weekday'], 'book/minutes-a.md': ['weekday'] })
  })
})

/** Enough minutes for checking them to take a while, each with a slip. */
const many: Files = Object.fromEntries(
  Array.from({ length: 300 }, (_, index) => {
    const day = new Date(Date.UTC(2000, 0, 5 + 7 * index)).toISOString().slice(0, 10)
    return [`orchard-minutes-${day}.md`, orchardMinutes(day, { agenda: `${slip}\n`.repeat(20) })]
  }),
)

describe('Checking many files', () => {
  interface Progress {
    readonly token: string
    readonly value: { kind: string; title?: string; percentage?: number; message?: string; cancellable?: boolean }
  }
  const about = (client: TestClient, title: string) =>
    client.heard<Progress>('$/progress', ({ value }) => value.title === title)
  const reported = (client: TestClient, of: string) =>
    client.heard<Progress>('$/progress', ({ token, value }) => token === of && value.kind === 'report')

  test('shows how far it is, and others are answered meanwhile', async () => {
    const client = await start(many)
    let isOver = false
    const workDoneToken = 'of the editor'
    const params = { command: Commands.checkFolders, arguments: [{}], workDoneToken }
    const answer = client.request<CheckedFolders>('workspace/executeCommand', params)
    void answer.then(() => {
      isOver = true
    })
    const begin = await about(client, 'Checking all minutes')
    expect(begin).toMatchObject({ token: workDoneToken, value: { kind: 'begin', percentage: 0, cancellable: true } })
    await reported(client, workDoneToken)
    await client.open('minutes-now.md', slip)
    expect(await client.findings('minutes-now.md')).toHaveLength(1)
    expect(isOver).toBe(false)
    expect(await answer).toMatchObject({ minutes: 300, cancelled: false })
    expect(Object.keys(shown(client))).toHaveLength(300)
    const percentages = client.said
      .filter(({ method }) => method === '$/progress')
      .flatMap(({ params }) => (params as Progress).value.percentage ?? [])
    expect(percentages).toEqual([...percentages].sort((a, b) => a - b))
    expect(percentages.at(-1)).toBe(100)
    await client.heard<Progress>('$/progress', ({ value }) => value.kind === 'end')
  })

  test('may be cancelled from the progress that the server shows, and then takes back what was shown', async () => {
    const client = await start(many, { progress: true })
    const answer = checkAll(client)
    const { token } = await about(client, 'Checking all minutes')
    await reported(client, token)
    client.notify('window/workDoneProgress/cancel', { token })
    expect(await answer).toMatchObject({ errors: 0, cancelled: true })
    expect(client.said.some(({ method }) => method === 'textDocument/publishDiagnostics')).toBe(true)
    expect(shown(client)).toEqual({})
    // Nor is it kept current.
    await client.write('minutes-new.md', slip)
    await client.open(today, fine)
    await client.findings(today)
    expect(shown(client)).toEqual({})
  })

  test('may be cancelled as a request, and keeps what an earlier check has shown', async () => {
    const client = await start(many)
    await checkAll(client)
    const source = new CancellationTokenSource()
    const params = { command: Commands.checkFolders, arguments: [{}], workDoneToken: 'again' }
    const answer = client.request<CheckedFolders>('workspace/executeCommand', params, source.token)
    await reported(client, 'again')
    source.cancel()
    expect(await answer).toMatchObject({ cancelled: true })
    expect(Object.keys(shown(client))).toHaveLength(300)
  })
})

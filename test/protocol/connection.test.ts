import { describe, expect, test } from 'vitest'
import { CancellationTokenSource, LSPErrorCodes, type ResponseError } from 'vscode-languageserver-protocol/node'
import { Commands } from '../../server/src/protocol/messages.ts'
import { type Files, labels, start } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const today = 'orchard-minutes-2026-02-18.md'
const { 'orchard-minutes-2026-02-04.md': _, ...rest } = orchard

describe('The server', () => {
  test('says what it can do', async () => {
    const client = await start()
    expect(client.initialized).toEqual({
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
        diagnosticProvider: { identifier: 'minutebook', interFileDependencies: true, workspaceDiagnostics: false },
        hoverProvider: true,
        documentHighlightProvider: true,
        documentLinkProvider: {},
        inlayHintProvider: true,
        completionProvider: { triggerCharacters: ['@', '[', '(', '#', '-', ':', '/', ' '] },
        documentSymbolProvider: { label: 'Minutebook' },
        codeLensProvider: {},
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.minutebook'] },
        definitionProvider: true,
        referencesProvider: { workDoneProgress: true },
        renameProvider: { prepareProvider: true, workDoneProgress: true },
        workspaceSymbolProvider: { resolveProvider: true },
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        executeCommandProvider: {
          commands: Object.values(Commands),
          workDoneProgress: true,
        },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'minutebook', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
    })
  })

  test('asks to be told of files and settings', async () => {
    const client = await start({}, { settings: {} })
    const methods: string[] = []
    while (methods.length < 2) {
      const { registrations } = await client.heard<{ registrations: { method: string }[] }>('client/registerCapability')
      methods.push(...registrations.map(({ method }) => method))
    }
    expect(methods.sort()).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'])
  })

  test('goes on with an editor that fails where it said it could', async () => {
    const fails = ['client/registerCapability', 'workspace/diagnostic/refresh', 'window/showDocument']
    const client = await start(orchard, { settings: {}, commands: false, applies: true, fails })
    await client.heard('window/logMessage', ({ message }: { message: string }) => message.includes('has failed'))
    await client.open(today, orchardMinutes('2026-02-18', { agenda: '- on Thursday 2026-02-18' }))
    expect(await client.execute(Commands.previous)).toMatchObject({ uri: client.uri('orchard-minutes-2026-02-04.md') })
    expect(await client.heard('window/showMessage')).toMatchObject({
      message: 'orchard-minutes-2026-02-04.md is what you look for. Open it.',
    })
    expect(await client.findings(today)).toEqual(['weekday: Thursday 2026-02-18'])
  })

  test.each(['stdio', 'ipc', 'cli'] as const)('speaks over %s, and ends when it is told to', async (via) => {
    const client = await start(orchard, { via })
    await client.open(today, orchardMinutes('2026-02-18', { agenda: '- on Thursday 2026-02-18' }))
    expect(await client.findings(today)).toEqual(['weekday: Thursday 2026-02-18'])
    expect(await client.stop()).toBe(0)
  })

  test.each(['stdio', 'cli'] as const)('ends when the editor over %s is gone', async (via) => {
    const client = await start({}, { via })
    client.hangUp()
    await client.exited()
  })

  test('knows a root of the old kind', async () => {
    const client = await start({ 'minutes-1.md': '- @ilse' }, { oldRoot: true })
    expect(labels(await client.complete(today, '- @$0'))).toEqual(['@ilse'])
  })
})

/** Enough minutes for reading them to take a while. */
const many = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const day = new Date(Date.UTC(2000, 0, 5 + 7 * index)).toISOString().slice(0, 10)
      return [`orchard-minutes-${day}.md`, orchardMinutes(day)]
    }),
  )

describe('Reading a folder', () => {
  type Progress = { token: string; value: { kind: string; percentage?: number; title?: string; message?: string } }

  test('of a hundred files and more shows how far it is, and answers meanwhile', async () => {
    const client = await start(many(220), { progress: true })
    await client.heard<Progress>('$/progress', ({ value }) => value.kind === 'begin')
    await client.open('minutes-now.md', '- on Thursday 2026-02-18')
    expect(await client.findings('minutes-now.md')).toEqual(['weekday: Thursday 2026-02-18'])
    await client.heard<Progress>('$/progress', ({ value }) => value.kind === 'end')
    const values = client.said
      .filter(({ method }) => method === '$/progress')
      .map(({ params }) => (params as Progress).value)
    expect(values[0]).toMatchObject({ kind: 'begin', title: 'Reading the minute book', percentage: 0 })
    const reports = values.filter(({ kind }) => kind === 'report')
    expect(reports.length).toBeGreaterThan(2)
    const percentages = reports.map(({ percentage }) => percentage!)
    expect(percentages).toEqual([...percentages].sort((a, b) => a - b))
    expect(reports.every(({ percentage, message }) => percentage! <= 100 && /of 220 files/.test(message!))).toBe(true)
    expect(values.filter(({ kind }) => kind === 'end')).toHaveLength(1)
    expect(labels(await client.complete(today, '- @$0'))).toContain('@quentina')
  })

  test('holds back what counts the meetings until all are read', async () => {
    const client = await start(many(60), { progress: true })
    await client.open('minutes-now.md', '- @ilse on 2026-02-18')
    expect((await client.hover('minutes-now.md', '@il$0se'))?.value).toContain('Attended 60 of 60 meetings')
  })

  test('of few files shows nothing', async () => {
    const client = await start(orchard, { progress: true })
    await client.refreshed()
    expect(client.said.map(({ method }) => method)).not.toContain('window/workDoneProgress/create')
  })

  test('shows nothing to an editor that cannot', async () => {
    const client = await start(many(120))
    expect(client.said.map(({ method }) => method)).not.toContain('$/progress')
    expect(labels(await client.complete(today, '- @$0'))).toContain('@quentina')
  })
})

describe('A request that is cancelled', () => {
  test.each([
    ['textDocument/diagnostic', {}],
    ['textDocument/completion', { position: { line: 0, character: 0 } }],
    ['textDocument/documentSymbol', {}],
    ['textDocument/codeLens', {}],
    [
      'textDocument/codeAction',
      { range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }, context: { diagnostics: [] } },
    ],
    ['workspace/executeCommand', { command: 'minutebook.draft.templates' }],
    ['workspace/executeCommand', { command: 'minutebook.check.folders' }],
    ['textDocument/formatting', { options: {} }],
  ])('is answered all the same: %s', async (method, params) => {
    const client = await start(rest)
    await client.open(today, orchardMinutes('2026-02-18').repeat(50))
    const textDocument = { uri: client.uri(today) }
    const outcomes = Array.from({ length: 5 }, async () => {
      const source = new CancellationTokenSource()
      const answer = client.request(method, { textDocument, ...params }, source.token)
      source.cancel()
      return answer.then(
        () => 'answered',
        ({ code }: ResponseError) => (code === LSPErrorCodes.RequestCancelled ? 'cancelled' : `error ${code}`),
      )
    })
    for (const outcome of outcomes) expect(['answered', 'cancelled']).toContain(await outcome)
    expect(await client.pull(today)).toMatchObject({ kind: 'full' })
  })
})

describe('Odd requests', () => {
  const zero = { line: 0, character: 0 }
  const far = { line: 1e6, character: 1e6 }
  const negative = { line: -5, character: -5 }
  const known = { uri: '' }
  const unknown = { uri: 'file:///nowhere/minutes.md' }

  const odd: [what: string, method: string, params: object | null | undefined][] = [
    ['an unknown document', 'textDocument/completion', { textDocument: unknown, position: zero }],
    ['an unknown document', 'textDocument/diagnostic', { textDocument: unknown }],
    ['an unknown document', 'textDocument/documentSymbol', { textDocument: unknown }],
    ['an unknown document', 'textDocument/codeAction', { textDocument: unknown, range: { start: zero, end: far } }],
    ['an unknown document', 'textDocument/codeLens', { textDocument: unknown }],
    ['no URI at all', 'textDocument/completion', { textDocument: { uri: '%' }, position: zero }],
    ['a position beyond the end', 'textDocument/completion', { textDocument: known, position: far }],
    ['a position before the beginning', 'textDocument/completion', { textDocument: known, position: negative }],
    ['a position that is none', 'textDocument/completion', { textDocument: known, position: { line: 'x' } }],
    ['no position', 'textDocument/completion', { textDocument: known }],
    ['a range that runs backwards', 'textDocument/codeAction', codeActions(far, negative)],
    ['a range beyond the end', 'textDocument/codeAction', codeActions(far, far)],
    ['an unknown document', 'textDocument/formatting', { textDocument: unknown, options: {} }],
    [
      'a range beyond the end',
      'textDocument/rangeFormatting',
      { textDocument: known, range: { start: far, end: far } },
    ],
    [
      'a range that runs backwards',
      'textDocument/rangeFormatting',
      { textDocument: known, range: { start: far, end: negative } },
    ],
    ['no range', 'textDocument/rangeFormatting', { textDocument: known }],
    ['no context', 'textDocument/codeAction', { textDocument: known, range: { start: zero, end: far } }],
    ['no document', 'textDocument/diagnostic', {}],
    ['no parameters', 'textDocument/documentSymbol', undefined],
    ['no parameters', 'textDocument/completion', undefined],
    ['a list for parameters', 'textDocument/completion', [1, 2]],
    ['an unknown command', 'workspace/executeCommand', { command: 'rm -rf' }],
    ['a command that is no text', 'workspace/executeCommand', { command: 7 }],
    ['no command', 'workspace/executeCommand', {}],
    ['an unknown method', 'minutebook/noSuchThing', {}],
    ['no URI', 'minutebook/isMinutes', {}],
  ]

  function codeActions(start: object, end: object) {
    return { textDocument: known, range: { start, end }, context: { diagnostics: [] } }
  }

  const notifications: [what: string, method: string, params: object | undefined][] = [
    [
      'a change of an unknown document',
      'textDocument/didChange',
      { textDocument: unknown, contentChanges: [{ text: '' }] },
    ],
    ['the closing of an unknown document', 'textDocument/didClose', { textDocument: unknown }],
    ['the saving of an unknown document', 'textDocument/didSave', { textDocument: unknown }],
    ['an opening without a text', 'textDocument/didOpen', { textDocument: { uri: 'untitled:minutes' } }],
    ['an opening without a document', 'textDocument/didOpen', {}],
    ['a change without changes', 'textDocument/didChange', { textDocument: known }],
    ['a file event without a list', 'workspace/didChangeWatchedFiles', {}],
    ['a file event without a URI', 'workspace/didChangeWatchedFiles', { changes: [{ type: 1 }] }],
    ['a file event with half a URI', 'workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:%', type: 1 }] }],
    ['settings that are null', 'workspace/didChangeConfiguration', { settings: null }],
    ['settings that are missing', 'workspace/didChangeConfiguration', undefined],
    ['folders without an event', 'workspace/didChangeWorkspaceFolders', {}],
    ['the cancelling of what nobody asked', '$/cancelRequest', { id: 4711 }],
    ['an unknown notification', 'minutebook/noSuchThing', {}],
  ]

  test('are answered with an error or with nothing, and the server goes on', async () => {
    const client = await start(orchard)
    await client.open(today, orchardMinutes('2026-02-18', { agenda: '- on Thursday 2026-02-18' }))
    const here = JSON.stringify(client.uri(today))
    const filled = <T>(params: T): T =>
      params === undefined ? params : JSON.parse(JSON.stringify(params).replaceAll('"uri":""', `"uri":${here}`))
    for (const [what, method, params] of odd) {
      const answer = await client.request(method, filled(params)).catch((error: ResponseError) => error)
      if (answer instanceof Error) expect(answer.message, `${method} with ${what}`).not.toBe('')
      expect(await client.findings(today), `${method} with ${what}`).toHaveLength(1)
    }
    for (const [what, method, params] of notifications) {
      client.notify(method, filled(params))
      expect(await client.findings(today), what).toHaveLength(1)
    }
    // What goes on behind a notification has come to its end by the time that this has.
    await client.write('minutes-end.md', '- @ilse')
    expect(await client.findings(today)).toHaveLength(1)
  })

  test.each([
    ['a body that is no JSON', 'Content-Length: 5\r\n\r\n{oops'],
    ['a body that is no message', 'Content-Length: 2\r\n\r\n42'],
  ])('may be %s', async (_, bytes) => {
    const client = await start()
    client.raw(bytes)
    await client.open(today, '- on Thursday 2026-02-18')
    expect(await client.findings(today)).toHaveLength(1)
  })
})

test('a change beyond the end of the text is taken at the end', async () => {
  const client = await start()
  await client.open(today, '- on Thursday')
  const end = { line: 99, character: 99 }
  client.notify('textDocument/didChange', {
    textDocument: { uri: client.uri(today), version: 2 },
    contentChanges: [{ range: { start: end, end }, text: ' 2026-02-18' }],
  })
  expect(await client.diagnostics(today)).toMatchObject([{ range: { end: { character: 24 } } }])
})

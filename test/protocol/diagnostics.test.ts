import { describe, expect, test } from 'vitest'
import { type Diagnostic, DiagnosticSeverity, type PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node'
import { start, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const today = 'orchard-minutes-2026-02-18.md'

describe('Diagnostics that the editor asks for (textDocument/diagnostic)', () => {
  test('say what is wrong, why it matters and what to do, with rule, source and page', async () => {
    const client = await start()
    await client.open(today, '- on Thursday 2026-02-18')
    const [finding] = await client.diagnostics(today)
    expect(finding).toEqual({
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 24 } },
      severity: DiagnosticSeverity.Error,
      source: 'minutebook',
      code: 'weekday',
      codeDescription: { href: expect.stringMatching(/^file:\/\/.*\/rules\/weekday\.md$/) },
      message:
        '2026-02-18 is a Wednesday, but Thursday is written here.\nReaders will come on the wrong day. Change the weekday, or the date?',
    })
  })

  test('are not sent twice', async () => {
    const client = await start()
    await client.open(today, '- on Thursday 2026-02-18\n- a note\n')
    const first = await client.pull(today)
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'weekday' }] })
    expect(await client.pull(today, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId })
    client.change(today, 'a «→longer »note')
    expect(await client.pull(today, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId })
    client.change(today, 'on «Thursday→Wednesday»')
    expect(await client.pull(today, first.resultId)).toMatchObject({ kind: 'full', items: [] })
  })

  test('are sent again to an editor that names another result', async () => {
    const client = await start()
    await client.open(today, '- on Thursday 2026-02-18')
    await client.pull(today)
    expect(await client.pull(today, 'of another day')).toMatchObject({ kind: 'full', items: [{ code: 'weekday' }] })
  })

  test('are none in Markdown that is no minutes', async () => {
    const client = await start(orchard)
    await client.open('README.md')
    expect(await client.pull('README.md')).toMatchObject({ kind: 'full', items: [] })
  })

  test('come and go with what makes a document minutes', async () => {
    const client = await start()
    await client.open('visit.md', 'On Thursday 2026-02-18\n')
    expect(await client.findings('visit.md')).toEqual([])
    client.change('visit.md', '«→---\nmeeting_time: 2026-02-18 17:00 UTC\n---\n»On Thursday')
    expect(await client.findings('visit.md')).toEqual(['weekday: Thursday 2026-02-18'])
    client.change('visit.md', 'meeting«_→»time')
    expect(await client.findings('visit.md')).toEqual([])
  })

  test('find nothing in minutes that are right', async () => {
    const client = await start(orchard)
    for (const file of Object.keys(orchard)) {
      await client.open(file)
      expect(await client.findings(file)).toEqual([])
    }
  })
})

describe('Diagnostics that the editor is sent', () => {
  const pushed = { pull: false }

  test('name the version they are for', async () => {
    const client = await start({}, pushed)
    await client.open(today, '- on Thursday 2026-02-18')
    expect(await client.pushed(today)).toMatchObject({ version: 1, diagnostics: [{ code: 'weekday' }] })
    client.change(today, 'on «Thursday→Wednesday»')
    expect(await client.pushed(today)).toMatchObject({ version: 2, diagnostics: [] })
  })

  test('follow the settings and the book', async () => {
    const client = await start(orchard, pushed)
    await client.open(today, orchardMinutes('2026-02-18', { agenda: '- @quentinna - hello' }))
    await client.pushed(today, (items) => items.some(({ code }) => code === 'handle-unknown'))
    client.notify('workspace/didChangeConfiguration', {
      settings: { minutebook: { rules: { 'handle-unknown': 'off' } } },
    })
    await client.pushed(today, (items) => items.length === 0)
  })

  test('are taken back when the document is closed', async () => {
    const client = await start({}, pushed)
    await client.open(today, '- on Thursday 2026-02-18')
    await client.pushed(today)
    client.close(today)
    await client.heard('textDocument/publishDiagnostics', ({ diagnostics }: { diagnostics: Diagnostic[] }) => {
      return diagnostics.length === 0
    })
  })

  test('stay when the document is closed and opened again at once', async () => {
    const client = await start({ [today]: '- nothing' }, pushed)
    await client.open(today, '- on Thursday 2026-02-18')
    await client.pushed(today)
    client.close(today)
    await client.open(today, '- on Friday 2026-02-18')
    await client.pushed(today, (items) => items.length > 0)
    // Reading another document takes at least as long as taking in that this one was closed.
    await client.open('minutes-other.md', '')
    client.close('minutes-other.md')
    await client.heard('textDocument/publishDiagnostics', ({ uri }: PublishDiagnosticsParams) =>
      uri.endsWith('other.md'),
    )
    await client.heard('textDocument/publishDiagnostics', ({ uri }: PublishDiagnosticsParams) =>
      uri.endsWith('other.md'),
    )
    const last = client.said.findLast(
      ({ params }) => (params as PublishDiagnosticsParams | undefined)?.uri === client.uri(today),
    )
    expect(last!.params).toMatchObject({ diagnostics: [{ code: 'weekday' }] })
  })

  test('are not offered for asking', async () => {
    const client = await start({}, pushed)
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined()
  })
})

describe('Ranges', () => {
  const rangeOf = async (client: TestClient, file: string) => (await client.diagnostics(file)).map(({ range }) => range)

  test('count UTF-16 code units, as LSP does', async () => {
    const client = await start()
    await client.open(today, '# Minutes\n\n- 🐝 🧑‍🌾 naïve: Thursday 2026-02-18\n')
    const before = '- 🐝 🧑‍🌾 naïve: '.length
    expect(await rangeOf(client, today)).toEqual([
      { start: { line: 2, character: before }, end: { line: 2, character: before + 19 } },
    ])
  })

  test.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['a byte order mark and CRLF', '\r\n', '\uFEFF'],
  ])('are right with %s', async (_, eol, mark = '') => {
    const client = await start()
    const lines = ['---', 'meeting_time: 2026-02-18 17:00 UTC', '---', '', '- 🐝', '- Thursday 2026-02-18', '']
    await client.open(today, mark + lines.join(eol))
    expect(await rangeOf(client, today)).toEqual([
      ...(mark ? [{ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }] : []),
      { start: { line: 5, character: 2 }, end: { line: 5, character: 21 } },
    ])
  })
})

describe('After any edits (textDocument/didChange)', () => {
  const edits = [
    ['cle«→🐝»an the'],
    ['### «[→»Bee Corner'],
    ['### «→[»Bee Corner'],
    ['have come«→\n\n- Thursday 2026-02-18\n- []  nothing\n»'],
    ['Thursday 2026-02-1«8→9»'],
    ['«## Agenda\n\n→»### [Cider'],
    ['meeting_time«:→» 2026-02-18'],
    ['meeting_time«→:» 2026-02-18', '- «Thursday→Friday» 2026-02-19'],
    ['«---\nlayout→-\nlayout»: minutes'],
    ['«-\nlayout→---\nlayout»: minutes'],
    ['«### Welcome→```\n### Welcome»'],
    ['«```\n→»### Welcome', '@farid«, →. »@quentina'],
  ]

  test.each(['\n', '\r\n'])('the findings are those of the text opened anew (line end %j)', async (eol) => {
    const client = await start(orchard)
    const text = orchardMinutes('2026-02-18').replaceAll('\n', eol)
    await client.open(today, text)
    let different = 0
    let before: unknown
    for (const step of edits) {
      client.change(today, ...step.map((each) => each.replaceAll('\n', eol)))
      // The caret moves on, so that nothing waits for it.
      client.save(today)
      const incremental = await client.diagnostics(today)
      const now = client.text(today)
      client.close(today)
      await client.open(today, now)
      const anew = await client.diagnostics(today)
      expect(incremental, step.join()).toEqual(anew)
      if (JSON.stringify(anew) !== JSON.stringify(before)) different++
      before = anew
    }
    // Edits that never change the outcome would prove nothing.
    expect(different).toBeGreaterThan(4)
  })

  test('a whole text that is sent anew counts like an edit', async () => {
    const client = await start()
    await client.open(today, '- on Thursday 2026-02-18\n- more\n')
    client.replace(today, '- one line more\n- on Friday 2026-02-18\n- more\n')
    expect(await client.findings(today)).toEqual(['weekday: Friday 2026-02-18'])
  })

  test('several changes of one message follow each other', async () => {
    const client = await start()
    await client.open(today, '- a\n- b\n')
    client.notify('textDocument/didChange', {
      textDocument: { uri: client.uri(today), version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 3 } }, text: 'Thursday' },
        { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 10 } }, text: ' 2026-02-18' },
      ],
    })
    expect(await client.diagnostics(today)).toMatchObject([{ code: 'weekday', range: { end: { character: 21 } } }])
  })
})

describe('What is still being typed', () => {
  const slip = orchardMinutes('2026-02-18', { agenda: '- note\n- seen by @' })

  test('is not reported until typing goes on elsewhere', async () => {
    const client = await start(orchard)
    await client.open(today, slip)
    client.change(today, 'seen by @«→quentna»')
    expect(await client.findings(today)).toEqual([])
    client.change(today, '- note«→s»')
    expect(await client.findings(today)).toEqual(['handle-unknown: @quentna'])
  })

  test('is reported once the caret has rested', async () => {
    const client = await start(orchard)
    await client.open(today, slip)
    client.change(today, 'seen by @«→quentna»')
    expect(await client.findings(today)).toEqual([])
    await client.refreshed()
    expect(await client.findings(today)).toEqual(['handle-unknown: @quentna'])
  })

  test('may be an item that stays empty while the scribe listens', async () => {
    const client = await start(orchard)
    await client.open(today, orchardMinutes('2026-02-18', { agenda: '- seen by @farid' }))
    client.change(today, 'seen by @farid«→\n- »')
    expect(await client.findings(today)).toEqual([])
    client.change(today, '«seen→shown»')
    expect(await client.findings(today)).toEqual(['stray-text: -'])
  })

  test('is reported when the file is saved', async () => {
    const client = await start(orchard)
    await client.open(today, slip)
    client.change(today, 'seen by @«→quentna»')
    client.save(today)
    expect(await client.findings(today)).toEqual(['handle-unknown: @quentna'])
  })

  test('does not hide what waits for nobody', async () => {
    const client = await start()
    await client.open(today, '- on Thursday 2026-02-1')
    client.change(today, '2026-02-1«→8»')
    expect(await client.findings(today)).toEqual(['weekday: Thursday 2026-02-18'])
  })

  test('is sent, once the caret has rested, to an editor that does not ask', async () => {
    const client = await start(orchard, { pull: false })
    await client.open(today, slip)
    client.change(today, 'seen by @«→quentna»')
    await client.pushed(today, (items) => items.some(({ code }) => code === 'handle-unknown'))
  })
})

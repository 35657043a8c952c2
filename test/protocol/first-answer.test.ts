import { expect, test } from 'vitest'
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node'
import { start, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const today = 'orchard-minutes-2026-02-18.md'
const wrong = orchardMinutes('2026-02-18', { agenda: '- @quentinna – on Thursday 2026-02-18\n- on 2026-02-30\n' })

/** What was found in a document each time that the editor was told, once the last of it has been found. */
async function tellings(client: TestClient, last: string): Promise<readonly (readonly unknown[])[]> {
  await client.pushed(today, (items) => items.some(({ code }) => code === last))
  return client.said.flatMap(({ method, params }) => {
    const { uri, diagnostics } = (params ?? {}) as PublishDiagnosticsParams
    return method === 'textDocument/publishDiagnostics' && uri === client.uri(today)
      ? [diagnostics.map(({ code }) => code)]
      : []
  })
}

test('the first findings go by the settings of the folder', async () => {
  const client = await start({ ...orchard, 'minutebook.yml': 'rules:\n  weekday: off\n' }, { pull: false })
  await client.open(today, wrong)
  for (const codes of await tellings(client, 'handle-unknown')) {
    expect(codes).toContain('date-invalid')
    expect(codes).not.toContain('weekday')
  }
})

test('the first findings go by the settings of the editor', async () => {
  const client = await start(orchard, { pull: false, settings: { rules: { weekday: 'off' } } })
  await client.open(today, wrong)
  for (const codes of await tellings(client, 'handle-unknown')) expect(codes).not.toContain('weekday')
})

test('what goes by the other minutes is found once they have been read', async () => {
  const client = await start(orchard, { pull: false })
  await client.open(today, wrong)
  const [first, ...others] = await tellings(client, 'handle-unknown')
  for (const codes of others) expect(codes).toEqual(expect.arrayContaining(first as unknown[]))
})

test('an editor that fails to tell its settings gets what the defaults say', async () => {
  const client = await start({}, { pull: false, settings: {}, fails: ['workspace/configuration'] })
  await client.open(today, wrong)
  await client.pushed(today, (items) => items.some(({ code }) => code === 'weekday'))
})

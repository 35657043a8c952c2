import { describe, expect, test } from 'vitest'
import { DiagnosticSeverity, type LogMessageParams, MessageType } from 'vscode-languageserver-protocol/node'
import { start, type TestClient } from './client.ts'

const today = 'minutes-2026-02-18.md'
const text = '- on Thursday 2026-02-18\n- []  sweep\n'

/** Code and severity of all that is found. */
const found = async (client: TestClient) =>
  (await client.diagnostics(today)).map(({ code, severity }) => `${code} ${severity}`)

const { Error: error, Warning: warning, Information: information, Hint: hint } = DiagnosticSeverity
const usual = [`weekday ${error}`, `checkbox ${warning}`]

describe('The editor’s settings (workspace/didChangeConfiguration)', () => {
  test('turn rules off and change how severe they are', async () => {
    const client = await start({}, { settings: { rules: { weekday: 'off', checkbox: 'information' } } })
    await client.open(today, text)
    expect(await found(client)).toEqual([`checkbox ${information}`])
  })

  test('count at once when they change', async () => {
    const client = await start({}, { settings: null })
    await client.open(today, text)
    expect(await found(client)).toEqual(usual)
    await client.configure({ rules: { weekday: 'hint' } })
    expect(await found(client)).toEqual([`weekday ${hint}`, `checkbox ${warning}`])
    await client.configure({})
    expect(await found(client)).toEqual(usual)
  })

  test('count at once in an editor that sends them', async () => {
    const client = await start()
    await client.open(today, text)
    await client.configure({ rules: { checkbox: 'off' } })
    expect(await found(client)).toEqual([`weekday ${error}`])
  })

  test('say which files are minutes', async () => {
    const client = await start({ 'kept/one.md': '- @quentina' }, { settings: { files: ['kept/*.md'] } })
    await client.open('kept/two.md', `${text}- @`)
    expect(await client.findings('kept/two.md')).toHaveLength(2)
    expect(await client.complete('kept/two.md', '- @$0')).toMatchObject([{ label: '@quentina' }])
    await client.open(today, text)
    expect(await client.findings(today)).toEqual([])
    await client.configure({ files: ['*.md'] })
    await client.refreshed()
    expect(await client.findings('kept/two.md')).toEqual([])
    expect(await client.findings(today)).toHaveLength(2)
  })

  test('may differ from folder to folder', async () => {
    const settings = (scope?: string) => (scope?.endsWith('/quiet') ? { rules: { weekday: 'off' } } : {})
    const client = await start({}, { settings, folders: { quiet: {} } })
    await client.open(today, text)
    const quiet = `${client.folder('quiet')}/${today}`
    await client.open(quiet, text)
    expect(await found(client)).toEqual(usual)
    expect(await client.findings(quiet)).toHaveLength(1)
  })

  test('count for a document that is in no folder', async () => {
    const client = await start({}, { noFolder: true, settings: { rules: { weekday: 'off' } } })
    await client.heard('workspace/configuration')
    await client.open('untitled:minutes.md', text)
    expect(await client.findings('untitled:minutes.md')).toHaveLength(1)
  })
})

describe('minutebook.yml', () => {
  test('counts, and the editor’s settings count more', async () => {
    const file = 'rules:\n  weekday: off\n  checkbox: hint\n'
    const client = await start({ 'minutebook.yml': file }, { settings: { rules: { checkbox: 'error' } } })
    await client.open(today, text)
    expect(await found(client)).toEqual([`checkbox ${error}`])
  })

  test('counts when it comes, changes and goes', async () => {
    const client = await start()
    await client.open(today, text)
    await client.write('minutebook.yml', 'rules:\n  weekday: off\n')
    expect(await found(client)).toEqual([`checkbox ${warning}`])
    await client.write('minutebook.yml', 'rules:\n  checkbox: off\n')
    expect(await found(client)).toEqual([`weekday ${error}`])
    await client.remove('minutebook.yml')
    expect(await found(client)).toEqual(usual)
  })

  test('of another folder does not count', async () => {
    const client = await start({}, { folders: { quiet: { 'minutebook.yml': 'rules:\n  weekday: off\n' } } })
    await client.open(today, text)
    expect(await found(client)).toEqual(usual)
  })
})

/** What the user is told. */
const told = async (client: TestClient, words: RegExp) =>
  client.heard('window/logMessage', ({ type, message }: LogMessageParams) => {
    return type <= MessageType.Warning && words.test(message)
  })

describe('Settings that cannot be used', () => {
  test.each([
    ['a rule level that does not exist', { rules: { checkbox: 'loud' } }, /"rules/],
    ['rules that are no table', { rules: ['weekday'] }, /"rules"/],
    ['files that are no list', { files: '*.md' }, /"files"/],
    ['an empty glob', { files: [''] }, /"files"/],
    ['a glob of monstrous length', { files: ['a'.repeat(5000)] }, /"files"/],
    ['no settings at all', 'loud', /settings/],
  ])('from the editor are told, and the rest goes on: %s', async (_, settings, words) => {
    const client = await start({}, { settings })
    await told(client, words)
    await client.open(today, text)
    expect(await found(client)).toEqual(usual)
  })

  test.each([
    ['broken YAML', 'rules: {weekday: off', /minutebook\.yml, line 1/],
    ['a list', '- weekday\n', /settings/],
    ['a rule level that does not exist', 'rules:\n  checkbox: loud\n', /"rules/],
    ['an alias bomb', bomb(), /minutebook\.yml/],
    ['bytes that are not UTF-8', Uint8Array.of(0x72, 0xe9, 0x0a), /minutebook\.yml: It is not UTF-8/],
  ])('from minutebook.yml are told, and the rest goes on: %s', async (_, file, words) => {
    const client = await start({ 'minutebook.yml': file })
    await told(client, words)
    await client.open(today, text)
    expect(await found(client)).toEqual(usual)
  })

  test('leave the other settings standing', async () => {
    const client = await start({}, { settings: { files: 7, rules: { weekday: 'off' } } })
    await client.open(today, text)
    expect(await found(client)).toEqual([`checkbox ${warning}`])
  })

  test('of rules that nobody knows do no harm', async () => {
    const client = await start({}, { settings: { rules: { 'no-such-rule': 'error', weekday: 'off' } } })
    await client.open(today, text)
    expect(await found(client)).toEqual([`checkbox ${warning}`])
  })

  test('do no harm when the editor cannot say', async () => {
    const settings = () => {
      throw new Error('This editor is out of order.')
    }
    const client = await start({}, { settings })
    await client.open(today, text)
    expect(await found(client)).toEqual(usual)
  })
})

/** Each line holds the one before it ten times. */
function bomb(): string {
  const lines = ['a0: &a0 [x, x]']
  for (let i = 1; i < 9; i++)
    lines.push(
      `a${i}: &a${i} [${Array(10)
        .fill(`*a${i - 1}`)
        .join(', ')}]`,
    )
  return `${lines.join('\n')}\n`
}

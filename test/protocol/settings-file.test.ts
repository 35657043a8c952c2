import { describe, expect, test } from 'vitest'
import { FileChangeType } from 'vscode-languageserver-protocol/node'
import { start, type TestClient } from './client.ts'
import { orchard } from './orchard.ts'

const YAML = 'minutebook.yml'
const today = 'minutes-2026-02-18.md'
const wrong = '- on Thursday 2026-02-18\n'

/** What is underlined in `minutebook.yml`, with the beginning of the message. */
async function problems(client: TestClient): Promise<string[]> {
  const text = client.text(YAML).split('\n')
  return (await client.diagnostics(YAML)).map(({ range: { start, end }, message, severity, source, code }) => {
    expect([severity, source, code]).toEqual([2, 'minutebook', 'settings'])
    return `${text[start.line]!.slice(start.character, end.line === start.line ? end.character : undefined)} | ${message}`
  })
}

describe('minutebook.yml in an editor', () => {
  test('has what is wrong in it underlined as it is typed', async () => {
    const client = await start({ ...orchard, [YAML]: 'zones: [Europe/Oslo]\n' })
    await client.open(YAML, undefined, 'yaml')
    expect(await problems(client)).toEqual([])
    client.change(YAML, 'Europe/Osl«o→oo»')
    expect(await problems(client)).toEqual([
      expect.stringMatching(/^Europe\/Osloo \| "zones", entry 1, is no time zone/),
    ])
    client.change(YAML, 'Europe/Osl«oo→o»]', 'Europe/Oslo]«→\npeople:\n  from: nobody.yml»')
    expect(await problems(client)).toEqual([
      expect.stringMatching(/^from: nobody\.yml \| "people\.from": there is no file "nobody\.yml"/),
    ])
    client.change(YAML, '«→rules: [»zones')
    expect(await problems(client)).toHaveLength(1)
  })

  test('counts unsaved, and when it is closed the file counts again', async () => {
    const client = await start({ ...orchard, [YAML]: 'rules:\n  weekday: hint\n' })
    await client.open(today, wrong)
    expect((await client.diagnostics(today))[0]!.severity).toBe(4)
    await client.open(YAML, undefined, 'yaml')
    await client.refreshed()
    client.change(YAML, 'weekday: «hint→off»')
    await client.refreshed()
    expect(await client.findings(today)).toEqual([])
    client.close(YAML)
    await client.refreshed()
    expect((await client.diagnostics(today))[0]!.severity).toBe(4)
  })

  test('counts unsaved too when word comes late that a file of its name has gone', async () => {
    const client = await start({ ...orchard, [YAML]: 'rules: {}\n' })
    await client.open(today, wrong)
    await client.open(YAML, undefined, 'yaml')
    await client.refreshed()
    client.change(YAML, 'rules: {«→weekday: off»}')
    await client.refreshed()
    await client.filesChanged([YAML, FileChangeType.Deleted])
    expect(await client.findings(today)).toEqual([])
  })

  test('counts where it was typed on in the editor though its file has gone, until it is saved and gone again', async () => {
    const client = await start({ ...orchard, [YAML]: 'rules: {}\n' })
    await client.open(today, wrong)
    await client.open(YAML, undefined, 'yaml')
    await client.refreshed()
    client.change(YAML, 'rules: {«→weekday: off»}')
    await client.refreshed()
    await client.remove(YAML)
    await client.filesChanged([YAML, FileChangeType.Deleted])
    expect(await client.findings(today)).toEqual([])
    client.save(YAML)
    await client.refreshed()
    await client.filesChanged([YAML, FileChangeType.Deleted])
    expect(await client.findings(today)).not.toEqual([])
  })

  test('has its problems pushed to an editor that does not ask', async () => {
    const client = await start({ [YAML]: 'fles: []\n' }, { pull: false })
    await client.open(YAML, undefined, 'yaml')
    const { diagnostics } = await client.heard<{ uri: string; diagnostics: { message: string }[] }>(
      'textDocument/publishDiagnostics',
      ({ uri }) => uri.endsWith(YAML),
    )
    expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining('Did you mean "files"?')])
  })

  test('is no minutes, whatever the globs say', async () => {
    const client = await start({ [YAML]: 'files: ["**/*"]\nrules: {}\n' })
    await client.open(YAML, undefined, 'yaml')
    expect(await problems(client)).toEqual([])
    expect(await client.request('textDocument/documentSymbol', { textDocument: { uri: client.uri(YAML) } })).toEqual([])
  })

  test('somewhere else in the folder is nobody’s settings', async () => {
    const client = await start({ 'sub/minutebook.yml': 'fles: []\n' })
    await client.open('sub/minutebook.yml', undefined, 'yaml')
    expect(await client.diagnostics('sub/minutebook.yml')).toEqual([])
  })

  test('names people, whose file counts as soon as it changes', async () => {
    const files = { 'minutes-2026-02-04.md': '- @runa - no update\n', 'people.yml': 'runa: {}\n' }
    const client = await start({ ...files, [YAML]: 'people: {from: people.yml}\nrules: {handle-unknown: warning}\n' })
    await client.open(YAML, undefined, 'yaml')
    expect(await problems(client)).toEqual([])
    await client.write('people.yml', '- [')
    expect(await problems(client)).toEqual([
      expect.stringMatching(/^from: people\.yml \| "people\.from": the file cannot be read as a list of people\./),
    ])
  })
})

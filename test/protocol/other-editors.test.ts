import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { ApplyWorkspaceEditParams, ShowMessageParams } from 'vscode-languageserver-protocol'
import { Commands, type DraftedNext, type DraftedSummary } from '../../server/src/protocol/messages.ts'
import { type ClientOptions, start, startOnce, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

/** An editor that knows the protocol, and nothing of ours. */
const other: ClientOptions = { commands: false, applies: true }

const latest = 'orchard-minutes-2026-02-04.md'
const agenda = `### [Cider Press](https://example.org/orchard/press)
- [ ] @farid - clean the barrels
- @quentina - the screw is loose
- 
`

const told = async (client: TestClient, words: string): Promise<string> =>
  (await client.heard<ShowMessageParams>('window/showMessage', ({ message }) => message.includes(words))).message

describe('Commands among the code actions', () => {
  const client = startOnce(orchard, other)

  const titles = async (marked: string, only?: string[]) => {
    await client.open(latest, orchardMinutes('2026-02-04', { agenda }))
    const at = client.at(latest, marked)
    const actions = await client.actions(latest, { start: at, end: at }, only)
    return actions.flatMap(({ title, command }) => (command ? [title.replace('Minutebook: ', '')] : []))
  }

  test('are those of the line', async () => {
    expect(await titles('clean $0the barrels')).toEqual(['Toggle Action Item', 'Check Off Action Item'])
    expect(await titles('the $0screw')).toEqual(['Toggle Action Item'])
    expect(await titles('- @qu$0entina - the')).toEqual(['Toggle Action Item', 'Add @quentina to Configuration'])
    expect(await titles('loose\n-$0 \n')).toContain('Insert Time Stamp')
    expect(await titles('### Wel$0come')).toEqual([])
  })

  test('are the same where the caret is a sign', async () => {
    await client.open(latest, orchardMinutes('2026-02-04', { agenda }))
    const start = client.at(latest, 'loose\n- $0\n')
    const actions = await client.actions(latest, { start, end: { line: start.line + 1, character: 0 } })
    const stamp = actions.find(({ title }) => title.includes('Time Stamp'))!
    expect(stamp.command!.arguments).toEqual([{ uri: client.uri(latest), position: start, show: true }])
  })

  test('are those of the lines that are selected, whatever their ends', async () => {
    await client.open(latest, orchardMinutes('2026-02-04', { agenda }).replaceAll('\n', '\r\n'))
    const { line } = client.at(latest, '- $0[ ]')
    const range = { start: { line, character: 0 }, end: { line: line + 2, character: 0 } }
    expect(
      (await client.actions(latest, range)).flatMap(({ command }) => (command ? [command.arguments] : [])),
    ).toEqual([[{ uri: client.uri(latest), lines: [line, line + 1], show: true }]])
  })

  test('are those of the minutes at their head, or where that kind is asked for', async () => {
    const whole = [
      'New Minutes from Previous',
      'New Minutes from Template',
      'Stamp Start',
      'Stamp End',
      'Tell What Is Missing to Finish Minutes',
      'Summarize Minutes',
      'Export Calendar',
      'Go to Previous Meeting',
      'Check All Minutes in This Folder',
      'Save Attendance Picture as SVG',
      'Create Configuration',
    ]
    expect(await titles('$0layout: minutes')).toEqual(whole)
    expect(await titles('17:00 UTC - Meet$0ing start')).toEqual(whole)
    expect(await titles('clean $0the barrels', ['source.minutebook'])).toEqual(whole)
    expect(await titles('$0layout: minutes', ['quickfix'])).toEqual([])
    expect(await titles('$0layout: minutes', ['source.fixAll'])).toEqual([])
    expect(await titles('clean $0the barrels', ['refactor'])).toEqual(['Toggle Action Item', 'Check Off Action Item'])
  })

  test('are none where the editor offers them itself', async () => {
    const own = await start(orchard)
    await own.open(latest)
    const at = own.at(latest, '$0layout: minutes')
    expect(await own.actions(latest, { start: at, end: at })).toEqual([])
    expect(own.initialized.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'source.fixAll.minutebook'],
    })
  })

  test('do what they say', async () => {
    const able = await start(orchard, other)
    await able.open(latest)
    const at = able.at(latest, 'clean $0the barrels')
    const actions = await able.actions(latest, { start: at, end: at })
    const { command, arguments: given } = actions.find(({ title }) => title.includes('Check Off'))!.command!
    await able.execute(command, given![0])
    expect(able.text(latest)).toContain('- [x] @farid - clean the barrels')
  })
})

describe('A command without arguments', () => {
  test('is for the minutes that were used last', async () => {
    const client = await start(orchard, other)
    await client.open('orchard-minutes-2026-01-07.md')
    await client.open('README.md')
    expect(await client.execute(Commands.next)).toEqual({ uri: client.uri('orchard-minutes-2026-01-21.md') })
    expect(await client.heard('window/showDocument')).toMatchObject({
      uri: client.uri('orchard-minutes-2026-01-21.md'),
    })
    await client.open(latest)
    expect(await client.execute(Commands.next)).toBeNull()
    expect(await told(client, 'latest minutes')).toBe('These are the latest minutes of their series.')
    client.close(latest)
    expect(await client.execute(Commands.next)).toBeNull()
    expect(await told(client, 'Open minutes first')).toBeTruthy()
  })

  test('is for the only folder where no minutes are open', async () => {
    const client = await start(orchard, other)
    const made = await client.execute<DraftedNext>(Commands.nextMinutes)
    expect(made).toMatchObject({ uri: client.uri('orchard-minutes-2026-02-18.md'), exists: false })
    expect(await readFile(fileURLToPath(made.uri), 'utf8')).toBe(made.text)
    expect(await client.heard('window/showDocument')).toMatchObject({ uri: made.uri, takeFocus: true })
    expect(await told(client, 'Left out')).toContain('- [x] @ilse - two hives have come (It is done.)')
  })

  test('that is refused says why, and leaves it at that', async () => {
    const client = await start(orchard, other)
    await client.open('orchard-minutes-2026-01-21.md')
    expect(await client.execute(Commands.nextMinutes)).toBeNull()
    expect(await told(client, 'never written over')).toContain(`${latest} is there already`)
    expect(await client.execute(Commands.recordDecision)).toBeNull()
    expect(await told(client, 'number of the line')).toBeTruthy()
    await expect(client.execute(Commands.recordDecision, {})).rejects.toThrow(/number of the line/)
  })

  test('makes new minutes from the first template, a summary, the settings and a picture', async () => {
    const client = await start(orchard, other)
    await client.open(latest)
    await client.execute(Commands.minutes)
    expect(await client.heard('window/showDocument')).toMatchObject({
      uri: client.uri('orchard-minutes-2026-02-18.md'),
    })
    const summary = await client.execute<DraftedSummary & { text: string }>(Commands.summary)
    const file = client.uri('orchard-minutes-2026-02-04-markdown.txt')
    expect(summary.uri).toBe(file)
    expect(await readFile(fileURLToPath(file), 'utf8')).toBe(summary.text)
    await client.execute(Commands.configuration)
    expect(await readFile(fileURLToPath(client.uri('minutebook.yml')), 'utf8')).toBeTruthy()
    const drawn = await client.execute<{ uri: string }>(Commands.attendance)
    expect(await readFile(fileURLToPath(drawn.uri), 'utf8')).toMatch(/^<svg/)
  })

  test.each([
    [Commands.bookActions, '- @farid - clean the barrels (since 2026-01-07)'],
    [Commands.bookMeetings, '- 2026-02-04: 2 present, 1 open'],
    [Commands.bookPeople, '- @ilse: at 3 of 3'],
    [Commands.templates, '- plain: '],
    [Commands.checkFolders, '3 files of minutes: 0 errors, 0 warnings.'],
    [Commands.finishSteps, 'Nothing is missing in these minutes.'],
    [Commands.clock, 'No meeting has begun today'],
    [Commands.timeStamp, ' UTC'],
  ])('%s is told', async (command, words) => {
    const client = await start(orchard, other)
    await client.open(latest)
    await client.execute(command)
    expect(await told(client, words)).toBeTruthy()
  })
})

describe('Finishing minutes', () => {
  const today = 'orchard-minutes-2026-02-18.md'
  const index = (listed: string) =>
    `# Minutes\n\n- [2026-02-04](${latest})\n- [2026-01-21](orchard-minutes-2026-01-21.md)\n${listed}`

  test('offers what needs no answer, and tells the rest', async () => {
    const client = await start({ ...orchard, 'README.md': index('') }, other)
    await client.open(today, orchardMinutes('2026-02-18', { chair: '…' }))
    await client.execute(Commands.finishSteps)
    expect(await told(client, 'Before these minutes')).toMatch(/\(chair\)\n/)
    const at = client.at(today, '$0layout: minutes')
    const actions = await client.actions(today, { start: at, end: at })
    const listing = actions.find(({ title }) => title === 'Minutebook: List these minutes in README.md')!
    await client.execute(listing.command!.command, listing.command!.arguments![0])
    expect(await readFile(fileURLToPath(client.uri('README.md')), 'utf8')).toContain(`(${today})`)
  })
})

describe('A time stamp', () => {
  test('is written where it is wanted', async () => {
    const client = await start(orchard, other)
    await client.open(latest, orchardMinutes('2026-02-04', { agenda }))
    const position = client.at(latest, 'loose\n- $0')
    await client.execute(Commands.timeStamp, { position, now: '2026-02-04T17:05:00Z', show: true })
    expect(client.text(latest)).toContain('loose\n- 17:05 UTC\n')
  })
})

describe('A new file in an editor that cannot create any', () => {
  const edits = async (documentChanges: boolean) => {
    const client = await start(orchard, { ...other, can: { workspace: { workspaceEdit: { documentChanges } } } })
    await client.open(latest)
    const made = client.execute<DraftedNext>(Commands.nextMinutes, { uri: client.uri(latest) })
    const { uri, text } = await made
    // This test's editor writes into files that are there, and so fails here.
    await client.execute(Commands.nextMinutes).catch(() => {})
    const { edit } = await client.heard<ApplyWorkspaceEditParams>('workspace/applyEdit')
    return { edit, uri, newText: text }
  }
  const start0 = { line: 0, character: 0 }

  test('is a text for one that is not there', async () => {
    const { edit, uri, newText } = await edits(true)
    const range = { start: start0, end: start0 }
    expect(edit).toEqual({
      documentChanges: [{ textDocument: { uri, version: null }, edits: [{ range, newText }] }],
    })
  })

  test('is so without versions too', async () => {
    const { edit, uri, newText } = await edits(false)
    expect(edit).toEqual({ changes: { [uri]: [{ range: { start: start0, end: start0 }, newText }] } })
  })
})

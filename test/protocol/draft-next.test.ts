import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { Commands, type DraftedNext } from '../../server/src/protocol/messages.ts'
import { start, startOnce } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const client = startOnce(orchard)
const folder = () => client.uri('').replace(/\/$/, '')
const draft = (given: object) => client.execute<DraftedNext>(Commands.nextMinutes, given)

describe('The minutes of the next meeting', () => {
  test('are made from the latest of the folder, for the day by its cadence', async () => {
    const drafted = await draft({ folder: folder() })
    expect(drafted).toMatchObject({
      uri: client.uri('orchard-minutes-2026-02-18.md'),
      previous: client.uri('orchard-minutes-2026-02-04.md'),
      date: '2026-02-18',
      exists: false,
      findings: [],
    })
    expect(drafted.text).toContain('- [ ] @farid - clean the barrels')
    expect(drafted.text).not.toMatch(/\[x\]|two hives|@quentina\n|2026-02-04/)
    expect(drafted.dropped).toContainEqual({ text: '- [x] @ilse - two hives have come', why: 'It is done.', line: 23 })
  })

  test('open with no finding', async () => {
    const { uri, text } = await draft({ folder: folder() })
    await client.open(uri, text)
    expect(await client.findings(uri)).toEqual([])
    client.close(uri)
  })

  test('are made from those that are open, as they stand in the editor', async () => {
    const uri = client.uri('orchard-minutes-2026-02-04.md')
    await client.open(uri, orchardMinutes('2026-02-04', { agenda: '### Ladders\n- [ ] @ilse - buy one' }))
    const drafted = await draft({ uri, date: '2026-03-04' })
    expect(drafted.uri).toBe(client.uri('orchard-minutes-2026-03-04.md'))
    expect(drafted.text).toContain('### Ladders\n- [ ] @ilse - buy one')
    client.close(uri)
  })

  test('are not made over others', async () => {
    const first = client.uri('orchard-minutes-2026-01-07.md')
    expect(await draft({ uri: first, date: '2026-01-21' })).toMatchObject({ exists: true })
    await expect(draft({ uri: first, date: '2026-01-21', create: true })).rejects.toThrow(/is there already/)
  })

  test('are made and shown by the server for editors that do not do it', async () => {
    const other = await start(orchard, { applies: true })
    const given = { folder: other.uri('').replace(/\/$/, ''), create: true }
    const made = await other.execute<DraftedNext>(Commands.nextMinutes, given)
    expect(made).toMatchObject({ exists: false, date: '2026-02-18' })
    expect(await readFile(fileURLToPath(made.uri), 'utf8')).toBe(made.text)
  })

  test.each([
    ['no folder', {}, /a folder of this workspace/],
    ['another folder', { folder: 'file:///elsewhere' }, /a folder of this workspace/],
    ['something that is no address', { uri: 12 }, /Only from minutes of a folder/],
    ['a page that is no minutes', { uri: 'README.md' }, /Only from minutes of a folder/],
    ['no day', { folder: '.', date: 'tomorrow' }, /There is no day "tomorrow"/],
    ['a day before', { folder: '.', date: '2026-01-01' }, /later day than 2026-01-01/],
  ])('are refused for %s', async (_, given: { uri?: unknown; folder?: string; date?: string }, message) => {
    const uri = given.uri === 'README.md' ? client.uri('README.md') : given.uri
    const of = given.folder === '.' ? folder() : given.folder
    await expect(draft({ ...given, ...(uri !== undefined && { uri }), ...(of && { folder: of }) })).rejects.toThrow(
      message,
    )
  })
})

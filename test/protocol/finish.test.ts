import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Commands, type FinishApplyParams, type FinishStep } from '../../server/src/protocol/messages.ts'
import { type Files, start, type TestClient } from './client.ts'
import { ferry, ferryIndex, ferryOpen, ferryToday } from './ferry.ts'

const INDEX = 'meetings/README.md'
const NOW = '2026-03-11T17:49:10Z'

/** An editor that makes the changes it is asked for, with the minutes open. */
async function editor(files: Files = ferry): Promise<TestClient> {
  const client = await start(files, { applies: true })
  await client.open(ferryToday)
  return client
}

const steps = (client: TestClient, now = NOW): Promise<FinishStep[]> =>
  client.execute(Commands.finishSteps, { uri: client.uri(ferryToday), now })

const apply = (client: TestClient, step: string, answer?: FinishApplyParams['answer']): Promise<FinishStep[]> =>
  client.execute(Commands.finishApply, { uri: client.uri(ferryToday), now: NOW, step, answer })

const ids = (found: readonly FinishStep[]): string[] => found.map(({ id }) => id)

const onDisk = (client: TestClient, path: string) => readFile(join(client.root, path), 'utf8')

describe('What minutes lack', () => {
  test('is listed with its place and what has to be answered', async () => {
    const client = await editor()
    const found = await steps(client)
    expect(ids(found)).toEqual(['chair', 'scribe', 'approval', 'next-meeting', 'end', 'index-entry'])
    const [chair, , approval, next, end, entry] = found
    expect(await client.textAt(ferryToday, chair!.range)).toBe('Meeting chair:')
    expect(chair!.asks[0]!.choices!.map(({ value }) => value)).toEqual(['@maud', '@yann', '@rosa'])
    expect(approval!.asks.map(({ id, kind, many = false }) => [id, kind, many])).toEqual([
      ['approvers', 'people', true],
      ['mergers', 'people', true],
      ['number', 'text', false],
    ])
    // Who wrote them comes last.
    expect(approval!.asks[0]!.choices!.at(-1)!.value).toBe('@maud')
    expect(approval!.asks[0]!.about).toBe(client.uri('meetings/ferry-minutes-2026-02-25.md'))
    expect(next!.asks).toMatchObject([{ kind: 'day', value: '2026-03-25' }])
    expect(end!.asks).toMatchObject([{ kind: 'time', value: '17:49' }])
    expect([entry!.uri, entry!.asks, entry!.canApply]).toEqual([client.uri(INDEX), [], true])
    for (const { wrong, why, remedy, title } of found)
      expect([wrong, why, remedy, title].every((each) => each.length > 5)).toBe(true)
  })

  test('has no likely end days later', async () => {
    const client = await editor()
    const end = (await steps(client, '2026-03-13T09:00Z')).find(({ id }) => id === 'end')
    expect(end!.asks[0]!.value).toBeUndefined()
  })

  test('is nothing that the group’s other minutes lack too', async () => {
    const files = Object.fromEntries(
      Object.entries(ferry).map(([path, text]) => [
        path,
        String(text)
          .replace(/^## \d\d:\d\d UTC - Meeting end$/m, '')
          .replace(/^- .* were approved .*$/m, ''),
      ]),
    )
    expect(ids(await steps(await editor(files)))).toEqual(['chair', 'scribe', 'next-meeting', 'index-entry'])
  })

  test('is also what our rules find', async () => {
    const client = await editor({
      ...ferry,
      [ferryToday]: ferryOpen.replace('- @rosa - the', '- [] @rosa - call Bo  on Thursday 2026-03-18, the'),
    })
    const found = await steps(client)
    expect(ids(found)).toContain('weekday Thursday 2026-03-18')
    expect(ids(found)).toContain('slips')
    await apply(client, 'slips')
    await apply(client, 'weekday Thursday 2026-03-18')
    expect(client.text(ferryToday)).toContain('- [ ] @rosa - call Bo on Wednesday 2026-03-18, the third')
  })
})

describe('A step', () => {
  test('after the other finishes the minutes, each one step of undo', async () => {
    const client = await editor()
    await apply(client, 'chair', '@maud')
    await apply(client, 'scribe', ['YANN'])
    await apply(client, 'approval', { approvers: ['@rosa', '@maud'], mergers: '@yann', number: '57' })
    // Only now is there a day that the index could announce.
    expect(ids(await apply(client, 'next-meeting', '2026-03-25'))).toEqual(['end', 'index-entry', 'index-next-meeting'])
    expect(ids(await apply(client, 'end', '17:49'))).toEqual(['index-entry', 'index-next-meeting'])
    expect(ids(await apply(client, 'index-entry'))).toEqual(['index-next-meeting'])
    expect(ids(await apply(client, 'index-next-meeting'))).toEqual([])
    expect(client.said.filter(({ method }) => method === 'workspace/applyEdit')).toHaveLength(7)
    expect(client.text(ferryToday)).toContain('were approved in #57 by @rosa and @maud, and merged by @yann\n')
    expect(await client.findings(ferryToday)).toEqual([])
    expect(await onDisk(client, INDEX)).toBe(
      ferryIndex
        .replace('March 11th', 'March 25th')
        .replace('-02-25.md)\n', '-02-25.md)\n* [2026-03-11](ferry-minutes-2026-03-11.md)\n'),
    )
  })

  test('changes the index as it stands in a dirty editor, and not the file', async () => {
    const client = await editor()
    await client.open(INDEX)
    client.change(INDEX, 'are in the «attic→cellar».')
    await apply(client, 'index-entry')
    expect(client.text(INDEX)).toBe(
      ferryIndex
        .replace('attic', 'cellar')
        .replace('-02-25.md)\n', '-02-25.md)\n* [2026-03-11](ferry-minutes-2026-03-11.md)\n'),
    )
    expect(await onDisk(client, INDEX)).toBe(ferryIndex)
  })

  test.each([
    ['chair', undefined, /Nobody was named/],
    ['chair', '@mau d', /is no handle and no name/],
    ['end', 'late', /There is no time "late"/],
    ['end', '16:10', /16:10/],
    ['next-meeting', '2026-03-04', /is not after this meeting/],
    ['next-meeting', '2026-02-30', /There is no day/],
    ['approval', { approvers: ['@rosa'] }, /number of the request is missing/],
    ['approval', { approvers: ['@rosa'], number: '57' }, /Nobody was named/],
    ['no-such-step', undefined, /is not missing any more/],
  ])('%s with the answer %j is refused, and nothing changes', async (step, answer, words) => {
    const client = await editor()
    await expect(apply(client, step, answer)).rejects.toThrow(words)
    expect(client.text(ferryToday)).toBe(ferryOpen)
  })

  test('that the editor does not take changes nothing, and says so', async () => {
    const client = await start(ferry, { applies: false })
    await client.open(ferryToday)
    await expect(apply(client, 'chair', '@maud')).rejects.toThrow(/was not done.*Nothing was changed/)
    await expect(apply(client, 'index-entry')).rejects.toThrow(/May you write there\?/)
    expect([client.text(ferryToday), await onDisk(client, INDEX)]).toEqual([ferryOpen, ferryIndex])
  })

  test('is for minutes with a day alone', async () => {
    const client = await start({ 'minutes-of-none.md': '# Minutes\n' })
    await client.open('minutes-of-none.md')
    await expect(
      client.execute(Commands.finishSteps, { uri: client.uri('minutes-of-none.md'), now: NOW }),
    ).rejects.toThrow(/do not say of which day/)
  })
})

test('An index outside the folder is never touched', async () => {
  const client = await editor({ ...ferry, 'minutebook.yml': 'index: ../README.md\n' })
  for (const { uri } of await steps(client)) expect(uri.startsWith(client.uri(''))).toBe(true)
})

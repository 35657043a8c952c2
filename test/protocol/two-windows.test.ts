import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Commands, type DraftedNext, type FinishStep } from '../../server/src/protocol/messages.ts'
import { start, type TestClient } from './client.ts'
import { ferry, ferryIndex, ferryToday } from './ferry.ts'

const INDEX = 'meetings/README.md'
const NOW = '2026-03-11T17:49:10Z'
const ENTRY = '* [2026-03-11](ferry-minutes-2026-03-11.md)\n'

/** Two editors on one folder, each with a server of its own and the same minutes open. */
async function twoEditors(): Promise<readonly [TestClient, TestClient]> {
  const first = await start(ferry, { applies: true })
  const second = await start({}, { applies: true, root: first.root })
  for (const client of [first, second]) await client.open(ferryToday)
  return [first, second]
}

const given = (client: TestClient) => ({ uri: client.uri(ferryToday), now: NOW })
const steps = (client: TestClient) => client.execute<FinishStep[]>(Commands.finishSteps, given(client))
const apply = (client: TestClient, step: string, answer?: unknown) =>
  client.execute<FinishStep[]>(Commands.finishApply, { ...given(client), step, answer })
const index = ({ root }: TestClient) => readFile(join(root, INDEX), 'utf8')

test('An entry that another window has written into the index is not written again', async () => {
  const [first, second] = await twoEditors()
  expect((await steps(second)).map(({ id }) => id)).toContain('index-entry')
  await apply(first, 'index-entry')
  await expect(apply(second, 'index-entry')).rejects.toThrow(/is not missing any more\. Nothing was changed/)
  expect(await index(first)).toBe(ferryIndex.replace('-02-25.md)\n', `-02-25.md)\n${ENTRY}`))
})

test('What another window has written into the index stays', async () => {
  const [first, second] = await twoEditors()
  for (const client of [first, second]) await apply(client, 'next-meeting', '2026-03-25')
  await apply(first, 'index-entry')
  await apply(second, 'index-next-meeting')
  expect(await index(first)).toBe(
    ferryIndex.replace('-02-25.md)\n', `-02-25.md)\n${ENTRY}`).replace('March 11th', 'March 25th'),
  )
})

test('The next minutes that another window has made are said to be there', async () => {
  const [first, second] = await twoEditors()
  const draft = (client: TestClient) =>
    client.execute<DraftedNext>(Commands.nextMinutes, { uri: client.uri(ferryToday), date: '2026-03-25' })
  const drafted = await draft(first)
  expect([drafted.exists, (await draft(second)).exists]).toEqual([false, false])
  await first.write(drafted.uri, 'Mine.\n')
  const again = await draft(second)
  expect([again.uri, again.exists]).toEqual([drafted.uri, true])
})

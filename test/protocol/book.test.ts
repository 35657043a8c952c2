import { describe, expect, test } from 'vitest'
import {
  type AppearancesResult,
  type BookAction,
  BookChangedNotification,
  type BookChangedParams,
  type BookMeeting,
  type BookPerson,
  type BookTopic,
  Commands,
} from '../../server/src/protocol/messages.ts'
import { start, startOnce, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const PRESS = '### [Cider Press](https://example.org/orchard/press)'
const latest = 'orchard-minutes-2026-02-18.md'

const book = {
  ...orchard,
  [latest]: orchardMinutes('2026-02-18', {
    present: '@ilse, Noor Haddad (@noor)',
    regrets: '@farid',
    agenda: `${PRESS}\n- [ ] @farid - clean the barrels\n- [ ] @ilse, @noor - order corks 📦\n- [x] sweep\n- We decided to keep the old hives`,
  }).replaceAll('\n', '\r\n'),
}

const asking = (client: TestClient) => {
  const folder = client.uri('').replace(/\/$/, '')
  const ask =
    <Row>(command: string) =>
    (more: object = {}) =>
      client.execute<Row[]>(command, { folder, ...more })
  return {
    meetings: ask<BookMeeting>(Commands.bookMeetings),
    actions: ask<BookAction>(Commands.bookActions),
    people: ask<BookPerson>(Commands.bookPeople),
  }
}

describe('The book of a folder', () => {
  const client = startOnce(book)
  const { meetings, actions, people } = asking(client)

  test('lists its meetings', async () => {
    const all = await meetings()
    expect(all.map(({ day }) => day)).toEqual(['2026-01-07', '2026-01-21', '2026-02-04', '2026-02-18'])
    expect(all.at(-1)).toEqual({
      uri: client.uri(latest),
      day: '2026-02-18',
      time: '17:00',
      chair: ['@ilse'],
      scribe: [],
      ...{ present: 2, partly: 0, regrets: 1, absent: 0, decisions: 1, topics: 1, open: 2, done: 1 },
    })
  })

  test('lists the meetings that somebody was at', async () => {
    expect((await meetings({ person: '@noor' })).map(({ day }) => day)).toEqual(['2026-01-07', '2026-02-18'])
  })

  test('lists what the latest minutes have, the oldest first, with its age and place', async () => {
    const [barrels, corks, sweep] = await actions()
    expect(barrels).toEqual({
      id: 'orchard-minutes-2026-01-07.md#0',
      action: 'clean the barrels',
      owners: [{ key: '@farid', handle: 'farid' }],
      topic: 'Cider Press',
      done: false,
      since: '2026-01-07',
      meetings: 4,
      uri: client.uri(latest),
      line: 19,
    })
    expect(corks).toMatchObject({ owners: [{ handle: 'ilse' }, { handle: 'noor', name: 'Noor Haddad' }], meetings: 1 })
    expect(sweep).toMatchObject({ owners: [], done: true, line: 21 })
  })

  test('lists what somebody is to do', async () => {
    expect((await actions({ person: '@noor' })).map(({ action }) => action)).toEqual(['order corks 📦'])
  })

  test('lists its people, each against the meetings since they came', async () => {
    const all = await people()
    expect(all.map(({ key, present, meetings, open }) => [key, present, meetings, open])).toEqual([
      ['@ilse', 4, 4, 1],
      ['@farid', 3, 4, 1],
      ['@noor', 2, 4, 1],
      ['@quentina', 2, 4, 0],
    ])
    expect(all[0]).toMatchObject({ chair: 4, since: '2026-01-07', last: '2026-02-18' })
    expect(await people({ person: '@farid' })).toEqual([all[1]])
  })

  test('tells what a meeting was about', async () => {
    expect(await client.execute<BookTopic[]>(Commands.bookTopics, { uri: client.uri(latest) })).toEqual([
      { title: 'Cider Press', line: 18, decisions: 1, actions: 3 },
    ])
    expect(await client.execute(Commands.bookTopics, { uri: client.uri('README.md') })).toEqual([])
  })

  test('speaks of open documents as they are', async () => {
    await client.open(latest)
    client.change(latest, '- [«x→ »] sweep', '@ilse«, Noor Haddad (@noor)→»')
    expect((await actions()).map(({ done }) => done)).toEqual([false, false, false])
    expect((await people({ person: '@noor' }))[0]).toMatchObject({ present: 1, last: '2026-01-07' })
  })

  test('shows where the action item on a line stood', async () => {
    await client.open(latest)
    const found = await client.execute<AppearancesResult>(Commands.appearances, { uri: client.uri(latest), line: 19 })
    expect(found.locations.length).toBe(4)
    expect(await client.execute(Commands.appearances, { uri: client.uri(latest), line: 18 })).toBeNull()
  })

  test('is refused for a folder that is not open', async () => {
    await expect(meetings({ folder: 'file:///nowhere' })).rejects.toThrow(/folder of this workspace/)
  })
})

test('meetings of several series say which they are of', async () => {
  const { meetings } = asking(await start({ ...orchard, 'board/meetings/2025/2025-12-01.md': '# Board\n' }))
  expect((await meetings()).map(({ series }) => series)).toEqual([
    'board/meetings',
    'orchard minutes',
    'orchard minutes',
    'orchard minutes',
  ])
})

describe('minutebook/bookChanged', () => {
  const changed = (client: TestClient) => client.heard<BookChangedParams>(BookChangedNotification)
  const notified = (client: TestClient) => client.said.filter(({ method }) => method === BookChangedNotification).length

  test('is told once to whoever has asked, and again after the next answer', async () => {
    const client = await start(book)
    const { actions } = asking(client)
    await actions()
    await client.open(latest)
    client.change(latest, 'order cor«k→ke»s 📦')
    expect(await changed(client)).toEqual({ folder: client.uri('').replace(/\/$/, '') })
    expect((await actions()).map(({ action }) => action)).toContain('order corkes 📦')
    await client.write('orchard-minutes-2026-03-04.md', orchardMinutes('2026-03-04'))
    await changed(client)
    // Nobody has asked since.
    await client.remove('orchard-minutes-2026-03-04.md')
    await actions()
    await client.write('orchard-minutes-2026-03-04.md', orchardMinutes('2026-03-04'))
    await changed(client)
    expect(notified(client)).toBe(3)
  })

  test('is not told of prose', async () => {
    const client = await start(book, { folders: { other: orchard } })
    const { meetings, actions } = asking(client)
    const other = { folder: client.folder('other') }
    await meetings()
    await actions(other)
    const there = `${other.folder}/orchard-minutes-2026-02-04.md`
    await client.open(there)
    await client.open(latest)
    client.change(latest, 'keep the old hives«→ and the ladder»')
    // Both are looked at together, and of one there is something to tell.
    client.change(there, '- [« →x»] @farid')
    expect(await changed(client)).toEqual(other)
    client.change(latest, '- [«x→ »] sweep')
    expect((await changed(client)).folder).toBe(client.uri('').replace(/\/$/, ''))
    expect(notified(client)).toBe(2)
  })
})

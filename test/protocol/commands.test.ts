import { describe, expect, test } from 'vitest'
import {
  Commands,
  type DraftedMinutes,
  type MinutesTemplate,
  type TimeStamp,
} from '../../server/src/protocol/messages.ts'
import { start, startOnce } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const client = startOnce(orchard)
const folder = () => client.uri('').replace(/\/$/, '')

describe('Templates', () => {
  test('are listed with a label and a description', async () => {
    const templates = await client.execute<MinutesTemplate[]>(Commands.templates, { folder: folder() })
    expect(templates.length).toBeGreaterThan(2)
    for (const { id, label, description } of templates) {
      expect([id, label, description].every((each) => each.length > 1)).toBe(true)
    }
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length)
  })

  test('are listed without an argument', async () => {
    expect(await client.execute(Commands.templates)).toBeInstanceOf(Array)
  })
})

describe('New minutes', () => {
  const draft = (more: object) =>
    client.execute<DraftedMinutes>(Commands.minutes, {
      folder: folder(),
      template: 'long',
      date: '2026-02-18',
      ...more,
    })

  test('are named and filled like the others', async () => {
    const { uri, text, exists } = await draft({})
    expect(uri).toBe(client.uri('orchard-minutes-2026-02-18.md'))
    expect(exists).toBe(false)
    expect(text).toMatch(/^---\nlayout: minutes\nmeeting_time: 2026-02-18 17:00 UTC\n---\n/)
    expect(text).toContain('### [Cider Press](https://example.org/orchard/press)')
  })

  test('say when there are such minutes already', async () => {
    expect(await draft({ date: '2026-02-04' })).toMatchObject({ exists: true })
  })

  test('from every template hold nothing to complain of', async () => {
    for (const { id } of await client.execute<MinutesTemplate[]>(Commands.templates)) {
      const { uri, text } = await draft({ template: id })
      await client.open(uri, text)
      expect(await client.findings(uri), id).toEqual([])
      client.close(uri)
    }
  })

  test('continue the series beside them', async () => {
    const two = await start({ ...orchard, 'board/2026_01_05.md': '---\nmeeting_time: 2026-01-05\n---\n# Board\n' })
    const given = { folder: two.uri('').replace(/\/$/, ''), template: 'plain', date: '2026-03-02' }
    const beside = await two.execute<DraftedMinutes>(Commands.minutes, {
      ...given,
      beside: two.uri('board/2026_01_05.md'),
    })
    expect(beside.uri).toBe(two.uri('board/2026_03_02.md'))
    const alone = await two.execute<DraftedMinutes>(Commands.minutes, given)
    expect(alone.uri).toBe(two.uri('orchard-minutes-2026-03-02.md'))
  })

  test('of an empty folder have a name that is found again', async () => {
    const empty = await start()
    const given = { folder: `${empty.uri('')}/`, template: 'plain', date: '2026-03-04' }
    const { uri, text } = await empty.execute<DraftedMinutes>(Commands.minutes, given)
    await empty.open(uri, text)
    expect(await empty.request('minutebook/isMinutes', { uri })).toBe(true)
  })

  test.each([
    ['a day that does not exist', { date: '2026-02-30' }, /There is no day "2026-02-30"/],
    ['a date in words', { date: 'next Wednesday' }, /YYYY-MM-DD/],
    ['no date', { date: undefined }, /YYYY-MM-DD/],
    ['a template that does not exist', { template: 'sonnet' }, /There is no template "sonnet".*long, short/],
    ['a folder that is not open', { folder: 'file:///nowhere' }, /folder/],
    ['no folder', { folder: undefined }, /folder/],
    ['a folder that is a number', { folder: 7 }, /folder/],
  ])('are refused for %s, with a reason', async (_, wrong, words) => {
    await expect(draft(wrong)).rejects.toThrow(words)
    expect(await draft({})).toMatchObject({ exists: false })
  })
})

describe('The time stamp', () => {
  const stamp = (uri: string, now = '2026-02-18T17:05:31+01:00') =>
    client.execute<TimeStamp>(Commands.timeStamp, { uri, now })

  test('is in UTC, as the group writes it', async () => {
    await client.open('orchard-minutes-2026-02-18.md', orchardMinutes('2026-02-18'))
    expect(await stamp(client.uri('orchard-minutes-2026-02-18.md'))).toEqual({ text: '16:05 UTC' })
    await client.open('minutes-close.md', '# Minutes\n\n## 17:00UTC Start\n\n## 17:10UTC Bees\n')
    expect(await stamp(client.uri('minutes-close.md'))).toEqual({ text: '16:05UTC' })
  })

  test('is there for documents that nobody knows', async () => {
    expect(await stamp('untitled:new.md')).toEqual({ text: '16:05 UTC' })
  })

  test('is refused for what is no moment', async () => {
    await expect(stamp('untitled:new.md', 'noon')).rejects.toThrow(/"noon" is no moment/)
  })
})

test.each([[undefined], [null], [7], ['x'], [[]]])(
  'a command with the argument %j is refused or answered',
  async (given) => {
    for (const command of Object.values(Commands)) await client.execute(command, given).catch(() => {})
    await expect(client.execute('minutebook.no.such', given)).rejects.toThrow(
      /There is no command "minutebook.no.such"/,
    )
  },
)

describe('minutebook/isMinutes', () => {
  test('tells minutes from other Markdown', async () => {
    await client.open('README.md')
    await client.open('orchard-minutes-2026-02-04.md')
    const ask = (file: string) => client.request('minutebook/isMinutes', { uri: client.uri(file) })
    expect(await ask('README.md')).toBe(false)
    expect(await ask('orchard-minutes-2026-02-04.md')).toBe(true)
    expect(await ask('no-such-minutes.md')).toBe(false)
  })
})

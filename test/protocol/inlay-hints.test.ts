import { describe, expect, test } from 'vitest'
import { type InlayHint, InlayHintRequest } from 'vscode-languageserver-protocol/node'
import { start, startOnce, type TestClient } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const today = 'orchard-minutes-2026-02-18.md'
const zoned = { ...orchard, 'minutebook.yml': 'zones: [Europe/Oslo]\n' }
const client = startOnce(zoned)

const hints = (client: TestClient, lines?: readonly [from: number, to: number]): Promise<InlayHint[]> =>
  client.request(InlayHintRequest.method, {
    textDocument: { uri: client.uri(today) },
    range: { start: { line: lines?.[0] ?? 0, character: 0 }, end: { line: lines?.[1] ?? 9999, character: 0 } },
  })

/** A text with its hints in guillemets where they are shown. */
async function shown(text: string, by = client): Promise<string> {
  await by.open(today, text)
  const edits = (await hints(by)).map(({ position, label, paddingLeft, paddingRight }) => ({
    range: { start: position, end: position },
    newText: `${paddingLeft ? ' ' : ''}«${label}»${paddingRight ? ' ' : ''}`,
  }))
  by.edit(today, edits)
  return by.text(today)
}

const next = (line: string) => `# Minutes 2026-02-18\n\n## Next meeting date, time and location\n- ${line}\n`
const events = (line: string) => `# Minutes 2026-02-18\n\n## Upcoming events\n- ${line}\n`

describe('Hints (textDocument/inlayHint)', () => {
  test.each([
    [
      'Next meeting is 2026-03-04 @ 17:00 UTC',
      'Next meeting is «Wednesday» 2026-03-04 @ 17:00 UTC «(18:00 Europe/Oslo)»',
    ],
    [
      'Next meeting is Wed 2026-07-15 @ 17:00UTC on Jitsi',
      'Next meeting is Wed 2026-07-15 @ 17:00UTC «(19:00 Europe/Oslo)» on Jitsi',
    ],
    ['March 4th, 23:30 UTC', '«Wednesday» March 4th, 23:30 UTC «(00:30 Europe/Oslo the day after)»'],
    ['on\u00a02026-03-04, 17:00\u00a0UTC', 'on\u00a0«Wednesday» 2026-03-04, 17:00\u00a0UTC «(18:00 Europe/Oslo)»'],
  ])('say weekday and local time of the next meeting: %s', async (line, with_) =>
    expect(await shown(next(line))).toBe(next(with_)),
  )

  test.each([
    [
      '[Fair](https://example.org/fair-2026-05-02) - 2026-05-02, Oslo',
      '[Fair](https://example.org/fair-2026-05-02) - «Saturday» 2026-05-02, Oslo',
    ],
    ['Fair - 2026-05-(02-03)', 'Fair - «Sat-Sun» 2026-05-(02-03)'],
    ['Fair - 2026-05-02 … 2026-05-03', 'Fair - «Saturday» 2026-05-02 … «Sunday» 2026-05-03'],
    ['Fair - 2026-05-02\n- 2026-05-05', 'Fair - «Saturday» 2026-05-02\n- «Tuesday» 2026-05-05'],
    ['Fair - 2 and 4 May 2026', 'Fair - 2 and 4 May 2026'],
    ['Expo - Sept. 30th - Oct. 1st 2028', 'Expo - «Saturday» Sept. 30th - «Sunday» Oct. 1st 2028'],
    ['Fair - 2 May (2026-05-02)', 'Fair - «Saturday» 2 May (2026-05-02)'],
  ])('say the weekdays of events: %s', async (line, with_) => expect(await shown(events(line))).toBe(events(with_)))

  test('say those of this meeting, and none in what was said', async () => {
    const text = '# Minutes\n\n## Details\n- 2026-02-18 17:00 UTC\n\n## Agenda\n- told us on 2026-02-17 at 12:00 UTC\n'
    expect(await shown(text)).toBe(
      text.replace('- 2026-02-18 17:00 UTC', '- «Wednesday» 2026-02-18 17:00 UTC «(18:00 Europe/Oslo)»'),
    )
  })

  test('are as short as the weekdays of the document', async () => {
    expect(await shown(`${next('2026-03-04')}\n- Tue 2026-03-03 and Mon 2026-03-02\n`)).toContain(
      '- «Wed» 2026-03-04\n',
    )
  })

  test('stand right in a text with CRLF, a byte order mark and emoji', async () => {
    const text = `\uFEFF${next('🐝🐝 2026-03-04')}`.replaceAll('\n', '\r\n')
    expect(await shown(text)).toBe(
      text
        .replace('2026', '«Wednesday» 2026')
        .replace('«Wednesday» 2026-02', '2026-02')
        .replace('🐝🐝 2026-03', '🐝🐝 «Wednesday» 2026-03'),
    )
  })

  test.each([
    ['a weekday stands there already', next('Wednesday, 2026-03-04')],
    ['a weekday stands behind', next('2026-03-04 (Wed)')],
    ['some weekday stands near', next('Wed or Thu, 2026-03-04')],
    ['local times stand there already', next('Wed 2026-03-04 17:00 UTC (12:00 America/New_York)')],
    ['two times stand there', next('Wed 2026-03-04 17:00-18:00 UTC')],
    ['the time has no zone', next('Wed 2026-03-04 17:00')],
    ['the day does not exist', next('2026-02-30 17:00 UTC')],
    ['the day may be another', next('04-03-2026 17:00 UTC')],
    ['the year is anybody’s guess', events('Fair - 20 January')],
    ['there is code', next('`2026-03-04 17:00 UTC`')],
    ['there is a link', events('[Fair 2026-05-02](https://example.org)')],
    [
      'the minutes are in another language',
      `${events('Fest - 2026-05-02')}\n${'Der Apfel ist rot und die Birne ist nicht für uns. '.repeat(9)}`,
    ],
  ])('are none where %s', async (_, text) => expect(await shown(text)).toBe(text))

  test('become text when they are accepted, and then are gone', async () => {
    await client.open(today, next('Next meeting is 2026-03-04 @ 17:00 UTC'))
    client.edit(
      today,
      (await hints(client)).flatMap(({ textEdits = [] }) => textEdits),
    )
    expect(client.text(today)).toBe(next('Next meeting is Wednesday 2026-03-04 @ 17:00 UTC (18:00 Europe/Oslo)'))
    expect(await hints(client)).toEqual([])
    expect(await client.findings(today)).toEqual([])
  })

  test('are those of the lines that are seen', async () => {
    await client.open(today, next('2026-03-04'))
    expect(await hints(client, [0, 2])).toEqual([])
    expect(await hints(client, [3, 4])).toHaveLength(1)
  })

  test('are in the zones that the group writes, without settings', async () => {
    const client = await start({ ...orchard, 'orchard-minutes-2026-02-11.md': '- 17:00 UTC (12:00 America/New_York)' })
    expect(await shown(next('Wed 2026-03-04, 17:00 UTC'), client)).toBe(
      next('Wed 2026-03-04, 17:00 UTC «(12:00 America/New_York)»'),
    )
  })

  test('are asked for again when the settings change, and are off by them', async () => {
    const client = await start(zoned, { settings: {}, inlayHintRefresh: true })
    await client.open(today, next('2026-03-04'))
    expect(await hints(client)).toHaveLength(1)
    client.said.length = 0
    await client.configure({ inlayHints: false })
    await client.heard('workspace/inlayHint/refresh')
    expect(await hints(client)).toEqual([])
  })

  test('are none in Markdown that is no minutes', async () => {
    await client.open('todo.md', next('2026-03-04'))
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    expect(
      await client.request(InlayHintRequest.method, { textDocument: { uri: client.uri('todo.md') }, range }),
    ).toEqual([])
  })

  test('are none in orderly minutes beyond their own line', async () => {
    const text = orchardMinutes('2026-02-18')
    expect(await shown(text)).toBe(text)
  })
})

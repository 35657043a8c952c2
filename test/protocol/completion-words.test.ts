import { describe, expect, test } from 'vitest'
import { CompletionRequest } from 'vscode-languageserver-protocol/node'
import { labels, start, startOnce } from './client.ts'
import { council, FRONT, quay, shown, texts, quayToday as today } from './quay.ts'

describe('Dates', () => {
  const client = startOnce(quay)

  test.each([
    ['tomorrow', 'Thursday 2026-03-26'],
    ['next wed', 'Wednesday 2026-04-01'],
    ['in two weeks', 'Wednesday 2026-04-08'],
    ['in 3 days', 'Saturday 2026-03-28'],
    ['1/22', 'Friday 2027-01-22'],
    ['22/1', 'Friday 2027-01-22'],
    ['22 jan', 'Friday 2027-01-22'],
    ['apr 7th', 'Tuesday 2026-04-07'],
    ['friday', 'Friday 2026-03-27'],
    ['next fri', 'Friday 2026-04-03'],
    ['wednesday', 'Wednesday 2026-04-01'],
    ['last friday', 'Friday 2026-03-20'],
    ['day after tomorrow', 'Friday 2026-03-27'],
    ['two weeks ago', 'Wednesday 2026-03-11'],
    ['tomorrow 16:00', 'Thursday 2026-03-26 16:00 UTC (17:00 Europe/Oslo)'],
    ['in two weeks at 9:30 utc', 'Wednesday 2026-04-08 09:30 UTC (11:30 Europe/Oslo)'],
    ['2/29/28', 'Tuesday 2028-02-29'],
    ['friday in a week', 'Friday 2026-04-03'],
    ['monday in two weeks', 'Monday 2026-04-06'],
    ['in two weeks on monday', 'Monday 2026-04-06'],
    ['a week from friday', 'Friday 2026-04-03'],
    ['next week friday', 'Friday 2026-04-03'],
    ['friday next week', 'Friday 2026-04-03'],
    ['friday of next week', 'Friday 2026-04-03'],
    ['end of month', 'Tuesday 2026-03-31'],
    ['end of the month', 'Tuesday 2026-03-31'],
    ['end of next month', 'Thursday 2026-04-30'],
    ['3.4', 'Friday 2026-04-03'],
    ['4.3.2027', 'Thursday 2027-03-04'],
  ])('are written as the group writes them: %s', async (typed, expected) => {
    const items = await client.complete(today, `${FRONT}## Agenda\n- @rosa will mend it ${typed}$0\n`)
    expect(client.accepted(today, shown(items)[0]!)).toBe(`${FRONT}## Agenda\n- @rosa will mend it ${expected}\n`)
    expect(items[0]!.filterText).toBe(typed)
  })

  test('may mean two days, where either figure may be the month', async () => {
    const items = await client.complete(today, `${FRONT}- by 4/3$0`)
    expect(texts(items)).toContain('Friday 2026-04-03')
    expect(texts(items)).toContain('Thursday 2027-03-04')
    expect(shown(items)[0]!.labelDetails).toEqual({ description: 'Friday, 9 days after' })
  })

  test('may be a weekday of that week, or so many weeks after the next', async () => {
    const items = await client.complete(today, `${FRONT}- monday in two weeks$0`)
    expect(texts(items).filter((text) => text.startsWith('Mon'))).toEqual(['Monday 2026-04-06', 'Monday 2026-04-13'])
  })

  test('begin with the day where the group’s do', async () => {
    const client = await start({ 'minutes-2026-03-11.md': '# Board, 11.03.2026\n\n- by 13.03.2026 and 3 March\n' })
    const items = await client.complete('minutes-2026-03-25.md', '# Board, 25.03.2026\n\n- by 3/4$0')
    expect(texts(items)[0]).toBe('03.04.2026')
  })

  test('have months by name where the group has', async () => {
    const client = await start(council)
    expect(
      texts(await client.complete('minutes/2026-04-07.md', '# Council meeting, April 7, 2026\n\nDone by next fri$0')),
    ).toEqual(['April 17, 2026', 'April 10, 2026'])
  })

  test('are seen from the meeting, not from the clock: without its day, none', async () => {
    expect(texts(await client.complete('minutes-draft.md', '- tomorrow$0'))).toEqual([])
  })

  test('are asked for again while words go on', async () => {
    await client.open(today, '- in two w')
    const answer = await client.request(CompletionRequest.method, {
      textDocument: { uri: client.uri(today) },
      position: client.at(today, '- in two w$0'),
    })
    expect(answer).toEqual({ isIncomplete: true, items: [] })
  })

  test.each([
    ['each of many days', '- we meet every friday$0'],
    ['a phrase of which only the end is understood', '- last week friday$0'],
    ['this week', '- we do it this week$0'],
    ['last month', '- we did it last month$0'],
    ['a month alone', '- in January$0'],
    ['a verb', '- they sat$0'],
    ['a figure', '- 12$0'],
    ['a version', '- perl 5.36$0'],
    ['a path', '- docs/1/22$0'],
    ['a date that is there', '- on 2026-03-27$0'],
    ['a weekday before its date', '- Friday$0 2026-03-27'],
    ['code', '- `tomorrow$0`'],
  ])('are none for %s', async (_, text) => {
    expect(texts(await client.complete(today, `${FRONT}${text}`))).toEqual([])
  })
})

describe('Ids', () => {
  const client = startOnce(quay)

  test.each([
    ['CVEs', 'see CV', ['CVE-2026-22222', 'CVE-2025-11111']],
    ['CVEs of a year', 'see CVE-2025-', ['CVE-2025-11111']],
    ['modules', 'see Ro', ['Rope::Splice', 'Rope::Knot']],
    ['modules of a space', 'see Rope::S', ['Rope::Splice']],
    ['issues, with their link', 'see #', ['#42', '#7', '[#41](https://example.org/quay/41)']],
    ['issues elsewhere', 'see quay/cr', []],
    ['issues elsewhere, behind their sign', 'see quay/crane#', ['quay/crane#8']],
    ['nothing that goes on otherwise', 'see Rx', []],
  ])('are those seen before, the latest first: %s', async (_, typed, expected) => {
    expect(texts(await client.complete(today, `${FRONT}## Agenda\n- ${typed}$0`))).toEqual(expected)
  })

  test('are those of the same minutes first, but not what is being typed', async () => {
    const items = await client.complete(today, `${FRONT}## Agenda\n- CVE-2026-33333\n- CVE-2026-$0`)
    expect(texts(items)).toEqual(['CVE-2026-33333', 'CVE-2026-22222'])
  })

  test('take the place of their first letters', async () => {
    const [item] = await client.complete(today, `${FRONT}- (cve$0)`)
    expect(client.accepted(today, item!)).toBe(`${FRONT}- (CVE-2026-22222)`)
  })

  test.each([
    ['code', '- `CV$0`'],
    ['an address', '- https://example.org/CV$0'],
    ['a comment', '<!-- CV$0 -->'],
  ])('are none in %s', async (_, text) => {
    expect(texts(await client.complete(today, text))).toEqual([])
  })
})

describe('Links to other minutes', () => {
  const client = startOnce(quay)

  test('are addresses behind (, as the group writes them, the one that the label names first', async () => {
    expect(texts(await client.complete(today, '- see [2026-02-25]($0)', '('))).toEqual([
      './quay-minutes-2026-02-25.md',
      './quay-minutes-2026-03-11.md',
      './quay-minutes-2026-02-11.md',
    ])
  })

  test('leave what leads on within the other minutes', async () => {
    const [item] = await client.complete(today, '- see [x](quay$0#agenda)')
    expect(client.accepted(today, item!)).toBe('- see [x](./quay-minutes-2026-03-11.md#agenda)')
  })

  test('take the place of the whole address', async () => {
    const [item] = await client.complete(today, '- see [x](quay-min$0utes.md) too')
    expect(client.accepted(today, item!)).toBe('- see [x](./quay-minutes-2026-03-11.md) too')
  })

  test('are whole links behind [, with the label that the group gives them', async () => {
    const [item] = await client.complete(today, '- see [2026-03$0]')
    expect(client.accepted(today, item!)).toBe('- see [2026-03-11](./quay-minutes-2026-03-11.md)')
  })

  test('lead from one year’s folder to another’s', async () => {
    const client = await start({ '2025/minutes-2025-12-10.md': '- a', '2025/minutes-2025-12-17.md': '- b' })
    expect(texts(await client.complete('2026/minutes-2026-01-07.md', '- see [last]($0)'))).toEqual([
      '../2025/minutes-2025-12-17.md',
      '../2025/minutes-2025-12-10.md',
    ])
  })

  test('are none for other sites, images and code', async () => {
    expect(texts(await client.complete(today, '- see [x](https://$0)'))).toEqual([])
    expect(texts(await client.complete('todo.md', '- see [x]($0)'))).toEqual([])
    client.closeAll()
    expect(texts(await client.complete(today, '- `[x]($0)`'))).toEqual([])
  })
})

describe('What the group notes again and again', () => {
  const client = startOnce(quay)

  test.each([
    ['at the head of an item', '- $0', '- no update'],
    ['behind who speaks', '- @yann - $0', '- @yann - no update'],
    ['behind its first letter', '- @yann - N$0', '- @yann - no update'],
    ['behind a checkbox', '- [ ] no$0', '- [ ] no update'],
  ])('is a whole note %s', async (_, marked, expected) => {
    const [item, ...others] = await client.complete(today, `${FRONT}## Agenda\n${marked}`)
    expect(others).toEqual([])
    expect(client.accepted(today, item!)).toBe(`${FRONT}## Agenda\n${expected}`)
  })

  test.each([
    ['amid a note', '## Agenda\n- there is n$0'],
    ['where people are listed', '## Attendees\n- n$0'],
    ['before what is there', '## Agenda\n- n$0ew ropes'],
    ['in a paragraph', '## Agenda\n\nn$0'],
  ])('is not %s', async (_, text) => {
    expect(texts(await client.complete(today, `${FRONT}${text}`))).toEqual([])
  })

  test('does not open by itself when a blank is typed', async () => {
    expect(texts(await client.complete(today, `${FRONT}## Agenda\n- @yann - $0`, ' '))).toEqual([])
  })
})

describe('People', () => {
  const client = startOnce(quay)
  const LISTS = '### Attendees, absents & regrets\n- Attendees\n'

  test('under regrets are the regulars who are missing first', async () => {
    const client = await start({ ...quay, 'quay-minutes-2026-03-12.md': '- @rosa met @nils and @zoe' })
    const items = await client.complete(today, `${FRONT}${LISTS}  - @maud\n- Regrets\n  - @$0`, '@')
    expect(labels(shown(items))).toEqual(['@rosa', '@yann', '@nils', '@zoe', '@pim', '@maud'])
  })

  test.each([
    ['behind another', '### Attendees\n- Attendees\n  - @maud, $0'],
    ['in an empty item', '### Attendees\n- Attendees\n  - $0'],
    ['for a role', '### Welcome\n- Meeting chair: $0'],
  ])('are offered before anything is typed to who asks: %s', async (_, marked) => {
    expect(texts(await client.complete(today, `${FRONT}${marked}`))).toContain('@rosa')
    client.closeAll()
    expect(texts(await client.complete(today, `${FRONT}${marked}`, ' '))).not.toContain('@rosa')
  })

  test('leave the underscore that closes emphasis', async () => {
    const items = await client.complete(today, `${FRONT}- said _@ro$0_ and`)
    const item = items.find(({ label }) => label === '@rosa')!
    expect(client.accepted(today, item)).toBe(`${FRONT}- said _@rosa_ and`)
  })

  test('of this series come first, where a folder holds two', async () => {
    const client = await start({
      'board-2026-03-01.md': '- @zoe',
      'board-2026-03-08.md': '- @zoe',
      'crew-2026-03-02.md': '- @adam',
      'crew-2026-03-09.md': '- @adam',
      'minutebook.yml': 'files: ["*.md"]',
    })
    expect(labels(shown(await client.complete('board-2026-03-15.md', '- @$0', '@')))).toEqual(['@zoe', '@adam'])
    expect(labels(shown(await client.complete('crew-2026-03-16.md', '- @$0', '@')))).toEqual(['@adam', '@zoe'])
  })

  test('for a role are those who are there, though their list stands around it', async () => {
    const text = `${FRONT}## Attendees\n- Chair: @$0\n- Present: @pim, @rosa\n`
    expect(labels(shown(await client.complete(today, text, '@'))).slice(0, 2)).toEqual(['@rosa', '@pim'])
  })

  test('are not offered by name where the group writes handles', async () => {
    expect(texts(await client.complete(today, '## Attendees\n- Present: m$0'))).toEqual([])
  })
})

describe('Names, where the group writes names', () => {
  const client = startOnce(council)
  const file = 'minutes/2026-04-07.md'

  test('in a list are those not yet named first', async () => {
    expect(texts(await client.complete(file, '# Council\n\nAttending: Kofi Mensah, $0'))).toEqual([
      'Wim de Boer',
      'Ottilie Brand',
      'Kofi Mensah',
    ])
  })

  test('take the place of their first letters', async () => {
    const [item, ...others] = await client.complete(file, '# Council\n\nAttending: Kofi Mensah, ott$0')
    expect(others).toEqual([])
    expect(client.accepted(file, item!)).toBe('# Council\n\nAttending: Kofi Mensah, Ottilie Brand')
  })

  test('for a role are those who are there first', async () => {
    const text = '# Council\n\nChair: $0\n\nAttending: Ottilie Brand\n'
    expect(texts(await client.complete(file, text))[0]).toBe('Ottilie Brand')
  })

  test('are none in the notes', async () => {
    expect(texts(await client.complete(file, '# Council\n\n## Reports\n\n- Kof$0'))).toEqual([])
  })
})

describe('Where nothing is known', () => {
  const PLACES = ['## $0', '---\n$0\n---\n', '- see [$0', '- see [x]($0', '- see #$0', '- see CV$0', '- n$0']

  test('nothing is offered', async () => {
    const client = await start()
    for (const [index, text] of PLACES.entries()) {
      // One file after the other would be minutes that are known.
      client.closeAll()
      expect(texts(await client.complete(`${index}/minutes-2026-03-04.md`, text)), text).toEqual([])
    }
  })

  test('nothing is offered in other Markdown', async () => {
    const client = await start(quay)
    for (const [index, text] of [...PLACES, '- tomorrow$0', '## Next meeting\n- $0'].entries()) {
      expect(texts(await client.complete(`todo-${index}.md`, text)), text).toEqual([])
    }
  })

  test('another language has its own headings, and nothing of English', async () => {
    const referat = (day: string) =>
      `# Referat ${day}\n\n## Til stede\n\n- Ola Nordmann\n\n## Saker\n\n- ingenting\n- ingenting\n`
    const client = await start({
      'minutes/2026-03-04.md': referat('2026-03-04'),
      'minutes/2026-03-11.md': referat('2026-03-11'),
    })
    const file = 'minutes/2026-03-18.md'
    expect(texts(await client.complete(file, '# $0'))).toEqual(['# Referat 2026-03-18', '## Til stede', '## Saker'])
    client.closeAll()
    expect(texts(await client.complete(file, '# Referat 2026-03-18\n\n## Neste møte\n\n- $0'))).toEqual(['ingenting'])
  })
})

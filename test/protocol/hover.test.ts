import { describe, expect, test } from 'vitest'
import { MarkupKind } from 'vscode-languageserver-protocol/node'
import { start, startOnce } from './client.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const client = startOnce(orchard)
const today = 'orchard-minutes-2026-02-18.md'

/** What is shown at `$0` in an agenda. */
const shown = async (agenda: string) => {
  const marked = orchardMinutes('2026-02-18', { agenda })
  await client.open(today, marked.replace('$0', ''))
  return client.hover(today, agenda)
}
const press = '[Cider Press](https://example.org/orchard/press)'

describe('At a person', () => {
  test('stand attendance and what is open in these minutes, where they are the latest', async () => {
    expect(
      await shown(`- [ ] @far$0id - clean the barrels\n- [x] @farid - buy corks\n- [ ] @ilse - ask @farid`),
    ).toEqual({
      of: '@farid',
      value:
        '**@farid**\n\nAttended 4 of 4 meetings, the last on 2026-02-18.\n\nOpen on 2026-02-18:\n\n- clean the barrels (open for 4 meetings, since 2026-01-07)',
    })
  })

  test('stands what is open in the latest minutes, whichever are read', async () => {
    await client.open('orchard-minutes-2026-01-07.md')
    // What another test had open may take a moment to leave the book.
    await expect
      .poll(async () => (await client.hover('orchard-minutes-2026-01-07.md', '@$0noor'))?.value, { timeout: 60_000 })
      .toBe('**@noor**\n\nAttended 1 of 3 meetings, the last on 2026-01-07.')
    const farid = await client.hover('orchard-minutes-2026-01-07.md', '[ ] @$0farid')
    expect(farid?.value).toContain('Open on 2026-02-04:\n\n- clean the barrels')
  })

  test('stands the newest of what another open document says, saved or not', async () => {
    const client = await start(orchard)
    await client.open('orchard-minutes-2026-02-04.md')
    client.change('orchard-minutes-2026-02-04.md', 'clean the «barrels→cellar»')
    await client.open('orchard-minutes-2026-01-07.md')
    const found = await client.hover('orchard-minutes-2026-01-07.md', '[ ] @$0farid')
    expect(found?.value).toContain('- clean the cellar')
  })

  test('stand name and aliases, at the handle, at an alias and at the name', async () => {
    const client = await start({
      'minutebook.yml': 'people:\n  handles:\n    noor: { name: Noor Haddad, aliases: [nh] }\n',
      'minutes-2026-01-07.md': '## Attendees\n\n- Noor Haddad (@noor)\n- @ilse\n\n## Notes\n\n- @noor says\n',
    })
    const file = 'minutes-2026-01-21.md'
    await client.open(file, '## Attendees\n\n- Noor Haddad, @ilse\n\n## Notes\n\n- @nh agrees with @NOOR\n')
    const value =
      '**Noor Haddad** (@noor), also @nh\n\nAttended 1 of 2 meetings, the last on 2026-01-07. Last named on 2026-01-21.'
    expect(await client.hover(file, '@$0nh')).toEqual({ of: '@nh', value })
    expect(await client.hover(file, '@NO$0OR')).toEqual({ of: '@NOOR', value })
    expect(await client.hover(file, 'Noor H$0addad')).toEqual({ of: 'Noor Haddad', value })
  })

  test('who is in no list stands only where they are named', async () => {
    const found = await shown('- wrote to @wand$0a')
    expect(found?.value).toBe(
      '**@wanda**\n\nNamed in 1 file of minutes, the last of 2026-02-18; in no list of who was there.',
    )
  })

  test('who is nobody in particular stands nothing, nor at a slip of a handle', async () => {
    const client = await start({ ...orchard, 'minutebook.yml': 'people:\n  pseudo: [all]\n' })
    await client.open(today, orchardMinutes('2026-02-18', { agenda: '- @all and @quentnia' }))
    expect(await client.hover(today, '@a$0ll')).toBeUndefined()
    expect(await client.hover(today, '@que$0ntnia')).toBeUndefined()
  })
})

describe('At a date', () => {
  test.each([
    ['- on 2026-0$03-04', '2026-03-04', '**Wednesday, 4 March 2026**\n\n14 days (2 weeks) after this meeting'],
    ['- on Feb 1$0st', 'Feb 1st', '**Sunday, 1 February 2026**\n\n17 days before this meeting'],
    ['- on Tuesd$0ay 2026-02-17', 'Tuesday 2026-02-17', '**Tuesday, 17 February 2026**\n\n1 day before this meeting'],
    [
      '- on 4–$06 March',
      '4–6 March',
      '**Wednesday, 4 March 2026** to Friday, 6 March 2026, 3 days\n\n14 days (2 weeks) after this meeting',
    ],
    ['- am 4.3.2$0026', '4.3.2026', '**Wednesday, 4 March 2026**\n\n14 days (2 weeks) after this meeting'],
    ['- am 04.03.2$0026.', '04.03.2026', '**Wednesday, 4 March 2026**\n\n14 days (2 weeks) after this meeting'],
    ['- on\u00a0March$0\u00a04', 'March\u00a04', '**Wednesday, 4 March 2026**\n\n14 days (2 weeks) after this meeting'],
    ['- the day (2026-02-18$0)', '2026-02-18', '**Wednesday, 18 February 2026**\n\nThe day of this meeting'],
  ])('stand weekday and distance: %s', async (agenda, of, value) => expect(await shown(agenda)).toEqual({ of, value }))

  test.each([
    ['two items', '- 2026-06-$010\n- 2026-06-20'],
    ['two items with a blank line between', '- 2026-06-$010\n\n- 2026-06-20'],
    ['numbered items', '1. Foo: 2026-06-$010\n2. 2026-06-20 Bar'],
    ['an item and a range below it', '- Foo - 30 May$0 2026\n- June 3 - June 5'],
    ['days with a comma between', '- 2026-06-$010, 2026-06-20'],
    ['days with "and" between', '- 2026-06-1$00 and 2026-06-20'],
    ['days of two months with "and" between', '- on 29 Marc$0h and 1 May'],
    ['days of one month with "and" between', '- on 5 and 7 Marc$0h'],
  ])('stands no range for %s', async (_, agenda) => {
    const found = await shown(agenda)
    expect(found!.value).toMatch(/^\*\*\w+, \d+ \w+ 2026\*\*\n/)
  })

  test.each([
    ['10 Jun$0e - 12 June', '10 June 2026** to Friday, 12 June 2026, 3 days'],
    ['2026-06-$010 until Friday 2026-06-12', '10 June 2026** to Friday, 12 June 2026, 3 days'],
    ['between 2026-06-$010 and 2026-06-12', '10 June 2026** to Friday, 12 June 2026, 3 days'],
    ['5 and 6 Marc$0h', '5 March 2026** to Friday, 6 March 2026, 2 days'],
    ['Sept. 30t$0h - Oct. 1st 2027, Bergen', '30 September 2027** to Friday, 1 October 2027, 2 days'],
    ['Dec 3$00 - Jan 2 2027', '30 December 2026** to Saturday, 2 January 2027, 4 days'],
  ])('stands a range: %s', async (line, expected) => {
    expect((await shown(`- ${line}`))?.value).toContain(expected)
  })

  test.each([
    ['that does not exist', '- on 2026-02-3$00'],
    ['that is another one in America', '- on 03-04-20$026'],
    ['without a year, half a year away', '- on 2$00 August'],
    ['whose weekday is of no near year', '- on Monday 4 Marc$0h'],
    ['that is a version', '- as of 1.2.20$026.1'],
    ['in code', '- run `date 2026-0$03-04`'],
    ['in fenced code', '```\n2026-0$03-04\n```'],
    ['in an address', '- see https://example.org/2026-0$03-04'],
    ['in a comment', '<!-- 2026-0$03-04 -->'],
  ])('%s stands nothing', async (_, agenda) => expect(await shown(agenda)).toBeUndefined())

  test('stands the right place in a text with a byte order mark, CRLF and emoji', async () => {
    const text = '\uFEFF# Minutes 2026-02-18\r\n\r\n- 🐝🐝 on 2026-03-04\r\n- then\r\n'
    await client.open(today, text)
    expect(await client.hover(today, '2026-03-$004')).toMatchObject({ of: '2026-03-04' })
  })

  test('of the front matter stands the same', async () => {
    const found = await shown('- x')
    expect(found).toBeUndefined()
    expect(await client.hover(today, 'meeting_time: 202$06')).toMatchObject({ of: '2026-02-18' })
  })

  test('stand no distances in a text of several meetings', async () => {
    await client.open(today, '## Meeting 2026-02-18\n\n- on 2026-03-04\n\n## Meeting 2026-02-25\n\n- on 5 March\n')
    expect(await client.hover(today, 'on 2026-03-0$04')).toEqual({
      of: '2026-03-04',
      value: '**Wednesday, 4 March 2026**',
    })
    expect(await client.hover(today, '5 Ma$0rch')).toBeUndefined()
  })
})

describe('At a time', () => {
  const zoned = { ...orchard, 'minutebook.yml': 'zones: [Europe/Oslo, Asia/Tokyo]\n' }

  test('stand UTC and the zones of the settings, for the day beside it or that of the meeting', async () => {
    const client = await start(zoned)
    await client.open(
      today,
      orchardMinutes('2026-02-18', { agenda: '- on 2026-07-15 at 16:30 UTC\n- at 18:15 Europe/Oslo' }),
    )
    expect(await client.hover(today, '16:3$00 UTC')).toEqual({
      of: '16:30 UTC',
      value: '**16:30 UTC** on Wednesday, 15 July 2026\n\n- 18:30 Europe/Oslo\n- 01:30 Asia/Tokyo the day after',
    })
    expect(await client.hover(today, '18:1$05')).toEqual({
      of: '18:15 Europe/Oslo',
      value: '**18:15 Europe/Oslo** on Wednesday, 18 February 2026\n\n- 17:15 UTC\n- 02:15 Asia/Tokyo the day after',
    })
    expect((await client.hover(today, '2026-07$0-15'))?.value).toBe(
      '**Wednesday, 15 July 2026**\n\n147 days (21 weeks) after this meeting\n\n- 18:30 Europe/Oslo\n- 01:30 Asia/Tokyo the day after',
    )
  })

  test('stand the zones that the group writes', async () => {
    const client = await start({ 'minutes-2026-01-07.md': '- 17:00 UTC (18:00 Europe/Oslo)\n' })
    await client.open('minutes-2026-01-21.md', '- until 19:00 UTC\n')
    expect((await client.hover('minutes-2026-01-21.md', '19:0$00'))?.value).toContain('- 20:00 Europe/Oslo')
  })

  test.each([
    ['without a zone', '- at 16:3$00'],
    ['of a zone that may be another', '- at 16:3$00 IST'],
    ['that there is not', '- at 27:3$00 UTC'],
  ])('%s stands nothing', async (_, agenda) => expect(await shown(agenda)).toBeUndefined())
})

describe('At a project', () => {
  test('stand its titles, its address, when it was listed, and what is open below it', async () => {
    const bees = '[Bees & Wasps](https://example.org/orchard/bees)'
    expect(
      await shown(
        `### [Bees & W$0asps](https://example.org/orchard/bees)\n- [ ] @ilse - paint *both* hives\n\n### ${press}\n- [ ] @farid - clean`,
      ),
    ).toEqual({
      of: bees,
      value:
        '**Bees \\& Wasps**\n\n<https://example.org/orchard/bees>\n\nEarlier: Bee Corner\n\n' +
        'Listed in 4 files of minutes, the last of 2026-02-18\n\nOpen on 2026-02-18:\n\n- paint both hives',
    })
  })

  test('stands the same at a title without a link', async () => {
    const found = await shown('### bee cor$0ner\n\n- x')
    expect(found).toMatchObject({ of: 'bee corner' })
    expect(found?.value).toContain('<https://example.org/orchard/bees>')
  })

  test('stand what is open in its entry of a list', async () => {
    const found = await shown(
      `## Projects\n\n1. [Cider Pr$0ess](https://example.org/orchard/press)\n   - [ ] @farid - clean\n2. [Bee Corner](https://example.org/orchard/bees)\n   - [ ] @ilse - paint`,
    )
    expect(found?.value).toMatch(/Open on 2026-02-18:\n\n- clean$/)
  })

  test('of the settings stands what they say', async () => {
    const client = await start({
      ...orchard,
      'minutebook.yml':
        'projects:\n  - { title: The Press, url: https://example.org/orchard/press, earlier: [Cider Press] }\n',
    })
    await client.open(today, orchardMinutes('2026-02-18'))
    expect((await client.hover(today, '[Cider Pr$0ess]'))?.value).toMatch(
      /^\*\*The Press\*\*\n\n<https:\/\/example.org\/orchard\/press>\n\nEarlier: Cider Press\n/,
    )
  })

  test('that nobody knows stands nothing', async () => {
    expect(await shown('- see [the we$0ather](https://example.org/weather)')).toBeUndefined()
  })
})

describe('At an id', () => {
  test('stands where it is looked up', async () => {
    expect(await shown('- fixed cve-2026-1$02345')).toEqual({
      of: 'cve-2026-12345',
      value: '**CVE-2026-12345**\n\n<https://www.cve.org/CVERecord?id=CVE-2026-12345>',
    })
  })

  test('that may be anything stands nothing', async () => {
    expect(await shown('- see RFC 9$0110')).toBeUndefined()
    expect(await shown('- `CVE-2026-12$0345`')).toBeUndefined()
  })
})

describe('At a link to other minutes', () => {
  const decisions = '### Decisions\n- We buy\n  a [second](https://example.org) press\n- We sell <b>nothing</b>'

  test('stand their day, who was there, and what they decided', async () => {
    const client = await start({
      ...orchard,
      'orchard-minutes-2026-02-11.md': orchardMinutes('2026-02-11', { regrets: '@noor', agenda: decisions }),
    })
    await client.open(
      today,
      orchardMinutes('2026-02-18', { agenda: '- see [last time](./orchard-minutes-2026-02-11.md#decisions)' }),
    )
    const value =
      'Wednesday, 11 February 2026\n\nPresent (3): @ilse, @farid, @quentina\n\nRegrets (1): @noor\n\n' +
      'Decisions:\n\n- We buy a second press\n- We sell nothing'
    const link = '[last time](./orchard-minutes-2026-02-11.md#decisions)'
    expect(await client.hover(today, '[last$0 time]')).toEqual({
      of: link,
      value: `**orchard-minutes-2026-02-11.md**\n\n${value}`,
    })
    expect(await client.hover(today, 'minutes-2026-02$0-11.md')).toMatchObject({ of: link })
  })

  test('that are not there, or are no minutes, stands nothing', async () => {
    expect(await shown('- see [gone](orchard-minut$0es-2025-01-01.md)')).toBeUndefined()
    expect(await shown('- see [us](READ$0ME.md)')).toBeUndefined()
    expect(await shown('- see [outside](../../minu$0tes.md)')).toBeUndefined()
  })
})

describe('What is shown', () => {
  test('is plain where the editor knows no Markdown', async () => {
    const plain = await start(orchard, { hover: [MarkupKind.PlainText] })
    await plain.open(today, orchardMinutes('2026-02-18'))
    expect((await plain.hover(today, '[Cider$0 Press]'))?.value).toMatch(
      /^Cider Press\n\nhttps:\/\/example.org\/orchard\/press\n/,
    )
  })

  test('cannot be made into links, commands, images or HTML by a document', async () => {
    const evil = '[x](command:boom) ![y](https://example.org/z.png) <img src=q> https://example.org/trap'
    const value = (await shown(`- [ ] @far$0id - ${evil}`))?.value
    expect(value).toContain('- x !y https\\://example.org/trap')
    expect(value).not.toMatch(/command:|<img|\]\(/)
  })

  test('of a project with an address that is a command is no link', async () => {
    const value = (await shown('### [Tr$0ap](command:workbench.action.quit)\n\n- x'))?.value
    expect(value).toMatch(/^\*\*Trap\*\*\n\ncommand:workbench.action.quit\n/)
    expect(value).not.toContain('<')
  })

  test('is nothing in Markdown that is no minutes', async () => {
    expect(await client.hover('todo.md', '- CVE-2026-12$0345')).toBeUndefined()
  })

  test('is nothing at ordinary words, in an empty text and at its end', async () => {
    expect(await shown('- we ta$0lked')).toBeUndefined()
    await client.open(today, '')
    expect(
      await client.request('textDocument/hover', {
        textDocument: { uri: client.uri(today) },
        position: { line: 9, character: 9 },
      }),
    ).toBeNull()
  })
})

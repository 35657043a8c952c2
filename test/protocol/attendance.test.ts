import { describe, expect, test } from 'vitest'
import { Commands, type MarkedPerson, type Recorded, type Roster } from '../../server/src/protocol/messages.ts'
import { type Files, startOnce, type TestClient } from './client.ts'
import { bakersGuild, bakersText, bakersToday, choirBoard, choirText, choirToday } from './guild.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const NOW = '2026-02-18T17:20:00Z'

/** Marks people in a text, and expects it to have no finding then, and to be the same when they are marked again. */
const marking =
  (client: TestClient, file: string) =>
  async (text: string, people: MarkedPerson[]): Promise<string> => {
    await client.open(file, text)
    const before = await client.findings(file)
    const mark = () => client.execute<Recorded>(Commands.markAttendance, { uri: client.uri(file), people })
    await mark()
    const after = client.text(file)
    expect((await client.findings(file)).filter((each) => !before.includes(each))).toEqual([])
    await mark()
    expect(client.text(file)).toBe(after)
    client.close(file)
    return after
  }

const all = (attending: MarkedPerson['attending'], ...keys: string[]): MarkedPerson[] =>
  keys.map((key) => ({ key, attending }))

const roster = (client: TestClient, file: string) =>
  client.execute<Roster>(Commands.roster, { uri: client.uri(file), now: NOW })

describe('Attendance in lists of handles', () => {
  const client = startOnce(orchard, { applies: true })
  const file = 'orchard-minutes-2026-02-18.md'
  const mark = marking(client, file)
  const empty = orchardMinutes('2026-02-18', { present: '…' })

  test('takes the place of what stands for nobody', async () => {
    const after = await mark(empty, [...all('present', '@ilse', '@farid'), ...all('regrets', '@quentina')])
    expect(after).toBe(orchardMinutes('2026-02-18', { present: '@ilse, @farid', regrets: '@quentina' }))
  })

  test('moves people with their remarks, and keeps all others', async () => {
    const text = orchardMinutes('2026-02-18', {
      present: '@ilse, @farid (with the keys), @noor',
      regrets: '@quentina (ill)',
    })
    expect(await mark(text, [...all('regrets', '@farid'), ...all('present', '@quentina')])).toBe(
      orchardMinutes('2026-02-18', { present: '@ilse, @noor, @quentina (ill)', regrets: '@farid (with the keys)' }),
    )
  })

  test('says that nobody is left', async () => {
    const text = orchardMinutes('2026-02-18', { regrets: '@quentina' })
    expect(await mark(text.replace(', @quentina', ''), all('present', '@quentina'))).toBe(orchardMinutes('2026-02-18'))
  })

  test('remarks who came late and who left, in a group without a list of them', async () => {
    const marks: MarkedPerson[] = [
      { key: '@farid', attending: 'late', remark: 'joined 17:20' },
      { key: '@noor', attending: 'left' },
    ]
    expect(await mark(orchardMinutes('2026-02-18'), marks)).toBe(
      orchardMinutes('2026-02-18', { present: '@ilse, @farid (joined 17:20), @quentina, @noor (left early)' }),
    )
  })

  test('begins a list that is missing', async () => {
    const text = orchardMinutes('2026-02-18').replace('- Regrets\n  - (none)\n', '')
    expect(await mark(text, all('regrets', '@noor'))).toContain(
      '- Attendees\n  - @ilse, @farid, @quentina\n- Regrets\n  - @noor\n',
    )
    expect(await mark(text, all('absent', '@noor'))).toContain('- Absent\n  - @noor\n')
  })

  test('begins the section as the last minutes have it, at its place', async () => {
    const text = orchardMinutes('2026-02-18').replace(/### Attendees[^#]*/, '')
    expect(await mark(text, [...all('present', '@ilse', '@farid', '@quentina'), ...all('regrets', '@noor')])).toBe(
      orchardMinutes('2026-02-18', { regrets: '@noor' }),
    )
  })

  test('keeps the line ends of the document', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n')
    const text = orchardMinutes('2026-02-18').replace('- Regrets\n  - (none)\n', '')
    const after = await mark(crlf(text), [...all('regrets', '@noor'), ...all('present', 'Tina Vale')])
    expect(after.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    expect(after).toContain('  - @ilse, @farid, @quentina, Tina Vale\r\n- Regrets\r\n  - @noor\r\n')
  })

  test('takes people out', async () => {
    expect(await mark(orchardMinutes('2026-02-18'), all('none', '@farid', '@nobody'))).toBe(
      orchardMinutes('2026-02-18', { present: '@ilse, @quentina' }),
    )
  })

  test('is one step of undo', async () => {
    await client.open(file, empty)
    await client.execute(Commands.markAttendance, { uri: client.uri(file), people: all('present', '@ilse', '@farid') })
    const edits = client.said.filter(({ method }) => method === 'workspace/applyEdit')
    const last = edits.at(-1)!.params as { label: string; edit: { documentChanges: { edits: unknown[] }[] } }
    expect(last.label).toBe('Mark attendance')
    expect(last.edit.documentChanges).toHaveLength(1)
    client.close(file)
  })

  test('lists regulars first, with what the minutes say of each', async () => {
    await client.open(
      file,
      orchardMinutes('2026-02-18', { present: '@farid (left 17:40)', regrets: '@quentina (ill)' }),
    )
    const { people, late, left } = await roster(client, file)
    expect(people.map(({ key, attending, regular }) => [key, attending, regular])).toEqual([
      ['@farid', 'left', true],
      ['@quentina', 'regrets', true],
      ['@ilse', undefined, true],
      ['@noor', undefined, false],
    ])
    expect(people[1]).toEqual({
      key: '@quentina',
      label: '@quentina',
      regular: true,
      attending: 'regrets',
      remark: 'ill',
      last: '2026-01-21',
    })
    expect([late, left]).toEqual(['joined 17:20', 'left 17:20'])
  })

  test.each([
    ['several people in one', [{ key: '@ada, @ben', attending: 'present' }], /neither a handle nor a name/],
    ['no way to take part', [{ key: '@ada', attending: 'maybe' }], /"maybe" is no way/],
    ['brackets in a remark', [{ key: '@ada', attending: 'late', remark: 'a (b)' }], /brackets/],
    ['no people', undefined, /people/],
    ['people of no shape', [null], /no way to take part/],
  ])('is refused for %s', async (_, people, words) => {
    await client.open(file, empty)
    await expect(client.execute(Commands.markAttendance, { uri: client.uri(file), people })).rejects.toThrow(words)
    expect(client.text(file)).toBe(empty)
  })

  test('is refused in a table, and where several meetings are in one text', async () => {
    const table = '# Minutes 2026-02-18\n\n## Attendance\n\n| who | there |\n| --- | --- |\n| @ilse | x |\n'
    const two = '# A\n\n## Attendees\n\n- @ilse\n- @noor\n\n# B\n\n## Attendees\n\n- @ilse\n- @farid\n'
    for (const [text, words] of [
      [table, /table/],
      [two, /several meetings/],
    ] as const) {
      await client.open(file, text)
      await expect(
        client.execute(Commands.markAttendance, { uri: client.uri(file), people: all('present', '@farid') }),
      ).rejects.toThrow(words)
      expect(client.text(file)).toBe(text)
      client.close(file)
    }
  })
})

describe('Attendance with an item for each person', () => {
  const client = startOnce(bakersGuild, { applies: true })
  const mark = marking(client, bakersToday)
  const regrets = '\n\n## Regrets\n\n* Tess Mol (@tess)'

  test('names people as the last minutes do, what is always said of them included', async () => {
    const text = bakersText('* …')
    expect(await mark(text, all('present', '@petra', '@olu', '@wimd'))).toBe(
      bakersText('* Petra Sand (@petra) (chair)\n* Olu Ade (@olu)\n* Wim Dorn (@wimd)'),
    )
  })

  test('begins a heading for regrets as the group has one', async () => {
    const text = bakersText('* Petra Sand (@petra)\n* Olu Ade (@olu)')
    expect(await mark(text, all('regrets', '@tess'))).toBe(
      bakersText(`* Petra Sand (@petra)\n* Olu Ade (@olu)${regrets}`),
    )
  })

  test('moves whole items', async () => {
    const text = bakersText(`* Petra Sand (@petra)\n* Olu Ade (@olu)${regrets}`)
    expect(await mark(text, [...all('present', '@tess'), ...all('regrets', '@olu')])).toBe(
      bakersText('* Petra Sand (@petra)\n* Tess Mol (@tess)\n\n## Regrets\n\n* Olu Ade (@olu)'),
    )
  })

  test('remarks a time beside what else is said', async () => {
    const text = bakersText('* Petra Sand (@petra) (chair)\n* Olu Ade (@olu)')
    expect(await mark(text, [{ key: '@petra', attending: 'late', remark: 'joined 18:10' }])).toBe(
      bakersText('* Petra Sand (@petra) (chair, joined 18:10)\n* Olu Ade (@olu)'),
    )
  })

  test('does not lose notes below somebody', async () => {
    const text = bakersText('* Petra Sand (@petra)\n  * speaks for Olu\n* Olu Ade (@olu)')
    await client.open(bakersToday, text)
    const given = { uri: client.uri(bakersToday), people: all('regrets', '@petra') }
    await expect(client.execute(Commands.markAttendance, given)).rejects.toThrow(/notes below/)
    expect(client.text(bakersToday)).toBe(text)
  })
})

describe('Attendance on a line of names', () => {
  const client = startOnce(choirBoard, { applies: true })
  const mark = marking(client, choirToday)

  test('goes on as names', async () => {
    expect(await mark(choirText('Greta'), all('present', 'hamid', 'ines roth', 'Kaja Lund'))).toBe(
      choirText('Greta, Hamid, Ines Roth, Kaja Lund'),
    )
  })

  test('has a line of its own for regrets', async () => {
    expect(await mark(choirText('Greta, Jo'), all('regrets', 'jo'))).toBe(
      choirText('Greta', '\nRegrets: Jo\n').replace('\n\n\n', '\n\n'),
    )
  })

  test('lists names, the regulars first', async () => {
    await client.open(choirToday, choirText('Jo'))
    const { people } = await roster(client, choirToday)
    expect(people.map(({ key, label }) => [key, label])).toEqual([
      ['jo', 'Jo'],
      ['greta', 'Greta'],
      ['hamid', 'Hamid'],
      ['ines roth', 'Ines Roth'],
    ])
  })
})

describe('Attendance elsewhere', () => {
  const files: Files = {}
  const client = startOnce(files, { applies: true })

  test.each([
    [
      'labels with people behind them',
      '## Attendance\n\n- Present: …\n- Regrets: …\n',
      '## Attendance\n\n- Present: @ada, @ben\n- Regrets: @cyr\n',
    ],
    ['bold labels', '**Present:** …\n\n**Regrets:** (none)\n', '**Present:** @ada, @ben\n\n**Regrets:** @cyr\n'],
    [
      'a section with nothing in it',
      '## Attendees & regrets\n\n## Talk\n\n- hi\n',
      '## Attendees & regrets\n\n- Present: @ada, @ben\n- Regrets: @cyr\n\n## Talk\n\n- hi\n',
    ],
    [
      'no section at all',
      '## Talk\n\n- hi\n',
      '## Attendance\n\n- Present: @ada, @ben\n- Regrets: @cyr\n\n## Talk\n\n- hi\n',
    ],
    [
      'ticks',
      '## Attendance\n\n- [ ] @ada\n- [ ] @ben\n- [x] @cyr\n',
      '## Attendance\n\n- [x] @ada\n- [x] @ben\n- [ ] @cyr\n',
    ],
    [
      'a list of those partly there',
      '## Attendance\n\n- Present: @dot\n- Partly present: @ben\n- Regrets: @cyr\n',
      '## Attendance\n\n- Present: @dot, @ada, @ben\n- Partly present: (none)\n- Regrets: @cyr\n',
    ],
    [
      'lists of members and guests',
      '## Attendance\n\n- Guild members: @cyr, @dot\n- Observers: @eve\n',
      '## Attendance\n\n- Guild members: @dot, @ada, @ben\n- Regrets: @cyr\n- Observers: @eve\n',
    ],
    [
      'numbers that are all the same',
      '## Present\n\n1. @cyr\n1. @dot\n1. @eve\n\n## Regrets\n\n1. @flo\n1. @gus\n',
      '## Present\n\n1. @dot\n1. @eve\n1. @ada\n1. @ben\n\n## Regrets\n\n1. @flo\n1. @gus\n1. @cyr\n',
    ],
    [
      'items with blanks at their ends',
      '## Present\n\n- @dot \n- @eve  \n\n## Regrets\n\n- @cyr\n',
      '## Present\n\n- @dot \n- @eve  \n- @ada\n- @ben\n\n## Regrets\n\n- @cyr\n',
    ],
    [
      'numbers that count',
      '## Present\n\n1. @dot\n2. @cyr\n3. @eve\n\n## Regrets\n\n1. @flo\n2. @gus\n',
      '## Present\n\n1. @dot\n2. @eve\n3. @ada\n4. @ben\n\n## Regrets\n\n1. @flo\n2. @gus\n3. @cyr\n',
    ],
    [
      'a heading with a remark',
      '## Attendance (add yourself):\n\n* Cy Doe (Quarry Ltd)\n* Dot Fay\n',
      '## Attendance (add yourself):\n\n* Cy Doe (Quarry Ltd)\n* Dot Fay\n* @ada\n* @ben\n\n## Regrets\n\n* @cyr\n',
    ],
    [
      'lists that sentences introduce',
      'Board members in attendance:\n- @dot\n- @eve\n\nAlso in attendance:\n- @flo\n- @gus\n\n## Talk\n\n- hi\n',
      'Board members in attendance:\n- @dot\n- @eve\n- @ada\n- @ben\n\nAlso in attendance:\n- @flo\n- @gus\n\n## Regrets\n\n- @cyr\n\n## Talk\n\n- hi\n',
    ],
    [
      'a text with no heading but its title',
      '- hi\n',
      '- hi\n\n## Attendance\n\n- Present: @ada, @ben\n- Regrets: @cyr\n',
    ],
  ])('is written in %s', async (_, before, after) => {
    const head = '# Minutes 2026-02-18\n\n'
    const mark = marking(client, 'meetings/2026-02-18.md')
    const marks = [...all('present', '@ada', '@ben'), ...all('regrets', '@cyr')]
    expect(await mark(head + before, marks)).toBe(head + after)
  })

  test.each([
    ['names in a paragraph', '## Attendance\n\nAda, Ben Roe, Cyr\n'],
    ['handles in a paragraph', '## Attendance\n\n@ada, @dot\n'],
    ['a label that counts them', 'Present (2): @ada, @dot\n'],
    ['a label at a place of its own', '# Other matters\n\n## Rules\n\nBe kind.\n\n**Present**: @ada, @dot\n'],
  ])('is refused for %s, rather than written a second time', async (_, list) => {
    const text = `# Minutes 2026-02-18\n\n${list}\n## Talk\n\n- hi\n`
    await client.open('meetings/2026-02-18.md', text)
    const given = { uri: client.uri('meetings/2026-02-18.md'), people: all('present', '@eve') }
    await expect(client.execute(Commands.markAttendance, given)).rejects.toThrow(/a form of its own/)
    expect(client.text('meetings/2026-02-18.md')).toBe(text)
  })

  test('is refused where guests alone are listed', async () => {
    const text = '# Minutes 2026-02-18\n\n## Attendance\n\n- Observers: @eve\n'
    await client.open('meetings/2026-02-18.md', text)
    const given = { uri: client.uri('meetings/2026-02-18.md'), people: all('regrets', '@cyr') }
    await expect(client.execute(Commands.markAttendance, given)).rejects.toThrow(/guests alone/)
    expect(client.text('meetings/2026-02-18.md')).toBe(text)
  })
})

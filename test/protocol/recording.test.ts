import { describe, expect, test } from 'vitest'
import { type AtCaret, Commands, type MeetingClock, type Recorded } from '../../server/src/protocol/messages.ts'
import { start, startOnce, type TestClient } from './client.ts'
import { bakersGuild, bakersText, bakersToday, choirBoard, choirText, choirToday } from './guild.ts'
import { orchard, orchardMinutes } from './orchard.ts'
import { council, FRONT, quay, quayToday } from './quay.ts'

/**
 * Carries out a command in a text, `$0` in it being the caret, and expects it to bring no finding.
 *
 * @returns the text afterwards, with the caret where the writer goes on
 */
async function record(client: TestClient, file: string, marked: string, command: string, given: object = {}) {
  const text = marked.replace('$0', '')
  const line = marked.split('$0')[0]!.split(/\r\n|\n/).length - 1
  await client.open(file, text)
  try {
    const before = await client.findings(file)
    const recorded = await client.execute<Recorded>(command, { uri: client.uri(file), line, lines: [line], ...given })
    expect((await client.findings(file)).filter((each) => !before.includes(each))).toEqual([])
    return { ...recorded, text: client.text(file) }
  } finally {
    client.close(file)
  }
}

describe('The start and the end', () => {
  const client = startOnce(bakersGuild, { applies: true })
  const now = '2026-03-31T18:04:30Z'
  const stamp = async (text: string, command: string = Commands.stampStart, given: object = {}) =>
    (await record(client, bakersToday, text, command, { now, ...given })).text

  test.each(['XX:XX UTC', '18:xx UTC', 'HH:MM UTC', '…', 'TBD', '??:?? UTC'])('take the place of %s', async (blank) => {
    expect(await stamp(bakersText('* Petra Sand (@petra)', blank))).toBe(
      bakersText('* Petra Sand (@petra)', '18:04 UTC'),
    )
  })

  test('go before a heading that tells no time, as the other headings do', async () => {
    const text = `${bakersText('* Petra Sand (@petra)', '18:00 UTC')}\n## Adjournment\n`
    expect(await stamp(text, Commands.stampEnd)).toBe(text.replace('## Adjournment', '## 18:04 UTC – Adjournment'))
  })

  test.each([
    [
      '# Minutes 2026-03-31\n\n- Start time:\n- End time:\n',
      Commands.stampStart,
      '- Start time: 18:04 UTC\n- End time:\n',
    ],
    [
      '# Minutes 2026-03-31\n\n- Start time:\n- End time: …\n',
      Commands.stampEnd,
      '- Start time:\n- End time: 18:04 UTC\n',
    ],
    [
      '# Minutes 2026-03-31\r\n\r\nStarted: xx:xx\r\nEnded:\r\n',
      Commands.stampEnd,
      'Started: xx:xx\r\nEnded: 18:04 UTC\r\n',
    ],
  ])('are written behind a label', async (text, command, end) => {
    const alone = await start({}, { applies: true })
    const { text: after } = await record(alone, 'minutes-2026-03-31.md', text, command, { now })
    expect(after).toBe(`${text.slice(0, text.length - text.split(/^# .*\r?\n\r?\n/)[1]!.length)}${end}`)
  })

  test('are added as the last minutes have them, where they have them', async () => {
    const text = bakersText('* Petra Sand (@petra)').replace('## XX:XX UTC – Call to order\n\n', '')
    expect(await stamp(text)).toBe(bakersText('* Petra Sand (@petra)', '18:04 UTC'))
  })

  test('are added at the end, with the line ends of the document', async () => {
    const text = bakersText('* Petra Sand (@petra)', '18:00 UTC').replaceAll('\n', '\r\n')
    expect(await stamp(text, Commands.stampEnd)).toBe(`${text}\r\n## 18:04 UTC – Meeting end\r\n`)
  })

  test('on record are not changed unasked', async () => {
    const text = bakersText('* Petra Sand (@petra)', '18:00 UTC')
    await expect(stamp(text)).rejects.toMatchObject({
      message: expect.stringContaining('18:00 UTC'),
      data: { stamped: '18:00 UTC' },
    })
    expect(await stamp(text, Commands.stampStart, { replace: true })).toBe(
      bakersText('* Petra Sand (@petra)', '18:04 UTC'),
    )
  })

  test('of another day are refused', async () => {
    await expect(stamp(bakersText('* …'), Commands.stampStart, { now: '2026-05-01T10:00Z' })).rejects.toThrow(
      /are of 2026-03-31, and today is 2026-05-01/,
    )
  })
})

describe('Action items', () => {
  const client = startOnce({ ...orchard, ...choirBoard, ...bakersGuild }, { applies: true })
  const file = 'orchard-minutes-2026-02-18.md'
  const agenda = (notes: string) => orchardMinutes('2026-02-18', { agenda: `### Press\n\n${notes}` })
  const toggle = async (before: string, given: object = {}) =>
    (await record(client, file, agenda(before), Commands.toggleAction, given)).text

  test.each([
    ['a note', '- oil$0 the screw', '- [ ] oil the screw'],
    ['an action item', '- [ ] oil$0 the screw', '- oil the screw'],
    [
      'a note below another, with what is below it',
      '* press\n  * oil$0 it\n    * soon',
      '* press\n  * [ ] oil it\n    * soon',
    ],
    ['a line of text', 'oil$0 the screw', '- [ ] oil the screw'],
    ['a numbered note', '1. oil$0 the screw', '1. [ ] oil the screw'],
    ['the second line of a note', '- oil the\n  scr$0ew', '- [ ] oil the\n  screw'],
    ['an empty note', '- press\n- $0\n- dry', '- press\n- [ ] \n- dry'],
    ['an empty note without a blank', '- press\n-$0\n- dry', '- press\n- [ ] \n- dry'],
    ['an empty note in a file with CRLF', '- press\r\n  * $0\r\n- dry', '- press\r\n  * [ ] \r\n- dry'],
    ['an empty note above another one', '- $0\n  - dry', '- [ ] \n  - dry'],
  ])('are made of %s, or back', async (_, before, after) => {
    expect(await toggle(before)).toBe(agenda(after))
  })

  test('begin in an empty line', async () => {
    const { text, position } = await record(client, file, agenda('- press\n$0\n'), Commands.toggleAction)
    expect(text).toBe(agenda('- press\n- [ ] \n'))
    expect(text.split('\n')[position!.line]).toBe('- [ ] ')
    expect(position!.character).toBe(6)
  })

  test.each([
    ['a heading', '### Oil$0'],
    ['code', '```\n- oil$0\n```'],
    ['a table', '| a |\n| - |\n| $0b |'],
    ['a quotation', '> - oil$0'],
    ['what looks like an item in a paragraph', 'The press\n        - oil$0'],
  ])('are not made of %s', async (_, before) => {
    await expect(toggle(before)).rejects.toThrow(/Neither a heading nor code/)
  })

  test('are made of several lines at once', async () => {
    const marked = agenda('- oil$0\n- [ ] wash\n\n- dry')
    const line = marked.split('$0')[0]!.split('\n').length - 1
    const { text } = await record(client, file, marked, Commands.toggleAction, {
      lines: [line, line + 1, line + 2, line + 3],
    })
    expect(text).toBe(agenda('- [ ] oil\n- [ ] wash\n\n- [ ] dry'))
  })

  const assign = async (before: string, person = '@farid') =>
    (await record(client, file, agenda(before), Commands.assignAction, { person })).text

  test('are given to somebody with the sign that the group writes', async () => {
    expect(await assign('- [ ] oil$0 the screw')).toBe(agenda('- [ ] @farid - oil the screw'))
    expect(await assign('- oil$0 the screw')).toBe(agenda('- [ ] @farid - oil the screw'))
    expect(await assign('- [ ] @ilse, @noor - oil$0 it')).toBe(agenda('- [ ] @farid - oil it'))
    expect(await assign('- [ ] @ilse will oil$0 it')).toBe(agenda('- [ ] @farid will oil it'))
    const bakers = await record(
      client,
      bakersToday,
      bakersText('* Petra Sand (@petra)', '18:00 UTC').replace('sweep', 'sweep$0'),
      Commands.assignAction,
      { person: '@olu' },
    )
    expect(bakers.text).toContain('* [ ] @olu – sweep the chimney')
    const choir = await record(
      client,
      choirToday,
      choirText('Greta').replace('- Mended', '- Mend$0ed'),
      Commands.assignAction,
      { person: 'greta' },
    )
    expect(choir.text).toContain('- [ ] Greta: Mended by Greta.')
  })

  test('are given to one person alone', async () => {
    await expect(assign('- oil$0', '@a, @b')).rejects.toThrow(/neither a handle nor a name/)
  })

  const check = async (before: string, given: object = {}) =>
    (await record(client, file, agenda(before), Commands.checkOff, given)).text

  test('are checked off, and opened again', async () => {
    expect(await check('- [ ] oil$0 it')).toBe(agenda('- [x] oil it'))
    expect(await check('- [x] oil$0 it')).toBe(agenda('- [ ] oil it'))
    expect(await check('- [x] oil$0 it', { done: true })).toBe(agenda('- [x] oil it'))
    expect(await check('- [X] a\n- [X] b\n- [ ] oil$0 it')).toBe(
      agenda('- [X] a\n- [X] b\n- [x] oil it').replace('[x] oil', '[X] oil'),
    )
  })

  test('are checked off with the day where the group writes it', async () => {
    const done = '- [x] wash (2026-02-18)\n- [x] dry (2026-02-18)\n'
    expect(await check(`${done}- [ ] oil$0 it`)).toBe(agenda(`${done}- [x] oil it (2026-02-18)`))
    expect(await check(`${done}- [ ] oil$0 it`, { date: '2026-02-17' })).toBe(
      agenda(`${done}- [x] oil it (2026-02-17)`),
    )
    expect(await check(`${done}- [x] oil$0 it (2026-02-18)`)).toBe(agenda(`${done}- [ ] oil it`))
  })

  test('are checked off in lines that have one', async () => {
    await expect(check('- oil$0 it')).rejects.toThrow(/no action item/)
    await expect(check('```\n- [ ] oil$0\n```')).rejects.toThrow(/no action item/)
    await expect(check('- oil$0', { line: 9999 })).rejects.toThrow(/no action item/)
    await expect(check('- oil$0', { line: -1 })).rejects.toThrow(/whole number/)
  })
})

describe('Decisions and votes', () => {
  const client = startOnce({ ...quay, ...council }, { applies: true })
  const decide = async (text: string, given = 'the crane is sold') =>
    (await record(client, quayToday, FRONT + text, Commands.recordDecision, { text: given })).text.slice(FRONT.length)

  test.each([
    [
      'behind the note at the caret and all below it',
      '## Crane\n\n- rust$0\n  - much\n- paint\n',
      '## Crane\n\n- rust\n  - much\n- **Decision:** the crane is sold\n- paint\n',
    ],
    ['in place of an empty note', '## Crane\n\n- $0\n', '## Crane\n\n- **Decision:** the crane is sold\n'],
    ['below a heading', '## Crane$0\n\n## Other\n', '## Crane\n\n- **Decision:** the crane is sold\n\n## Other\n'],
    [
      'behind a paragraph',
      '## Crane\n\nIt rusts$0.\n\n## Other\n',
      '## Crane\n\nIt rusts.\n\n- **Decision:** the crane is sold\n\n## Other\n',
    ],
    [
      'as the group begins such notes',
      '## Boat\n\n- Decided: we row\n\n## Crane\n\n- rust$0\n',
      '## Boat\n\n- Decided: we row\n\n## Crane\n\n- rust\n- Decided: the crane is sold\n',
    ],
    [
      'without a word more under a heading of decisions',
      '## Decisions\n\n* we row$0\n',
      '## Decisions\n\n* we row\n* the crane is sold\n',
    ],
  ])('are written %s', async (_, before, after) => {
    expect(await decide(before)).toBe(after)
  })

  test('are written with the line ends of the document', async () => {
    const text = `${FRONT}## Crane\n\n- rust$0\n`.replaceAll('\n', '\r\n')
    const { text: after } = await record(client, quayToday, text, Commands.recordDecision, { text: 'it is sold' })
    expect(after).toBe(text.replace('$0', '\r\n- **Decision:** it is sold'))
  })

  const vote = async (given: object) =>
    record(client, quayToday, `${FRONT}## Crane\n\n- rust$0\n`, Commands.recordVote, {
      motion: 'Sell the crane',
      ...given,
    })

  test.each([
    [{ for: 3, against: 1, abstaining: 2 }, 'carried', '3 in favour, 1 against, 2 abstaining'],
    [{ for: 1, against: 3 }, 'not carried', '1 in favour, 3 against, 0 abstaining'],
    [{ for: 2, against: 2 }, 'not carried (tie)', '2 in favour, 2 against, 0 abstaining'],
  ])('say of %j that it is %s', async (tally, result, words) => {
    const { text } = await vote({ ...tally, movedBy: '@maud', secondedBy: 'Rosa Lind' })
    expect(text).toBe(
      `${FRONT}## Crane\n\n- rust\n- **Motion ${result}:** Sell the crane. Moved by @maud, seconded by Rosa Lind. ${words}.\n`,
    )
  })

  test.each([
    [{ for: 0, against: 0, abstaining: 4 }, /no result/],
    [{ for: -1, against: 0 }, /whole number/],
    [{ for: 1.5, against: 0 }, /whole number/],
    [{ for: '3', against: 0 }, /whole number/],
    [{ for: 3, against: 0, motion: '  ' }, /What was voted on is missing/],
    [{ for: 3, against: 0, movedBy: '@maud', secondedBy: '@maud' }, /cannot second/],
  ])('are refused for %j', async (given, words) => {
    await expect(vote(given)).rejects.toThrow(words)
  })
})

describe('People and projects', () => {
  const file = 'orchard-minutes-2026-02-18.md'
  const text = orchardMinutes('2026-02-18')
  const settings =
    '# Ours\npeople:\n  handles:\n    # The chair\n    ilse: { name: Ilse Bok } # since 2020\nterms: [GitHub]\n'

  test('are found at the caret', async () => {
    const client = await start({ ...orchard, 'minutebook.yml': settings })
    await client.open(file, text)
    const at = (marked: string) =>
      client.execute<AtCaret>(Commands.atCaret, { uri: client.uri(file), position: client.at(file, marked) })
    expect(await at('Meeting chair: @il$0se')).toEqual({ person: { handle: 'ilse', name: 'Ilse Bok', listed: true } })
    expect(await at('[Cider $0Press]')).toEqual({
      project: { title: 'Cider Press', url: 'https://example.org/orchard/press', listed: false },
    })
    expect(await at('## Ag$0enda')).toEqual({})
  })

  const added = async (before: string, command: string, given: object) => {
    const client = await start({ ...orchard, 'minutebook.yml': before }, { applies: true })
    await client.open(file, text)
    await client.open('minutebook.yml', before, 'yaml')
    const { uri } = await client.execute<Recorded>(command, { uri: client.uri(file), ...given })
    expect(uri).toBe(client.uri('minutebook.yml'))
    return client.text('minutebook.yml')
  }
  const noor = { handle: '@noor', name: 'Noor Haan' }
  const press = { title: 'Press: new', url: 'https://example.org/p#1' }

  test.each([
    [
      'comments and order',
      settings,
      settings.replace('# since 2020\n', '# since 2020\n    noor: { name: Noor Haan }\n'),
    ],
    [
      'CRLF',
      'zones: []\r\npeople:\r\n  handles:\r\n    a: {}\r\n',
      'zones: []\r\npeople:\r\n  handles:\r\n    a: {}\r\n    noor: { name: Noor Haan }\r\n',
    ],
    [
      'one line',
      'people: { handles: { a: { name: A } } }\n',
      'people: { handles: { a: { name: A }, noor: { name: Noor Haan } } }\n',
    ],
    [
      'people alone',
      'people:\n  pseudo: [all]\nterms: []\n',
      'people:\n  pseudo: [all]\n  handles:\n    noor: { name: Noor Haan }\nterms: []\n',
    ],
    [
      'an empty key',
      'people:\n  handles: # who is who\n',
      'people:\n  handles: # who is who\n    noor: { name: Noor Haan }\n',
    ],
    ['an empty file', '', 'people:\n  handles:\n    noor: { name: Noor Haan }\n'],
    ['a comment alone', '# Ours', '# Ours\npeople:\n  handles:\n    noor: { name: Noor Haan }\n'],
  ])('keep %s of the settings', async (_, before, after) => {
    expect(await added(before, Commands.addPerson, noor)).toBe(after)
  })

  test.each([
    [
      'projects:\n  - title: A\n    url: https://a.example # here\nterms: []\n',
      'projects:\n  - title: A\n    url: https://a.example # here\n  - { title: "Press: new", url: https://example.org/p#1 }\nterms: []\n',
    ],
    ['projects: []\n', 'projects: [{ title: "Press: new", url: https://example.org/p#1 }]\n'],
    ['', 'projects:\n  - { title: "Press: new", url: https://example.org/p#1 }\n'],
  ])('go to the projects of %j', async (before, after) => {
    expect(await added(before, Commands.addProject, press)).toBe(after)
  })

  test.each([
    [settings, Commands.addPerson, { handle: '@Ilse' }, /@Ilse is listed already, as Ilse Bok/],
    [settings, Commands.addPerson, { handle: 'two words' }, /must be a handle/],
    ['people: 7\n', Commands.addPerson, noor, /minutebook.yml cannot be read/],
    ['people: [\n', Commands.addPerson, noor, /minutebook.yml cannot be read/],
    [
      'projects: [{ title: Press, url: https://example.org/p }]\n',
      Commands.addProject,
      { title: 'press', url: 'https://else.example' },
      /listed already/,
    ],
  ])('are refused by %j for a reason', async (before, command, given, words) => {
    await expect(added(before, command, given)).rejects.toThrow(words)
  })

  test('make the file where there is none', async () => {
    const client = await start(orchard, { applies: false })
    await client.open(file, text)
    const adding = client.execute(Commands.addPerson, { uri: client.uri(file), ...noor })
    // This editor makes none.
    await expect(adding).rejects.toThrow(/could not be made/)
    const { edit } = await client.heard<{ edit: { documentChanges: object[] } }>('workspace/applyEdit')
    expect(edit.documentChanges).toMatchObject([
      { kind: 'create', uri: client.uri('minutebook.yml') },
      { edits: [{ newText: 'people:\n  handles:\n    noor: { name: Noor Haan }\n' }] },
    ])
  })
})

describe('The clock', () => {
  const client = startOnce(orchard, { applies: true })
  const file = 'orchard-minutes-2026-02-18.md'
  const clock = async (text: string, now: string) => {
    await client.open(file, text)
    const given = { uri: client.uri(file), position: client.at(file, 'clean the $0barrels'), now }
    const found = await client.execute<MeetingClock | null>(Commands.clock, given)
    client.close(file)
    return found
  }
  const text = orchardMinutes('2026-02-18')

  test('tells since when the meeting goes on, and the topic', async () => {
    expect(await clock(text, '2026-02-18T18:12:40+00:00')).toEqual({
      started: '17:00 UTC',
      minutes: 72,
      topic: 'Cider Press',
    })
    expect(await clock(text, '2026-02-19T01:05:00+01:00')).toMatchObject({ minutes: 425 })
  })

  test('is silent before the start, after the end, and on other days', async () => {
    expect(await clock(text, '2026-02-18T16:59:00Z')).toBeNull()
    expect(await clock(text, '2026-02-19T17:10:00Z')).toBeNull()
    expect(await clock(`${text}\n## 17:40 UTC - Meeting end\n`, '2026-02-18T17:50:00Z')).toBeNull()
    expect(await clock(text.replace('17:00 UTC - Meeting start', 'Meeting start'), '2026-02-18T17:50:00Z')).toBeNull()
  })

  test('is silent where it is turned off, and in what is no minutes', async () => {
    const off = await start({ ...orchard, 'minutebook.yml': 'clock: false\n' })
    await off.open(file, text)
    const given = { uri: off.uri(file), position: { line: 0, character: 0 }, now: '2026-02-18T17:10Z' }
    expect(await off.execute(Commands.clock, given)).toBeNull()
    expect(await off.execute(Commands.clock, { ...given, uri: off.uri('README.md') })).toBeNull()
  })
})

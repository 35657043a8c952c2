import { describe, expect, test } from 'vitest'
import { CodeActionKind, RenameRequest } from 'vscode-languageserver-protocol/node'
import { Commands, type DraftedNext, type FinishStep } from '../../server/src/protocol/messages.ts'
import { start, startOnce } from './client.ts'
import { ferry, ferryToday } from './ferry.ts'
import { orchard, orchardMinutes } from './orchard.ts'

const today = 'orchard-minutes-2026-02-18.md'
const text = '- on Thursday 2026-02-18\n- and on Friday 2026-02-18, the the end\n'

const THURSDAY = `\
2026-02-18 ist ein Mittwoch, hier steht aber Donnerstag.
So kommen alle am falschen Tag. Den Wochentag ändern oder das Datum?`

test.each(['de', 'de-at'])(
  'an editor in German (%s) is told in German what is wrong, and what may be done',
  async (locale) => {
    const client = await start({}, { locale })
    await client.open(today, text)
    const [finding] = await client.diagnostics(today)
    expect(finding!.message).toBe(THURSDAY)
    const actions = await client.actions(today)
    expect(actions[0]).toMatchObject({ title: '„Thursday“ in „Wednesday“ ändern', diagnostics: [finding] })
    expect(new Set(actions.map(({ title }) => title))).toEqual(
      new Set([
        '„Thursday“ in „Wednesday“ ändern',
        '„2026-02-18“ in „2026-02-19“ ändern',
        '„Friday“ in „Wednesday“ ändern',
        '„2026-02-18“ in „2026-02-20“ ändern',
        'Zweites „the“ entfernen',
        'Alle Funde von weekday in dieser Datei beheben',
        'weekday hier ignorieren',
        'weekday für diesen Ordner abschalten',
        'repeated-word hier ignorieren',
        'repeated-word für diesen Ordner abschalten',
      ]),
    )
    const [all] = await client.actions(today, undefined, [CodeActionKind.SourceFixAll])
    expect(all!.title).toBe('Alles beheben, was am Sinn des Protokolls nichts ändern kann')
  },
)

test('what a fix writes is in the language of the minutes', async () => {
  const client = await start({}, { locale: 'de' })
  await client.open(today, text)
  client.applyFix(today, (await client.actions(today))[0]!)
  expect(client.text(today)).toContain('- on Wednesday 2026-02-18\n')
})

test('an editor that is sent diagnostics, and a folder that is checked, are told in German too', async () => {
  const client = await start({ [today]: text }, { locale: 'de', pull: false })
  await client.execute(Commands.checkFolders, {})
  expect((await client.pushed(today)).diagnostics[0]!.message).toBe(THURSDAY)
})

test.each(['en', 'xx', undefined])('an editor in %j is told in English', async (locale) => {
  const client = await start({}, { ...(locale && { locale }) })
  await client.open(today, text)
  const [finding] = await client.diagnostics(today)
  expect(finding!.message).toMatch(/^2026-02-18 is a Wednesday, but Thursday is written here\.\n/)
  expect((await client.actions(today))[0]!.title).toBe('Change "Thursday" to "Wednesday"')
})

describe('An editor in German is told in German', () => {
  const german = startOnce(orchard, { locale: 'de' })
  const agenda = '- [ ] @farid - clean the barrels\n- [x] @ilse - two hives on 2026-03-04'
  const openToday = () => german.open(today, orchardMinutes('2026-02-18', { agenda }))

  test('who a person is', async () => {
    await openToday()
    expect((await german.hover(today, '@far$0id - clean'))!.value).toBe(`\
**@farid**

Bei 4 von 4 Sitzungen dabei, zuletzt am 2026-02-18.

Offen am 2026-02-18:

- clean the barrels (seit 4 Sitzungen offen, zuerst am 2026-01-07)`)
  })

  test('what a day is', async () => {
    await openToday()
    expect((await german.hover(today, 'on 2026-03$0-04'))!.value).toBe(
      '**Mittwoch, 4. März 2026**\n\n14 Tage (2 Wochen) nach dieser Sitzung',
    )
  })

  test('how long action items have been open, and who was there', async () => {
    await openToday()
    expect((await german.lenses(today)).map(({ command }) => command!.title)).toEqual([
      '1 offene Aufgabe übernommen',
      '3 anwesend',
      'seit 4 Sitzungen offen, zuerst am 2026-01-07',
    ])
  })

  test('who is offered to be typed', async () => {
    await openToday()
    const [ilse] = await german.complete(today, '@il$0se - two')
    expect(ilse).toMatchObject({
      labelDetails: { description: 'anwesend' },
      documentation: {
        value: '**@ilse**\n\n4 Sitzungen besucht, zuletzt am 2026-02-18\n\nIn 4 Protokolldateien genannt',
      },
    })
  })

  test('the outline', async () => {
    await openToday()
    const [meeting] = await german.symbols(today)
    expect(meeting).toMatchObject({
      name: 'Protokoll 2026-02-18',
      detail: '2026-02-18 17:00 UTC · 3 anwesend · 1 offen',
    })
  })

  test('why a name is refused', async () => {
    await openToday()
    const params = {
      textDocument: { uri: german.uri(today) },
      position: german.at(today, '@far$0id - clean'),
      newName: '@ilse',
    }
    await expect(german.request(RenameRequest.method, params)).rejects.toThrow(
      '@ilse ist in diesem Protokollbuch schon ein Handle.',
    )
  })
})

test('what is wrong with the settings is told in German where it stands', async () => {
  const text = 'files: minutes\nzoens: [UTC]\npeople: { from: people.yml }\n'
  const client = await start({ 'minutebook.yml': text }, { locale: 'de' })
  await client.open('minutebook.yml')
  expect((await client.diagnostics('minutebook.yml')).map(({ message }) => message).sort()).toEqual([
    'Eine Einstellung „zoens“ gibt es nicht, sie ändert also nichts. Ist „zones“ gemeint?',
    '„files“ muss eine Liste von Globs sein, etwa ["meetings/**/*.md"]. Der Wert zählt nicht.',
    '„people.from“: Die Datei „people.yml“ gibt es in diesem Ordner nicht. Den Pfad berichtigen oder die Datei schreiben.',
  ])
})

describe('What the commands answer', () => {
  const now = '2026-03-11T17:49:10Z'
  /** What an editor of a language is told: of what minutes lack, of the next ones, and why something is not done. */
  async function told(locale: string) {
    const client = await start(ferry, { locale, applies: true })
    await client.open(ferryToday)
    const uri = client.uri(ferryToday)
    const steps = await client.execute<FinishStep[]>(Commands.finishSteps, { uri, now })
    const next = await client.execute<DraftedNext>(Commands.nextMinutes, { uri })
    const why = (given: object, command: string) =>
      client.execute(command, { uri, now, ...given }).then(String, (error: Error) => error.message)
    return {
      titles: steps.map(({ title }) => title),
      messages: steps.flatMap(({ wrong, why: reason, remedy }) => [wrong, reason, remedy]),
      prompts: steps.flatMap(({ asks }) => asks.map(({ prompt }) => prompt)),
      reasons: [...next.dropped, ...next.changed].map((each) => each.why),
      refusals: [
        await why({ step: 'approval', answer: { approvers: [] } }, Commands.finishApply),
        await why({ line: 0, text: '' }, Commands.recordDecision),
        await why({ line: 0 }, Commands.checkOff),
        await why({ uri: 'file:///elsewhere.md' }, Commands.summary),
        await why({ folder: 'file:///elsewhere' }, Commands.bookPeople),
      ],
    }
  }

  test('is in the language of the editor, all of it', async () => {
    const [english, german] = [await told('en'), await told('de')]
    for (const each of ['titles', 'messages', 'prompts', 'reasons', 'refusals'] as const) {
      expect(german[each].length, each).toBeGreaterThan(2)
      expect(
        german[each].filter((words) => english[each].includes(words)),
        each,
      ).toEqual([])
    }
    expect(german.titles).toContain('Sagen, wer die Sitzung geleitet hat')
    expect(german.refusals.at(-2)).toBe('Nur Protokolle lassen sich zusammenfassen. Erst ein Protokoll öffnen.')
  })

  test('a choice is shown in that language, and answered by its value in each', async () => {
    const client = await start({}, { locale: 'de', applies: true })
    await client.open(today, '- on Thursday 2026-02-18\n')
    const ask = { uri: client.uri(today), now }
    const [step] = await client.execute<FinishStep[]>(Commands.finishSteps, ask)
    expect(step!.asks[0]!.choices![0]).toEqual({
      value: 'Change "Thursday" to "Wednesday"',
      label: '„Thursday“ in „Wednesday“ ändern',
    })
    await client.execute(Commands.finishApply, { ...ask, step: step!.id, answer: step!.asks[0]!.choices![0]!.value })
    expect(client.text(today)).toBe('- on Wednesday 2026-02-18\n')
  })

  test('an editor that only passes it on shows it in its language', async () => {
    const client = await start(ferry, { locale: 'de', commands: false })
    await client.open(ferryToday)
    await client.execute(Commands.checkOff, { uri: client.uri(ferryToday), line: 0, show: true })
    expect(client.said.map(({ params }) => (params as { message?: string } | null)?.message)).toContain(
      'In dieser Zeile steht keine Aufgabe. Den Cursor in eine setzen oder die Zeile erst zu einer machen.',
    )
  })
})

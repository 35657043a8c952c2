import { expect, test } from 'vitest'
import { CodeActionKind } from 'vscode-languageserver-protocol/node'
import { Commands } from '../../server/src/protocol/messages.ts'
import { start } from './client.ts'

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

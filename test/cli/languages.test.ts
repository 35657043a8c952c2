import { describe, expect, test } from 'vitest'
import { folder, run } from './run.ts'

const files = { 'minutes-2026-02-18.md': '# Minutes\n\n- on Thursday 2026-02-18\n- the the end\n' }

const check = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  run(await folder(files), ['check', ...args], { env: { LC_ALL: '', LC_MESSAGES: '', LANG: '', ...env } })

describe('The report for people', () => {
  test.each([
    { LANG: 'de_DE.UTF-8' },
    { LC_MESSAGES: 'de_AT', LANG: 'en_US.UTF-8' },
    { LC_ALL: 'de', LANG: 'en_US.UTF-8' },
  ])('is in German by %j', async (env) => {
    const { out, code } = await check(env)
    expect(out).toBe(`\
minutes-2026-02-18.md
  3:6     Fehler   2026-02-18 ist ein Mittwoch, hier steht aber Donnerstag.  weekday
          So kommen alle am falschen Tag. Den Wochentag ändern oder das Datum?
       3 | - on Thursday 2026-02-18
                ^^^^^^^^^^^^^^^^^^^
  4:3     Hinweis  „the“ steht hier zweimal.  repeated-word
          Beim Lesen sucht man, was dazwischen fehlt. Eines von beiden entfernen.
       4 | - the the end
             ^^^^^^^

1 Fehler, 0 Warnungen, 1 Hinweis in 1 Datei.
`)
    expect(code).toBe(1)
  })

  test.each([{ LANG: 'C' }, { LANG: 'xx_YY.UTF-8' }, { LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, {}])(
    'is in English by %j',
    async (env) => {
      expect((await check(env)).out).toContain('2026-02-18 is a Wednesday, but Thursday is written here.')
    },
  )

  test('counts in German', async () => {
    const env = { LC_ALL: 'de' }
    const run = async (...args: string[]) => (await check(env, ...args)).out.trimEnd().split('\n')
    expect((await run('--fix')).slice(-2)).toEqual([
      '1 Datei korrigiert.',
      '1 Fehler, 0 Warnungen, 0 Hinweise in 1 Datei.',
    ])
    expect(await run('--rule', 'placeholder')).toEqual(['1 Datei geprüft: nichts gefunden.'])
  })
})

test.each(['json', 'sarif', 'github'])('what programs and other people read is in English: %s', async (format) => {
  const [german, english] = await Promise.all([
    check({ LC_ALL: 'de' }, '--format', format),
    check({ LC_ALL: 'C' }, '--format', format),
  ])
  expect(german).toEqual(english)
  expect(german.out).toContain('is a Wednesday')
})

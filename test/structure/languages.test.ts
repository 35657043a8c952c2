import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../server/src/protocol/language.ts'
import { english, phrase } from '../../server/src/text/phrase.ts'
import { phrases } from './phrases.ts'
import { check } from './written.ts'

const BUNDLE = /^bundle\.l10n\.(\w+)\.json$/
const languages = readdirSync('l10n').flatMap((name) => BUNDLE.exec(name)?.[1] ?? [])

const written = phrases()
const texts = [...new Set(written.map(({ text }) => text))]

/** The places of a text, each as often as it is there. */
const placesIn = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort()

test('words that are to be translated are phrases', () => {
  expect(written.filter(({ hidden }) => hidden.length > 0)).toEqual([])
})

describe.each(languages)('%s', (language) => {
  const path = `l10n/bundle.l10n.${language}.json`
  const bundle = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>
  const pairs = Object.entries(bundle)

  test('has what the sources say, no more and no less', () => {
    check(
      path,
      () => `${JSON.stringify(Object.fromEntries(texts.map((text) => [text, bundle[text] ?? ''])), null, 2)}\n`,
    )
  })

  test('translates all of it', () => {
    expect(pairs.filter(([, its]) => its.trim() === '').map(([text]) => text)).toEqual([])
  })

  test('puts every value into its place', () => {
    expect(pairs.filter(([text, its]) => String(placesIn(text)) !== String(placesIn(its)))).toEqual([])
  })

  test('ends as the English does', () => {
    const end = (text: string) => /[.?!:]*$/.exec(text)![0]
    expect(pairs.filter(([text, its]) => end(text) !== end(its))).toEqual([])
  })

  test('is spoken to whoever has it', async () => {
    const say = await languageOf(`${language}-${language.toUpperCase()}`)
    for (const [text, its] of pairs) expect(say({ text, values: placesIn(text) })).toBe(its)
  })
})

test('German quotes as German does, other than in code', () => {
  const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Readonly<Record<string, string>>
  const prose = Object.values(bundle).map((text) => text.replace(/\["[^"]*"\]/g, ''))
  expect(prose.filter((text) => /["']|\.\.\./.test(text))).toEqual([])
})

test.each([undefined, '', 'C', 'POSIX', 'en', 'en_GB.UTF-8', 'xx-YY', 'constructor'])(
  '%j is spoken to in English',
  async (locale) => {
    expect(await languageOf(locale)).toBe(english)
  },
)

test.each(['de', 'DE', 'de-AT', 'de_CH.UTF-8', 'de_DE@euro'])('%j is spoken to in German', async (locale) => {
  const say = await languageOf(locale)
  expect(say(phrase`${phrase`Thursday`}, ${'{0}'}, ${3}`)).toBe('Donnerstag, {0}, 3')
})

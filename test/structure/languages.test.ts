import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../server/src/protocol/language.ts'
import { english, phrase } from '../../server/src/text/phrase.ts'
import { stringsFile, stringsIn, stringsWritten, translations } from './manifest.ts'
import { phrases, untranslated } from './phrases.ts'
import { check } from './written.ts'

const written = phrases()
const texts = [...new Set(written.map(({ text }) => text))]

/** The places of a text, each as often as it is there. */
const placesIn = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort()

test('words that are to be translated are phrases', () => {
  expect(written.filter(({ hidden }) => hidden.length > 0)).toEqual([])
})

test('the client translates what it tells people', () => {
  expect(untranslated()).toEqual([])
})

describe.each(translations)('%s', (language) => {
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

describe.each(translations)('%s, in the manifest', (language) => {
  const pairs = Object.entries(stringsIn()).map(([key, text]) => ({ key, text, its: stringsIn(language)[key] ?? '' }))

  test('has what the English strings are, no more and no less', () => {
    check(stringsFile(language), (text) => stringsWritten(JSON.parse(text || '{}')))
  })

  test('translates all of it', () => {
    expect(pairs.filter(({ its }) => its.trim() === '')).toEqual([])
  })

  test('keeps links, code and lines', () => {
    // In whatever order its sentences have them.
    const kept = (text: string) => (text.match(/\]\([^)]*\)|`[^`]*`|\n/g) ?? []).sort()
    expect(pairs.filter(({ text, its }) => String(kept(text)) !== String(kept(its)))).toEqual([])
  })

  test('ends as the English does', () => {
    const end = (text: string) => /[.?!:…]*$/.exec(text)![0]
    expect(pairs.filter(({ text, its }) => end(text) !== end(its))).toEqual([])
  })

  test('tells the same levels', () => {
    const level = (text: string) => /: (\w+)\.$/.exec(text)?.[1]
    const rules = pairs.filter(({ key }) => key.startsWith('settings.rules.'))
    expect(rules.filter(({ text, its }) => level(text) !== level(its))).toEqual([])
  })
})

test('German quotes as German does, other than in code', () => {
  const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Readonly<Record<string, string>>
  const prose = [...Object.values(bundle), ...Object.values(stringsIn('de'))].map((text) =>
    text.replace(/\["[^"]*"\]/g, ''),
  )
  expect(prose.filter((text) => /["']|\.\.\./.test(text))).toEqual([])
})

test('German calls commands what the manifest calls them', () => {
  const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Readonly<Record<string, string>>
  const titles = Object.values(stringsIn('de')).map((title) => title.replace(/ ?…$/, ''))
  const called = Object.values(bundle).flatMap((text) => [...text.matchAll(/„Minutebook: ([^“]+)“/g)])
  expect(called.length).toBeGreaterThan(0)
  expect(called.map(([, title]) => title!).filter((title) => !titles.includes(title))).toEqual([])
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

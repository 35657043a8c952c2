import { describe, expect, test } from 'vitest'
import { parseFrontMatter } from '../../server/src/minutes/front-matter.ts'

/** What the front matter of a text says: its data, its problems with the text they point at, and what is left below. */
function check(text: string) {
  const found = parseFrontMatter(text)
  if (!found) return undefined
  return {
    data: found.data,
    problems: found.problems.map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`),
    body: text.slice(found.to),
  }
}

const good = (data: object, body: string) => ({ data, problems: [], body })

describe('front matter', () => {
  test('stands between two lines of three hyphens', () => {
    expect(check('---\ntitle: Choir\n---\n# Choir')).toEqual(good({ title: 'Choir' }, '# Choir'))
  })
  test('may end with three dots', () => {
    expect(check('---\ntitle: Choir\n...\n# Choir')).toEqual(good({ title: 'Choir' }, '# Choir'))
  })
  test('may follow a byte order mark, and have CRLF', () => {
    expect(check('\uFEFF---\r\ntitle: Choir\r\n---\r\n# Choir')).toEqual(good({ title: 'Choir' }, '# Choir'))
  })
  test('may name its language', () => {
    expect(check('---yaml\ntitle: Choir\n---\n')).toEqual(good({ title: 'Choir' }, ''))
    expect(check('--- YML\ntitle: Choir\n---\n')).toEqual(good({ title: 'Choir' }, ''))
  })
  test('may be empty, or all there is', () => {
    expect(check('---\n---\n# Choir')).toEqual(good({}, '# Choir'))
    expect(check('---\ntitle: Choir\n---')).toEqual(good({ title: 'Choir' }, ''))
  })
  test('is no thematic break, and nothing further down', () => {
    for (const text of [
      '----\ntitle: Choir\n---\n',
      '---\n\n# Choir',
      '# Choir\n---\ntitle: x\n---\n',
      ' ---\na: 1\n---\n',
      '',
      '--',
    ]) {
      expect([text, check(text)]).toEqual([text, undefined])
    }
  })
  test('keeps times and versions as they are written', () => {
    expect(check('---\nstart: 10:30\nyes: no\nzero: 0x10\n---\n')?.data).toEqual({
      start: '10:30',
      yes: 'no',
      zero: 16,
    })
  })
  test('gives the place of every key and value', () => {
    const text = '---\ntitle:  "Choir"  # ours\nplace:\n---\n'
    const { entries } = parseFrontMatter(text)!
    const words = entries.map((each) => [
      text.slice(each.keySpan.from, each.keySpan.to),
      text.slice(each.valueSpan.from, each.valueSpan.to),
      each.text,
    ])
    expect(words).toEqual([
      ['title', '"Choir"', 'Choir'],
      ['place', '', ''],
    ])
  })
})

describe('front matter that cannot be read', () => {
  test('without an end leaves the minutes below it alone', () => {
    expect(check('---\ntitle: Choir\nlayout: page\n\n# Choir\n- sang')).toEqual({
      data: { title: 'Choir', layout: 'page' },
      problems: ['unclosed: ---'],
      body: '\n# Choir\n- sang',
    })
  })
  test('does not end at a thematic break far below', () => {
    expect(check('---\ntitle: Choir\n\n# Choir\n- we: sang @ home\n\n---\nBye')).toEqual({
      data: { title: 'Choir' },
      problems: ['unclosed: ---'],
      body: '\n# Choir\n- we: sang @ home\n\n---\nBye',
    })
  })
  test('has a problem where the YAML has one', () => {
    expect(check('---\ntitle: [Choir\n---\n')?.problems).toEqual(['invalid: \n'])
    expect(check('---\ntitle: a: b\n---\n')?.problems).toEqual(['invalid: a'])
  })
  test('may not name a key twice', () => {
    expect(check('---\ntitle: a\ntitle: b\n---\n')).toEqual({ data: {}, problems: ['invalid: title'], body: '' })
  })
  test('spends little on aliases', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, n) =>
        `k${n}: &a${n} [${Array(9)
          .fill(n === 0 ? 'x' : `*a${n - 1}`)
          .join(', ')}]`,
    )
    expect(check(`---\n${bomb.join('\n')}\n---\n`)?.data).toEqual({})
  })
  test('may be a list or a word, which say nothing', () => {
    for (const yaml of ['- a\n- b', 'word', '42', '# nothing', '!!js/function "x"'])
      expect([yaml, check(`---\n${yaml}\n---\n`)?.data]).toEqual([yaml, {}])
  })
  test('may have keys that mean something to JavaScript', () => {
    expect(Object.keys(check('---\n__proto__: {a: 1}\nconstructor: 2\n---\n')!.data)).toEqual([
      '__proto__',
      'constructor',
    ])
    expect(({} as { a?: number }).a).toBe(undefined)
  })
})

describe('nothing is ever executed', () => {
  const trap = globalThis as { ranByFrontMatter?: boolean }
  test.each([
    '---js',
    '--- js',
    '---JS',
    '---javascript',
    '--- JavaScript',
    '---coffee',
    '---json',
    '---toml',
    '---cson',
    '---Js ',
  ])('%s', (line) => {
    const code = 'globalThis.ranByFrontMatter = true'
    const language = line.replace('---', '').trim()
    for (const source of [code, `module.exports = (() => { ${code} })()`, `{ "a": ${code} }`]) {
      expect(check(`${line}\n${source}\n---\nBody`)).toEqual({
        data: {},
        problems: [`language: ${line.trim()}`],
        body: 'Body',
      })
      check(`${line}\n${source}`)
      check(`---\n${language}: 1\nx: !!js/function '${code}'\n---\n`)
    }
    expect(trap.ranByFrontMatter).toBe(undefined)
  })
})

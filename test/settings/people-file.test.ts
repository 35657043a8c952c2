import { describe, expect, test } from 'vitest'
import { readPeopleFile } from '../../server/src/settings/people-file.ts'
import { english, said } from '../../server/src/text/phrase.ts'

/** Each person on a line: handle, name, aliases, and accounts behind a bar. */
function people(text: string): string[] {
  const read = readPeopleFile(text)
  if ('problem' in read) return [said(read.problem, english)]
  return read.people.map(({ handle, name = '', aliases, accounts = [] }) =>
    [handle, name, aliases.join(' '), '|', accounts.join(' ')].filter((each) => each !== '').join(' '),
  )
}

describe('a list of people', () => {
  test('by handle, with names and accounts elsewhere', () => {
    expect(
      people(`
nils:
  name: Nils Aas
  cpan: NAAS
  irc: [boat, "@skipper"]
  mastodon: { username: nils-on-sea, instance: chaos.example }
  github: https://github.com/nilsaas/
  matrix: "@nils.a:example.org"
  twitter: "@nils@chaos.example"
tuva: { name: Tuva Lie, aliases: [tl, "@lie"] }
ole: Ole Bø
"@eli":
`),
    ).toEqual([
      'nils Nils Aas | nilsaas NAAS boat skipper nils-on-sea',
      'tuva Tuva Lie tl lie |',
      'ole Ole Bø |',
      'eli |',
    ])
  })

  test('as a list, by name, and below a key', () => {
    expect(people('- { name: Nils Aas, github: nils }\n- { handle: tuva, irc: tl }\n- { name: Ole }\n')).toEqual([
      'nils Nils Aas |',
      'tuva | tl',
    ])
    expect(people('Nils Aas: { github: nils }\nTuva Lie: {}\n')).toEqual(['nils Nils Aas |'])
    expect(people('people:\n  nils: { name: Nils }\n  tuva: { name: Tuva }\n')).toEqual(['nils Nils |', 'tuva Tuva |'])
    expect(people('authors:\n  - github: nils\n')).toEqual(['nils |'])
    expect(people('nils:\n  name: Nils\n')).toEqual(['nils Nils |'])
    expect(people('nils:\n  name: Nils\n  links: { site: x }\n')).toEqual(['nils Nils |'])
  })

  test('with what is no person', () => {
    expect(people('bio: We keep the boats, and paint them.\nnils: 7\ntuva: [a]\n"a b": c\n')).toEqual([])
    expect(people('nils: { name: 7, irc: { x: y }, cpan: [1, null], github: "not a handle" }\n')).toEqual(['nils |'])
  })

  test('empty, or with a byte order mark', () => {
    expect(people('')).toEqual([])
    expect(people('# nobody\n')).toEqual([])
    expect(people('\uFEFFnils: {}\r\n')).toEqual(['nils |'])
  })

  test('that is none', () => {
    expect(people('just words')).toEqual(['It is no list of people.'])
    expect(people('a: [')[0]).toMatch(/^It is not valid YAML: /)
    expect(people(`a: &a [1]\nb: [${'*a, '.repeat(200)}]\n`)[0]).not.toBe('')
    expect(people('['.repeat(10_000))).toEqual(['It is too long or too deep.'])
  })
})

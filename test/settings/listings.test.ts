import { describe, expect, test } from 'vitest'
import {
  entryOfPerson,
  handleEdits,
  type Listings,
  listedInPeopleFile,
  listedInSettings,
} from '../../server/src/settings/listings.ts'
import { applyEdits } from '../../server/src/text/edit.ts'

/** The text with the handle `ada` called `lovelace`. */
const renamed = (text: string, listed: (text: string) => Listings): string =>
  applyEdits(
    text,
    handleEdits(listed(text), 'ada', () => 'lovelace'),
  )

const entry = (text: string, key: string, listed: (text: string) => Listings): string | undefined => {
  const found = entryOfPerson(listed(text), key)
  return found && `${text.slice(0, found.from).split('\n').length} ${text.slice(found.from, found.to)}`
}

describe('Whom minutebook.yml lists', () => {
  const text =
    "\uFEFFpeople:\r\n  handles:\r\n    Ada: {name: ada, aliases: [al, \"@ada\"]} # ada\r\n    'bo':\r\n      aliases: 'ada'\r\n  pseudo: [all, ada]\r\n"

  test('is found by handle and alias', () => {
    expect(entry(text, 'ada', listedInSettings)).toBe('3 Ada')
    expect(entry(text, 'al', listedInSettings)).toBe('3 Ada')
    expect(entry(text, 'bo', listedInSettings)).toBe('4 bo')
    expect(entry(text, 'nobody', listedInSettings)).toBeUndefined()
  })

  test('is renamed where the handle stands, and in no name and no comment', () => {
    expect(renamed(text, listedInSettings)).toBe(
      "\uFEFFpeople:\r\n  handles:\r\n    lovelace: {name: ada, aliases: [al, \"@lovelace\"]} # ada\r\n    'bo':\r\n      aliases: 'lovelace'\r\n  pseudo: [all, lovelace]\r\n",
    )
  })

  test('stays a word for YAML', () => {
    const edits = (handle: string) =>
      handleEdits(listedInSettings('people: {pseudo: [ada, "ada"]}'), 'ada', () => handle)
    expect(edits('true').map(({ insert }) => insert)).toEqual(['"true"', 'true'])
    expect(edits('1e3').map(({ insert }) => insert)).toEqual(['"1e3"', '1e3'])
  })

  test('is nobody where the file cannot be read, or says it in another way', () => {
    for (const odd of [
      'people: [',
      'people: 3',
      '- ada',
      'people: {handles: [ada]}',
      'people: {handles: {? [ada] : x}}',
      '',
    ])
      expect(listedInSettings(odd).people, odd).toEqual([])
    const aliased = 'x: &a ada\npeople: {pseudo: [*a, "a\\x64a"]}'
    expect(renamed(aliased, listedInSettings)).toBe(aliased)
  })
})

describe('Whom the group’s own list lists', () => {
  test('by its keys, with the account that gives the handle', () => {
    const text = 'bio: >-\n  About ada.\nada:\n  name: Ada\n  github: ada\n  cpan: ada\n  mastodon: { username: ada }\n'
    expect(renamed(text, listedInPeopleFile)).toBe(
      'bio: >-\n  About ada.\nlovelace:\n  name: Ada\n  github: lovelace\n  cpan: ada\n  mastodon: { username: ada }\n',
    )
    expect(entry(text, 'ada', listedInPeopleFile)).toBe('3 ada')
  })

  test('by accounts, where the keys are names or there are none', () => {
    for (const text of ['Ada Bloom:\n  github: ada\n', '- name: ada\n  handle: ada\n', 'people:\n- handle: "@ada"\n']) {
      const handle = /ada"?\n$/
      expect(renamed(text, listedInPeopleFile)).toBe(text.replace(handle, (end) => end.replace('ada', 'lovelace')))
    }
  })
})

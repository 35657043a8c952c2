import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts, withRoster } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { draftConfiguration } from '../../server/src/drafting/configuration.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { configurationOf } from '../../server/src/rules/configuration.ts'
import type { Listed } from '../../server/src/settings/roster.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'

const minutes = (day: string, title: string) => `# Minutes ${day}

## Attendees

- Runa Holm (@runa), @liv, @old-bert

## Projects

- [${title}](https://example.org/p/1)

## Topics

- @liv and @runa met (nan, @liv)
- @old-bert - no update
- @runa - will write

## Next meeting

- 2026-03-18 17:00 UTC (18:00 Europe/Oslo)
`

/** The settings that a `minutebook.yml` drafted from three minutes comes to. */
function check(people: readonly Listed[] = [], peopleFile?: string) {
  const parts = [
    ['2026-02-04', 'Barn'],
    ['2026-02-18', 'Cellar'],
    ['2026-03-04', 'Cellar'],
  ].map(([day, title]) => partOf(parseMinutes(minutes(day!, title!)), `meetings/orchard-${day}.md`))
  const book = withRoster(withParts(EMPTY_BOOK, parts), { people, pseudo: [], projects: [] })
  const text = draftConfiguration(book, DEFAULTS, peopleFile)
  const { settings, problems } = configurationOf(text)
  expect(problems).toEqual([])
  return { text, settings }
}

describe('a drafted minutebook.yml', () => {
  test('names the people with the aliases noticed, the projects, zones and sections', () => {
    const { settings } = check()
    expect(settings.people.listed).toEqual([
      { handle: 'liv', aliases: ['nan'] },
      { handle: 'runa', name: 'Runa Holm', aliases: [] },
      { handle: 'old-bert', aliases: [] },
    ])
    expect(settings.projects).toEqual([{ title: 'Cellar', url: 'https://example.org/p/1', earlier: ['Barn'] }])
    expect(settings.zones).toEqual(['Europe/Oslo'])
    expect(settings.sections.required).toEqual(['Attendees', 'Projects', 'Topics', 'Next meeting'])
  })

  test('explains each key', () => {
    const { text } = check()
    const keys = text.split('\n').filter((line) => /^\w+:/.test(line))
    expect(keys.length).toBeGreaterThan(5)
    for (const key of keys) expect(text).toMatch(new RegExp(`^# .*\\n${key.replace(/[[\]{}]/g, '\\$&')}`, 'm'))
  })

  test('names the group’s own list of people, and whom it lacks', () => {
    const { settings } = check([{ handle: 'runa', name: 'Runa Holm', aliases: [] }], '_data/authors.yml')
    expect(settings.people.from).toBe('_data/authors.yml')
    expect(settings.people.listed.map(({ handle }) => handle)).toEqual(['liv', 'old-bert'])
  })

  test('of an empty book is one that changes nothing', () => {
    const { settings, problems } = configurationOf(draftConfiguration(EMPTY_BOOK, DEFAULTS, undefined))
    expect([settings, problems]).toEqual([DEFAULTS, []])
  })
})

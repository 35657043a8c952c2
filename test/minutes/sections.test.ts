import { describe, expect, test } from 'vitest'
import { sectionKind } from '../../server/src/minutes/headings.ts'
import { kindAt, parseMinutes } from '../../server/src/minutes/minutes.ts'

describe('headings', () => {
  test.each([
    ['16:04 UTC – Meeting start', 'start'],
    ['Call to order', 'start'],
    ['17:12 UTC - Meeting end', 'end'],
    ['Adjournment', 'end'],
    ['Attendees, absents & regrets', 'attendance'],
    ['Roll Call', 'attendance'],
    ['Approve previous meeting minutes', 'approval'],
    ['Upcoming events and deadlines', 'events'],
    ['Action Items', 'actions'],
    ['Motions and decisions', 'decisions'],
    ['3. Key decisions made', 'decisions'],
    ['Issues that need a decision', 'topic'],
    ['Pending decisions', 'topic'],
    ['How we record decisions', 'topic'],
    ['Current projects', 'projects'],
    ['Next meeting date, time and location', 'next-meeting'],
    ['Elect chair and secretary for next meeting', 'next-roles'],
    ['Welcome', 'welcome'],
    ['Agenda & Meeting Details', 'details'],
    ['Apples', 'topic'],
    ['', 'topic'],
  ])('%s', (title, kind) => expect(sectionKind(title)).toBe(kind))
})

/** Each heading of a text: its title, kind, place in the tree, and the text that its section covers. */
const outline = (text: string) =>
  parseMinutes(text).sections.map(({ heading, parent, from, to }) => [
    heading.title,
    heading.level,
    parent,
    text.slice(from, to).trim(),
  ])

describe('sections', () => {
  test('hold what stands below their heading, subsections included', () => {
    expect(outline('# A\na\n## B\nb\n# C\n')).toEqual([
      ['A', 1, -1, '# A\na\n## B\nb'],
      ['B', 2, 0, '## B\nb'],
      ['C', 1, -1, '# C'],
    ])
  })
  test('may skip levels', () => {
    expect(outline('### A\n# B\n#### C\n## D').map(([title, , parent]) => [title, parent])).toEqual([
      ['A', -1],
      ['B', -1],
      ['C', 1],
      ['D', 1],
    ])
  })
  test('have the words of their heading without signs', () => {
    const titles = [
      '# **A** `b`',
      '## [C](https://e.org) d ##',
      'E\n===',
      '# #',
      '#',
      '#F',
      '# G\u00a0h',
      '    # code',
      '```\n# code\n```',
    ]
    expect(titles.map((line) => parseMinutes(line).sections.map(({ heading }) => heading.title))).toEqual([
      ['A b'],
      ['C d'],
      ['E'],
      [''],
      [''],
      [],
      ['G h'],
      [],
      [],
    ])
  })
})

/** What each note of a text is about. */
const kinds = (text: string) => {
  const minutes = parseMinutes(text)
  return minutes.blocks.flatMap(({ content }, index) => (content.kind === 'list' ? [kindAt(minutes, index)] : []))
}

test('a topic is about what the section around it is about', () => {
  expect(kinds('- a\n\n# Choir\n- a\n## Action items\n- a\n### Robes\n- a\n## 16:00 start\n### Robes\n- a')).toEqual([
    undefined,
    'topic',
    'actions',
    'actions',
    'topic',
  ])
})

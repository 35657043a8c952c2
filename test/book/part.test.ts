import { describe, expect, test } from 'vitest'
import { partOf } from '../../server/src/book/part.ts'
import { LONGEST_NOTE } from '../../server/src/book/wording.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'

const part = (text: string, path = 'crew/minutes-2026-01-05.md') => partOf(parseMinutes(text), path)

describe('notes', () => {
  test('are the own words of each item, without marker, box and children', () => {
    expect(
      part('- [ ] @tuva - paint the mast\n  - it is *long*\n  - [x] bought\n\n1. the hull\n   leaks\n').wording.notes,
    ).toEqual(['@tuva - paint the mast', 'it is *long*', 'bought', 'the hull\n   leaks'])
  })

  test('are cut where they are very long, and empty where nothing is said', () => {
    const { notes } = part(`- ${'a'.repeat(2 * LONGEST_NOTE)}\n- \n`).wording
    expect(notes.map(({ length }) => length)).toEqual([LONGEST_NOTE, 0])
  })

  test('are the same with every line end', () => {
    const text = '- the mast\n- the hull\n'
    expect(part(text.replaceAll('\n', '\r\n')).wording.notes).toEqual(part(text).wording.notes)
  })
})

describe('links', () => {
  test('have label and address as written, in order', () => {
    expect(part('# [Crew](a.md)\n\n- [the *mast*](b%20c.md#top "Mast") and <https://example.org>\n').links).toEqual([
      { label: 'Crew', address: 'a.md' },
      { label: 'the *mast*', address: 'b%20c.md#top' },
    ])
  })

  test('are neither images nor code', () => {
    expect(part('![mast](mast.png) `[a](b.md)`\n\n    [a](b.md)\n').links).toEqual([])
  })
})

describe('next', () => {
  test('is the day and hour for which the next meeting is called', () => {
    expect(part('## Next meeting\n\n- Monday 2026-01-12 @ 17:30 UTC\n').next).toEqual({ day: '2026-01-12', time: 1050 })
  })

  test('is after this meeting where the year is not written', () => {
    expect(part('- Next meeting is on 4 January\n').next).toEqual({ day: '2027-01-04' })
  })

  test('is left out where nothing is said', () => {
    expect(part('- We met.\n')).not.toHaveProperty('next')
  })
})

describe('end', () => {
  test('is when the meeting ended', () => {
    expect(part('## 17:00 UTC - Meeting start\n\n## 18:07 UTC - Meeting end\n\n## 18:30 UTC - End\n').end).toBe(1087)
  })

  test('is left out where the zone is not said, or there is no such time', () => {
    expect(part('## 18:07 - Meeting end\n')).not.toHaveProperty('end')
    expect(part('## 25:07 UTC - Meeting end\n')).not.toHaveProperty('end')
  })
})

test('only minutes have a day in their file name', () => {
  expect([part('', 'crew/minutes-2026-01-05.md').dated, part('', 'crew/README.md').dated]).toEqual([true, false])
})

import sax from 'sax'
import { describe, expect, test } from 'vitest'
import { type Attended, attendedIn, MEETINGS } from '../../server/src/book/attended.ts'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { longestLine } from '../../server/src/book/neighbours.ts'
import { partOf } from '../../server/src/book/part.ts'
import { attendancePicture } from '../../server/src/drafting/attendance-picture.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'

interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Reads a picture as XML, strictly. */
function read(svg: string): { tags: Tag[]; texts: string[] } {
  const tags: Tag[] = []
  const texts: string[] = []
  const parser = sax.parser(true)
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = (tag) => tags.push(tag)
  parser.ontext = (text) => texts.push(text)
  parser.write(svg).close()
  return { tags, texts: texts.map((text) => text.trim()).filter(Boolean) }
}

function attended(files: Readonly<Record<string, string>>, most = MEETINGS): Attended {
  const parts = Object.entries(files).map(([path, text]) => partOf(parseMinutes(text), path))
  const book = withParts(EMPTY_BOOK, parts)
  return attendedIn(book, DEFAULTS, longestLine(book), most)
}

const minutes = (lists: string, agenda = '') => `## Attendance\n\n${lists}\n\n## Agenda\n\n${agenda}\n`
const crew = {
  'crew-2025-12-20.md': minutes('- Present: @ada, @ben\n- Regrets: @chidi', '- [ ] @ada - paint\n- [x] @ben - sweep'),
  'crew-2026-01-03.md': minutes(
    '- Present: @ada, Dora Lund\n- Absent: @ben\n- Partly present: @chidi',
    '- [ ] @ada - paint',
  ),
  'crew-2026-01-17.md': minutes('- Present: @ada, @ben', '- no actions'),
}

describe('Attendance', () => {
  test('says for each person what they were at each meeting, by handle or full name', () => {
    const { meetings, people, total } = attended(crew)
    expect(total).toBe(3)
    expect(meetings.map(({ day, there, open }) => [day, there, open])).toEqual([
      ['2025-12-20', 2, 1],
      ['2026-01-03', 3, 1],
      ['2026-01-17', 2, 0],
    ])
    expect(people).toEqual([
      { handle: 'ada', at: ['present', 'present', 'present'], attended: 3 },
      { handle: 'ben', at: ['present', 'absent', 'present'], attended: 2 },
      { handle: 'chidi', at: ['regrets', 'partly', undefined], attended: 1 },
      { name: 'Dora Lund', at: [undefined, 'present', undefined], attended: 1 },
    ])
  })

  test('knows a name by the handle that stands beside it elsewhere', () => {
    const { people } = attended({
      'crew-2026-01-03.md': minutes('Present: Dora Lund (@dora)'),
      'crew-2026-01-17.md': minutes('Present: dora lund, Eli Fox'),
      'crew-2026-01-31.md': minutes('Present: Eli Fox, ELI FOX'),
    })
    expect(people.map(({ handle, name, attended }) => [handle, name, attended])).toEqual([
      ['dora', 'Dora Lund', 2],
      [undefined, 'Eli Fox', 2],
    ])
  })

  test('takes who stands in two lists of a meeting for there, as far as one of them says so', () => {
    const { people } = attended({
      'crew-2026-01-03.md': minutes('- Regrets: @ada, Dora Lund\n- Partly present: @ada, Dora Lund\n- Absent: @ada'),
    })
    expect(people.map(({ at }) => at)).toEqual([['partly'], ['partly']])
  })

  test('is of the last meetings alone, and of those who are named there', () => {
    const { meetings, people, total } = attended(crew, 1)
    expect([meetings.map(({ day }) => day), total]).toEqual([['2026-01-17'], 3])
    expect(people.map(({ handle }) => handle)).toEqual(['ada', 'ben'])
  })

  test('does not say that nobody came where the minutes do not say who did', () => {
    expect(attended({ 'crew-2026-01-03.md': '# Minutes\n' }).meetings[0]).not.toHaveProperty('there')
  })
})

describe('The attendance picture', () => {
  const { tags, texts } = read(attendancePicture(attended(crew)))

  test('is an image with a name, on a ground of its own', () => {
    const [svg] = tags
    expect([svg!.name, svg!.attributes.role]).toEqual(['svg', 'img'])
    expect(svg!.attributes['aria-label']).toBe('Attendance, 2025-12-20 to 2026-01-17. 3 meetings, 4 people')
    expect(tags.find(({ attributes }) => attributes.class === 'ground')?.attributes.fill).toBe('#ffffff')
  })

  test('says of every mark what it means, and of no meeting twice', () => {
    expect(texts.filter((text) => text.startsWith('@chidi, '))).toEqual([
      '@chidi, 2025-12-20: regrets',
      '@chidi, 2026-01-03: partly present',
      '@chidi, 2026-01-17: not named',
    ])
    expect(texts).toContain('2025-12-20: 1 open')
    expect(texts.filter((text) => text === '2026' || text === 'Jan')).toEqual(['2026', 'Jan'])
  })

  test('tells presence apart without colours', () => {
    const shapes = ['present', 'partly', 'regrets', 'absent', 'faint'].map((name) => {
      const at = tags.findLastIndex(({ attributes }) => attributes.class === name)
      return tags.slice(at + 2, at + 4).map((tag) => [tag.name, tag.attributes.r, tag.attributes.stroke])
    })
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(shapes.length)
  })

  test.each([
    ['markup', '</text><script>alert(1)</script>&"\''],
    ['a comment', '<!-- --> ]]> <![CDATA['],
    ['control characters', 'Bell\u0007 Null\u0000 Escape\u001b[31m'],
    ['half a surrogate pair', 'Half \ud83d Pair'],
    ['what is no character', 'None \uffff \ufffe'],
    ['turned writing', 'Turned \u202egnitirw'],
    ['Arabic', 'ليلى حداد'],
    ['pictures', '👩‍👩‍👧‍👦'.repeat(9)],
    ['no end', 'x'.repeat(5000)],
  ])('stays XML with names of %s', (_, name) => {
    const svg = attendancePicture({
      meetings: [{ path: 'a.md', day: '2026-01-03', there: 1, open: 0 }],
      people: [{ name, at: ['present'], attended: 1 }],
      total: 1,
    })
    expect(read(svg).tags.map((tag) => tag.name)).not.toContain('script')
    expect(svg).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    // It throws at half a surrogate pair.
    expect(encodeURIComponent(svg)).not.toBe('')
  })

  test('counts for nobody a meeting whose minutes name nobody yet', () => {
    const { texts } = read(attendancePicture(attended({ ...crew, 'crew-2026-01-31.md': minutes('- Present:') })))
    expect(texts).toContain('4 meetings, 4 people')
    expect(texts.filter((text) => / of \d/.test(text))).toEqual(['3 of 3', '2 of 3', '1 of 3', '1 of 3'])
  })

  test('has no empty room where there are no action items', () => {
    const heightOf = (open: number) =>
      Number(
        read(attendancePicture({ meetings: [{ path: 'a.md', day: '2026-01-03', open }], people: [], total: 1 }))
          .tags[0]!.attributes.height,
      )
    expect(heightOf(0)).toBeLessThan(heightOf(1) - 50)
  })

  test('is drawn of nothing', () => {
    const { texts } = read(attendancePicture({ meetings: [], people: [], total: 0 }))
    expect(texts).toContain('There are no minutes with a day here.')
  })

  test('only counts the rarest of very many people', () => {
    const people = Array.from({ length: 75 }, (_, at) => ({
      name: `Ada ${at}`,
      at: ['present' as const],
      attended: 1,
    }))
    const { texts } = read(
      attendancePicture({ meetings: [{ path: 'a.md', day: '2026-01-03', there: 75, open: 0 }], people, total: 1 }),
    )
    expect(texts).toContain('and 15 more people, not drawn here')
    expect(texts).not.toContain('Ada 60')
  })
})

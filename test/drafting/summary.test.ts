import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EMPTY_BOOK, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { asPlain } from '../../server/src/drafting/plain-words.ts'
import { isProblem } from '../../server/src/drafting/problem.ts'
import { type SummaryForm, writeSummary } from '../../server/src/drafting/summary/forms.ts'
import { lengthOf, postsOf } from '../../server/src/drafting/summary/posts.ts'
import { type Summary, summaryOf } from '../../server/src/drafting/summary/summary.ts'
import { meetingDay } from '../../server/src/minutes/meeting.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { DEFAULTS } from '../../server/src/settings/settings.ts'
import { english, said } from '../../server/src/text/phrase.ts'
import { inEnglish } from '../english.ts'

const mill = (day: string, agenda: string, next = '') => `---
meeting_time: ${day} 16:00 UTC
title: Mill circle minutes ${day}
---

## 16:01 UTC - Meeting start

### Attendees, absents & regrets
- Attendees
  - @ada, @ben
- Regrets
  - @cyd

## Agenda

${agenda}
${next && `\n## Next meeting\n- Next meeting is ${next}\n`}`

/** The summary of the last of these minutes. */
function summary(...files: readonly (readonly [day: string, agenda: string, next?: string])[]) {
  const all = files.map(([day, agenda, next]) => ({
    path: `mill-minutes-${day}.md`,
    minutes: parseMinutes(mill(day, agenda, next)),
  }))
  const book = withParts(
    EMPTY_BOOK,
    all.map(({ path, minutes }) => partOf(minutes, path)),
  )
  const { path, minutes } = all.at(-1)!
  return summaryOf({ minutes, path, book, day: meetingDay(minutes, path), settings: DEFAULTS, files: undefined })
}

function sound(found: ReturnType<typeof summary>): Summary {
  if (isProblem(found)) throw new Error(said(found.problem, english))
  return found
}

const BEFORE = [
  '2026-03-04',
  '- [ ] @ada - mend the wheel\n- [ ] @ben - grease the axle\n- We decided to keep the old sails',
] as const
const AFTER = [
  '2026-03-18',
  `- [x] @ada - mend the wheel
- [ ] @ben - grease the axle
- [ ] @ada - paint the [door](https://example.org/door)
- [ ] should we sell the donkey?
- [ ] @cyd
- no update
- We decided to keep the old sails
- We decided to **buy** new [stones](./stones.md)
- @ben and @ada decided to
  - rent the barn
  - fix the roof`,
  'Wednesday 2026-04-01 @ 16:00 UTC (18:00 Europe/Oslo)',
] as const

describe('a summary', () => {
  test('says what was decided, what is new, what was closed, and when the group meets, against the meeting before', () => {
    expect(summary(BEFORE, AFTER)).toEqual({
      title: 'Mill circle meeting, 2026-03-18',
      attendance: '2 attended, 1 sent regrets',
      decisions: [
        'We decided to **buy** new [stones](./stones.md)',
        '@ben and @ada decided to rent the barn; fix the roof',
      ],
      fresh: ['@ada - paint the [door](https://example.org/door)'],
      closed: ['@ada - mend the wheel'],
      next: 'Wednesday 2026-04-01, 16:00 UTC (18:00 Europe/Oslo)',
      leftOut: [],
    })
  })

  test('does not say again before each item what its list is called', () => {
    const agenda = `- **Decision:** we buy the mill
- Decided: the *old* sails stay;
- **Resolved: the pond is dredged**
- @ada - **Decision**: no more donkeys
- The millers decided: flour is free
- Notes
  - Decided: members are welcome
- [ ] **Action:** @ada - grease the axle
- [ ] TODO: @ben - count the sacks
- [ ] @cyd - new: sails for the mill`
    const { decisions, fresh } = sound(summary(['2026-03-18', agenda]))
    expect(decisions).toEqual([
      'we buy the mill',
      'the *old* sails stay',
      '**the pond is dredged**',
      '@ada - no more donkeys',
      'The millers decided: flour is free',
      'members are welcome',
    ])
    expect(fresh).toEqual(['@ada - grease the axle', '@ben - count the sacks', '@cyd - new: sails for the mill'])
  })

  test('has the addresses of links beside them, though the minutes have them elsewhere', () => {
    const agenda = `- Decided: we use [flint][1], [chalk][] and [clay]; [not this][2]

[1]: https://example.org/flint
[Chalk]: <https://example.org/chalk>
[clay]: ./clay.md`
    const { text } = writeSummary(sound(summary(['2026-03-18', agenda])), 'markdown') as { text: string }
    expect(text).toContain(
      '- we use [flint](https://example.org/flint), [chalk](https://example.org/chalk) and clay; [not this][2]\n',
    )
  })

  test('leaves out a next meeting that leaves doubt, and says why', () => {
    const found = sound(summary(BEFORE, ['2026-03-18', '', 'Tuesday 2026-04-01 @ 16:00 UTC']))
    expect(found.next).toBeUndefined()
    expect(inEnglish(found.leftOut)).toEqual([expect.stringMatching(/is a Wednesday/)])
  })

  test('names the day elsewhere where that is another one', () => {
    expect(sound(summary(BEFORE, ['2026-03-18', '', '2026-04-01 @ 23:00 UTC (08:00 Asia/Tokyo)'])).next).toBe(
      'Wednesday 2026-04-01, 23:00 UTC (Thursday 08:00 Asia/Tokyo)',
    )
  })

  test('is refused where there is nothing to tell, or several meetings', () => {
    const of = (text: string) => {
      const minutes = parseMinutes(text)
      const book = withParts(EMPTY_BOOK, [partOf(minutes, 'x.md')])
      return summaryOf({ minutes, path: 'x.md', book, day: undefined, settings: DEFAULTS, files: undefined })
    }
    expect(inEnglish(of('# Minutes\n\nHello.\n'))).toMatchObject({
      problem: expect.stringMatching(/nothing to sum up/),
    })
    expect(inEnglish(of('# Meeting 2026-03-04\n\n- a\n\n# Meeting 2026-03-18\n\n- b\n'))).toMatchObject({
      problem: expect.stringMatching(/several meetings/),
    })
  })
})

describe('its forms', () => {
  const write = (form: SummaryForm) => writeSummary(sound(summary(BEFORE, AFTER)), form)

  test('Markdown', () => {
    expect(write('markdown')).toEqual({
      text: `## Mill circle meeting, 2026-03-18

2 attended, 1 sent regrets.

**Decisions**

- We decided to **buy** new stones
- @ben and @ada decided to rent the barn; fix the roof

**New actions**

- @ada - paint the [door](https://example.org/door)

**Closed actions**

- @ada - mend the wheel

**Next meeting:** Wednesday 2026-04-01, 16:00 UTC (18:00 Europe/Oslo)
`,
    })
  })

  test('mail', () => {
    expect(write('mail')).toEqual({
      text: `Mill circle meeting, 2026-03-18

2 attended, 1 sent regrets.

Decisions:
- We decided to buy new stones
- @ben and @ada decided to rent the barn; fix the roof

New actions:
- @ada - paint the door (https://example.org/door)

Closed actions:
- @ada - mend the wheel

Next meeting: Wednesday 2026-04-01, 16:00 UTC (18:00 Europe/Oslo)
`,
    })
  })

  test('posts', () => {
    expect(write('post500')).toEqual({
      posts: [
        `Mill circle meeting, 2026-03-18: 2 attended, 1 sent regrets.
Decided: We decided to buy new stones
Decided: @ben and @ada decided to rent the barn; fix the roof
New action: @ada - paint the door
Done: @ada - mend the wheel
Next meeting: Wednesday 2026-04-01, 16:00 UTC (18:00 Europe/Oslo)`,
      ],
    })
    expect(write('post280')).toMatchObject({
      posts: [expect.stringMatching(/^1\/2 Mill/), expect.stringMatching(/^2\/2 Next/)],
    })
  })

  test.each([
    ['`a*b*` and *c* and __init__ and x_y_z', 'a*b* and c and init and x_y_z'],
    [
      '[a](https://example.org/x_y_z) <https://example.org/*b*> \\*d\\*',
      'a (https://example.org/x_y_z) https://example.org/*b* *d*',
    ],
    ['mail <ada@example.org> <br> soon', 'mail ada@example.org soon'],
    ['![alt](a.png) [`Foo::Bar`](https://example.org/(1)) ~~gone~~', 'alt Foo::Bar (https://example.org/(1)) gone'],
  ])('plain: %s', (text, expected) => {
    expect(asPlain(text)).toBe(expected)
  })
})

describe('posts', () => {
  test.each([
    ['abc', 3],
    ['日本', 4],
    ['é', 1],
    ['🎉', 2],
    ['https://a.io', 23],
    [`https://example.org/${'a'.repeat(30)}`, 50],
    ['see example.md.', 4 + 23 + 1],
    ['page:https://a.io,https://b.io', 5 + 23 + 23],
  ])('the length of %s is %i', (text, length) => {
    expect(lengthOf(text)).toBe(length)
  })

  test('break behind a sentence, else between words, and say so', () => {
    const words = (count: number, end: string) => `${Array(count).fill('word').join(' ')}${end}`
    const [first, second] = postsOf([`${words(40, '.')} ${words(40, '.')}`], 280)
    expect(first).toMatch(/^1\/2 (?:word ?)+\.$/)
    expect(second).toMatch(/^2\/2 (?:word ?)+\.$/)
    const long = postsOf([words(120, '')], 280)
    expect(long[0]).toMatch(/word…$/)
    expect(long[1]).toMatch(/^2\/3 …word/)
  })

  test('are never too long, lose no word, and cut no handle, address or letter', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '@ada',
        '@ben-cyd',
        'https://example.org/a/long/way?x=1',
        '👩‍👩‍👧‍👦',
        'word',
        'end.',
        '日本語',
        'é',
      ),
      fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/g, 'x')),
    )
    const paragraph = fc.array(word, { minLength: 1, maxLength: 90 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(280, 500),
        (paragraphs, most) => {
          const posts = postsOf(paragraphs, most)
          for (const post of posts) expect(lengthOf(post)).toBeLessThanOrEqual(most)
          const own = posts.length === 1 ? posts : posts.map((post) => post.replace(/^\d+\/\d+ /, ''))
          const bare = (text: string) => text.replace(/…/g, '').split(/\s+/).filter(Boolean)
          expect(bare(own.join(' '))).toEqual(bare(paragraphs.join(' ')))
        },
      ),
    )
  })

  test('of a word longer than a post go on within it, but not within an address', () => {
    const posts = postsOf(['x'.repeat(600), `https://example.org/${'a'.repeat(600)}`], 280)
    for (const post of posts) expect(lengthOf(post)).toBeLessThanOrEqual(280)
    expect(posts.join('').match(/x/g)).toHaveLength(600)
    expect(posts.at(-1)).toContain('[…]')
    expect(postsOf([`see:https://example.org/${'a'.repeat(600)}`, 'end'], 280)).toEqual(['[…]\nend'])
    for (const post of postsOf([`e${'\u0301'.repeat(900)}`], 280)) expect(lengthOf(post)).toBeLessThanOrEqual(280)
  })
})

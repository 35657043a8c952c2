import { describe, expect, test } from 'vitest'
import {
  type ActionHistory,
  allActions,
  carriedActions,
  historyFrom,
  openActions,
} from '../../server/src/book/actions.ts'
import { type Book, EMPTY_BOOK, withoutPart, withParts } from '../../server/src/book/book.ts'
import { partOf } from '../../server/src/book/part.ts'
import { parseMinutes } from '../../server/src/minutes/minutes.ts'
import { actionsOf } from '../../server/src/minutes/notes.ts'

const path = (day: string) => `ferry/minutes-${day}.md`
const part = (day: string, text: string) => partOf(parseMinutes(text), path(day))
/** A book of minutes by their days. */
const bookOf = (texts: Readonly<Record<string, string>>): Book =>
  withParts(
    EMPTY_BOOK,
    Object.entries(texts).map(([day, text]) => part(day, text)),
  )
const days = ['2026-01-07', '2026-01-21', '2026-02-04', '2026-02-18', '2026-03-04', '2026-03-18']
const meetings = (...texts: readonly string[]): Book =>
  bookOf(Object.fromEntries(texts.map((text, at) => [days[at]!, text])))

const brief = ({ latest, since, last, meetings, days }: ActionHistory) =>
  `${latest.words.text}: ${since} to ${last}, ${meetings} meetings, ${days} days`
const open = (...texts: readonly string[]) => openActions(meetings(...texts)).map(brief)

/** Whether an item of one meeting counts as the other one of the next. */
const goesOn = (before: string, after: string) =>
  openActions(meetings(`## Engine\n\n${before}\n`, `## Engine\n\n${after}\n`))[0]!.appearances.length === 2

describe('What is open', () => {
  test('stands unchecked in the latest minutes, with its age', () => {
    const texts = ['- [ ] @tuva - paint the mast', '- [ ] @tuva - paint the mast', '- [ ] @tuva - paint the mast']
    expect(open(...texts)).toEqual(['paint the mast: 2026-01-07 to 2026-02-04, 3 meetings, 28 days'])
  })

  test('is neither done nor left out', () => {
    const before = '- [ ] @tuva - paint the mast\n- [ ] @odd - oil the winch\n- [ ] @odd - order new ropes'
    expect(open(before, '- [x] @tuva - paint the mast\n- [ ] @odd - order new ropes')).toEqual([
      'order new ropes: 2026-01-07 to 2026-01-21, 2 meetings, 14 days',
    ])
  })

  test('is no event: to attend is no promise', () => {
    expect(open('## Upcoming events\n\n- [ ] Regatta, 2026-06-01\n')).toEqual([])
  })

  test('is gathered from each series by itself', () => {
    const book = withParts(meetings('- [ ] paint the mast'), [
      partOf(parseMinutes('- [ ] paint the mast'), 'board/2026-01-08.md'),
    ])
    expect(openActions(book).map(({ latest, meetings }) => [latest.path, meetings])).toEqual([
      ['board/2026-01-08.md', 1],
      [path('2026-01-07'), 1],
    ])
  })

  test('says whose it is, and where it stands', () => {
    const [item] = openActions(
      meetings('# Minutes\n\n## Projects\n\n- [Mast](https://example.org/m)\n  - [ ] @Tuva & @odd: *paint* it\n'),
    )
    expect(item!.latest.words).toMatchObject({ text: 'paint it', owners: ['tuva', 'odd'], topic: 'Mast' })
    const [other] = openActions(
      meetings('# Minutes\n\n- [ ] sail\n\n## [Mast](https://example.org/m)\n\n- [ ] paint it\n'),
    )
    expect(other!.latest.words).toMatchObject({ text: 'sail', topic: '' })
  })
})

test('somebody without @ is to do it where the same minutes know the handle', () => {
  const owners = (line: string) =>
    openActions(meetings(`Present: @tuva, @odd\n\n- [ ] ${line}\n`)).map(({ latest }) => [
      latest.words.owners,
      latest.words.text,
    ])
  expect(owners('tuva - paint the mast')).toEqual([[['tuva'], 'paint the mast']])
  expect(owners('Tuva - and @odd paint the mast')).toEqual([[['tuva', 'odd'], 'paint the mast']])
  expect(owners('tuva: paint the mast')).toEqual([[['tuva'], 'paint the mast']])
  expect(owners('mast - paint it')).toEqual([[[], 'mast - paint it']])
  expect(owners('tuva paints the mast')).toEqual([[[], 'tuva paints the mast']])
})

describe('An item goes on', () => {
  test.each([
    ['with the same words', '- [ ] @tuva - paint the mast', '- [ ] @tuva - paint the mast'],
    ['in other letters and signs', '- [ ] @tuva - paint the mast', '* [ ] @Tuva: **Paint** the mast!'],
    ['done before', '- [x] @tuva - paint the mast', '- [ ] @tuva - paint the mast'],
    ['with somebody else', '- [ ] @tuva - paint the mast', '- [ ] @odd - paint the mast'],
    ['with more people', '- [ ] @tuva - new ropes', '- [ ] @tuva, @odd - new ropes'],
    [
      'slightly reworded',
      '- [ ] @tuva - contact the yard about paint',
      '- [ ] @tuva - will contact the yard about the paint',
    ],
    ['with more words', '- [ ] @tuva - order paint', '- [ ] @tuva - order paint. The shop is shut until May.'],
    ['with one number', '- [ ] @tuva - mend leak 1204 aft', '- [ ] @tuva - mend the leak 1204, aft of the mast'],
    ['with one word in another form', '- [ ] ask the yard for a discount', '- [ ] ask the yards for a discount'],
    [
      'with words of the same stem',
      '- [ ] @odd - ask the host for a discount',
      '- [ ] @odd - ask the hosting company for a discount on the yearly plan',
    ],
    ['put off, spelled otherwise', '- [ ] @odd send email (due 2026-02-01)', '- [ ] @odd send e-mail (due 2026-03-01)'],
    ['in a language without blanks', '- [ ] @tuva - マストを塗る', '- [ ] @tuva - マストを塗る'],
  ])('%s', (_, before, after) => {
    expect(goesOn(before, after)).toBe(true)
  })

  test.each([
    ['with other words', '- [ ] @tuva - paint the mast', '- [ ] @tuva - buy bread and cheese'],
    ['about another number', '- [ ] @tuva - mend the leak no. 1204', '- [ ] @tuva - mend the leak no. 1311'],
    [
      'of somebody else in like words',
      '- [ ] @tuva - ask the yard',
      '- [ ] @odd - ask the yard whether the crane has time',
    ],
    ['that says the opposite', '- [ ] @odd - call the plumber', '- [ ] @odd - do not call the plumber'],
    [
      'about another address',
      '- [ ] @odd - merge https://example.org/a/pull/4',
      '- [ ] @odd - merge https://example.org/a/pull/5',
    ],
    ['about another site', '- [ ] @odd - renew the site tuva.example', '- [ ] @odd - renew the site odd.example'],
    ['about somebody else', '- [ ] @odd - invite Maria to the summit', '- [ ] @odd - invite Mario to the summit'],
    ['with one word in common', '- [ ] @tuva - mast', '- [ ] @tuva - mast lights'],
    ['without words', '- [ ] @tuva', '- [ ] @tuva'],
  ])('but not %s', (_, before, after) => {
    expect(goesOn(before, after)).toBe(false)
  })

  test('where it stands under another heading', () => {
    const book = meetings(
      '## Engine\n\n- [ ] @odd - bleed the fuel line\n',
      '## Motor\n\n- [ ] @odd - bleed the fuel line\n',
    )
    expect(openActions(book).map(({ meetings }) => meetings)).toEqual([2])
  })

  test('under its own heading, where two have the same words', () => {
    const texts = [
      '## Mast\n\n- [ ] @odd - oil it\n\n## Winch\n\n- [ ] @odd - oil it\n',
      '## Winch\n\n- [ ] @odd - oil it\n',
    ]
    const [item] = openActions(meetings(...texts))
    expect(item!.appearances.map(({ words, index }) => `${words.topic} ${index}`)).toEqual(['Winch 1', 'Winch 0'])
  })

  test('in one of its halves, where it is split; the other begins anew', () => {
    expect(
      open(
        '- [ ] @tuva - paint the mast and order new ropes',
        '- [ ] @tuva - paint the mast\n- [ ] @tuva - order the new ropes and shackles',
      ),
    ).toEqual([
      'paint the mast: 2026-01-07 to 2026-01-21, 2 meetings, 14 days',
      'order the new ropes and shackles: 2026-01-21 to 2026-01-21, 1 meetings, 0 days',
    ])
  })

  test('when it was forgotten for two meetings, not for three', () => {
    const item = '- [ ] @tuva - paint the mast'
    expect(open(item, '', '', item)).toEqual(['paint the mast: 2026-01-07 to 2026-02-18, 2 meetings, 42 days'])
    expect(open(item, '', '', '', item)).toEqual(['paint the mast: 2026-03-04 to 2026-03-04, 1 meetings, 0 days'])
  })

  test('when it is opened again, but is as old as that', () => {
    const [done, undone] = ['- [x] paint the mast', '- [ ] paint the mast']
    const [item] = openActions(meetings(undone, undone, done, undone, undone))
    expect(brief(item!)).toBe('paint the mast: 2026-02-18 to 2026-03-04, 2 meetings, 14 days')
    expect(item!.first).toBe('2026-01-07')
    expect(item!.appearances.map(({ words }) => words.done)).toEqual([false, false, true, false, false])
  })

  test('whatever the line ends and blanks are', () => {
    const texts = ['- [ ] @tuva -\u00a0paint\n  the mast\n', '\uFEFF- [ ] @tuva - paint  the\r\n  mast\r\n']
    expect(open(...texts)).toEqual(['paint the mast: 2026-01-07 to 2026-01-21, 2 meetings, 14 days'])
  })
})

test('every promise has one history, be it open, done or dropped', () => {
  const book = meetings(
    '- [ ] paint the mast\n- [ ] oil the winch\n- [ ] order new ropes',
    '- [x] paint the mast\n- [ ] oil the winch',
    '- [ ] oil the winch',
  )
  expect(
    allActions(book).map(({ latest, last, appearances }) => [latest.words.text, last, appearances.length]),
  ).toEqual([
    ['order new ropes', '2026-01-07', 1],
    ['paint the mast', '2026-01-21', 2],
    ['oil the winch', '2026-02-04', 3],
  ])
})

describe('What is carried into minutes', () => {
  const book = meetings('- [ ] paint the mast\n- [ ] oil the winch', '- [ ] paint the mast\n- [ ] oil the winch')
  const carried = (day: string, text: string, of = book) => {
    const minutes = parseMinutes(text)
    const { histories, dropped } = carriedActions({ minutes, path: path(day), book: of })
    expect(histories).toHaveLength(day === 'none' ? 0 : actionsOf(minutes).length)
    return [histories.map(brief), dropped.map(({ latest }) => latest.words.text)]
  }

  test('is found in minutes that the book does not have yet', () => {
    expect(carried('2026-02-04', '- [ ] buy bread and cheese\n- [x] paint the mast')).toEqual([
      [
        'buy bread and cheese: 2026-02-04 to 2026-02-04, 1 meetings, 0 days',
        'paint the mast: 2026-01-07 to 2026-02-04, 3 meetings, 28 days',
      ],
      ['oil the winch'],
    ])
  })

  test('is what stood before them, not what came after', () => {
    expect(carried('2026-01-21', '- [ ] paint the mast')).toEqual([
      ['paint the mast: 2026-01-07 to 2026-01-21, 2 meetings, 14 days'],
      ['oil the winch'],
    ])
    expect(carried('2026-01-01', '- [ ] paint the mast')[1]).toEqual([])
  })

  test('is nothing in minutes of no series', () => {
    const minutes = parseMinutes('- [ ] paint the mast')
    expect(carriedActions({ minutes, path: 'notes.md', book })).toEqual({ histories: [], dropped: [] })
  })
})

describe('A keystroke', () => {
  const texts = days.map((_, at) => `- [ ] paint the mast\n- [ ] oil the winch ${at}\n`)
  const before = meetings(...texts)

  test('that changes no action item leaves every history as it is', () => {
    const histories = openActions(before)
    const after = withParts(before, [part(days[5]!, `Present: @tuva\n\n${texts[5]}`)])
    expect(after).not.toBe(before)
    expect(openActions(after).map(({ latest }) => latest)).toEqual(histories.map(({ latest }) => latest))
    expect(openActions(after).every((each, at) => each === histories[at])).toBe(true)
  })

  test('gives what a book made from scratch gives', () => {
    const changed = withParts(before, [part(days[2]!, '- [x] paint the mast\n'), part(days[4]!, '')])
    const shorter = withoutPart(changed, path(days[0]!))
    expect(openActions(before)).toHaveLength(2)
    for (const book of [changed, shorter]) {
      const afresh = withParts(EMPTY_BOOK, [...book.parts.values()])
      expect(openActions(book).map(brief)).toEqual(openActions(afresh).map(brief))
    }
    expect(openActions(shorter).map(({ first }) => first)).not.toContain(days[0])
  })
})

test('a long history is no trouble', () => {
  const texts = Object.fromEntries(
    Array.from({ length: 2000 }, (_, at) => [
      new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10),
      '- [ ] @tuva - paint the mast\n',
    ]),
  )
  const [item] = openActions(bookOf(texts))
  expect(item).toMatchObject({ meetings: 2000, first: '2000-01-01' })
  expect(historyFrom(item!.latest)).toBe(item)
})

import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { editsFor, finishingOf, finishSteps } from '../../server/src/drafting/finish/finish.ts'
import type { Answers, Step } from '../../server/src/drafting/finish/step.ts'
import { isProblem } from '../../server/src/drafting/problem.ts'
import { applyEdits } from '../../server/src/text/edit.ts'
import { english, said } from '../../server/src/text/phrase.ts'
import { subjectsOf } from '../rules/check.ts'

const NOW = Temporal.Instant.from('2026-01-07T17:50Z')
const PAGE = 'meetings/README.md'
const pathOf = (day: string) => `meetings/harbour-minutes-${day}.md`

interface Book {
  readonly minutes: Readonly<Record<string, string>>
  readonly page?: string
}

/** The steps for the latest of these minutes, and a way to do one of them. */
function finish({ minutes, page }: Book) {
  const files = Object.entries(minutes).map(([day, text]) => ({ path: pathOf(day), text }))
  const subjects = subjectsOf([...files, ...(page === undefined ? [] : [{ path: PAGE, text: page }])])
  const subject = subjects.find(({ path }) => path === files.at(-1)!.path)!
  const index = subjects.find(({ path }) => path === PAGE)
  const finishing = finishingOf(subject, index, NOW)!
  const steps = finishSteps(finishing)
  const stepOf = (id: string): Step | undefined => steps.find((step) => step.id === id)
  const apply = (id: string, answers: Answers = {}): string => {
    const step = stepOf(id)!
    const edits = editsFor(finishing, step, answers)
    if (isProblem(edits)) return said(edits.problem, english)
    return applyEdits(step.where === 'index' ? index!.minutes.text : subject.minutes.text, edits)
  }
  return { ids: steps.map(({ id }) => id), stepOf, apply }
}

const entry = (day: string, label = day) => `- [${label}](harbour-minutes-${day}.md)\n`
const DAYS = ['2025-11-26', '2025-12-10', '2025-12-24', '2026-01-07']

/** The page with the entry of the last meeting, as it is added; `undefined` where it is left to a person. */
function listed(page: string, days: readonly string[] = DAYS): string | undefined {
  const { stepOf, apply } = finish({ minutes: Object.fromEntries(days.map((day) => [day, '# Minutes\n'])), page })
  expect(stepOf('index-entry')).toBeDefined()
  return stepOf('index-entry')!.edits ? apply('index-entry') : undefined
}

describe('The entry in the index', () => {
  const old = `${entry('2025-12-24')}${entry('2025-12-10')}${entry('2025-11-26')}`

  test.each([
    ['of a list at the head of the page', `${old}\nEnd.\n`, `${entry('2026-01-07')}${old}\nEnd.\n`],
    ['of a flat list, newest first', `# All\n\n${old}\nEnd.\n`, `# All\n\n${entry('2026-01-07')}${old}\nEnd.\n`],
    [
      'of a flat list, oldest first, without a last line end',
      '# All\n\n- [10 Dec 2025](harbour-minutes-2025-12-10.md)\n- [24 Dec 2025](harbour-minutes-2025-12-24.md)',
      '# All\n\n- [10 Dec 2025](harbour-minutes-2025-12-10.md)\n- [24 Dec 2025](harbour-minutes-2025-12-24.md)\n- [7 Jan 2026](harbour-minutes-2026-01-07.md)',
    ],
    [
      'of a new year',
      `## Year 2025\n\n${old}\n\nEnd.\n`,
      `## Year 2026\n\n${entry('2026-01-07')}\n## Year 2025\n\n${old}\n\nEnd.\n`,
    ],
    [
      'of a new year whose heading stands there already',
      `## 2026\n\n## 2025\n\n${old}`,
      `## 2026\n\n${entry('2026-01-07')}\n## 2025\n\n${old}`,
    ],
    [
      'of a new year in a list of lists',
      '- 2025\n  - [24 December](harbour-minutes-2025-12-24.md)\n  - [10 December](harbour-minutes-2025-12-10.md)\n',
      '- 2026\n  - [7 January](harbour-minutes-2026-01-07.md)\n- 2025\n  - [24 December](harbour-minutes-2025-12-24.md)\n  - [10 December](harbour-minutes-2025-12-10.md)\n',
    ],
    [
      'of a table',
      '| Day | Text |\n|:--|--|\n| Wed, 24 Dec 2025 | [minutes](./harbour-minutes-2025-12-24.md) |\n| Wed, 10 Dec 2025 | [minutes](./harbour-minutes-2025-12-10.md) |\n\nEnd.\n',
      '| Day | Text |\n|:--|--|\n| Wed, 7 Jan 2026 | [minutes](./harbour-minutes-2026-01-07.md) |\n| Wed, 24 Dec 2025 | [minutes](./harbour-minutes-2025-12-24.md) |\n| Wed, 10 Dec 2025 | [minutes](./harbour-minutes-2025-12-10.md) |\n\nEnd.\n',
    ],
  ])('%s', (_, before, after) => {
    expect(listed(before)).toBe(after)
    expect(listed(`\uFEFF${before.replaceAll('\n', '\r\n')}`)).toBe(`\uFEFF${after.replaceAll('\n', '\r\n')}`)
  })

  test('keeps the blank lines between the years', () => {
    const days = ['2024-12-11', ...DAYS]
    const page = `## 2025\n${old}\n\n\n## 2024\n${entry('2024-12-11')}`
    expect(listed(page, days)).toBe(`## 2026\n${entry('2026-01-07')}\n\n\n${page}`)
  })

  test.each([
    [
      'label each meeting by what it was about',
      '- [2025-12-24: storms](harbour-minutes-2025-12-24.md)\n- [2025-12-10: the crane](harbour-minutes-2025-12-10.md)\n',
    ],
    [
      'are numbered',
      '1. [2025-12-10](harbour-minutes-2025-12-10.md)\n2. [2025-12-24](harbour-minutes-2025-12-24.md)\n',
    ],
    [
      'stand in a paragraph',
      '[2025-12-10](harbour-minutes-2025-12-10.md)\n[2025-12-24](harbour-minutes-2025-12-24.md)\n',
    ],
    [
      'say in a table who came',
      '| 2025-12-24 | [x](harbour-minutes-2025-12-24.md) | Ada |\n|--|--|--|\n| 2025-12-10 | [x](harbour-minutes-2025-12-10.md) | Bo |\n',
    ],
  ])('is left to a person where entries %s', (_, page) => {
    expect(listed(page)).toBeUndefined()
  })

  test('is not asked for on a page that has long been left alone', () => {
    const days = ['2025-08-06', '2025-08-20', ...DAYS, '2026-01-21', '2026-02-04']
    const { ids } = finish({
      minutes: Object.fromEntries(days.map((day) => [day, '# Minutes\n'])),
      page: entry('2025-08-06') + entry('2025-08-20'),
    })
    expect(ids).not.toContain('index-entry')
  })
})

describe('The next meeting of the index', () => {
  const minutes = (day: string, next: string) =>
    `---\nmeeting_time: ${day} 17:00 UTC\n---\n- Present: @maren\n- Next meeting: ${next} @ 17:00 UTC\n`
  const moved = (page: string) => {
    const { apply, stepOf } = finish({
      minutes: { '2025-12-24': minutes('2025-12-24', '2026-01-07'), '2026-01-07': minutes('2026-01-07', '2026-01-21') },
      page: `${page}\n${entry('2025-12-24')}${entry('2026-01-07')}`,
    })
    return stepOf('index-next-meeting')?.edits && apply('index-next-meeting').split('\n- [')[0]!.trimEnd()
  }

  test('moves with its weekday and its hours', () => {
    expect(moved('Next meeting: **Wednesday, January 7th** at 17:00 UTC (18:00 Europe/Oslo)!\n')).toBe(
      'Next meeting: **Wednesday, January 21st** at 17:00 UTC (18:00 Europe/Oslo)!',
    )
    expect(moved('---\nnext_meeting: "2026-01-07 16:00 UTC" # soon\n---\n')).toBe(
      '---\nnext_meeting: "2026-01-21 17:00 UTC" # soon\n---',
    )
  })

  test('stays where it is later already', () => {
    expect(moved('Next meeting: 28 January 2026\n')).toBeUndefined()
  })
})

describe('The end', () => {
  const ended = (before: string, now: string, time = '17:50') =>
    finish({ minutes: { '2025-12-10': before, '2025-12-24': before, '2026-01-07': now } }).apply('end', {
      time: [time],
    })

  test.each([
    ['# M\n\n- a\n\n## 17:40 UTC - Meeting end\n', '# M\n\n- b\n', '# M\n\n- b\n\n## 17:50 UTC - Meeting end\n'],
    [
      '# M\n\n## 17:40 UTC - Meeting end\n',
      '# M\n\n## HH:MM UTC – Meeting end\n',
      '# M\n\n## 17:50 UTC - Meeting end\n',
    ],
    [
      '# M\n\n## 17:40 UTC - Meeting end\n',
      '# M\n\n##  UTC - Meeting end\n\n(none)\n',
      '# M\n\n##  17:50 UTC - Meeting end\n\n(none)\n',
    ],
    ['# M\n\n- a\n\nAdjourned: 5:40 PM\n', '# M\n\n- b\n\nAdjourned:\n', '# M\n\n- b\n\nAdjourned: 5:50 PM\n'],
    [
      '# M\n\n- a\n\n## 17:40 UTC (18:40 Europe/Oslo) Meeting end\n',
      '# M\n',
      '# M\n\n## 17:50 UTC (18:50 Europe/Oslo) Meeting end\n',
    ],
  ])('as in %j', (before, now, after) => {
    expect(ended(before, now)).toBe(after)
    expect(ended(before.replaceAll('\n', '\r\n'), now.replaceAll('\n', '\r\n'))).toBe(after.replaceAll('\n', '\r\n'))
  })

  test('is not asked for where the group never writes it', () => {
    expect(finish({ minutes: { '2025-12-10': '# M\n', '2025-12-24': '# M\n', '2026-01-07': '# M\n' } }).ids).toEqual([])
  })
})

test('A group of names is asked for a chair where the label is empty', () => {
  const text = (chair: string) =>
    `# Council\n\nPresent: Ottilie Brand, Kofi Mensah\n\n- Chair:${chair}\n- Scribe: Kofi Mensah\n`
  const { stepOf, apply } = finish({
    minutes: { '2025-12-10': text(' Ottilie Brand'), '2025-12-24': text(' Kofi Mensah'), '2026-01-07': text('') },
  })
  expect(stepOf('chair')!.asks[0]!.choices!.map(({ value }) => value)).toEqual(['Ottilie Brand', 'Kofi Mensah'])
  expect(apply('chair', { people: ['Ottilie Brand'] })).toBe(text(' Ottilie Brand'))
})

test('Who was there goes into the empty list', () => {
  const text = (people: string) => `# Crew\n\n### Attendees\n- Attendees:${people}\n\n## Agenda\n- no update\n`
  const { ids, apply } = finish({
    minutes: { '2025-12-10': text(' @ada, @ben'), '2025-12-24': text(' @ada'), '2026-01-07': text('') },
  })
  expect(ids).toContain('attendance')
  expect(apply('attendance', { people: ['@ada', 'ben'] })).toBe(text(' @ada, @ben'))
})

describe('The approval of the previous minutes', () => {
  const said = (approval: string) => `# Minutes\n\n## Approval of the previous minutes\n\n${approval}\n`
  const usual = said('- Approved by @ada and @bo, and merged by @cyd\n- How we write them is told in the handbook')
  const finished = (approval: string) =>
    finish({ minutes: Object.fromEntries(DAYS.map((day) => [day, day === DAYS.at(-1) ? said(approval) : usual])) })
  const answers = { approvers: ['@bo'], mergers: ['@ada'] }

  test('is asked for where it is open beside other items, which stay', () => {
    for (const other of ['- How we write them is told in the handbook', '- How it goes\n  - by mail\n']) {
      const { apply } = finished(`- Approved by …, and merged by …\n${other}`)
      expect(apply('approval', answers)).toContain(`- Approved by @bo, and merged by @ada\n${other}`)
    }
    expect(finished('- How it goes: by mail\n- …').apply('approval', answers)).toContain(
      '- How it goes: by mail\n- Approved by @bo, and merged by @ada\n',
    )
  })

  test.each([
    '- Approved by @ada, and merged by @bo\n- See the handbook',
    '- Approved by @ada\n- …',
    '- Approved by @ada\n- Merged by …',
    'The chair says that they were\napproved by\n@ada.',
  ])('is not asked for where it is said: %j', (approval) => {
    expect(finished(approval).ids).not.toContain('approval')
  })
})

import { describe, expect, test } from 'vitest'
import { check, checkFix, findingsOf, PATH, subjectsOf } from './check.ts'

const here = `<!-- file: ${PATH} -->\n`
const earlier = (...texts: string[]) =>
  texts.map((text, at) => `<!-- file: meetings/harbour-minutes-2026-02-0${at + 1}.md -->\n${text}\n`).join('')

describe('a relative word', () => {
  test('that is copied means another day', () => {
    const notes = [
      '- @maren - will call the pilots this week',
      '- counted 8 cranes, per now',
      '  - [ ] @tolga - report next Friday',
    ].join('\n')
    check(`${earlier(notes)}${here}
- @maren - will call the pilots this week
                                ^^^^^^^^^ stale-copy: "this week" is copied from the minutes of 2026-02-01.
- counted 8 cranes, per now
                    ^^^^^^^ stale-copy
  - [x] @tolga - report next Friday
                        ^^^^^^^^^^^ stale-copy
`)
  })

  test.each([
    '- the lamps are lit',
    '- @maren - speaks to the pilots',
    '- no news this week',
    '- nothing happened today',
    '- the song “Yesterday” was sung',
    '- in today’s world',
    '- all next weeks',
    '- this year, next meeting, on Friday',
    '- see [x](https://example.org/today)',
    '- `today`',
  ])('is copied like anything else: %s', (note) => {
    check(`${earlier(note)}${here}${note}\n`)
  })

  test('is new, or stands in other minutes only', () => {
    check(`${earlier('- pilots come today')}${here}- the pilots come today\n`)
    check(`${earlier('- pilots come today', '- no pilots')}${here}- pilots come today\n`)
    check(`<!-- file: board/board-2026-02-01.md -->\n- pilots come today\n${here}- pilots come today\n`)
  })

  test('is a form where it stands in all minutes, or in a formality', () => {
    check(`${earlier('- What is on today?').repeat(1)}${here}## Meeting details\n\n- What is on today?\n`)
    const [all] = [earlier(...Array(4).fill('- What is on today?'))]
    const found = subjectsOf(
      [...all.matchAll(/file: (\S+)/g)]
        .map(([, path]) => ({ path: path!, text: '- What is on today?\n' }))
        .concat([{ path: PATH, text: '- What is on today?\n' }]),
    )
    expect(findingsOf(found.at(-1)!)).toEqual([])
  })

  test('becomes the day it meant, where that is one', () => {
    const fixed = (before: string, after: string) =>
      checkFix(`${earlier(`- ${before}`)}${here}- ${before}\n`, `- ${after}\n`)
    fixed('pilots come today', 'pilots come on 2026-02-01')
    fixed('pilots came yesterday', 'pilots came on 2026-01-31')
    fixed('ready by tomorrow', 'ready by 2026-02-02')
    fixed('8 cranes per now', '8 cranes per 2026-02-01')
    fixed('pilots come next week', 'pilots come in the week of 2026-02-02')
    fixed('pilots came during last week', 'pilots came during the week of 2026-01-19')
    fixed('pilots come this month', 'pilots come in February 2026')
  })

  test('is none where it says which one of a month', () => {
    check(`${earlier('- the fair is on the last weekend of April')}${here}- the fair is on the last weekend of April\n`)
  })

  test('is followed back to where it was written', () => {
    const [finding] = subjectsOf([
      ...['2026-02-01', '2026-02-02'].map((day) => ({
        path: `meetings/harbour-minutes-${day}.md`,
        text: '- pilots come today',
      })),
      { path: 'meetings/harbour-minutes-2026-01-31.md', text: '- none' },
      { path: PATH, text: '- pilots come today' },
    ])
      .slice(-1)
      .flatMap(findingsOf)
    expect(finding!.message.wrong).toBe('"today" is copied from the minutes of 2026-02-01.')
  })
})

describe('a slip that was mended', () => {
  const slip = '- [ ] @tolga - ask the council about the breakwatter soon'
  const mended = slip.replace('tt', 't')

  test('comes back from older minutes', () => {
    check(`${earlier(slip, mended)}${here}
${slip}
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-copy: This note stands here as in the minutes of 2026-02-01; in those of 2026-02-02 "breakwatter" became "breakwater".
`)
    checkFix(`${earlier(slip, mended)}${here}${slip}\n`, `${mended}\n`)
  })

  test.each([
    ['ask the council about breakwater', 'ask the council about the breakwater'],
    ['ask the council about about breakwater', 'ask the council about breakwater'],
    ['tolga - ask the council about it', '@tolga - ask the council about it'],
    ['could the crane be done at night', 'could the crane be moved at night'],
    ['ask the council about the breakwater wall', 'ask the council about the breakwater'],
  ])('%s: %s', (before, after) => {
    checkFix(`${earlier(`- ${before}`, `- ${after}`)}${here}- ${before}\n`, `- ${after}\n`)
  })

  test('is no comma behind which nothing comes', () => {
    const marked = '- ask the council about it,\n                          ^ stray-text (hint)'
    check(`${earlier('- ask the council about it', marked)}${here}- ask the council about it\n`)
  })

  test.each([
    ['@maren chairs the next meeting', '@tolga chairs the next meeting'],
    ['Maren chairs the next meeting', 'Tolga chairs the next meeting'],
    ['8 cranes are moved each night', '9 cranes are moved each night'],
    ['we wait for the pilots and others', 'we met all the pilots and spoke of it'],
    ['no update', 'some update'],
  ])('is none: %s, %s', (before, after) => {
    check(`${earlier(`- ${before}`, `- ${after}`)}${here}- ${before}\n`)
  })

  test('stays where both stand, or the form was broken once', () => {
    check(`${earlier(slip, mended)}${here}${slip}\n${mended}\n`)
    check(`${earlier(slip, slip, slip, mended)}${here}${slip}\n`)
    check(`${earlier(slip, slip)}${here}${slip}\n`)
  })
})

describe('an end', () => {
  test('to the minute as last time was likely copied', () => {
    check(`${earlier('## 18:17 UTC – Meeting end\n\n## 18:30 UTC - End')}${here}
## 18:17 UTC - Meeting end
   ^^^^^^^^^ stale-copy: 18:17 UTC is to the minute when the meeting of 2026-02-01 ended.

## 18:30 UTC - End
`)
  })

  test.each([
    '## 18:18 UTC - Meeting end',
    '## 18:17 UTC - End',
    '## 18:17 UTC - The crane',
    '- 18:17 UTC - Meeting end',
  ])('is not: %s', (line) => {
    check(`${earlier('## 18:17 UTC - Meeting end')}${here}${line}\n`)
  })
})

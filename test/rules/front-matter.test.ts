import { describe, expect, test } from 'vitest'
import { applyFix, check, checkFix, filesOf, findingsOf, PATH, subjectsOf } from './check.ts'

describe('front-matter', () => {
  test('never closed', () => {
    check(`---
^^^ front-matter: The front matter is not closed.
title: Harbour Working Group

# Minutes

- one
`)
  })

  test('not valid YAML', () => {
    const [subject] = subjectsOf([{ path: PATH, text: '---\ntitle: Harbour: the minutes\n---\n' }])
    const [finding] = findingsOf(subject!)
    expect(finding?.rule).toBe('front-matter')
    expect(finding?.message.wrong).toMatch(/^The front matter is not valid YAML: /)
    expect(finding?.from).toBeGreaterThanOrEqual(4)
    expect(finding?.to).toBeLessThanOrEqual(32)
  })

  test.each(['---js', '--- js', '---JS', '---javascript', '---coffee', '---toml'])(
    'in a refused language: %s',
    (head) => {
      check(`${head}
${'^'.repeat(head.length)} front-matter: Front matter in
title = 1
---
`)
    },
  )

  test('none, empty, with comments, with dots at its end', () => {
    check('# Minutes\n')
    check('---\n---\n')
    check('---\n# a comment\ntitle: "Harbour: minutes"\nlist: [a, b]\nlong: >\n  more\n---\n')
    check('---\ntitle: Harbour\n...\n')
    check('---yaml\ntitle: Harbour\n---\n')
    check('----\ntitle\n----\n')
    check('---\n\n# Minutes\n')
    check('')
  })

  test('keys that the other minutes have', () => {
    const others = ['2026-01-07', '2026-01-21', '2026-02-04', '2026-02-18'].map(
      (day) => `<!-- file: minutes-${day}.md -->
---
layout: minutes
title: Minutes ${day}
---
`,
    )
    check(`${others.join('')}<!-- file: minutes-2026-03-04.md -->
---
^^^ front-matter (hint): The front matter has no title, as the other minutes have.
layout: minutes
---
`)
    checkFix(
      `${others.join('')}<!-- file: minutes-2026-03-04.md -->\n---\nlayout: minutes\n---\n`,
      '---\nlayout: minutes\ntitle: Minutes 2026-03-04\n---\n',
      'Add it',
    )
    checkFix(
      `${others.join('')}<!-- file: minutes-2026-03-04.md -->\n# Minutes\n`,
      '---\nlayout: minutes\ntitle: Minutes 2026-03-04\n---\n# Minutes\n',
      'Add them',
    )
    check(`${others.slice(0, 3).join('')}<!-- file: minutes-2026-03-04.md -->\n---\nlayout: minutes\n---\n`)
  })

  test('a key that is added says nothing of another meeting', () => {
    const days = ['2026-01-07', '2026-01-21', '2026-02-04', '2026-02-18']
    const added = (lines: (day: string, index: number) => string, own = '# Minutes\n') => {
      const others = days.map((day, index) => `<!-- file: minutes-${day}.md -->\n---\n${lines(day, index)}\n---\n`)
      const fixture = `${others.join('')}<!-- file: minutes-2026-03-04.md -->\n${own}`
      const subject = subjectsOf(filesOf(fixture)).at(-1)!
      const [fix] = findingsOf(subject).flatMap(({ fixes }) => fixes ?? [])
      return applyFix(subject.minutes.text, fix!)
    }
    const titles = ['The lamps', 'The piers', 'Fees', 'Fees']
    expect(added((_, index) => `title: ${titles[index]}`)).toBe('---\ntitle:\n---\n# Minutes\n')
    expect(added((day, index) => `title: ${titles[index]}, ${day}`)).toBe('---\ntitle:\n---\n# Minutes\n')
    expect(added((day) => `layout: minutes\npath: /${day}/\ndate: ${day}`)).toBe(
      '---\nlayout: minutes\npath: /2026-03-04/\ndate: 2026-03-04\n---\n# Minutes\n',
    )
    expect(added(() => 'tags:\n  - lamps\n  - piers')).toBe('---\ntags:\n---\n# Minutes\n')
    expect(added(() => 'date: 2026-01-07')).toBe('---\ndate:\n---\n# Minutes\n')
    expect(added((day) => `date: ${day} 17:00`)).toBe('---\ndate:\n---\n# Minutes\n')
    expect(added((day) => `meeting_time: ${day} 17:00 UTC`)).toBe('---\nmeeting_time:\n---\n# Minutes\n')
    expect(added((day) => `meeting_time: ${day} 17:00 UTC`, '# Minutes\n\n- 2026-03-04 18:00 UTC\n')).toBe(
      '---\nmeeting_time: 2026-03-04 18:00 UTC\n---\n# Minutes\n\n- 2026-03-04 18:00 UTC\n',
    )
  })

  test('it is closed, or its value put in quotes', () => {
    checkFix('---\ntitle: Harbour\n\n# Minutes\n', '---\ntitle: Harbour\n---\n\n# Minutes\n')
    checkFix('---\ntitle: Harbour', '---\ntitle: Harbour\n---\n')
    checkFix('---\ntitle: Harbour: minutes\n---\n', '---\ntitle: "Harbour: minutes"\n---\n')
  })
})

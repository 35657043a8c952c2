import { expect, test } from 'vitest'
import { check } from '../../server/src/rules/check.ts'
import { RULES } from '../../server/src/rules/index.ts'
import type { Subject } from '../../server/src/rules/rule.ts'
import { orchard, orchardMinutes } from '../protocol/orchard.ts'
import { quay } from '../protocol/quay.ts'
import { subjectsOf } from './check.ts'

const MISTAKES = `- on Thursday 2026-02-18 @Quentinna asked that rowan looks at [last time](minutes-2026-02-30.md) (17:00 UTC)
- the the recieved mail of @per-simmon is is at 5pm
- [] it is due 2026-01-01
`
const groups = {
  orchard,

  quay,
  mistakes: { 'minutes-2026-02-18.md': orchardMinutes('2026-02-18', { agenda: MISTAKES }) },
}

/** A document in a folder of which nothing else is known yet. */
const unread = (subject: Subject, read: string[]): Subject => ({
  ...subject,
  get book() {
    read.push('book')
    return subject.book
  },
  get files() {
    read.push('files')
    return subject.files
  },
})

test.each(RULES.filter(({ needsBook }) => !needsBook).map(({ id }) => id))(
  '%s goes by the document alone, so that its first findings stay',
  (id) => {
    const others = Object.fromEntries(RULES.map((rule) => [rule.id, rule.id === id ? 'error' : 'off'] as const))
    const read: string[] = []
    for (const files of Object.values(groups)) {
      for (const subject of subjectsOf(Object.entries(files).map(([path, text]) => ({ path, text: String(text) })))) {
        const settings = { ...subject.settings, rules: others }
        expect(check(unread({ ...subject, settings }, read)).failures).toEqual([])
      }
    }
    expect(read).toEqual([])
  },
)

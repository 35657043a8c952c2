import { blanks, hashesIn } from './heading/blanks.ts'
import { levels } from './heading/levels.ts'
import { times } from './heading/times.ts'
import type { Rule } from './rule.ts'

export const heading: Rule = {
  id: 'heading',
  severity: 'hint',
  summary:
    'a heading that skips a level, is glued to the line above, lacks the blank behind `##`, or tells a time unlike the others',
  needsBook: true,
  waits: 'moved',
  reads: ({ content }) => hashesIn(content).length > 0 && content,
  document: (subject) => [...levels(subject), ...blanks(subject.minutes), ...times(subject.minutes)],
}

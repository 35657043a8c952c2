import type { Minutes } from '../minutes/minutes.ts'
import { indentBefore } from '../minutes/siblings.ts'
import { continuation } from './list-style/continuation.ts'
import { indentationOf } from './list-style/indentation.ts'
import { markers } from './list-style/markers.ts'
import { numbers } from './list-style/numbers.ts'
import { type Report, type Rule, shiftReport } from './rule.ts'

export const listStyle: Rule = {
  id: 'list-style',
  severity: 'hint',
  summary: 'indentation that differs among siblings, mixed markers, wrong numbers, a line that lost its marker',
  waits: 'moved',
  document: ({ minutes }) => [
    ...indentation(minutes),
    ...markers(minutes),
    ...numbers(minutes),
    ...continuation(minutes),
  ],
}

/** So many uneven lists, and half as many as even ones, are no slips. */
const [MOST, SHARE] = [3, 0.5]

function indentation(minutes: Minutes): Report[] {
  const found = minutes.blocks.flatMap((block) =>
    block.content.kind === 'list'
      ? { ...indentationOf(block.content)(indentBefore(minutes, block)), at: block.from }
      : [],
  )
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const [uneven, even] = [sum(found.map((each) => each.uneven)), sum(found.map((each) => each.even))]
  if (uneven >= MOST && uneven > SHARE * even) return []
  return found.flatMap(({ reports, at }) => reports.map((report) => shiftReport(report, at)))
}

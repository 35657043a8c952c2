import type { Block } from '../minutes/blocks.ts'
import type { Content } from '../minutes/content.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { indentBefore } from '../minutes/siblings.ts'
import { memo } from '../text/memo.ts'
import { continuation, isWellContinued } from './list-style/continuation.ts'
import { indentationOf } from './list-style/indentation.ts'
import { bulletsIn, hasOneMarker, markers } from './list-style/markers.ts'
import { isUnnumbered, numbers } from './list-style/numbers.ts'
import { type Report, type Rule, shiftReport } from './rule.ts'

export const listStyle: Rule = {
  id: 'list-style',
  severity: 'hint',
  summary: 'indentation that differs among siblings, mixed markers, wrong numbers, a line that lost its marker',
  waits: 'moved',
  reads: ({ content }) => content.kind === 'list' && (plainIn(content)?.alike ?? content),
  document: ({ minutes }) => {
    const { odd, even } = listsOf(minutes)
    return [...indentation(minutes, odd, even), ...markers(minutes, odd), ...numbers(odd), ...continuation(odd)]
  },
}

/** The lists with anything to look at, and how many others, or lists within them, are even. */
function listsOf({ blocks, text }: Minutes): { odd: readonly Block[]; even: number } {
  const odd: Block[] = []
  let even = 0
  for (const block of blocks) {
    if (block.content.kind !== 'list') continue
    const plain = text[block.from - 1] === '\n' ? plainIn(block.content) : undefined
    if (plain) even += plain.even
    else odd.push(block)
  }
  return { odd, even }
}

/** `undefined` for a list that is not plain; `alike` is what other lists may be compared by. */
const plainIn = memo((content: Content): { even: number; alike: string } | undefined => {
  const { reports, uneven, even } = indentationOf(content)(0)
  return reports.length + uneven === 0 && isUnnumbered(content) && hasOneMarker(content) && isWellContinued(content)
    ? { even, alike: `${even} ${bulletsIn(content).length} ${bulletsIn(content)[0]?.sign}` }
    : undefined
})

/** So many uneven lists, and half as many as even ones, are no slips. */
const [MOST, SHARE] = [3, 0.5]

function indentation(minutes: Minutes, odd: readonly Block[], others: number): Report[] {
  const found = odd.map((block) => ({ ...indentationOf(block.content)(indentBefore(minutes, block)), at: block.from }))
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const [uneven, even] = [sum(found.map((each) => each.uneven)), sum(found.map((each) => each.even))]
  if (uneven >= MOST && uneven > SHARE * (even + others)) return []
  return found.flatMap(({ reports, at }) => reports.map((report) => shiftReport(report, at)))
}

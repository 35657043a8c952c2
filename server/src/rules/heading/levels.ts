import type { Part } from '../../book/part.ts'
import { seriesNear } from '../../book/series.ts'
import type { Section } from '../../minutes/sections.ts'
import { memo } from '../../text/memo.ts'
import { phrase } from '../../text/phrase.ts'
import type { Fix, Report, Subject } from '../rule.ts'

/** Headings that skip a level where the text and the group's other minutes do not. */
export function levels({ minutes: { sections }, book, path }: Subject): Report[] {
  const below = countBelow(sections)
  const reports: Report[] = []
  let moving = 0
  sections.forEach((section, index) => {
    const above = sections[section.parent]?.heading.level
    const { level } = section.heading
    if (above === undefined || level <= above + 1) return
    // Where a text mostly skips, it does so on purpose.
    const { regular, skips } = below.get(above)!
    if (regular < 2 * skips || isHabit(book, path, above, level)) return
    reports.push({
      ...section.label,
      message: {
        wrong: phrase`This heading of level ${level} stands right below one of level ${above}.`,
        why: phrase`The outline has a gap, and screen readers look for a heading that is not there.`,
        remedy: phrase`Make it level ${above + 1}.`,
      },
      // A section within one that moves will move with it.
      fixes: section.first < moving ? [] : [raised(sections, index, level - above - 1)],
    })
    moving = Math.max(moving, section.last)
  })
  return reports
}

interface Below {
  regular: number
  skips: number
}

/** For each level of a heading, how often the next one below it is one level lower, and how often more than one. */
function countBelow(sections: readonly Section[]): ReadonlyMap<number, Below> {
  const counts = new Map<number, Below>()
  for (const { heading, parent } of sections) {
    const above = sections[parent]?.heading.level
    if (above === undefined) continue
    const count = counts.get(above) ?? { regular: 0, skips: 0 }
    if (heading.level > above + 1) count.skips++
    else count.regular++
    counts.set(above, count)
  }
  return counts
}

/** Whether the group's other minutes skip in the same way: in a third of them it is their form. */
function isHabit(book: Subject['book'], path: string, above: number, level: number): boolean {
  const others = seriesNear(book, path)?.parts.filter((part) => part.path !== path) ?? []
  const like = others.filter((part) => skipsOf(part).has(`${above} ${level}`)).length
  return like > 0 && 3 * like >= others.length
}

const skipsOf = memo(({ levels }: Part): ReadonlySet<string> => {
  const skips = new Set<string>()
  const open: number[] = []
  for (const level of levels) {
    while (open.length > 0 && open.at(-1)! >= level) open.pop()
    if (open.length > 0 && level > open.at(-1)! + 1) skips.add(`${open.at(-1)} ${level}`)
    open.push(level)
  }
  return skips
})

/** The section with all it holds, higher by some levels. */
function raised(sections: readonly Section[], index: number, by: number): Fix {
  const { heading, last } = sections[index]!
  let end = index + 1
  while (end < sections.length && sections[end]!.first < last) end++
  return {
    title: phrase`Make it level ${heading.level - by}`,
    edits: sections.slice(index, end).map(({ from }) => ({ from, to: from + by, insert: '' })),
    preferred: true,
  }
}

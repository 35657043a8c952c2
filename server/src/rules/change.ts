import { compare } from '../minutes/calendar.ts'
import { blockChange } from '../minutes/change.ts'
import type { Span } from '../text/span.ts'
import type { PlacedBlock, Report, Subject } from './rule.ts'

/** A change of what the rules look at that lies in the words of one block. */
export interface SubjectChange {
  readonly before: PlacedBlock
  readonly now: PlacedBlock
  /** Where the block stood, in the text before. */
  readonly was: Span
  /** By how much all behind it moved. */
  readonly by: number
}

/** How `before` became `now`, if nothing but the words of one block changed, and that is no heading. */
export function subjectChange(before: Subject, now: Subject): SubjectChange | undefined {
  if (now.book !== before.book || now.files !== before.files || now.settings !== before.settings) return undefined
  if (now.path !== before.path || !sameDay(now.day, before.day)) return undefined
  const change = blockChange(before.minutes, now.minutes)
  // Line ends inserted elsewhere go by those that there are.
  if (!change || change.before.content.text.includes('\r') !== change.now.content.text.includes('\r')) return undefined
  const { block } = change
  const last = block === now.minutes.blocks.length - 1
  const was = before.minutes.blocks[block]!
  const by = now.minutes.blocks[block]!.to - was.to
  return { before: { ...change.before, last }, now: { ...change.now, last }, was, by }
}

const sameDay = (a: Subject['day'], b: Subject['day']): boolean =>
  a === b || (a !== undefined && b !== undefined && compare(a, b) === 0)

/** Reports about the text before, at their places now; `undefined` where one touches the changed words. */
export function movedReports<T extends Report>(
  reports: readonly T[],
  { was, by }: SubjectChange,
): readonly T[] | undefined {
  if (reports.length === 0) return reports
  let touched = false
  const moved = <S extends Span>(span: S): S => {
    if (span.to <= was.from) return span
    if (span.from < was.to) touched = true
    return { ...span, from: span.from + by, to: span.to + by }
  }
  const found = reports.map((report) => ({
    ...moved(report),
    ...(report.fixes && { fixes: report.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })) }),
  }))
  return touched ? undefined : found
}

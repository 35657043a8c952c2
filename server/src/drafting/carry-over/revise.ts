import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { overlaps, type Span, slice, span } from '../../text/span.ts'
import { behindLine } from './lines.ts'
import type { Removal, Revision } from './source.ts'

/** All revisions in one. Of two rewordings of one place the first counts. */
export function together(revisions: readonly Revision[]): Revision {
  const removals = revisions.flatMap((each) => each.removals).sort((a, b) => a.from - b.from || b.to - a.to)
  let end = -1
  const outer = removals.filter(({ to }) => {
    if (to <= end) return false
    end = to
    return true
  })
  const rewordings: Revision['rewordings'][number][] = []
  for (const each of revisions.flatMap(({ rewordings }) => rewordings)) {
    const isGone = each.from < each.to && outer.some((removal) => overlaps(removal, each))
    if (!isGone && !rewordings.some((other) => clash(other, each))) rewordings.push(each)
  }
  return { removals: outer, rewordings }
}

const clash = (a: Span, b: Span): boolean => overlaps(a, b) || (a.from === b.from && a.to === b.to)

/** The text as revised. Where lines left, the blank lines around them become as many as there were on one side. */
export function revised(text: string, { removals, rewordings }: Revision): string {
  const edits: TextEdit[] = rewordings.map(({ from, to, insert }) => ({ from, to, insert }))
  for (const each of runs(text, removals, rewordings)) edits.push({ ...each, insert: '' })
  return applyEdits(text, edits)
}

/** The stretches that leave: removals that follow each other, with the blank lines between and, if need be, behind them. */
function runs(text: string, removals: readonly Removal[], blanks: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const { from, to } of removals) {
    const last = found.at(-1)
    if (last && from <= last.to) found[found.length - 1] = span(last.from, Math.max(last.to, to))
    else if (
      last &&
      text.slice(last.to, from).trim() === '' &&
      !blanks.some((at) => last.to <= at.from && at.from <= from)
    )
      found[found.length - 1] = span(last.from, to)
    else found.push(span(from, to))
  }
  return found.map(({ from, to }) => {
    const [before, behind] = [blankBefore(text, from), blankBehind(text, to)]
    // A blank that is put here stands between the two.
    if (blanks.some((at) => at.from === from && at.to === from) || before.lines === 0 || behind.lines === 0)
      return span(from, to)
    return before.lines >= behind.lines ? span(from, behind.at) : span(before.at, to)
  })
}

/** The blank lines that end at the beginning of a line: how many, and where they begin. */
function blankBefore(text: string, from: number): { at: number; lines: number } {
  let [at, lines] = [from, 0]
  while (at > 0) {
    const line = lineAround(text, at - (text.startsWith('\r\n', at - 2) ? 2 : 1))
    if (slice(text, line).trim() !== '') break
    at = line.from
    lines++
  }
  return { at, lines }
}

/** The blank lines that begin there: how many, and where the next line begins. */
function blankBehind(text: string, to: number): { at: number; lines: number } {
  let [at, lines] = [to, 0]
  while (at < text.length) {
    const line = lineAround(text, at)
    if (line.to === text.length || slice(text, line).trim() !== '') break
    at = behindLine(text, at)
    lines++
  }
  return { at, lines }
}

import { addApart, overlapsAny } from '../../text/apart.ts'
import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { firstIndex } from '../../text/halve.ts'
import { lineAround } from '../../text/lines.ts'
import { type Span, slice, span } from '../../text/span.ts'
import { behindLine } from './lines.ts'
import type { Removal, Revision } from './source.ts'

/** All revisions in one, in the order of the text. Of two rewordings of one place the first counts. */
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
    const isGone = each.from < each.to && overlapsAny(outer, each)
    if (!isGone) addApart(rewordings, each)
  }
  return { removals: outer, rewordings }
}

/** The text as revised. Where lines left, the blank lines around them become as many as there were on one side. */
export function revised(text: string, { removals, rewordings }: Revision): string {
  const edits: TextEdit[] = rewordings.map(({ from, to, insert }) => ({ from, to, insert }))
  for (const each of runs(text, removals, rewordings)) edits.push({ ...each, insert: '' })
  return applyEdits(text, edits)
}

/** The stretches that leave: removals that follow each other, with the blank lines between and, if need be, behind them. */
function runs(text: string, removals: readonly Removal[], blanks: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  const blankFrom = (offset: number) => blanks[firstIndex(blanks, ({ from }) => from >= offset)]
  for (const { from, to } of removals) {
    const last = found.at(-1)
    if (last && from <= last.to) found[found.length - 1] = span(last.from, Math.max(last.to, to))
    else if (
      last &&
      text.slice(last.to, from).trim() === '' &&
      (blankFrom(last.to)?.from ?? Number.POSITIVE_INFINITY) > from
    )
      found[found.length - 1] = span(last.from, to)
    else found.push(span(from, to))
  }
  return found.map(({ from, to }) => {
    const [before, behind] = [blankBefore(text, from), blankBehind(text, to)]
    // A blank that is put here stands between the two.
    if (blankFrom(from)?.to === from || before.lines === 0 || behind.lines === 0) return span(from, to)
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

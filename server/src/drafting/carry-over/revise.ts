import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { overlaps, type Span, span } from '../../text/span.ts'
import type { Removal, Revision } from './source.ts'

/** All revisions in one. Of two rewordings of one place the first counts. */
export function together(revisions: readonly Revision[]): Revision {
  const removals = revisions.flatMap((each) => each.removals).sort((a, b) => a.from - b.from || b.to - a.to)
  const outer = removals.filter(
    (each, at) =>
      !removals.some((other, index) => index !== at && holds(other, each) && (index < at || !holds(each, other))),
  )
  const rewordings: Revision['rewordings'][number][] = []
  for (const each of revisions.flatMap(({ rewordings }) => rewordings)) {
    const isGone = each.from < each.to && outer.some((removal) => overlaps(removal, each))
    if (!isGone && !rewordings.some((other) => clash(other, each))) rewordings.push(each)
  }
  return { removals: outer, rewordings }
}

const holds = (outer: Span, inner: Span): boolean => outer.from <= inner.from && inner.to <= outer.to
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
    const [before, behind] = [
      /(?:^|(?<=\n))(?:[ \t\r]*\n)*$/.exec(text.slice(0, from))![0],
      /^(?:[ \t\r]*\n)*/.exec(text.slice(to))![0],
    ]
    // A blank that is put here stands between the two.
    if (blanks.some((at) => at.from === from && at.to === from) || before === '' || behind === '') return span(from, to)
    return lines(before) >= lines(behind) ? span(from, to + behind.length) : span(from - before.length, to)
  })
}

const lines = (blank: string): number => blank.split('\n').length

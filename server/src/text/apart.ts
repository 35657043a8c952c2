import { firstIndex } from './halve.ts'
import { overlaps, type Span, span } from './span.ts'

// Many stretches of a text that stand apart from each other, in order, so that those at one place are found by halving.

/** Whether one of them shares a code unit with a stretch. */
export function overlapsAny(all: readonly Span[], at: Span): boolean {
  const first = all[firstIndex(all, ({ to }) => to > at.from)]
  return first !== undefined && overlaps(first, at)
}

/** Whether one of them holds all of a stretch. */
export function anyHolds(all: readonly Span[], { from, to }: Span): boolean {
  const first = all[firstIndex(all, (each) => each.to >= to)]
  return first !== undefined && first.from <= from
}

/**
 * Puts one more among them, unless it overlaps one, or stands at the same place.
 *
 * @returns whether it was put there.
 */
export function addApart<T extends Span>(all: T[], each: T): boolean {
  const { from, to } = each
  const at = firstIndex(all, (other) => other.from > from || (other.from === from && other.to >= to))
  const [before, after] = [all[at - 1], all[at]]
  if ((before && overlaps(before, each)) || (after && (overlaps(after, each) || isSame(after, each)))) return false
  if (at === all.length) all.push(each)
  else all.splice(at, 0, each)
  return true
}

const isSame = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to

/** What some stretches cover together. They may overlap, and need not be in order. */
export function united(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = found.at(-1)
    if (last && from < last.to) found[found.length - 1] = span(last.from, Math.max(last.to, to))
    else found.push(span(from, to))
  }
  return found
}

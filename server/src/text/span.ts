/** A stretch of text: UTF-16 offsets, `to` exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

export const span = (from: number, to: number): Span => ({ from, to })

/** The same stretch, `by` code units further on. */
export const shift = ({ from, to }: Span, by: number): Span => ({ from: from + by, to: to + by })

/** The text a span covers. */
export const slice = (text: string, { from, to }: Span): string => text.slice(from, to)

/** Whether `offset` lies in the span or at either end of it: where a caret would touch it. */
export const touches = ({ from, to }: Span, offset: number): boolean => from <= offset && offset <= to

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** Those of `all`, which stand in order and apart from each other, that lie wholly in the span. */
export function inside<T extends Span>(all: readonly T[], { from, to }: Span): readonly T[] {
  let first = 0
  for (let end = all.length; first < end; ) {
    const middle = (first + end) >> 1
    if (all[middle]!.from < from) first = middle + 1
    else end = middle
  }
  let last = first
  while (last < all.length && all[last]!.to <= to) last++
  return all.slice(first, last)
}

/** The span without the white space (NBSP included) at its ends. */
export function trim(text: string, { from, to }: Span): Span {
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { from, to }
}

/** Blank, tab, line end or no-break space. */
export const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0

import { analyzeSync, type Template as Tree } from 'liquidjs'

/** A variable that there is not, where it stands. */
export interface UnknownName {
  readonly from: number
  readonly to: number
  readonly name: string
}

/**
 * The first variable that names nothing in the data, also where this data does not lead: a slip must not wait for the
 * day on which it matters. What a template makes itself, and what is in lists, is seen when it runs.
 */
export function unknownIn(trees: Tree[], text: string, data: object): UnknownName | undefined {
  const rows = [...text.matchAll(/(?<=^|\n)/g)].map(({ index }) => index)
  return Object.values(analyzeSync(trees, { partials: false }).globals)
    .flat()
    .flatMap(({ segments, location: { row, col } }) => {
      const name = unknown(segments, data)
      const from = rows[row - 1]! + col - 1
      return name === undefined ? [] : [{ from, to: from + name.length, name }]
    })
    .sort((a, b) => a.from - b.from)[0]
}

function unknown(segments: readonly unknown[], data: object): string | undefined {
  let at: unknown = data
  for (const [index, segment] of segments.entries()) {
    if (typeof segment !== 'string' || typeof at !== 'object' || at === null || Array.isArray(at)) return undefined
    if (!Object.hasOwn(at, segment)) return segments.slice(0, index + 1).join('.')
    at = (at as Record<string, unknown>)[segment]
  }
  return undefined
}

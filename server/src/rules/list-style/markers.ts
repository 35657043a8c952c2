import type { Block } from '../../minutes/blocks.ts'
import type { Content } from '../../minutes/content.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { type Siblings, siblingsIn } from '../../minutes/siblings.ts'
import { memo } from '../../text/memo.ts'
import { phrase } from '../../text/phrase.ts'
import { type Span, shift } from '../../text/span.ts'
import { type Report, replace, shiftReport } from '../rule.ts'

/** Items with `*` among such with `-`, or the other way round, where nothing parts them. */
export const markers = (minutes: Minutes, lists: readonly Block[]): Report[] => [
  ...outer(minutes).flatMap(mixedIn),
  ...lists.flatMap(({ content, from }) => inner(content).map((report) => shiftReport(report, from))),
]

/** Whether the lists within a list have one kind of marker each. */
export const hasOneMarker = (content: Content): boolean => inner(content).length === 0

/** A bullet, with its place. */
interface Marker extends Span {
  readonly sign: string
  /** Where its item ends. */
  readonly end: number
}

type Run = readonly Marker[]

const OFTENER = 2

function mixedIn(run: Run): Report[] {
  const stars = run.filter(({ sign }) => sign === '*')
  const dashes = run.filter(({ sign }) => sign === '-')
  if (stars.length + dashes.length < run.length) return []
  const [few, many] = stars.length < dashes.length ? [stars, dashes] : [dashes, stars]
  // Nearly as many of the one as of the other are two kinds of items.
  if (many.length < OFTENER * few.length) return []
  const usual = many[0]!.sign
  return few.map(({ from, to, sign }) => ({
    from,
    to,
    message: {
      wrong: phrase`This item begins with "${sign}", those beside it with "${usual}".`,
      why: phrase`It is a list of its own, and is shown apart from them.`,
      remedy: phrase`Begin it with "${usual}".`,
    },
    fixes: [replace(phrase`Change "${sign}" to "${usual}"`, { from, to }, usual, { preferred: true })],
  }))
}

/** Each marker of another kind begins a list (CommonMark 5.3): outermost lists that follow each other at once. */
function outer({ blocks, text }: Minutes): readonly Run[] {
  if (!isMixed(blocks, text)) return []
  const runs: Block[][] = []
  for (const block of blocks) {
    if (bulletsIn(block.content).length === 0) continue
    const last = runs.at(-1)?.at(-1)
    if (last && NOTHING.test(text.slice(last.to, block.from))) runs.at(-1)!.push(block)
    else runs.push([block])
  }
  return runs
    .filter((run) => new Set(run.map(({ content }) => bulletsIn(content)[0]!.sign)).size > 1)
    .flatMap((run) => runsOf(run.flatMap(placed), text))
}

/** A quick look before a thorough one: whether any list follows another with other markers at once. */
function isMixed(blocks: readonly Block[], text: string): boolean {
  let last: Block | undefined
  for (const block of blocks) {
    const [first] = bulletsIn(block.content)
    if (!first) continue
    const differs = last && bulletsIn(last.content)[0]!.sign !== first.sign
    if (differs && NOTHING.test(text.slice(last!.to, block.from))) return true
    last = block
  }
  return false
}

const placed = ({ content, from }: Block): Run =>
  bulletsIn(content).map((marker) => ({ ...marker, ...shift(marker, from), end: marker.end + from }))

export const bulletsIn = memo(
  (content: Content): Run => (content.kind === 'list' ? bulletsAmong(content, siblingsIn(content)[0] ?? []) : []),
)

/** The lists within a list. */
const inner = memo((content: Content): readonly Report[] => {
  if (content.kind !== 'list') return []
  const lists = siblingsIn(content).slice(1)
  return lists.flatMap((siblings) => runsOf(bulletsAmong(content, siblings), content.text)).flatMap(mixedIn)
})

const bulletsAmong = ({ text }: Content, siblings: Siblings): Run =>
  siblings.flatMap(({ item: { ordered, marker, to } }) =>
    ordered ? [] : { ...marker, sign: text.slice(marker.from, marker.to), end: to },
  )

/** No more than the end of a line. */
const NOTHING = /^[ \t\r]*\n?[ \t]*$/

/** Bullets with nothing between one item and the next, not even a blank line. */
function runsOf(bullets: Run, text: string): readonly Run[] {
  const runs: Marker[][] = []
  for (const bullet of bullets) {
    const last = runs.at(-1)?.at(-1)
    const follows = last && NOTHING.test(text.slice(last.end, bullet.from))
    if (follows) runs.at(-1)!.push(bullet)
    else runs.push([bullet])
  }
  return runs
}

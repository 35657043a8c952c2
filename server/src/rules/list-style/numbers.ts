import type { Block } from '../../minutes/blocks.ts'
import type { Content } from '../../minutes/content.ts'
import { type Sibling, siblingsIn } from '../../minutes/siblings.ts'
import type { TextEdit } from '../../text/edit.ts'
import { memo } from '../../text/memo.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { type Fix, type Report, shiftReport } from '../rule.ts'

/** A numbered list with its numbers as written. */
interface Numbered {
  readonly content: Content
  readonly siblings: readonly Sibling[]
  readonly numbers: readonly number[]
}

/** Numbers that are not those that readers see, and lists numbered otherwise than all others of the text. */
export const numbers = (blocks: readonly Block[]): Report[] => [
  ...blocks.flatMap(({ content, from }) => wrongIn(content).map((report) => shiftReport(report, from))),
  ...unusual(blocks),
]

/** Whether a list has no numbers to look at. */
export const isUnnumbered = (content: Content): boolean => numberedIn(content).length === 0

const numberedIn = memo((content: Content): readonly Numbered[] => {
  if (content.kind !== 'list') return []
  return siblingsIn(content).flatMap((siblings) => {
    if (siblings.length < 2 || !siblings.every(({ item }) => item.ordered)) return []
    const numbers = siblings.map(({ item }) =>
      Number.parseInt(content.text.slice(item.marker.from, item.marker.to), 10),
    )
    return { content, siblings, numbers }
  })
})

const isSame = ({ numbers }: Numbered) => numbers.every((number) => number === numbers[0])
const isCounted = ({ numbers }: Numbered) => numbers.every((number, at) => number === numbers[0]! + at)

const wrongIn = memo((content: Content): readonly Report[] =>
  numberedIn(content).flatMap((list) => (isSame(list) || isCounted(list) ? [] : (brokenRow(list) ?? []))),
)

/** One number that breaks a row: what is behind it counts on, from where it should or from itself. */
function brokenRow(list: Numbered): Report | undefined {
  const { numbers, siblings } = list
  // All the same but a few: each could have been the same. Of 1, 1, 2 the second is likelier a slip.
  const same = numbers.filter((number) => number === numbers[0]).length
  if (same > 2 && numbers.length - same <= same / 2) {
    const at = numbers.findIndex((number) => number !== numbers[0])
    const wrong = phrase`This item has the number ${numbers[at]!}, those beside it ${numbers[0]!}.`
    return report(list, at, wrong, () => numbers[0]!)
  }
  // Counted down, or left out on purpose as the numbers of matters are: two breaks are no slip.
  const breaks = numbers.flatMap((number, at) => (at > 0 && number !== numbers[at - 1]! + 1 ? [at] : []))
  if (breaks.length > 2 || siblings.length < 3) return undefined
  const [first, second] = breaks
  // A slip and back, as in 1, 2, 2, 4; or one that all behind it follow.
  if (second !== undefined && second !== first! + 1) return undefined
  if (second !== undefined && numbers[second] !== numbers[0]! + second) return undefined
  const wrong = phrase`This item has the number ${numbers[first!]!}, where ${numbers[0]! + first!} comes next.`
  return report(list, first!, wrong, (at) => numbers[0]! + at)
}

function report(list: Numbered, at: number, wrong: Phrase, meant: (at: number) => number): Report {
  const { content, siblings } = list
  const { marker } = siblings[at]!.item
  const fix = renumbered(list, at, meant)
  return {
    from: marker.from,
    to: marker.to,
    message: {
      wrong,
      why: phrase`Readers see the items counted in their order, whatever is written here.`,
      remedy: phrase`Write "${meant(at) + content.text[marker.to - 1]!}".`,
    },
    fixes: fix ? [fix] : [],
  }
}

/** The numbers from one item on; none where another width would move what belongs to the items out of them. */
function renumbered(
  { content, siblings, numbers }: Numbered,
  from: number,
  meant: (at: number) => number,
): Fix | undefined {
  const edits: TextEdit[] = []
  for (let at = from; at < siblings.length; at++) {
    const { item } = siblings[at]!
    const written = content.text.slice(item.marker.from, item.marker.to - 1)
    const number = String(meant(at))
    if (numbers[at] === meant(at)) continue
    if (number.length !== written.length && content.text.slice(item.from, item.to).includes('\n')) return undefined
    edits.push({ from: item.marker.from, to: item.marker.to - 1, insert: number })
  }
  return {
    title: edits.length > 1 ? phrase`Number the items anew` : phrase`Write "${meant(from)}"`,
    edits,
    preferred: true,
  }
}

/** So many lists whose items all have the same number make one of two or three that count the odd one. */
const ENOUGH = 3

function unusual(blocks: readonly Block[]): Report[] {
  const lists = blocks.flatMap(({ content, from }) => numberedIn(content).map((list) => ({ list, from })))
  const counted = lists.filter(({ list }) => !isSame(list))
  const [odd] = counted
  if (counted.length !== 1 || lists.length - 1 < ENOUGH || !isCounted(odd!.list) || odd!.list.numbers.length > 3)
    return []
  const usual = lists.find(({ list }) => list !== odd!.list)!.list.numbers[0]!
  if (lists.some(({ list }) => list !== odd!.list && list.numbers[0] !== usual)) return []
  const { content, siblings, numbers } = odd!.list
  const at = numbers.findIndex((number) => number !== usual)
  const { marker } = siblings[at]!.item
  const fix = renumbered(odd!.list, at, () => usual)
  const found: Report = {
    from: marker.from,
    to: marker.to,
    message: {
      wrong: phrase`This list is numbered ${numbers.join(', ')}; all others here have ${usual} for every item.`,
      why: phrase`Readers see the same numbers either way, but the next one to add an item will wonder which.`,
      remedy: phrase`Write "${usual + content.text[marker.to - 1]!}".`,
    },
    fixes: fix ? [fix] : [],
  }
  return [shiftReport(found, odd!.from)]
}

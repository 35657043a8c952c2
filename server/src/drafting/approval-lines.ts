import type { Book } from '../book/book.ts'
import { addressLike, targetPath } from '../book/link-path.ts'
import { fileName } from '../book/minutes-links.ts'
import { type DatedPart, previousMinutes, recentMinutes } from '../book/recent.ts'
import type { Content } from '../minutes/content.ts'
import { inside, slice } from '../text/span.ts'
import { dateChanges, meantDay } from './move-dates.ts'
import { readLine } from './move-line.ts'
import { dayOf } from './next-line.ts'
import { type Change, changed, type Piece } from './piece.ts'

/**
 * What the group's last minutes say of the approval of those before them, said of the minutes that are now the
 * previous ones. People and numbers are blanks: who approved, and where, nobody knows yet.
 */
export function approvalLines(book: Book, path: string): readonly (readonly Piece[])[] {
  const previous = previousMinutes(book, path)
  const source = recentMinutes({ book, path }).find(({ wording }) => wording.approvals.length > 0)
  if (!previous || !source) return []
  return source.wording.approvals.flatMap((line) => {
    const pieces = line.includes('\n') ? undefined : approvalNow(book, line, { path, previous, source })
    return pieces ? [pieces] : []
  })
}

/** One such line as it is to be now; `undefined` for one that speaks of more than those minutes. */
export function approvalNow(
  book: Book,
  line: string,
  { path, previous, source }: Omit<Move, 'before'>,
): readonly Piece[] | undefined {
  const content = readLine(line)
  const before = previousMinutes(book, source.path)
  const changes = content && changesIn(content, { path, previous, source, before })
  return changes && changed(line, changes)
}

interface Move {
  readonly path: string
  /** The minutes to be approved now; those that say it of the minutes before them; and these. */
  readonly previous: DatedPart
  readonly source: DatedPart
  readonly before: DatedPart | undefined
}

function changesIn(content: Content, move: Move): readonly Change[] | undefined {
  const { previous, source, before } = move
  const [own, old, now] = [dayOf(source.day)!, before && dayOf(before.day), dayOf(previous.day)!]
  const changes: Change[] = []
  for (const date of content.dates) {
    if (!old || !meantDay(date, own.subtract({ days: DAYS_BACK }))?.equals(old)) return undefined
    changes.push(...dateChanges(date, now))
  }
  for (const link of content.links) {
    const put = addressNow(slice(content.text, link.address), move)
    if (put === undefined) return undefined
    changes.push({ ...link.address, put })
  }
  return [...changes, ...peopleIn(content), ...numbersIn(content)]
}

/** How far back a date without a year may be. */
const DAYS_BACK = 100

/** The address of the minutes now meant, or of the same request with its number open. */
function addressNow(address: string, { path, previous, source, before }: Move): Piece | undefined {
  if (before && targetPath(address, source.path) === before.path) return addressLike(address, previous.path, path)
  const [name, named] = [before && fileName(before.path), fileName(previous.path)]
  if (name && address.includes(name)) return address.replaceAll(name, named)
  if (NUMBER.test(address)) return { blank: address, mustChange: true }
  return /\d{3}/.test(address) ? undefined : address
}

/** The number of a pull request, an issue, a commit: another every time. */
const NUMBER = /\/(?:pull|pulls|issues|merge_requests|commit)\/\w+/

const JOINT = /^(?:[\s,&+]|\band\b)*$/

/** Each run of handles as one blank. */
function peopleIn({ prose, mentions }: Content): readonly Change[] {
  const runs: { from: number; to: number }[] = []
  for (const { from, to } of mentions) {
    const last = runs.at(-1)
    if (last && JOINT.test(prose.slice(last.to, from))) last.to = to
    else runs.push({ from, to })
  }
  return runs.map(({ from, to }) => ({ from, to, put: { blank: prose.slice(from, to) } }))
}

/** `#12`, "PR 12": another every time. */
function numbersIn({ prose, links }: Content): readonly Change[] {
  return [...prose.matchAll(/(?<![\w&])(?:#|(?<=\b(?:PR|MR|pull request|issue) #?))\d+\b/gi)].flatMap(
    ({ index, 0: text }) => {
      const place = { from: index, to: index + text.length }
      return links.some(({ address }) => inside([place], address).length > 0)
        ? []
        : [{ ...place, put: { blank: text, mustChange: true } }]
    },
  )
}

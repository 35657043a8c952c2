import { type AttendanceList, attendanceLabel, attendanceOf } from '../../minutes/attendance.ts'
import type { Block } from '../../minutes/blocks.ts'
import { blockAt, kindAt } from '../../minutes/minutes.ts'
import { nextRolesOf, rolesOf } from '../../minutes/roles.ts'
import { anyHolds, overlapsAny, united } from '../../text/apart.ts'
import { firstIndex } from '../../text/halve.ts'
import { linesOf } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { inside, type Span, shift, slice, span, trim } from '../../text/span.ts'
import { wholeLines } from './lines.ts'
import { type Place, placeOf } from './places.ts'
import { BLANK, type Removal, type Revision, type Rewording, type Source } from './source.ts'
import { isStanding } from './standing.ts'

const WHY = phrase`Who is there, and in which role, is not known yet.`

/** Attendance and roles, with a blank for everybody who was named. */
export function blankPeople(source: Source): Revision {
  const { minutes } = source
  const { text } = minutes
  const lists = attendanceOf(minutes)
  const roles = [...rolesOf(minutes), ...nextRolesOf(minutes)]
  const removals: Removal[] = []
  const rewordings: Rewording[] = []
  const blank = ({ from, to }: Span) => {
    const at = trim(text, span(from, to))
    if (at.from < at.to && slice(text, at) !== BLANK) rewordings.push({ ...at, insert: BLANK, why: WHY })
    else if (at.from === at.to)
      rewordings.push({ from, to: from, insert: text[from - 1] === ' ' ? BLANK : ` ${BLANK}`, why: WHY })
  }
  const ofBlock = new Map<number, AttendanceList[]>()
  for (const list of lists) {
    const at = blockAt(minutes, list.from)
    const others = ofBlock.get(at)
    if (others) others.push(list)
    else ofBlock.set(at, [list])
  }
  const listed = united(lists.flatMap(({ people }) => people))
  const isNamed = (where: Span) => inside(listed, where).length > 0
  const roleLines = new Set(roles.map(({ line }) => line.from))
  const inRoles = united(roles)

  minutes.blocks.forEach((block, index) => {
    const { content } = block
    const own = ofBlock.get(index) ?? []
    const isAttendance = kindAt(minutes, index) === 'attendance' && placeOf(minutes, index) === 'frame'
    if (own.length === 0 && !isAttendance) {
      if (content.kind === 'paragraph') inLines(block, placeOf(minutes, index))
      return
    }
    if (content.kind === 'list') inList(block, isAttendance ? undefined : united(own))
    else if (content.kind === 'paragraph') inParagraph(block, own)
    if (isAttendance && (content.kind === 'table' || content.text.startsWith('<table')))
      rewordings.push(...marksIn(block))
  })

  /** The people of each list that a paragraph has; one that has none tells of somebody, or is the group's form. */
  function inParagraph(block: Block, own: readonly AttendanceList[]): void {
    for (const { people } of own) if (people.length > 0) blank(around(people.map(({ entry }) => entry)))
    if (own.length === 0 && inLines(block, 'frame')) return
    if (own.length === 0 && isRoll(block.content.text) && !isStanding(source, block.content.text)) {
      blank(block)
      return
    }
    const told = block.content.mentions.length > 0 && own.length === 0 && inside(inRoles, block).length === 0
    if (told && !isStanding(source, block.content.text))
      removals.push({ ...wholeLines(text, block), why: phrase`It tells of who was there.` })
  }

  /** People behind a label whom the minutes do not show to be such: in lines where nobody has a handle. @returns whether there are any */
  function inLines({ content, from }: Block, place: Place): boolean {
    if (place !== 'frame' && lists.length > 0) return false
    let found = false
    for (const line of linesOf(content.text)) {
      const words = slice(content.text, line)
      const length = attendanceLabel(words)?.length ?? BOLD_LABEL.exec(words)?.[0].length
      if (length === undefined || words.slice(length).trim() === '') continue
      blank(shift(span(line.from + length, line.to), from))
      found = true
    }
    return found
  }

  /**
   * A list of people: labels and boxes stay, and one blank for those who were named below each.
   *
   * @param within where the people are, in a list that holds other things as well.
   */
  function inList(block: Block, within: readonly Span[] | undefined): void {
    const { items } = block.content
    const blanked = new Set<number>()
    items.forEach((item, at) => {
      const own = shift(item.text, block.from)
      if (roleLines.has(own.from) || (within && !overlapsAny(within, own))) return
      if (item.checkbox) {
        if (item.checkbox.done) rewordings.push({ ...shift(item.checkbox, block.from), insert: '[ ]', why: WHY })
        return
      }
      const label = labelEnd(slice(text, own))
      const hasBelow = items[at + 1]?.parent === at
      if (label > 0) {
        const rest = span(own.from + label, own.to)
        if (slice(text, rest).trim() !== '' || !hasBelow) blank(rest)
      } else if (isNamed(own) || !isStanding(source, slice(text, own))) {
        const isFirst = !blanked.has(item.parent)
        blanked.add(item.parent)
        if (isFirst) blank(own)
        else removals.push({ ...wholeLines(text, shift(item, block.from)), why: WHY })
      }
    })
  }

  const inLists = united(lists.filter(({ people }) => people.length > 0))
  for (const { from, to, line, people } of roles) {
    const below = itemsBelow(source, line)
    if (people.length === 0 && below.length > 0) {
      blank(below[0]!)
      for (const each of below.slice(1)) removals.push({ ...wholeLines(text, each), why: WHY })
    } else if (!anyHolds(inLists, { from, to })) blank({ from, to })
  }
  minutes.blocks.forEach((block, index) => {
    if (block.content.heading || placeOf(minutes, index) !== 'next-roles') return
    for (const mention of block.content.mentions) {
      const at = shift(mention, block.from)
      if (!anyHolds(inRoles, at)) blank(at)
    }
  })
  return { removals, rewordings }
}

/** "**Present** Ada Bloom, Ben Low" */
const BOLD_LABEL =
  /^(?:\*\*|__)(?:attend(?:ees|ing|ance)|present|regrets|apologies|absent)(?:\*\*|__)[ \t]+(?=[\p{Lu}@])/iu

/** Whether a text is no more than names, with commas or line ends between. */
const isRoll = (text: string): boolean =>
  text
    .trim()
    .replace(/\.$/, '')
    .split(/\s*(?:[,;\n]|\band\b)\s*/)
    .filter(Boolean)
    .every((each) => NAME.test(each))
const NAME = /^@?\p{Lu}[\p{L}\p{M}.'’-]*(?: \(?@?[\p{L}\p{M}.'’()-]+){0,3}$/u

/** "Attendees:", "Present @ada", "Partly attending": up to where people begin; 0 for a text that is all people. */
function labelEnd(words: string): number {
  const colon = /^[*_]*[^@:\n]{2,60}?[*_]*:[*_]*(?=\s|$)/.exec(words)
  if (colon) return colon[0].length
  const label =
    /^[*_]*(?:attend\w*|present|regrets?|apologies|absent\w*|partly[ -]\w+|participants?|guests?|observers?)\b[*_]*(?=\s*(?:@|$))/i.exec(
      words,
    )
  return label ? label[0].length : 0
}

const around = (spans: readonly Span[]): Span =>
  span(Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to)))

/** What stands in the items below the one that begins there. */
function itemsBelow({ minutes }: Source, line: Span): readonly Span[] {
  const block = minutes.blocks[blockAt(minutes, line.from)]
  if (!block) return []
  const { items } = block.content
  const at = firstIndex(items, ({ text }) => block.from + text.from >= line.from)
  const own = items[at]
  if (!own || block.from + own.text.from !== line.from) return []
  return items
    .slice(
      at + 1,
      firstIndex(items, ({ from }) => from >= own.to),
    )
    .filter(({ parent }) => parent === at)
    .map(({ text }) => shift(text, block.from))
}

/** The cells of a table that say no more than that somebody was there. */
function marksIn({ content, from }: Block): readonly Rewording[] {
  return [
    ...content.text.matchAll(/(?<=\|[ \t]*|<td>[ \t]*)(?:x|✓|✔|✅|☑|yes|y|present)(?=[ \t]*(?:\||\r?\n|<\/td>))/gi),
  ].map(({ index, 0: { length } }) => ({ from: from + index, to: from + index + length, insert: ' ', why: WHY }))
}

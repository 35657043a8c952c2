import { attendanceLabel, attendanceOf } from '../../minutes/attendance.ts'
import type { Block } from '../../minutes/blocks.ts'
import type { Item } from '../../minutes/content.ts'
import { statementsOf } from '../../minutes/meeting.ts'
import { kindAt, type Minutes } from '../../minutes/minutes.ts'
import { projectsOf } from '../../minutes/projects.ts'
import { remarkOf } from '../../minutes/remark.ts'
import { rolesOf } from '../../minutes/roles.ts'
import { overlapsAny, united } from '../../text/apart.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { type Span, shift, slice, span } from '../../text/span.ts'
import { lineEnd, opensLine, wholeLines } from './lines.ts'
import { hasBoxes, placeOf } from './places.ts'
import { BLANK, type Removal, type Revision, type Rewording, type Source } from './source.ts'
import { isStanding } from './standing.ts'

const WHY = {
  done: phrase`It is done.`,
  below: phrase`It belongs to what is done.`,
  allDone: phrase`All that is below it is done.`,
  told: phrase`It tells of that meeting.`,
  noNews: phrase`It said that there was nothing new.`,
  unticked: phrase`It is done, but something below it is open.`,
}

/** What becomes of the notes and the other text where things are talked about. */
export function reviseTalk(source: Source): Revision {
  const removals: Removal[] = []
  const rewordings: Rewording[] = []
  const frame = frameOf(source.minutes)
  source.minutes.blocks.forEach((block, index) => {
    if (block.content.heading || placeOf(source.minutes, index) !== 'talk') return
    if (block.content.kind === 'list') reviseList(source, frame, index, removals, rewordings)
    else if (leaves(source, index)) removals.push({ ...wholeLines(source.minutes.text, block), why: WHY.told })
  })
  return { removals, rewordings }
}

/** Whether text that is no list leaves: where nothing has a box it tells of that meeting, unless it is said each time. */
function leaves(source: Source, index: number): boolean {
  const { content } = source.minutes.blocks[index]!
  if (content.kind === 'other' || content.text.startsWith('<!--')) return false
  // Where no other place says who was there.
  if (attendanceOf(source.minutes).length === 0 && content.text.split(/[\r\n]+/).some(saysWho)) return false
  return !keepsNotes(source, index) && !isStanding(source, content.text)
}

const saysWho = (line: string): boolean => /^[*_]*present\b/i.test(line) && attendanceLabel(line) !== undefined

/** Whether notes without a box stay, unless they belong to something that is done. */
function keepsNotes({ minutes, wanted }: Source, index: number): boolean {
  if (wanted.notes !== 'auto') return wanted.notes === 'all'
  const kind = kindAt(minutes, index)
  // What is listed to be done stays until somebody takes it out.
  return kind === 'actions' || (kind !== 'decisions' && hasBoxes(minutes))
}

/** Whether an item belongs to what is open, to what is done, or to a project or topic alone. */
type Belongs = 'open' | 'done' | 'none'

/** What lists hold beside notes. */
interface Frame {
  /** Where the minutes say when the meeting is, and who is there. */
  readonly days: readonly Span[]
  readonly people: readonly Span[]
  /** Where the items begin that are projects. */
  readonly projects: ReadonlySet<number>
}

const frameOf = (minutes: Minutes): Frame => ({
  days: united(statementsOf(minutes).flatMap(({ source, date }) => (source === 'agenda line' && date ? [date] : []))),
  people: united([...attendanceOf(minutes), ...rolesOf(minutes).map(({ line }) => line)]),
  projects: new Set(projectsOf(minutes).flatMap(({ form, entry }) => (form === 'item' ? [entry.from] : []))),
})

function reviseList(
  source: Source,
  { days, people, projects }: Frame,
  index: number,
  removals: Removal[],
  rewordings: Rewording[],
): void {
  const { minutes, wanted } = source
  const { text } = minutes
  const block = minutes.blocks[index]!
  const { items } = block.content
  const below = belowOf(items)
  const keeps = keepsNotes(source, index)
  const isDone = ({ checkbox }: Item) => checkbox?.done === true && !wanted.done

  const remove = (at: number, why: Phrase) => {
    removals.push({ ...wholeLines(text, shift(items[at]!, block.from)), why })
  }

  /** Goes through the items of one list. @returns whether any stays */
  function visit(list: readonly number[], belongs: Belongs): boolean {
    let above: Belongs = belongs
    let stays = false
    for (const at of list) {
      const item = items[at]!
      const children = below.get(at) ?? []
      const open = has(at, (each) => each.checkbox !== undefined && !isDone(each))
      if (isDone(item)) {
        above = 'done'
        if (!open) remove(at, WHY.done)
        else {
          stays = true
          rewordings.push({ ...boxOf(text, shift(item.checkbox!, block.from)), insert: '', why: WHY.unticked })
          visit(children, 'done')
        }
        continue
      }
      if (item.checkbox) {
        above = 'open'
        stays = true
        visit(children, 'open')
        continue
      }
      const why = open ? undefined : whyGone(at, above)
      if (why !== undefined) {
        remove(at, why)
        continue
      }
      stays = true
      const isEntry = projects.has(block.from + item.from)
      if (
        !visit(children, open && belongs !== 'done' ? 'open' : isEntry ? 'none' : above) &&
        isEntry &&
        children.length > 0
      ) {
        rewordings.push(
          blankFor(text, shift(items[children[0]!]!.marker, block.from), markerOf(block, items[children[0]!]!)),
        )
      }
      if (open) above = 'open'
    }
    return stays
  }

  /** Why a note that has no box, and nothing open below it, leaves; `undefined` where it stays. */
  function whyGone(at: number, above: Belongs): Phrase | undefined {
    const item = items[at]!
    const words = slice(block.content.text, item.text)
    if (projects.has(block.from + item.from) || isBlank(words)) return undefined
    if (overlapsAny(people, shift(item, block.from))) return undefined
    if (above === 'done') return WHY.below
    if (has(at, isDone)) return WHY.allDone
    const children = below.get(at) ?? []
    if (!wanted.done && children.length === 0 && NO_NEWS.test(remarkOf(words) ?? '')) return WHY.noNews
    if (keeps || overlapsAny(days, shift(item.text, block.from))) return undefined
    // "- @ada" above notes that leave is no form, though it stands there each time.
    const isForm = children.length === 0 || children.some((child) => whyGone(child, above) === undefined)
    return isForm && isStanding(source, words) ? undefined : WHY.told
  }

  function has(at: number, wanted: (item: Item) => boolean): boolean {
    return (below.get(at) ?? []).some((each) => wanted(items[each]!) || has(each, wanted))
  }

  visit(below.get(-1) ?? [], 'none')
}

/** For each item the indices of those right below it; for -1, the outermost. */
function belowOf(items: readonly Item[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  items.forEach(({ parent }, at) => {
    const siblings = found.get(parent)
    if (siblings) siblings.push(at)
    else found.set(parent, [at])
  })
  return found
}

/** "…" and "(none)" are the form itself. */
const isBlank = (words: string): boolean => /^(?:…|\.{3}|\(\w{1,10}\))?$/.test(words)

const NO_NEWS =
  /^[*_]*(?:no(?:t| real)? (?:(?:new|further|more|much|any) )?(?:updates?|news|progress|change[sd]?|activity|movement|discussed)\b[^,;:]{0,30}|nothing (?:new|to (?:report|add|tell)|happened)\b[^,;:]{0,30}|n\/a)[.!]?[*_]*$/i

/** A checkbox with the blank behind it. */
const boxOf = (text: string, { from, to }: Span): Span =>
  span(from, to + /^[ \t\u00a0]*/.exec(text.slice(to, to + 20))![0].length)

/** The marker of an item and what stands between it and the words. */
export const markerOf = ({ content }: Block, { marker, checkbox, text }: Item): string => {
  const gap = /^[ \t]+/.exec(content.text.slice(marker.to, checkbox?.from ?? text.from))?.[0] ?? ' '
  return content.text.slice(marker.from, marker.to) + gap
}

/** A line to write in, where a list's first item stood. */
export function blankFor(text: string, first: Span, marker: string): Rewording {
  const { from } = wholeLines(text, first)
  const indent = opensLine(text, first.from) ? text.slice(from, first.from) : ''
  return {
    from,
    to: from,
    insert: `${indent}${marker}${BLANK}${lineEnd(text)}`,
    why: phrase`What stood here has left.`,
  }
}

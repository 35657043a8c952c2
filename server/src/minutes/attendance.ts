import { memo } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import type { Block } from './blocks.ts'
import type { Content, Item } from './content.ts'
import { kindAt, type Minutes, sectionOf } from './minutes.ts'
import { type Person, personKey, readPeople, shiftPerson } from './people.ts'

export type Presence = 'present' | 'partly' | 'regrets' | 'absent'

/** One list of people with one kind of presence. Spans count in the whole text. */
export interface AttendanceList extends Span {
  readonly presence: Presence
  readonly people: readonly Person[]
  /** Lists of one meeting have the same number; a text that joins several meetings has several. */
  readonly meeting: number
}

interface Words {
  readonly presence: Presence
  readonly words: RegExp
  /** Who was there beside the members; or who belongs to the group, there or not. */
  readonly of?: 'others' | 'members'
}

const WORDS: readonly Words[] = [
  { presence: 'partly', words: /^part(?:ly|ially)?[ -](?:attend\w*|absen\w*|present)/i },
  { presence: 'regrets', words: /^(?:regrets?|apologies)/i },
  {
    presence: 'absent',
    words: /^(?:absent(?:s|ees?| members| attendees)?|absences?|not present|missing(?: (?:attendees|members))?)/i,
  },
  {
    presence: 'present',
    words: /^(?:in attendance|attendees?|attending|attendance|present|participants?|(?:members )?present)/i,
  },
  { presence: 'present', words: /^(?:also in attendance|observers?|guests?|invited)/i, of: 'others' },
  { presence: 'present', words: /^(?:present|attending) (?:\w+ )?members(?= ?:)/i },
  { presence: 'present', words: /^(?!absent|missing|excused)(?:\w+ ){0,2}members(?= ?:)/i, of: 'members' },
]
/** The words may stand in bold; behind them comes a colon, people at once, or nothing. */
const LABEL_END = /^[*_]*[ \t]*(?::[*_]*|(?=@)|\n|$)/

interface Label extends Pick<Words, 'presence' | 'of'> {
  /** Up to where the people begin. */
  readonly length: number
  /** In lower case. */
  readonly said: string
}

/** The label an item or line begins with. */
function labelOf(text: string): Label | undefined {
  const bold = /^[*_]*/.exec(text)![0].length
  for (const { presence, words, of } of WORDS) {
    const found = words.exec(text.slice(bold))
    const end = found && LABEL_END.exec(text.slice(bold + found[0].length))
    if (end) {
      const length = bold + found[0].length + end[0].length
      return { presence, ...(of && { of }), length, said: found[0].toLowerCase() }
    }
  }
  return undefined
}

/** "Board members in attendance were:" and the like, above a list. */
const INTRODUCTION = /\b(?:in attendance|present|attend(?:ed|ing|ees))\b[^\n]*:$/i

/** Sections where a line such as `Present: …` speaks of the meeting and not of its matters. */
const PLACES = new Set(['attendance', 'welcome', 'details', 'start', undefined])

/** Who was present, partly present, absent, or sent regrets: one entry a list, in order. */
export const attendanceOf = memo((minutes: Minutes): readonly AttendanceList[] => {
  const lists: (AttendanceList & Pick<Words, 'of'>)[] = []
  let meeting = 0
  let meetingSection: number | undefined
  let introduced: { presence: Presence; block: number } | undefined
  /** In which block each label of this meeting stands. */
  const labels = new Map<string, number>()

  const add = (block: Block, index: number, { presence, of, said, where, people }: FoundList) => {
    const section = outermostAttendance(minutes, index)
    const elsewhere = presence === 'present' && !of && meetingSection !== undefined && section !== meetingSection
    // A text without headings tells its meetings apart by what it says again.
    const again = said !== undefined && (labels.get(said) ?? index) !== index
    if (elsewhere || again) {
      meeting++
      labels.clear()
    }
    if (again || (presence === 'present' && !of)) meetingSection = section
    if (said !== undefined) labels.set(said, index)
    const placed = people.map((person) => shiftPerson(person, block.from))
    lists.push({ ...shift(where, block.from), presence, people: placed, meeting, ...(of && { of }) })
  }

  minutes.blocks.forEach((block, index) => {
    const { content } = block
    if (content.kind !== 'list' && content.kind !== 'paragraph') return
    const kind = kindAt(minutes, index)
    const early = kind === 'topic' && minutes.within[index] === 0
    if (!PLACES.has(kind) && !early) return
    const heading = kind === 'attendance' ? labelOf(sectionOf(minutes, index)!.heading.title) : undefined
    if (content.kind === 'paragraph') {
      const found = labelledLines(content)
      for (const list of found) add(block, index, list)
      const introduces = found.length === 0 && INTRODUCTION.test(content.prose.trimEnd().slice(-200))
      introduced = introduces ? { presence: 'present', block: index + 1 } : undefined
      return
    }
    const whole = introduced?.block === index ? introduced.presence : heading?.presence
    for (const list of listsIn(content)(whole)) add(block, index, list)
  })
  return withoutRosters(lists)
})

/**
 * Without the lists of who belongs to the group, there or not: those name people whom another list of the meeting names
 * as present or away.
 */
function withoutRosters(lists: readonly (AttendanceList & Pick<Words, 'of'>)[]): readonly AttendanceList[] {
  const elsewhere = new Set<string>()
  for (const { of, meeting, people } of lists) {
    if (!of) for (const person of people) elsewhere.add(`${meeting} ${personKey(person)}`)
  }
  return lists
    .filter(
      ({ of, meeting, people }) =>
        of !== 'members' ||
        !people.some((person) => personKey(person) && elsewhere.has(`${meeting} ${personKey(person)}`)),
    )
    .map(({ of, ...list }) => list)
}

function outermostAttendance(minutes: Minutes, block: number): number {
  let found = minutes.within[block]!
  for (let at = found; at >= 0; at = minutes.sections[at]!.parent) {
    if (minutes.sections[at]!.kind === 'attendance') found = at
  }
  return found
}

interface FoundList extends Pick<Words, 'presence' | 'of'> {
  /** The words of its label; none where a heading labels all of it. */
  readonly said?: string
  readonly where: Span
  readonly people: readonly Person[]
}

const labelledLines = memo(({ prose, mentions }: Content): readonly FoundList[] => {
  const lines: FoundList[] = []
  let from = 0
  for (const line of prose.split('\n')) {
    const label = labelOf(line)
    if (label) {
      const where = { from: from + label.length, to: from + line.length }
      lines.push({ ...labelled(label), where, people: readPeople(prose, where, mentions) })
    }
    from += line.length + 1
  }
  return lines
})

const labelled = ({ presence, of, said }: Label) => ({ presence, said, ...(of && { of }) })

const listsIn = memo((content: Content) => {
  const known = new Map<Presence | undefined, FoundList[]>()
  return (whole: Presence | undefined): FoundList[] => {
    if (!known.has(whole)) known.set(whole, readList(content, whole))
    return known.get(whole)!
  }
})

/** The lists that one Markdown list holds. @param whole the presence its heading gives to all of it. */
function readList(content: Content, whole: Presence | undefined): FoundList[] {
  const found: FoundList[] = []
  const unlabelled: Person[] = []
  const people = (item: Item, skip = 0) =>
    readPeople(content.prose, { from: item.text.from + skip, to: item.text.to }, content.mentions)
  content.items.forEach((item, index) => {
    const label = labelOf(content.prose.slice(item.text.from, item.text.to))
    if (label) {
      const own: Item[] = []
      for (let at = index + 1; at < content.items.length && content.items[at]!.from < item.to; at++) {
        if (!isLabelled(content, content.items[at]!, index)) own.push(content.items[at]!)
      }
      found.push({
        ...labelled(label),
        where: { from: item.from, to: item.to },
        people: [...people(item, label.length), ...own.flatMap((other) => people(other))],
      })
    } else if (whole && item.depth === 0) unlabelled.push(...people(item))
  })
  if (whole && unlabelled.length > 0)
    found.unshift({ presence: whole, where: { from: 0, to: content.text.length }, people: unlabelled })
  return found
}

/** Whether an item, or one between it and the item `top`, begins a list of its own. */
function isLabelled(content: Content, item: Item, top: number): boolean {
  if (labelOf(content.prose.slice(item.text.from, item.text.to))) return true
  return item.parent > top && isLabelled(content, content.items[item.parent]!, top)
}

import { memo } from '../text/memo.ts'
import { type Span, shift } from '../text/span.ts'
import type { Block } from './blocks.ts'
import type { Content, Item } from './content.ts'
import { kindAt, type Minutes, sectionOf } from './minutes.ts'
import { type Person, personKey, readPeople, shiftPerson } from './people.ts'

export type Presence = 'present' | 'partly' | 'regrets' | 'absent'

const RANK: Readonly<Record<Presence, number>> = { present: 0, partly: 1, regrets: 2, absent: 3 }

/** What somebody was who stands in two lists: there as far as one of them says so. */
export const fuller = (one: Presence | undefined, other: Presence): Presence =>
  one === undefined || RANK[other] < RANK[one] ? other : one

/** One list of people with one kind of presence. Spans count in the whole text. */
export interface AttendanceList extends Span {
  readonly presence: Presence
  readonly people: readonly Person[]
  /** Lists of one meeting have the same number; a text that joins several meetings has several. */
  readonly meeting: number
  /**
   * Whom the list is of, where that is not everybody: who was there beside the members, who belongs to the group, or
   * who is there in some part ("Board: …", "Host: …"), and may be in several.
   */
  readonly of?: 'others' | 'members' | 'part'
}

interface Words extends Pick<AttendanceList, 'of'> {
  /** Absent where the words do not say who was there: who was invited may have stayed away. */
  readonly presence?: Presence
  readonly words: RegExp
}

const WORDS: readonly Words[] = [
  { words: /^(?:invited|invitees?|expected)(?: (?!guests?\b)\w+)?/i },
  { presence: 'partly', words: /^part(?:ly|ially)?[ -](?:attend\w*|absen\w*|present)/i },
  { presence: 'regrets', words: /^(?:regrets?|apologies|excused)/i },
  {
    presence: 'absent',
    words: /^(?:absent(?:s|ees?| members| attendees)?|absences?|not present|missing(?: (?:attendees|members))?)/i,
  },
  {
    presence: 'present',
    words: /^(?:in attendance|attendees?|attending|attendance|present|participants?|(?:members )?present)/i,
  },
  { presence: 'present', words: /^(?:also in attendance|(?:invited )?guests?|observers?)/i, of: 'others' },
  { presence: 'present', words: /^(?:present|attending) (?:\w+ )?members(?= ?:)/i },
  { presence: 'present', words: /^(?!absent|missing|excused)(?:\w+ ){0,2}members(?= ?:)/i, of: 'members' },
]
/** The words may stand in bold; behind them comes a remark in brackets, and a colon, people at once, or nothing. */
const LABEL_END = /^[*_]*(?:[ \t]*\([^()@,\d\n]{1,60}\)[*_]*)?[ \t]*(?::[*_]*|(?=@)|\r?(?:\n|$))/
/** Any other label: of a group, of a firm, of a task. */
const OTHER = /^[*_]*(\p{L}[\p{L}\p{M} ./&+'’-]{0,40}?)(?: ?\([^()\n]{1,40}\))?[*_]*[ \t]*:[*_]*(?=\s|$)/u
/** What such a label says of people who were not there, or need not have been. */
const AWAY =
  /\b(?:invit\w*|expected|excused|absen\w*|regrets?|apolog\w*|not|unable|missing|away|declined|required|optional|quorum|n[’']t)\b/i
/** "Ada Bloom: @ada" is a person, "Note Taker: @ada" a task. */
const NAME_AND_HANDLE = /^(?:\p{Lu}[\p{L}\p{M}'’-]+ ){1,3}\p{Lu}[\p{L}\p{M}'’-]+[*_]*:[*_]*[ \t]*@[\w-]+[ \t]*$/u
const TASK =
  /(?:chair|host|lead|taker|keeper|scribe|minutes|notes|secretary|officer|president|treasurer|director|member|facilitator|moderator|manager|team|board|committee|staff|core|observer|guest)s?[*_]*:/i

interface Label extends Pick<Words, 'presence' | 'of'> {
  /** Up to where the people begin. */
  readonly length: number
  /** In lower case; none for a label that may stand again in the same meeting. */
  readonly said?: string
}

/** The label of people who were there or not that an item or line begins with. */
function labelOf(text: string): Label | undefined {
  const bold = /^[*_]*/.exec(text)![0].length
  for (const { presence, words, of } of WORDS) {
    const found = words.exec(text.slice(bold))
    const end = found && LABEL_END.exec(text.slice(bold + found[0].length))
    if (end) {
      const length = bold + found[0].length + end[0].length
      return { ...(presence && { presence }), ...(of && { of }), length, said: found[0].toLowerCase() }
    }
  }
  return undefined
}

/**
 * What a label says of the people behind it, and its length in UTF-16 code units, colon included: `**Present:** @ada`,
 * `Regrets`. `undefined` where a text begins with no such label.
 */
export const attendanceLabel = (text: string): Pick<Label, 'presence' | 'of' | 'length'> | undefined => labelOf(text)

/** Any other label, among people whose presence is told by what stands above. */
function otherLabelOf(text: string, presence: Presence): Label | undefined {
  const found = OTHER.exec(text)
  if (!found || (NAME_AND_HANDLE.test(text) && !TASK.test(text))) return undefined
  return { ...(!AWAY.test(found[1]!) && { presence }), of: 'part', length: found[0].length }
}

/** "Board members in attendance were:" and the like, above a list. */
const INTRODUCTION = /\b(?:in attendance|present|attend(?:ed|ing|ees))\b[^\n]*:$/i

/** What stands above people, and says of all of them whether they were there. */
type Above = Pick<Words, 'presence' | 'of'>

/** Sections where a line such as `Present: …` speaks of the meeting and not of its matters. */
const PLACES = new Set(['attendance', 'welcome', 'details', 'start', undefined])

/** Who was present, partly present, absent, or sent regrets: one entry a list, in order. */
export const attendanceOf = memo((minutes: Minutes): readonly AttendanceList[] => {
  const lists: AttendanceList[] = []
  let meeting = 0
  let meetingSection: number | undefined
  let introduced: { above: Above; block: number } | undefined
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
    if (!presence) return
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
      const found = linesIn(content)(heading)
      for (const list of found) add(block, index, list)
      const above = introductionOf(content, found, heading)
      introduced = above && { above, block: index + 1 }
      return
    }
    const whole = introduced?.block === index ? introduced.above : heading
    for (const list of listsIn(content)(whole)) add(block, index, list)
  })
  return withoutRosters(lists)
})

/**
 * Without the lists of who belongs to the group, there or not: those name people whom another list of the meeting names
 * as present or away.
 */
function withoutRosters(lists: readonly AttendanceList[]): readonly AttendanceList[] {
  const elsewhere = new Set<string>()
  for (const { of, meeting, people } of lists) {
    if (!of) for (const person of people) elsewhere.add(`${meeting} ${personKey(person)}`)
  }
  return lists.filter(
    ({ of, meeting, people }) =>
      of !== 'members' ||
      !people.some((person) => personKey(person) && elsewhere.has(`${meeting} ${personKey(person)}`)),
  )
}

/** How many people lists name, each once. */
export const headcount = (lists: readonly AttendanceList[]): number =>
  new Set(lists.flatMap(({ people }) => people.map((person) => personKey(person) ?? person.from))).size

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

const kept = ({ presence, of }: Above): Above => ({ ...(presence && { presence }), ...(of && { of }) })
const labelled = ({ said, ...above }: Label) => ({ ...kept(above), ...(said && { said }) })

/** What a reader makes of one block below what stands above it, each worked out once. */
const below = (read: (content: Content, above: Above | undefined) => FoundList[]) =>
  memo((content: Content) => {
    const known = new Map<string, FoundList[]>()
    return (above: Above | undefined): FoundList[] => {
      const key = `${above?.presence} ${above?.of}`
      if (!known.has(key)) known.set(key, read(content, above))
      return known.get(key)!
    }
  })

/** The lists that stand on the lines of a paragraph. */
const linesIn = below((content, above) => {
  const lines: FoundList[] = []
  let from = 0
  for (const line of content.prose.split('\n')) {
    lines.push(...labelledIn(content, { from, to: from + line.length }, above))
    from += line.length + 1
  }
  return lines
})

/** Before a label that goes on where another ends: "Present: @ada; Absent: @ben. Chair: @ada". */
const NEXT_LABEL =
  /(?:[;|\n]|\.(?=[ \t])|[ \t][–—-](?=[ \t]))[ \t]*(?=[*_]*\p{L}[\p{L}\p{M} /&'’-]{1,40}(?:\([^()\n]{1,40}\))?[*_]*[ \t]*:(?!\/\/))/gu

/** The lists of a line, or of an item's own words, that begins with a label. */
function labelledIn({ prose, mentions }: Content, { from, to }: Span, above: Above | undefined): FoundList[] {
  const found: FoundList[] = []
  let presence = above?.presence
  let at = from
  const joints = [...prose.slice(from, to).matchAll(NEXT_LABEL)].map(
    ({ index, 0: { length } }) => [index, length] as const,
  )
  for (const [index, length] of [...joints, [to - from, 0] as const]) {
    const text = prose.slice(at, from + index)
    const label = labelOf(text) ?? (presence && otherLabelOf(text, presence))
    if (!label && at === from) return found
    if (label) {
      const where = { from: at + label.length, to: from + index }
      found.push({ ...labelled(label), where, people: peopleBehind(label, readPeople(prose, where, mentions)) })
      if (label.presence === 'present') presence ??= 'present'
    }
    at = from + index + length
  }
  return found
}

/** What a paragraph says of the list below it: its last line is a label alone, or a sentence that leads to it. */
function introductionOf(
  { prose }: Content,
  found: readonly FoundList[],
  heading: Above | undefined,
): Above | undefined {
  const end = prose.trimEnd()
  const last = found.at(-1)
  if (last) return end.length <= last.where.from ? kept(last) : undefined
  const line = end.slice(-200)
  if (INTRODUCTION.test(line)) return AWAY.test(line) ? {} : { presence: 'present' }
  return heading?.presence && GROUP.test(line) ? { ...(!AWAY.test(line) && kept(heading)), of: 'part' } : undefined
}

/** A name of a group above its people, in no sentence. */
const GROUP = /(?:^|\n)[*_]*\p{Lu}[\p{L}\p{M} /&'’-]{1,30}[*_]*$/u

/** The lists that one Markdown list holds. */
const listsIn = below((content, above) => {
  const found: FoundList[] = []
  const unlabelled: Person[] = []
  // Where people tick that they are there, those who did not are not.
  const people = (item: Item): readonly Person[] =>
    item.checkbox?.done === false ? [] : readPeople(content.prose, item.text, content.mentions)
  content.items.forEach((item, index) => {
    const lists = labelledIn(content, item.text, item.depth === 0 ? above : undefined)
    const last = lists.pop()
    if (last) {
      const own: Person[] = []
      for (let at = index + 1; at < content.items.length && content.items[at]!.from < item.to; at++) {
        if (!isLabelled(content, content.items[at]!, index)) own.push(...people(content.items[at]!))
      }
      const where = { from: lists.length > 0 ? last.where.from : item.from, to: item.to }
      found.push(...lists, { ...last, where, people: [...last.people, ...peopleBehind(last, own)] })
    } else if (above?.presence && item.depth === 0) unlabelled.push(...people(item))
  })
  if (above && unlabelled.length > 0)
    found.unshift({ ...kept(above), where: { from: 0, to: content.text.length }, people: unlabelled })
  return found
})

/** Behind a label that may be anything, words may be: "Ada Bloom: joined late". */
const peopleBehind = ({ of }: Above, people: readonly Person[]): readonly Person[] =>
  of === 'part' ? people.filter(({ handle, name }) => handle || /^\p{Lu}/u.test(name!)) : people

/** Whether an item, or one between it and the item `top`, begins a list of its own. */
function isLabelled(content: Content, item: Item, top: number): boolean {
  if (labelOf(content.prose.slice(item.text.from, item.text.to))) return true
  return item.parent > top && isLabelled(content, content.items[item.parent]!, top)
}

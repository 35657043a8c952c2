import { type AttendanceList, attendanceOf, type Presence } from '../minutes/attendance.ts'
import { blockAt, type Minutes } from '../minutes/minutes.ts'
import { type Person, personKey } from '../minutes/people.ts'
import { isRoleLabel, maySayWho, rolesOf } from '../minutes/roles.ts'
import { firstIndex } from '../text/halve.ts'
import { lineEndOf } from '../text/line-end.ts'
import { lineAround } from '../text/lines.ts'
import { memo } from '../text/memo.ts'
import { type Phrase, phrase } from '../text/phrase.ts'
import { type Fix, type Report, type Rule, replace } from './rule.ts'

export const attendanceConflict: Rule = {
  id: 'attendance-conflict',
  severity: 'warning',
  summary: 'a person in two attendance lists or twice in one; a chair or scribe who is not present',
  waits: 'pause',
  reads: (block) => (maySayWho(block) ? block.content : undefined),
  document: ({ minutes }) => {
    const lists = attendanceOf(minutes)
    const reports = twice(minutes, lists)
    // With several meetings in one text nobody can tell whose chair it is.
    if (lists.some(({ meeting }) => meeting > 0)) return reports
    return [...reports, ...absentRoles(minutes, lists)]
  },
}

const LISTS: Record<Presence, Phrase> = {
  present: phrase`present`,
  partly: phrase`partly present`,
  regrets: phrase`sending regrets`,
  absent: phrase`absent`,
}

const ROLES = { chair: phrase`chair`, scribe: phrase`scribe` }

interface Entry {
  readonly person: Person
  readonly list: AttendanceList
  /** Its place among the people of the list. */
  readonly index: number
}

function twice(minutes: Minutes, lists: readonly AttendanceList[]): Report[] {
  const { text } = minutes
  const says = ({ entry }: Person) =>
    PARTLY.test(text.slice(entry.from, Math.min(entry.to, entry.from + LONGEST))) ||
    LATE.test(text.slice(entry.to, entry.to + LONGEST))
  const isExtract = extracts()
  const reports: Report[] = []
  const first = new Map<string, Entry>()
  for (const list of lists) {
    const own = new Map<string, Entry>()
    for (const [index, person] of list.people.entries()) {
      const key = personKey(person)
      if (!key) continue
      const id = `${list.meeting} ${key}`
      const entry = { person, list, index }
      const earlier = first.get(id)
      const before = own.get(key) ?? earlier
      if (!own.has(key)) own.set(key, entry)
      if (!earlier || earlier.list.of === 'part') first.set(id, entry)
      if (!before) continue
      if (
        mayShare(before.list, list) ||
        isExtract(before.list, list) ||
        isRole(text, person) ||
        isRole(text, before.person) ||
        (list.presence !== before.list.presence && (says(person) || says(before.person)))
      )
        continue
      const same = before.list === list || before.list.presence === list.presence
      const name = nameOf(person)
      reports.push({
        from: person.from,
        to: person.to,
        message: {
          wrong: same
            ? phrase`${name} is listed twice as ${LISTS[list.presence]}.`
            : phrase`${name} is listed as ${LISTS[before.list.presence]} and as ${LISTS[list.presence]}.`,
          why: phrase`The attendance is the record of who was there.`,
          remedy: same ? phrase`Remove one of the two.` : phrase`Keep the one that is right.`,
        },
        fixes: [
          removal(phrase`Remove ${name} here`, minutes, entry, before, same),
          ...(same
            ? []
            : [
                removal(
                  phrase`Remove ${name} from those ${LISTS[before.list.presence]}`,
                  minutes,
                  before,
                  entry,
                  false,
                ),
              ]),
        ],
      })
    }
  }
  return reports
}

/** Whether one may be in both: a board and a working group, or what two labels call the guests. */
const mayShare = (a: AttendanceList, b: AttendanceList): boolean =>
  a !== b && (a.of === 'part' || b.of === 'part' || (a.of !== undefined && a.of === b.of))

/** Whether somebody is named for the part they take, as in "- Chair: @ada" above the list of those present. */
function isRole(text: string, { from }: Person): boolean {
  const line = text.slice(lineAround(text, from).from, from)
  return isRoleLabel(line.replace(/^[\s>]*(?:[-*+]|\d+[.)])?[ \t]*/, ''))
}

// "Maren (until 17:30)" and "Maren (by proxy)" may be present and send regrets.
const PARTLY =
  /[([][^)\]]*(?:\d|\b(?:part\w*|half|late\w*|early|left|leaving|join\w*|until|till|from|after|first|last|second|prox\w+|represent\w+|deput\w+|letter|e-?mail)\b)/i
const LATE = /^[ \t]*[,–—-][ \t]*(?:for )?(?:(?:being |arriv\w+ )?late\w*|(?:leaving )?early|until|till|from|part)\b/i
/** In UTF-16 code units: a remark says soon what it says. */
const LONGEST = 200

/**
 * Whether one list names some of the other again: the members among those present, the regrets among the absent. Each
 * two lists are compared once.
 */
function extracts(): (a: AttendanceList, b: AttendanceList) => boolean {
  const keys = memo(({ people }: AttendanceList) => new Set(people.map(personKey)))
  const known = memo((_: AttendanceList) => new Map<AttendanceList, boolean>())
  return (a, b) => {
    let found = known(a).get(b)
    if (found === undefined) {
      found = isExtract(a, b, keys)
      known(a).set(b, found)
    }
    return found
  }
}

function isExtract(
  a: AttendanceList,
  b: AttendanceList,
  keys: (list: AttendanceList) => ReadonlySet<unknown>,
): boolean {
  if (a === b) return false
  const away = [a, b].every(({ presence }) => presence === 'absent' || presence === 'regrets')
  if (a.presence !== b.presence && !away) return false
  const [few, many] = a.people.length <= b.people.length ? [a, b] : [b, a]
  return (
    few.people.length < many.people.length &&
    (few.people.length > 1 || a.presence !== b.presence || (few.of === 'others' && !many.of)) &&
    few.people.every((each) => keys(many).has(personKey(each)))
  )
}

function absentRoles(minutes: Minutes, lists: readonly AttendanceList[]): Report[] {
  const present = lists.filter(({ presence }) => presence === 'present' || presence === 'partly')
  const listed = present.flatMap((list) => list.people)
  // The list of the guests does not say who else was there.
  const [whole] = present.filter(({ of, people }) => people.length > 0 && of !== 'part' && of !== 'others')
  if (!whole) return []
  const here = new Set(listed.map(personKey))
  const away = new Map<string | undefined, AttendanceList>()
  for (const list of lists) {
    if (list.presence === 'present' || list.presence === 'partly') continue
    for (const person of list.people) away.set(personKey(person), list)
  }
  // Somebody who is listed by name may be the one.
  const allByHandle = listed.every(({ handle }) => handle)
  const last = whole.people.at(-1)
  return rolesOf(minutes).flatMap(({ role, people, line }) => {
    const words = minutes.text.slice(line.from, line.to)
    // Projects have leads too, and somebody may have stood in.
    if (/^[*_]*lead\b/i.test(words) || STOOD_IN.test(words)) return []
    return people.flatMap((person): Report[] => {
      const key = personKey(person)
      if (!person.handle || here.has(key)) return []
      const list = away.get(key)
      if (!list && !allByHandle) return []
      const name = nameOf(person)
      const addition = last && !list && addAfter(minutes.text, last, `@${person.handle}`)
      return [
        {
          from: person.from,
          to: person.to,
          message: {
            wrong: list
              ? phrase`${name} is the ${ROLES[role]}, but listed as ${LISTS[list.presence]}.`
              : phrase`${name} is the ${ROLES[role]}, but not listed as present.`,
            why: phrase`The attendance is the record of who was there.`,
            remedy: phrase`Correct the attendance, or name who took the part.`,
          },
          fixes: addition
            ? [replace(phrase`Add ${name} to those present`, addition, addition.insert, { preferred: true })]
            : [],
        },
      ]
    })
  })
}

const STOOD_IN = /\b(?:regrets|absent|away|stood in|stands in|stand-in|deput\w+|acting|instead)\b/i

const nameOf = ({ handle, name }: Person) => (handle ? `@${handle}` : name!)

/**
 * Takes an entry out of its list with the separator beside it; an entry alone on its line goes with the line, and what
 * is noted below it goes below the other entry of the same person.
 */
function removal(
  title: Phrase,
  minutes: Minutes,
  { person, list, index }: Entry,
  other: Entry,
  preferred: boolean,
): Fix {
  const { text } = minutes
  const [before, after] = [list.people[index - 1], list.people[index + 1]]
  const nextTo = (neighbour: Person | undefined): neighbour is Person =>
    neighbour !== undefined && !text.slice(...inOrder(person.from, neighbour.from)).includes('\n')
  if (nextTo(after)) return replace(title, { from: person.entry.from, to: after.entry.from }, '', { preferred })
  if (nextTo(before)) return replace(title, { from: before.entry.to, to: person.entry.to }, '', { preferred })
  const line = lineAround(text, person.from)
  if (/:/.test(text.slice(line.from, person.from))) {
    const labelEnd = line.from + text.slice(line.from, person.entry.from).trimEnd().length
    return replace(title, { ...person.entry, from: labelEnd }, '', { preferred })
  }
  const end = endOfItem(minutes, person.from) ?? line.to
  const whole = { from: line.from, to: nextLine(text, end) }
  const notes = text.slice(nextLine(text, line.to), whole.to)
  const place = nextLine(text, endOfItem(minutes, other.person.from) ?? lineAround(text, other.person.from).to)
  const isApart = place <= whole.from || place >= whole.to
  if (notes.trim() === '' || !isApart) return replace(title, isApart ? whole : line, '', { preferred })
  const moved = { from: place, to: place, insert: asLines(notes, text, place) }
  return { title: phrase`${title} and keep the notes`, edits: [moved, { ...whole, insert: '' }], preferred }
}

/** The lines as they are to be put in: on lines of their own, also at the end of a text that has no line end there. */
function asLines(lines: string, text: string, at: number): string {
  const eol = lineEndOf(text)
  if (at > 0 && text[at - 1] !== '\n') return eol + lines.trimEnd()
  return lines.endsWith('\n') ? lines : lines + eol
}

/** Where the list item ends that holds an offset, with all below it. */
function endOfItem(minutes: Minutes, offset: number): number | undefined {
  const block = minutes.blocks[blockAt(minutes, offset)]
  if (!block) return undefined
  const { items } = block.content
  const item = items[firstIndex(items, ({ from }) => block.from + from > offset) - 1]
  return item && offset < block.from + item.to ? block.from + item.to : undefined
}

const inOrder = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])

/** The offset behind the line end that follows `at`. */
function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** Where and how a further person is written behind the last: on the same line, or on a line of the same kind. */
function addAfter(text: string, last: Person, who: string): { from: number; to: number; insert: string } {
  const line = lineAround(text, last.from)
  const own = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?=@[\w-]+[ \t]*$)/.exec(text.slice(line.from, line.to))
  if (!own) return { from: last.entry.to, to: last.entry.to, insert: `, ${who}` }
  const eol = text.startsWith('\r\n', line.to) ? '\r\n' : '\n'
  return { from: line.to, to: line.to, insert: `${eol}${own[0]}${who}` }
}

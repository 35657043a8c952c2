import { type AttendanceList, attendanceOf, type Presence } from '../minutes/attendance.ts'
import { type Person, personKey } from '../minutes/people.ts'
import { type Role, rolesOf } from '../minutes/roles.ts'
import { lineAround } from '../text/lines.ts'
import { type Fix, type Report, type Rule, replace } from './rule.ts'

export const attendanceConflict: Rule = {
  id: 'attendance-conflict',
  severity: 'warning',
  summary: 'a person in two attendance lists or twice in one; a chair or scribe who is not present',
  waits: 'pause',
  document: ({ minutes }) => {
    const lists = attendanceOf(minutes)
    const reports = twice(minutes.text, lists)
    // With several meetings in one text nobody can tell whose chair it is.
    if (lists.some(({ meeting }) => meeting > 0)) return reports
    return [...reports, ...rolesOf(minutes).flatMap((role) => absentRole(minutes.text, role, lists))]
  },
}

const LISTS: Record<Presence, string> = {
  present: 'present',
  partly: 'partly present',
  regrets: 'sending regrets',
  absent: 'absent',
}

interface Entry {
  readonly person: Person
  readonly list: AttendanceList
  /** Its place among the people of the list. */
  readonly index: number
}

function twice(text: string, lists: readonly AttendanceList[]): Report[] {
  const says = ({ entry }: Person) => PARTLY.test(text.slice(entry.from, entry.to))
  const reports: Report[] = []
  const first = new Map<string, Entry>()
  for (const list of lists) {
    for (const [index, person] of list.people.entries()) {
      const key = personKey(person)
      if (!key) continue
      const id = `${list.meeting} ${key}`
      const before = first.get(id)
      if (!before) {
        first.set(id, { person, list, index })
        continue
      }
      if (
        isExtract(before.list, list) ||
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
            ? `${name} is listed twice as ${LISTS[list.presence]}.`
            : `${name} is listed as ${LISTS[before.list.presence]} and as ${LISTS[list.presence]}.`,
          why: 'The attendance is the record of who was there.',
          remedy: same ? 'Remove one of the two.' : 'Keep the one that is right.',
        },
        fixes: [
          removal(`Remove ${name} here`, text, { person, list, index }, same),
          ...(same ? [] : [removal(`Remove ${name} from those ${LISTS[before.list.presence]}`, text, before, false)]),
        ],
      })
    }
  }
  return reports
}

// "Maren (until 17:30)" may be present and send regrets.
const PARTLY =
  /[([][^)\]]*(?:\d|\b(?:part\w*|half|late\w*|early|left|leaving|join\w*|until|till|from|after|first|last|second)\b)/i

/** Whether one list names some of the other again: the members among those present, the regrets among the absent. */
function isExtract(a: AttendanceList, b: AttendanceList): boolean {
  if (a === b) return false
  const away = [a, b].every(({ presence }) => presence === 'absent' || presence === 'regrets')
  if (a.presence !== b.presence && !away) return false
  const [few, many] = a.people.length <= b.people.length ? [a.people, b.people] : [b.people, a.people]
  const keys = new Set(many.map(personKey))
  return (
    few.length < many.length &&
    (few.length > 1 || a.presence !== b.presence) &&
    few.every((each) => keys.has(personKey(each)))
  )
}

function absentRole(text: string, { role, people, line }: Role, lists: readonly AttendanceList[]): Report[] {
  const words = text.slice(line.from, line.to)
  // Projects have leads too, and somebody may have stood in.
  if (/^[*_]*lead\b/i.test(words) || STOOD_IN.test(words)) return []
  const present = lists.filter(({ presence }) => presence === 'present' || presence === 'partly')
  const listed = present.flatMap((list) => list.people)
  return people.flatMap((person): Report[] => {
    const key = personKey(person)
    if (!key || !person.handle || listed.length === 0) return []
    if (listed.some((other) => personKey(other) === key)) return []
    const away = lists.find((list) => !present.includes(list) && list.people.some((other) => personKey(other) === key))
    // Somebody who is listed by name may be the one.
    if (!away && !listed.every((other) => other.handle)) return []
    const name = nameOf(person)
    const last = present[0]?.people.at(-1)
    const addition = last && addAfter(text, last, `@${person.handle}`)
    return [
      {
        from: person.from,
        to: person.to,
        message: {
          wrong: away
            ? `${name} is the ${role}, but listed as ${LISTS[away.presence]}.`
            : `${name} is the ${role}, but not listed as present.`,
          why: 'The attendance is the record of who was there.',
          remedy: 'Correct the attendance, or name who took the part.',
        },
        fixes:
          addition && !away
            ? [replace(`Add ${name} to those present`, addition, addition.insert, { preferred: true })]
            : [],
      },
    ]
  })
}

const STOOD_IN = /\b(?:regrets|absent|away|stood in|stands in|stand-in|deput\w+|acting|instead)\b/i

const nameOf = ({ handle, name }: Person) => (handle ? `@${handle}` : name!)

/** Takes an entry out of its list with the separator beside it; an entry alone on its line goes with the line. */
function removal(title: string, text: string, { person, list, index }: Entry, preferred: boolean): Fix {
  const [before, after] = [list.people[index - 1], list.people[index + 1]]
  const nextTo = (other: Person | undefined): other is Person =>
    other !== undefined && !text.slice(...inOrder(person.from, other.from)).includes('\n')
  if (nextTo(after)) return replace(title, { from: person.entry.from, to: after.entry.from }, '', { preferred })
  if (nextTo(before)) return replace(title, { from: before.entry.to, to: person.entry.to }, '', { preferred })
  const line = lineAround(text, person.from)
  const isAlone = !/:/.test(text.slice(line.from, person.from))
  const whole = { from: line.from, to: Math.min(text.length, line.to + lineEnd(text, line.to)) }
  const behindLabel = { ...person.entry, from: line.from + text.slice(line.from, person.entry.from).trimEnd().length }
  return replace(title, isAlone ? whole : behindLabel, '', { preferred })
}

const inOrder = (a: number, b: number): [number, number] => (a < b ? [a, b] : [b, a])

const lineEnd = (text: string, at: number) => (text.startsWith('\r\n', at) ? 2 : 1)

/** Where and how a further person is written behind the last: on the same line, or on a line of the same kind. */
function addAfter(text: string, last: Person, who: string): { from: number; to: number; insert: string } {
  const line = lineAround(text, last.from)
  const own = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?=@[\w-]+[ \t]*$)/.exec(text.slice(line.from, line.to))
  if (!own) return { from: last.entry.to, to: last.entry.to, insert: `, ${who}` }
  const eol = text.startsWith('\r\n', line.to) ? '\r\n' : '\n'
  return { from: line.to, to: line.to, insert: `${eol}${own[0]}${who}` }
}

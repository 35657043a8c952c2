import { type AttendanceList, attendanceOf, type Presence } from '../minutes/attendance.ts'
import { type Person, personKey } from '../minutes/people.ts'
import { type Role, rolesOf } from '../minutes/roles.ts'
import { lineAround } from '../text/lines.ts'
import type { Span } from '../text/span.ts'
import { type Fix, type Report, type Rule, replace } from './rule.ts'

export const attendanceConflict: Rule = {
  id: 'attendance-conflict',
  severity: 'warning',
  summary: 'a person in two attendance lists or twice in one; a chair or scribe who is not present',
  waits: true,
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
}

function twice(text: string, lists: readonly AttendanceList[]): Report[] {
  const reports: Report[] = []
  const first = new Map<string, Entry>()
  for (const list of lists) {
    for (const person of list.people) {
      const key = personKey(person)
      if (!key) continue
      const id = `${list.meeting} ${key}`
      const before = first.get(id)
      if (!before) {
        first.set(id, { person, list })
        continue
      }
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
          removal(`Remove ${name} here`, text, { person, list }, same),
          ...(same ? [] : [removal(`Remove ${name} from those ${LISTS[before.list.presence]}`, text, before, false)]),
        ],
      })
    }
  }
  return reports
}

function absentRole(text: string, { role, people }: Role, lists: readonly AttendanceList[]): Report[] {
  const present = lists.filter(({ presence }) => presence === 'present' || presence === 'partly')
  const listed = present.flatMap((list) => list.people)
  return people.flatMap((person): Report[] => {
    const key = personKey(person)
    if (!key || !listed.some((other) => person.handle && other.handle)) return []
    if (listed.some((other) => personKey(other) === key)) return []
    const away = lists.find((list) => !present.includes(list) && list.people.some((other) => personKey(other) === key))
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

const nameOf = ({ handle, name }: Person) => (handle ? `@${handle}` : name!)

/** Takes an entry out of its list with the separator beside it; an entry alone on its line goes with the line. */
function removal(title: string, text: string, { person, list }: Entry, preferred: boolean): Fix {
  const line = lineAround(text, person.from)
  const neighbours = list.people.filter(({ from }) => from >= line.from && from < line.to)
  const at = neighbours.findIndex(({ from }) => from === person.from)
  const [before, after] = [neighbours[at - 1], neighbours[at + 1]]
  let where: Span = { from: line.from, to: Math.min(text.length, line.to + lineEnd(text, line.to)) }
  if (after) where = { from: person.entry.from, to: after.entry.from }
  else if (before) where = { from: before.entry.to, to: person.entry.to }
  else if (/:/.test(text.slice(line.from, person.from))) where = { from: person.entry.from, to: person.entry.to }
  return replace(title, where, '', { preferred })
}

const lineEnd = (text: string, at: number) => (text.startsWith('\r\n', at) ? 2 : 1)

/** Where and how a further person is written behind the last: on the same line, or on a line of the same kind. */
function addAfter(text: string, last: Person, who: string): { from: number; to: number; insert: string } {
  const line = lineAround(text, last.from)
  const own = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?=@[\w-]+[ \t]*$)/.exec(text.slice(line.from, line.to))
  if (!own) return { from: last.entry.to, to: last.entry.to, insert: `, ${who}` }
  const eol = text.startsWith('\r\n', line.to) ? '\r\n' : '\n'
  return { from: line.to, to: line.to, insert: `${eol}${own[0]}${who}` }
}

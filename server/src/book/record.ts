import { attendanceOf, type Presence } from '../minutes/attendance.ts'
import { decisionsOf } from '../minutes/decisions.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { actionsOf } from '../minutes/notes.ts'
import { type Person, personKey } from '../minutes/people.ts'
import { rolesOf } from '../minutes/roles.ts'
import { topicsOf } from '../minutes/topics.ts'
import { shared } from '../text/shared.ts'

/** Somebody as minutes name them: by handle, without `@`, by name, or both. */
export type Named = Pick<Person, 'handle' | 'name'>

/** What minutes say of their meeting as such. */
export interface MeetingRecord {
  /** Whom the lists of each kind name, each person once, in order. */
  readonly attendance: Readonly<Record<Presence, readonly Named[]>>
  readonly roles: Readonly<Record<'chair' | 'scribe', readonly Named[]>>
  /** How many there are of each. */
  readonly topics: number
  readonly decisions: number
  readonly open: number
  readonly done: number
}

/** That of a meeting of which nothing is known. */
export const NO_RECORD: MeetingRecord = {
  attendance: { present: [], partly: [], regrets: [], absent: [] },
  roles: { chair: [], scribe: [] },
  ...{ topics: 0, decisions: 0, open: 0, done: 0 },
}

/** Works out what minutes say of their meeting. */
export function recordOf(minutes: Minutes): MeetingRecord {
  const lists = attendanceOf(minutes)
  const roles = rolesOf(minutes)
  const inLists = (presence: Presence) =>
    eachOnce(lists.flatMap((list) => (list.presence === presence ? list.people : [])))
  const inRole = (role: 'chair' | 'scribe') =>
    eachOnce(roles.flatMap((each) => (each.role === role ? each.people : [])))
  const actions = actionsOf(minutes)
  const done = actions.filter(({ checkbox }) => checkbox.done).length
  return {
    attendance: {
      present: inLists('present'),
      partly: inLists('partly'),
      regrets: inLists('regrets'),
      absent: inLists('absent'),
    },
    roles: { chair: inRole('chair'), scribe: inRole('scribe') },
    topics: topicsOf(minutes).length,
    decisions: decisionsOf(minutes).length,
    open: actions.length - done,
    done,
  }
}

/** A name too short to tell two people apart may be that of two. */
function eachOnce(people: readonly Person[]): readonly Named[] {
  const found = new Map<string | number, Named>()
  for (const person of people) {
    const { handle, name, from } = person
    const key = personKey(person) ?? from
    if (!found.has(key))
      found.set(key, { ...(handle && { handle: shared(handle) }), ...(name && { name: shared(name) }) })
  }
  return [...found.values()]
}

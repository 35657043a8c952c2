import type { Book } from '../../book/book.ts'
import type { AttendanceList, Presence } from '../../minutes/attendance.ts'
import { kindAt, type Minutes } from '../../minutes/minutes.ts'
import { readPeople } from '../../minutes/people.ts'
import type { TextEdit } from '../../text/edit.ts'
import { phrase } from '../../text/phrase.ts'
import { shift } from '../../text/span.ts'
import { usualShape } from './attendance-shape.ts'
import { difference, edited } from './edited.ts'
import { entryAdded, entryRemoved } from './list-entry.ts'
import {
  type Attending,
  attendeeKey,
  attendingOf,
  isPartly,
  type ListedPerson,
  listedPeople,
  personNamed,
  remarkIn,
  withRemark,
} from './listed-people.ts'
import { allLists, listBegun, OWN_FORM } from './new-list.ts'
import { type Declined, declined, type Outcome } from './outcome.ts'
import { type RosterEntry, usualRemark } from './roster.ts'

/** Who took part how; `none` takes them out of all lists. */
export interface Mark {
  /** The key of the roster, or the handle or name of somebody new. */
  readonly key: string
  readonly attending: Attending | 'none'
  readonly remark?: string
}

interface Task {
  readonly minutes: Minutes
  readonly book: Book
  readonly models: readonly Minutes[]
  readonly roster: readonly RosterEntry[]
}

/**
 * Writes down who is there and who is not: in the lists of the minutes, each in its own form; a list that is missing is
 * begun as the group's last minutes have it. Who is not among `marks` stays; who moves takes their remarks along.
 */
export function markAttendance(task: Task, marks: readonly Mark[]): Outcome {
  if (allLists(task.minutes).some(({ meeting }) => meeting > 0)) {
    return declined(
      phrase`These minutes have the attendance of several meetings, so nobody could say which is meant. Nothing was changed. Write it by hand.`,
    )
  }
  let { minutes } = task
  let changed = 0
  for (const mark of marks) {
    const after = marked({ ...task, minutes }, mark)
    if ('problem' in after) return after
    if (after.text !== minutes.text) changed++
    minutes = after
  }
  if (!saysSo(task, minutes, marks)) return OWN_FORM
  const edit = difference(task.minutes.text, minutes.text)
  const said =
    changed === 0
      ? phrase`The attendance is as it was.`
      : changed === 1
        ? phrase`The attendance of 1 person is written.`
        : phrase`The attendance of ${changed} people is written.`
  return { edits: edit ? [edit] : [], said }
}

/** Whether all others are said to have taken part as before, and those marked are named, or not, as they should be. */
function saysSo({ minutes, book, roster }: Task, after: Minutes, marks: readonly Mark[]): boolean {
  const said = (each: Minutes) =>
    new Map([...listedPeople(book, each)].reverse().map((listed) => [listed.key, attendingOf(listed)]))
  const [was, is] = [said(minutes), said(after)]
  const wanted = new Map(marks.map((mark) => [keyOf(book, roster, mark.key) ?? '', mark.attending]))
  const isKept = [...was].every(([key, attending]) => wanted.has(key) || is.get(key) === attending)
  return isKept && [...wanted].every(([key, attending]) => isAsWanted(attending, is.get(key)))
}

const AWAY: ReadonlySet<string | undefined> = new Set(['none', 'absent', 'regrets', undefined])

/** A tick tells no more than who is there; a remark may be in words of the group's own. */
const isAsWanted = (wanted: Mark['attending'], said: Attending | undefined): boolean =>
  AWAY.has(wanted) ? AWAY.has(said) && (wanted !== 'none' || said === undefined) : !AWAY.has(said)

/** What the lists know somebody by; `undefined` for what is no person. */
function keyOf(book: Book, roster: readonly RosterEntry[], given: string): string | undefined {
  if (roster.some(({ key }) => key === given)) return given
  const named = personNamed(given)
  return named && attendeeKey(book, named)
}

function marked(task: Task, { key: given, attending, remark }: Mark): Minutes | Declined {
  const { minutes, book, models, roster } = task
  const key = keyOf(book, roster, given)
  if (key === undefined) {
    return declined(phrase`"${given}" is neither a handle nor a name. Give one person, such as "@ada" or "Ada Bloom".`)
  }
  const known = roster.find((each) => each.key === key)
  const ticked = tick(task, key, attending)
  if (ticked) return ticked
  const before = listedPeople(book, minutes).filter((listed) => listed.key === key)
  const [first] = before
  if (attending === 'none') return without(minutes, before)
  if (
    first &&
    before.length === 1 &&
    attendingOf(first) === attending &&
    (remark ?? '') === (remarkIn(first.entry) ?? remark ?? '')
  ) {
    return minutes
  }
  const presence = presenceFor(task, attending)
  const said =
    remark ??
    (presence !== 'partly' && (attending === 'late' || attending === 'left')
      ? usualRemark(book, models, attending, undefined)
      : undefined)
  const entry = entryFor(first?.entry ?? known?.label ?? given, attending, said)
  if (first && before.length === 1 && first.list.presence === presence) {
    return edited(minutes, { ...first.person.entry, insert: entry })
  }
  const left = without(minutes, before)
  return 'problem' in left ? left : withEntry({ ...task, minutes: left }, presence, entry)
}

/** What was remarked of being there in part is over where that is; other remarks stay. */
function entryFor(entry: string, attending: Attending, remark: string | undefined): string {
  if (remark) return withRemark(entry, remark)
  const before = remarkIn(entry)
  const isOver = before !== undefined && isPartly(before) && attending !== 'late' && attending !== 'left'
  return isOver ? withRemark(entry, undefined) : entry
}

const PRESENCE: Readonly<Record<Attending, Presence>> = {
  present: 'present',
  late: 'partly',
  left: 'partly',
  regrets: 'regrets',
  absent: 'absent',
}

/** In which list somebody is put. A group without a list of those partly there remarks it among the others. */
function presenceFor({ minutes, models }: Task, attending: Attending): Presence {
  const presence = PRESENCE[attending]
  if (presence !== 'partly') return presence
  const has = (each: Minutes) => allLists(each).some((list) => list.presence === 'partly')
  return has(minutes) || models.some(has) ? 'partly' : 'present'
}

function without(minutes: Minutes, listed: readonly ListedPerson[]): Minutes | Declined {
  let left = minutes
  // From the last to the first, so that the places of the others stay.
  for (const { person, list } of [...listed].sort((a, b) => b.person.from - a.person.from)) {
    const now = allLists(left).find(({ from }) => from === list.from)
    const same = now?.people.find(({ from }) => from === person.from)
    if (!now || !same) continue
    const edit = entryRemoved(left, now, same, '(none)')
    if ('problem' in edit) return edit
    left = edited(left, edit)
  }
  return left
}

function withEntry(task: Task, presence: Presence, entry: string): Minutes | Declined {
  const { models } = task
  let { minutes } = task
  let list = listFor(minutes, presence)
  if (!list) {
    const begun = listBegun(minutes, presence, models)
    if ('problem' in begun) return begun
    minutes = edited(minutes, begun)
    list = listFor(minutes, presence)
  }
  if (!list) {
    return OWN_FORM
  }
  const after = edited(minutes, entryAdded(minutes, list, entry, usualShape(minutes, list, models)))
  return after
}

/** The list of all who were there so, rather than one of a part of them or of guests. */
function listFor(minutes: Minutes, presence: Presence): AttendanceList | undefined {
  const own = allLists(minutes).filter((list) => list.presence === presence)
  return own.find(({ of }) => of === undefined) ?? own.find(({ of }) => of === 'members') ?? own[0]
}

/** Where people tick that they are there: the tick of somebody listed so. */
function tick({ minutes, book }: Task, key: string, attending: Mark['attending']): Minutes | undefined {
  for (const [index, { content, from }] of minutes.blocks.entries()) {
    if (content.kind !== 'list' || kindAt(minutes, index) !== 'attendance') continue
    for (const { checkbox, text } of content.items) {
      if (!checkbox) continue
      const people = readPeople(content.prose, text, content.mentions)
      if (!people.some((person) => attendeeKey(book, person) === key)) continue
      const isThere = attending === 'present' || attending === 'late' || attending === 'left'
      if (checkbox.done === isThere) return minutes
      return edited(minutes, { ...shift(checkbox, from), insert: isThere ? '[x]' : '[ ]' } satisfies TextEdit)
    }
  }
  return undefined
}

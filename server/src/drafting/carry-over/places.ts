import { attendanceOf } from '../../minutes/attendance.ts'
import type { SectionKind } from '../../minutes/headings.ts'
import { kindAt, type Minutes, sectionOf } from '../../minutes/minutes.ts'
import { actionsOf } from '../../minutes/notes.ts'
import { rolesOf } from '../../minutes/roles.ts'
import { stampsOf } from '../../minutes/stamps.ts'
import { united } from '../../text/apart.ts'
import { memo } from '../../text/memo.ts'
import { inside } from '../../text/span.ts'
import { BLANK } from './source.ts'

/** What happens to the text of a place: it is the meeting's frame, it is talked about, or it is filled in anew. */
export type Place = 'frame' | 'talk' | 'events' | 'approval' | 'next-meeting' | 'next-roles' | 'end'

const FRAME: ReadonlySet<SectionKind> = new Set(['details', 'welcome', 'attendance', 'start'])

/** What is talked about, though some put its heading below that of the attendance. */
const AGENDA = /^\W*(?:agenda|topics|discussions?|minutes|notes)\W*$/i

/** The place of a block. */
export function placeOf(minutes: Minutes, block: number): Place {
  const kind = kindAt(minutes, block)
  const isAgenda = AGENDA.test(sectionOf(minutes, block)?.heading.title ?? '')
  if (kind === undefined) return isMatter(minutes, block) ? 'talk' : 'frame'
  if (FRAME.has(kind) && !isAgenda) return 'frame'
  if (kind === 'events' || kind === 'approval' || kind === 'next-meeting' || kind === 'next-roles' || kind === 'end')
    return kind
  const section = sectionOf(minutes, block)!
  const isTitle = section.parent < 0 && section.heading.level === 1
  if (isTitle) return isMatter(minutes, block) ? 'talk' : 'frame'
  return section.from < beginning(minutes) ? 'frame' : 'talk'
}

/** Where the meeting begins: what stands above that is said each time. The time may still be a blank; -1 where none is. */
export const beginning = memo((minutes: Minutes): number => {
  const start = stampsOf(minutes).find(({ kind, heading }) => kind === 'start' && heading)
  if (start) return start.time.from
  return minutes.sections.find(({ kind, heading }) => kind === 'start' && heading.title.startsWith(BLANK))?.from ?? -1
})

/** Whether a list below the title, or below no heading, is of matters: it has boxes, or there is no other place for them. */
function isMatter(minutes: Minutes, block: number): boolean {
  const { content, from, to } = minutes.blocks[block]!
  if (content.kind !== 'list') return false
  const saysWho = inside(peopleIn(minutes), { from, to }).length > 0
  if (content.items.some(({ checkbox }) => checkbox)) return !saysWho
  return !hasTopics(minutes) && (saysWho || content.dates.length + content.times.length === 0)
}

const peopleIn = memo((minutes: Minutes) => united([...attendanceOf(minutes), ...rolesOf(minutes)]))

const hasTopics = memo(({ sections }: Minutes): boolean =>
  sections.some(
    ({ kind, parent, heading }) =>
      AGENDA.test(heading.title) || (!FRAME.has(kind) && !(parent < 0 && heading.level === 1)),
  ),
)

/** Whether the group marks what is to be done by checkboxes. */
export const hasBoxes = memo((minutes: Minutes): boolean =>
  actionsOf(minutes).some(({ block }) => placeOf(minutes, block) === 'talk'),
)

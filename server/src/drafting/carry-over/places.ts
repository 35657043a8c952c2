import type { SectionKind } from '../../minutes/headings.ts'
import { kindAt, type Minutes, sectionOf } from '../../minutes/minutes.ts'
import { actionsOf } from '../../minutes/notes.ts'
import { stampsOf } from '../../minutes/stamps.ts'
import { memo } from '../../text/memo.ts'

/** What happens to the text of a place: it is the meeting's frame, it is talked about, or it is filled in anew. */
export type Place = 'frame' | 'talk' | 'events' | 'approval' | 'next-meeting' | 'next-roles' | 'end'

const FRAME: ReadonlySet<SectionKind> = new Set(['details', 'welcome', 'attendance', 'start'])

/** What is talked about, though some put its heading below that of the attendance. */
const AGENDA = /^\W*(?:agenda|topics|discussions?|minutes|notes)\W*$/i

/** The place of a block. */
export function placeOf(minutes: Minutes, block: number): Place {
  const kind = kindAt(minutes, block)
  const isAgenda = AGENDA.test(sectionOf(minutes, block)?.heading.title ?? '')
  if (kind === undefined || (FRAME.has(kind) && !isAgenda)) return 'frame'
  if (kind === 'events' || kind === 'approval' || kind === 'next-meeting' || kind === 'next-roles' || kind === 'end')
    return kind
  const section = sectionOf(minutes, block)!
  const isTitle = section.parent < 0 && section.heading.level === 1
  return isTitle || section.from < beginning(minutes) ? 'frame' : 'talk'
}

/** Where the meeting begins: what stands above that is said each time. */
const beginning = memo((minutes: Minutes): number => {
  const start = stampsOf(minutes).find(({ kind, heading }) => kind === 'start' && heading)
  return start ? start.time.from : -1
})

/** Whether the group marks what is to be done by checkboxes. */
export const hasBoxes = memo((minutes: Minutes): boolean =>
  actionsOf(minutes).some(({ block }) => placeOf(minutes, block) === 'talk'),
)

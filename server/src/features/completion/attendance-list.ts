import { attendanceOf } from '../../minutes/attendance.ts'
import { sectionOf } from '../../minutes/minutes.ts'
import { isRoleLabel } from '../../minutes/roles.ts'
import type { OpenMinutes } from '../document.ts'
import type { Caret } from './caret.ts'

/** The list of who was there, or was not, that is being written. */
export interface ListAtCaret {
  /** Whether it is of those who were not. */
  readonly isAway: boolean
}

const LEAD = /^\s*(?:[-*+]|\d{1,9}[.)])?[ \t\u00a0]*/
const AWAY = /\b(?:regrets?|apologies|excused|absen\w*|missing|not present)\b/i

/** The attendance list that the caret is in. A line that says who chairs, or writes the minutes, is none. */
export function listAt({ minutes }: OpenMinutes, caret: Caret): ListAtCaret | undefined {
  if (isRoleLine(caret)) return undefined
  // Between two lists, the one that ends at the caret is being written.
  const list = attendanceOf(minutes).findLast(({ from, to }) => from <= caret.offset && caret.offset <= to)
  if (list) return { isAway: list.presence === 'regrets' || list.presence === 'absent' }
  if (caret.kind !== 'attendance') return undefined
  const title = sectionOf(minutes, caret.block)?.heading.title ?? ''
  return { isAway: AWAY.test(title) && !/\battend|\bpresent/i.test(title.replace(/\bnot present/i, '')) }
}

/** Whether the caret's line says who chairs, or writes the minutes. */
export const isRoleLine = ({ before }: Caret): boolean => isRoleLabel(before.replace(LEAD, ''))

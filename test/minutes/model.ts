import { expect } from 'vitest'
import { partOf } from '../../server/src/book/part.ts'
import { approvalsOf } from '../../server/src/minutes/approvals.ts'
import { attendanceOf } from '../../server/src/minutes/attendance.ts'
import { decisionsOf } from '../../server/src/minutes/decisions.ts'
import { eventsOf } from '../../server/src/minutes/events.ts'
import { statementsOf } from '../../server/src/minutes/meeting.ts'
import { type Minutes, parseMinutes } from '../../server/src/minutes/minutes.ts'
import { nextMeetingOf } from '../../server/src/minutes/next-meeting.ts'
import { actionsOf, notesOf } from '../../server/src/minutes/notes.ts'
import { projectsOf } from '../../server/src/minutes/projects.ts'
import { rolesOf } from '../../server/src/minutes/roles.ts'

/** Expects minutes that came about by changes to be those that a fresh reading of their text gives. */
export function expectFresh(minutes: Minutes): void {
  const [now, fresh] = [everything(minutes), everything(parseMinutes(minutes.text))]
  // Strings are compared fast; the slow comparison shows where the two differ.
  if (JSON.stringify(now) !== JSON.stringify(fresh)) expect(now).toEqual(fresh)
}

/** All that minutes say, as plain data. The syntax trees stay out: two that are alike need not be the same. */
export function everything(minutes: Minutes, path = 'minutes.md'): Record<string, unknown> {
  const plain = {
    text: minutes.text,
    frontMatter: minutes.frontMatter,
    body: minutes.body,
    blocks: minutes.blocks.map(({ from, to, content }) => ({ from, to, content })),
    sections: minutes.sections,
    within: [...minutes.within],
    attendance: attendanceOf(minutes),
    roles: rolesOf(minutes),
    notes: notesOf(minutes),
    actions: actionsOf(minutes),
    decisions: decisionsOf(minutes),
    approvals: approvalsOf(minutes),
    projects: projectsOf(minutes),
    events: eventsOf(minutes),
    nextMeeting: nextMeetingOf(minutes),
    statements: statementsOf(minutes),
    part: partOf(minutes, path),
  }
  return JSON.parse(JSON.stringify(plain))
}

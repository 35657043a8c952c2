import { approvalStep } from './approval.ts'
import { attendanceStep } from './attendance.ts'
import { findingSteps } from './findings.ts'
import { indexDateStep } from './index-date.ts'
import { indexEntryStep } from './index-entry.ts'
import { nextMeetingStep } from './next-meeting.ts'
import { roleStep } from './roles.ts'
import { stampStep } from './stamps.ts'
import type { Finishing, Step } from './step.ts'

/**
 * What is missing in minutes that are about to be published, in the order in which a reader would miss it. Nothing is
 * asked for that the group's earlier minutes do not have.
 */
export function finishSteps(finishing: Finishing): readonly Step[] {
  const before = [
    ...stampStep(finishing, 'start'),
    ...roleStep(finishing, 'chair'),
    ...roleStep(finishing, 'scribe'),
    ...attendanceStep(finishing),
    ...approvalStep(finishing),
  ]
  const after = [...nextMeetingStep(finishing), ...stampStep(finishing, 'end')]
  return [
    ...before,
    ...findingSteps(finishing, [...before, ...after]),
    ...after,
    ...indexEntryStep(finishing),
    ...indexDateStep(finishing),
  ]
}

import type { Temporal } from 'temporal-polyfill'
import { withParts } from '../../book/book.ts'
import { partOf } from '../../book/part.ts'
import { meetingDay } from '../../minutes/meeting.ts'
import { parseMinutes } from '../../minutes/minutes.ts'
import { check } from '../../rules/check.ts'
import type { Finding, Subject } from '../../rules/rule.ts'
import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { english, phrase } from '../../text/phrase.ts'
import type { Span } from '../../text/span.ts'
import { isProblem, type Problem } from '../problem.ts'
import { approvalStep } from './approval.ts'
import { attendanceStep } from './attendance.ts'
import { findingSteps } from './findings.ts'
import { indexDateStep } from './index-date.ts'
import { indexEntryStep } from './index-entry.ts'
import { nextMeetingStep } from './next-meeting.ts'
import { roleStep } from './roles.ts'
import { stampStep } from './stamps.ts'
import type { Answers, Finishing, IndexPage, Step } from './step.ts'

/** Minutes as they are to be published; `undefined` where they do not say of which day they are. */
export function finishingOf(
  subject: Subject,
  index: IndexPage | undefined,
  now: Temporal.Instant,
): Finishing | undefined {
  const { day } = subject
  return day && { subject, day, findings: check(subject).findings, index, now }
}

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

/** The edits that do a step: never some in which our rules would find something wrong. */
export function editsFor(finishing: Finishing, step: Step, answers: Answers): readonly TextEdit[] | Problem {
  if (!step.edits) return { problem: phrase`${step.message.wrong} ${step.message.remedy}` }
  const edits = step.edits(answers)
  if (isProblem(edits)) return edits
  const before = subjectOf(finishing, step)
  const [found] = before ? newFindings(before, edits) : []
  if (!found) return edits
  const { wrong, remedy } = found.message
  return { problem: phrase`${wrong} ${remedy}` }
}

/** What a step changes, as the rules look at it; `undefined` for a page that is no minutes. */
function subjectOf({ subject, index }: Finishing, step: Step): Subject | undefined {
  if (step.where === 'minutes') return subject
  if (!index || !subject.book.parts.has(index.path)) return undefined
  return { ...subject, ...index, day: meetingDay(index.minutes, index.path) }
}

/** What is wrong in what edits write, and was not before. */
function newFindings(subject: Subject, edits: readonly TextEdit[]): readonly Finding[] {
  const minutes = parseMinutes(applyEdits(subject.minutes.text, edits))
  const { path } = subject
  const book = withParts(subject.book, [partOf(minutes, path)])
  const known = new Set(check(subject).findings.map(said))
  const written = writtenBy(edits)
  return check({ ...subject, minutes, book, day: meetingDay(minutes, path) }).findings.filter(
    (finding) =>
      (finding.severity === 'error' || finding.severity === 'warning') &&
      !known.has(said(finding)) &&
      written.some((span) => finding.from <= span.to && span.from <= finding.to),
  )
}

/** What is found, wherever it stands. */
const said = ({ rule, message }: Finding): string => `${rule} ${english(message.wrong)}`

/** Where the inserted texts then stand. */
function writtenBy(edits: readonly TextEdit[]): readonly Span[] {
  let by = 0
  return [...edits]
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, insert }) => {
      const start = from + by
      by += insert.length - (to - from)
      return { from: start, to: start + insert.length }
    })
}

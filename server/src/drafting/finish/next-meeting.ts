import { nextDay } from '../../book/next-day.ts'
import { recentMinutes } from '../../book/recent.ts'
import { compare } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { nextMeetingOf } from '../../minutes/next-meeting.ts'
import type { TextEdit } from '../../text/edit.ts'
import { linesOf } from '../../text/lines.ts'
import { type Span, slice } from '../../text/span.ts'
import { nextLine } from '../next-line.ts'
import { apartAt, placeInOrder, usualHeadingOf, wordsBelow, writeBelow } from './place.ts'
import { dayAnswered, type Finishing, isProblem, lineEndOf, type Problem, type Step } from './step.ts'
import { isUsual } from './usual.ts'

/** That the next meeting is not called. */
export function nextMeetingStep({ subject, day }: Finishing): Step[] {
  const { minutes, book, path } = subject
  if (nextMeetingOf(minutes)?.date) return []
  if (!isUsual(recentMinutes({ book, path }), ({ next }) => next?.day !== undefined)) return []
  const place = placeFor(minutes)
  if (place === 'said') return []
  const heading = usualHeadingOf(subject, 'next-meeting')
  const likely = nextDay(book, path, day)
  const canWrite = (place || heading) && nextLine(book, path, likely ?? day.add({ days: 14 })) !== undefined
  const shown: Span = place ?? placeInOrder(subject, heading?.key ?? '')
  return [
    {
      from: shown.from,
      to: shown.to,
      id: 'next-meeting',
      title: 'Call the next meeting',
      message: {
        wrong: 'These minutes do not say when the next meeting is.',
        why: 'The group’s other minutes do, and people plan by it.',
        remedy: 'Write its day.',
      },
      where: 'minutes',
      asks: canWrite
        ? [{ id: 'day', kind: 'day', prompt: 'When is the next meeting?', ...(likely && { value: likely.toString() }) }]
        : [],
      ...(canWrite && {
        edits: (answers) => {
          const next = dayAnswered(answers, 'day')
          if (isProblem(next)) return next
          if (compare(next, day) <= 0) return { problem: `${next} is not after this meeting. Give a later day.` }
          const line = nextLine(book, path, next)
          return line === undefined ? NO_LINE : writtenAt(subject, place, heading, line)
        },
      }),
    },
  ]
}

const NO_LINE: Problem = { problem: 'The group’s last line cannot be moved to that day. Write it by hand.' }

/** A line that calls the meeting for no day yet. */
const OPEN =
  /\bnext (?:online )?meeting(?: is| will be)?(?: on)?[:\s*_]*(?:$|[@.]|at\b)|\b(?:YYYY|20[XY][XY]|XX|HH:MM|FIXME)\b|\{[A-Z]|\$[A-Z]|^[\s*+-]*(?:…|\.\.\.)?$/i

interface Place extends Span {
  /** Whether the line takes the place of what stands there. */
  readonly replaces: boolean
  readonly section?: Minutes['sections'][number]
}

/** Where it belongs; `said` where something is said already; `undefined` where nothing speaks of it. */
function placeFor(minutes: Minutes): Place | 'said' | undefined {
  const { text } = minutes
  const section = minutes.sections.find(({ kind }) => kind === 'next-meeting')
  if (!section) return openLine(minutes)
  const words = wordsBelow(minutes, section)
  const said = slice(text, words)
  if (said === '' || /^(?:[-*+]|\d{1,9}[.)])$/.test(said)) return { ...section.label, section, replaces: false }
  return !said.includes('\n') && OPEN.test(said) ? { ...words, replaces: true } : 'said'
}

/** "Next meeting:" with nothing behind it, anywhere; or a line that speaks of it in other words. */
function openLine({ blocks, text }: Minutes): Place | 'said' | undefined {
  for (const { content, from, to } of blocks) {
    if (content.heading || content.kind === 'code' || !/\bnext meeting\b/i.test(content.prose)) continue
    const lines = linesOf(text.slice(from, to)).map((line) => ({ from: from + line.from, to: from + line.to }))
    const line = lines.find((each) => /^[\s*+-]*[*_]*next (?:online )?meeting\b/i.test(slice(text, each)))
    if (line) return OPEN.test(slice(text, line).trimEnd()) ? { ...line, replaces: true } : 'said'
  }
  return undefined
}

function writtenAt(
  subject: Finishing['subject'],
  place: Place | undefined,
  heading: { key: string; line: string } | undefined,
  line: string,
): readonly TextEdit[] | Problem {
  const { minutes } = subject
  if (place?.replaces) return [{ from: place.from, to: place.to, insert: line }]
  if (!place)
    return [apartAt(minutes, placeInOrder(subject, heading!.key), `${heading!.line}${lineEndOf(minutes)}${line}`)]
  const edit = writeBelow(minutes, place.section!, line, '')
  return edit ? [edit] : { problem: 'There is no place for it below this heading. Write it by hand.' }
}

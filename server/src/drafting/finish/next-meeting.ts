import { nextDay } from '../../book/next-day.ts'
import { recentMinutes } from '../../book/recent.ts'
import { compare } from '../../minutes/calendar.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { nextMeetingOf } from '../../minutes/next-meeting.ts'
import { linesOf } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { type Span, slice } from '../../text/span.ts'
import { nextLine } from '../next-line.ts'
import { isProblem, type Problem } from '../problem.ts'
import { type Place, placeInOrder, usualHeadingOf, wordsBelow, writtenAt } from './place.ts'
import { dayAnswered, type Finishing, type Step } from './step.ts'
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
      title: phrase`Call the next meeting`,
      message: {
        wrong: phrase`These minutes do not say when the next meeting is.`,
        why: phrase`The group’s other minutes do, and people plan by it.`,
        remedy: phrase`Write its day.`,
      },
      where: 'minutes',
      asks: canWrite
        ? [
            {
              id: 'day',
              kind: 'day',
              prompt: phrase`When is the next meeting?`,
              ...(likely && { value: likely.toString() }),
            },
          ]
        : [],
      ...(canWrite && {
        edits: (answers) => {
          const next = dayAnswered(answers, 'day')
          if (isProblem(next)) return next
          if (compare(next, day) <= 0)
            return { problem: phrase`${String(next)} is not after this meeting. Give a later day.` }
          const line = nextLine(book, path, next)
          return line === undefined ? NO_LINE : writtenAt(subject, place, heading, line, '')
        },
      }),
    },
  ]
}

const NO_LINE: Problem = { problem: phrase`The group’s last line cannot be moved to that day. Write it by hand.` }

/** A line that calls the meeting for no day yet. */
const OPEN =
  /\bnext (?:online )?meeting(?: is| will be)?(?: on)?[:\s*_]*(?:$|[@.]|at\b)|\b(?:YYYY|20[XY][XY]|XX|HH:MM|FIXME)\b|\{[A-Z]|\$[A-Z]|^[\s*+-]*(?:…|\.\.\.)?$/i

/** Where it belongs; `said` where something is said already; `undefined` where nothing speaks of it. */
function placeFor(minutes: Minutes): Place | 'said' | undefined {
  const { text } = minutes
  const section = minutes.sections.find(({ kind }) => kind === 'next-meeting')
  if (!section) return openLine(minutes)
  const words = wordsBelow(minutes, section)
  const said = slice(text, words)
  if (said === '' || /^(?:[-*+]|\d{1,9}[.)])$/.test(said)) return { ...section.label, section }
  return !said.includes('\n') && OPEN.test(said) ? { ...words, replaces: words } : 'said'
}

/** "Next meeting:" with nothing behind it, anywhere; or a line that speaks of it in other words. */
function openLine({ blocks, text }: Minutes): Place | 'said' | undefined {
  for (const { content, from, to } of blocks) {
    if (content.heading || content.kind === 'code' || !/\bnext meeting\b/i.test(content.prose)) continue
    const lines = linesOf(text.slice(from, to)).map((line) => ({ from: from + line.from, to: from + line.to }))
    const line = lines.find((each) => /^[\s*+-]*[*_]*next (?:online )?meeting\b/i.test(slice(text, each)))
    if (line) return OPEN.test(slice(text, line).trimEnd()) ? { ...line, replaces: line } : 'said'
  }
  return undefined
}

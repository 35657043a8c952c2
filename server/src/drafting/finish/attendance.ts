import { recentMinutes } from '../../book/recent.ts'
import { regularsOf } from '../../book/regulars.ts'
import { type AttendanceList, attendanceOf } from '../../minutes/attendance.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { TextEdit } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { type Span, slice, trim } from '../../text/span.ts'
import { isProblem } from '../problem.ts'
import { choiceOf, peopleAnswered, peopleAt } from './people.ts'
import type { Choice, Finishing, Step } from './step.ts'
import { isUsual } from './usual.ts'

/** That nobody is named who was there. */
export function attendanceStep({ subject }: Finishing): Step[] {
  const { minutes, book, path } = subject
  const recent = recentMinutes({ book, path })
  const lists = attendanceOf(minutes).filter(({ presence }) => presence === 'present' || presence === 'partly')
  if (lists.some(({ people }) => people.length > 0)) return []
  if (!isUsual(recent, ({ byHandle, byName }) => byHandle + byName > 0)) return []
  const list = lists.find(({ presence, of }) => presence === 'present' && !of)
  const blank = list && blankIn(minutes, list)
  const section = minutes.sections.find(({ kind }) => kind === 'attendance')
  const place: Span = list ?? section?.label ?? { from: minutes.body, to: minutes.body }
  const regulars = [...regularsOf({ book, path })].map((key) => choiceOf(book, key))
  const choices = distinct([...regulars, ...recent.slice(0, 3).flatMap((part) => peopleAt(book, part))])
  return [
    {
      from: place.from,
      to: blank ? blank.from : place.to,
      id: 'attendance',
      title: phrase`Say who was there`,
      message: {
        wrong: phrase`These minutes name nobody who was there.`,
        why: phrase`Nobody can tell later who took part, or whether there was a quorum.`,
        remedy: phrase`List who was present.`,
      },
      where: 'minutes',
      asks: blank ? [{ id: 'people', kind: 'people', many: true, prompt: phrase`Who was there?`, choices }] : [],
      ...(blank && {
        edits: (answers) => {
          const people = peopleAnswered(book, answers, 'people')
          return isProblem(people) ? people : [{ ...blank, insert: ` ${people.join(', ')}` } satisfies TextEdit]
        },
      }),
    },
  ]
}

const distinct = (choices: readonly Choice[]): readonly Choice[] =>
  [...new Map([...choices].reverse().map((choice) => [choice.value, choice])).values()].reverse()

/** Where the names go: behind a label with a colon, or behind the marker of the empty item below it. */
function blankIn({ text }: Minutes, list: AttendanceList): Span | undefined {
  const whole = trim(text, list)
  const written = slice(text, whole).replace(OPEN, '')
  const line = lineAround(text, whole.to > whole.from ? whole.to - 1 : list.from)
  const before = text.slice(line.from, line.to).trimEnd().replace(OPEN, '')
  const isOpen = /:[*_]*$/.test(before) || (/^[ \t]*[-*+]$/.test(before) && /[-*+]\s*$/.test(written))
  return isOpen ? { from: line.from + before.length, to: line.to } : undefined
}

/** What new minutes have in the place of names. */
const OPEN = /[ \t]*…$/

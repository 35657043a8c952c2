import { Temporal } from 'temporal-polyfill'
import { type DatedPart, recentMinutes } from '../../book/recent.ts'
import { headingKey } from '../../book/usual-headings.ts'
import { type PlainDate, wallClock } from '../../minutes/calendar.ts'
import { meetingTime } from '../../minutes/meeting.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { respellClock } from '../../minutes/spelling.ts'
import { stampsOf } from '../../minutes/stamps.ts'
import { formatClock, scanTimes, type TimeMention } from '../../minutes/times.ts'
import type { Message } from '../../rules/rule.ts'
import type { TextEdit } from '../../text/edit.ts'
import { linesOf } from '../../text/lines.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { type Span, slice } from '../../text/span.ts'
import { readLine } from '../move-line.ts'
import { type Change, changed, textOf } from '../piece.ts'
import { isProblem } from '../problem.ts'
import { apartAt, placeInOrder } from './place.ts'
import { type Finishing, type Question, type Step, timeAnswered } from './step.ts'
import { isUsual } from './usual.ts'

const WORDS = {
  start: {
    title: phrase`Say when the meeting began`,
    prompt: phrase`When did the meeting begin?`,
    wrong: phrase`These minutes do not say when the meeting began.`,
  },
  end: {
    title: phrase`Say when the meeting ended`,
    prompt: phrase`When did the meeting end?`,
    wrong: phrase`These minutes do not say when the meeting ended.`,
  },
} as const

const UTC = 'UTC'

const message = (wrong: Phrase): Message => ({
  wrong,
  why: phrase`The group’s other minutes do, and who was not there cannot know.`,
  remedy: phrase`Write the time as they do.`,
})

/** That the hour is missing at which the meeting began or ended. */
export function stampStep(finishing: Finishing, kind: 'start' | 'end'): Step[] {
  const { subject } = finishing
  const { minutes, book, path } = subject
  const recent = recentMinutes({ book, path })
  if (stampsOf(minutes).some((stamp) => stamp.kind === kind)) return []
  if (kind === 'end' && book.parts.get(path)?.end !== undefined) return []
  if (!isUsual(recent, ({ wording }) => wording.stamps[kind] !== undefined)) return []
  const line = modelOf(recent, kind)!
  const open = openLine(minutes, line)
  const place = open ?? placeInOrder(subject, headingKey(line.replace(LEAD, '')))
  const clock = clockOf(line)
  const { title, prompt, wrong } = WORDS[kind]
  const value = clock === UTC ? likely(finishing, kind) : undefined
  const asked: Question = {
    id: 'time',
    kind: 'time',
    prompt: phrase`${prompt} (${clock === undefined ? UTC : clock || phrase`your usual clock`})`,
    ...(value !== undefined && { value: formatClock(value) }),
  }
  return [
    {
      ...place,
      id: kind,
      title,
      message: message(wrong),
      where: 'minutes',
      asks: clock === undefined ? [] : [asked],
      ...(clock !== undefined && {
        edits: (answers) => {
          const time = timeAnswered(answers, 'time')
          return isProblem(time) ? time : [stampEdit(finishing, line, open, place, time)]
        },
      }),
    },
  ]
}

const modelOf = (recent: readonly DatedPart[], kind: 'start' | 'end'): string | undefined =>
  recent.find(({ wording }) => wording.stamps[kind] !== undefined)?.wording.stamps[kind]

const LEAD = /^[\s>]*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+)?/

/**
 * The clock by which such a line states the hour: `UTC`, also where it says the hour elsewhere beside it, or the zone as it
 * is written; empty where it says none. `undefined` where it cannot be written for another hour.
 */
function clockOf(line: string): string | undefined {
  const times = readLine(line)?.times ?? []
  const [first] = times
  if (!first || times.some(({ valid }) => !valid)) return undefined
  if (times.some(({ zone }) => zone?.id === 'UTC'))
    return times.every(({ zone }) => zone && !zone.loose) ? 'UTC' : undefined
  return times.length === 1 ? line.slice(first.clock.to, first.to).trim() : undefined
}

/** The hour that is likely meant: now, if that is within hours of the meeting; for the start, when it was called for. */
function likely({ subject, day, now }: Finishing, kind: 'start' | 'end'): number | undefined {
  const called = meetingTime(subject.minutes)
  if (kind === 'start') return called
  const moment = now.toZonedDateTimeISO('UTC')
  const since = day.toPlainDateTime(clockAt(called ?? 0)).until(moment.toPlainDateTime(), { largestUnit: 'minutes' })
  const isNear = since.minutes >= 0 && since.minutes <= (called === undefined ? 1440 : LONGEST)
  return isNear ? moment.hour * 60 + moment.minute : undefined
}

/** No meeting is longer, in minutes. */
const LONGEST = 6 * 60

const clockAt = (minutes: number) =>
  Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 })

function stampEdit(
  { subject, day }: Finishing,
  line: string,
  open: Span | undefined,
  place: Span,
  time: number,
): TextEdit {
  const { minutes } = subject
  const written = atTime(line, day, time)
  if (!open) return apartAt(minutes, place, written)
  const own = LEAD.exec(slice(minutes.text, open))![0]
  return { from: open.from + own.length, to: open.to, insert: written.slice(LEAD.exec(written)![0].length) }
}

/** The line with this hour in every zone that it names. */
function atTime(line: string, day: PlainDate, time: number): string {
  const changes = (readLine(line)?.times ?? []).map(({ clock, clockText, zone }: TimeMention): Change => {
    const there = zone && !zone.loose && zone.id !== 'UTC' && clockOf(line) === 'UTC'
    return { ...clock, put: respellClock(clockText, there ? wallClock(day, time, zone.id) : time) }
  })
  return textOf(changed(line, changes))
}

/** The line of these minutes that says the same but for the hour. */
function openLine({ text, blocks }: Minutes, line: string): Span | undefined {
  const wanted = wordsOf(line)
  if (wanted === '') return undefined
  for (const { content, from, to } of blocks) {
    if (content.kind === 'code' || content.kind === 'table') continue
    for (const each of linesOf(text.slice(from, to))) {
      const own = slice(text.slice(from, to), each)
      if (own.length <= line.length + SPARE && wordsOf(own) === wanted)
        return { from: from + each.from, to: from + each.from + own.trimEnd().length }
    }
  }
  return undefined
}

/** So much longer may a line be in which a blank stands for the hour. In UTF-16 code units. */
const SPARE = 40

/** What a line says beside the hour, and what stands in its place. */
function wordsOf(line: string): string {
  const rest = scanTimes(line).reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), line)
  return (rest.match(/\p{L}+/gu) ?? [])
    .filter((word) => !BLANK.test(word))
    .join(' ')
    .toLowerCase()
}

const BLANK = /^(?:UTC|GMT|HH|MM|XX+|TBD|TBA|FIXME|TIME|[ap]m)$/i

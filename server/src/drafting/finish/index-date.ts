import { recentMinutes } from '../../book/recent.ts'
import { compare, type PlainDate, plainDate } from '../../minutes/calendar.ts'
import { type DateMention, scanDates } from '../../minutes/dates.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { dayNear } from '../../minutes/next-meeting.ts'
import { scanTimes } from '../../minutes/times.ts'
import { announcements } from '../../rules/shared/index-next-meeting.ts'
import type { TextEdit } from '../../text/edit.ts'
import { lineEdits } from '../../text/line-edits.ts'
import { lineAround } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { shift, slice } from '../../text/span.ts'
import { moveLine } from '../move-line.ts'
import { dayOf } from '../next-line.ts'
import { listedSeries } from './index-entry.ts'
import type { Finishing, Step } from './step.ts'

/** That the page that lists the minutes announces a meeting that these leave behind. */
export function indexDateStep(finishing: Finishing): Step[] {
  const { subject, index, day } = finishing
  const { book, path } = subject
  const next = book.parts.get(path)?.next
  const to = next?.day === undefined ? undefined : dayOf(next.day)
  if (!index || !to || compare(to, day) <= 0 || !isLatest(finishing) || listedSeries(finishing, index).length === 0)
    return []
  const stale = announcements(index.minutes).flatMap((date) => {
    const from = plainDate(date) ?? dayNear(date, day)
    return from && compare(from, to) < 0 ? [{ date, from }] : []
  })
  const [first] = stale
  if (!first) return []
  const edits = stale.map(({ date, from }) => movedEdits(index.minutes, date, from, to, next!.time))
  const whole = edits.every((each) => each !== undefined) ? edits.flatMap((each) => each!) : undefined
  return [
    {
      from: first.date.from,
      to: first.date.to,
      id: 'index-next-meeting',
      title: phrase`Announce the next meeting in ${index.path}`,
      message: {
        wrong: phrase`${index.path} announces the next meeting for ${first.date.text}; these minutes call it for ${next!.day!}.`,
        why: phrase`Some will come on the wrong day, or believe that there is no meeting to come.`,
        remedy: whole ? phrase`Move the date.` : phrase`Its line says more than the day, so change it by hand.`,
      },
      where: 'index',
      asks: [],
      ...(whole && { edits: () => whole }),
    },
  ]
}

/** Only the latest minutes know when the group meets next. */
function isLatest({ subject: { book, path }, day }: Finishing): boolean {
  const own = day.toString()
  const family = recentMinutes({ book, path })
  const prefix = path.replace(/\d/g, '#')
  const later = [...book.parts.values()].some(
    (part) =>
      part.path !== path && part.day !== undefined && part.day > own && part.path.replace(/\d/g, '#') === prefix,
  )
  return !later && family.every((part) => part.day <= own)
}

/** The edits that move a date, its weekday and the hours beside it, within its line and nowhere else. */
function movedEdits(
  { text }: Minutes,
  date: DateMention,
  from: PlainDate,
  to: PlainDate,
  time: number | undefined,
): readonly TextEdit[] | undefined {
  const line = lineAround(text, date.from)
  const written = slice(text, line)
  // In front matter a key stands before it, which moves nothing.
  const times = scanTimes(written)
  const at = time !== undefined && times.some(({ zone }) => zone?.id === 'UTC') ? time : undefined
  const moved = moveLine(written, from, to, undefined, at)
  if (moved === undefined || scanDates(moved).length !== scanDates(written).length) return undefined
  return lineEdits(written, moved).map((edit) => ({ ...edit, ...shift(edit, line.from) }))
}

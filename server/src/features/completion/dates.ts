import { CompletionItemKind } from 'vscode-languageserver-types'
import { usualDates } from '../../book/usual-dates.ts'
import { nextLine, usualZones } from '../../drafting/next-line.ts'
import { typedDate } from '../../drafting/typed-date.ts'
import { daysBetween, type PlainDate, wallClock } from '../../minutes/calendar.ts'
import { dateShape, writeDate } from '../../minutes/date-shape.ts'
import { scanDates } from '../../minutes/dates.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { sectionOf } from '../../minutes/minutes.ts'
import { formatClock } from '../../minutes/times.ts'
import { WEEKDAY_NAMES } from '../../rules/shared/calendar-words.ts'
import { type Phrase, phrase } from '../../text/phrase.ts'
import { touches } from '../../text/span.ts'
import { days } from '../counts.ts'
import type { OpenMinutes } from '../document.ts'
import type { Caret } from './caret.ts'
import type { Offer } from './offer.ts'

/** So many spellings of one day are offered. */
const MOST_SHAPES = 3
/** Where nothing shows how the group writes dates. */
const ISO = '2006-09-06'

/** A shape with the day in front of the month, be there a weekday or not. */
const DAY_FIRST = /^(?:\p{L}+\.?,? )?0?6(?!\d)/u

/** The day that is typed in words or figures, as the group writes days: seen from the meeting's day. */
export function completeDates(open: OpenMinutes, caret: Caret): Offer[] {
  const { book, path, day, minutes, settings } = open
  // Before a figure, a weekday belongs to the date that is there.
  if (!day || /^(?:[\p{L}\p{N}]|,?[ \u00a0]+\d)/u.test(caret.after)) return []
  const shapes = [...new Set([...shapesNear(minutes, caret), ...usualDates(open)])]
  const typed = typedDate(caret.before, day, DAY_FIRST.test(shapes[0] ?? ''))
  if (!typed) return []
  const text = caret.before.slice(-typed.length)
  // What is a date of the group's already needs no other spelling.
  const [own] = scanDates(text)
  const isForeign = own?.form === 'dots' && !shapes.some((shape) => scanDates(shape)[0]?.form === 'dots')
  if (own && own.to - own.from === text.length && own.year !== undefined && !isForeign) return []
  const at = { from: caret.offset - typed.length, to: caret.offset }
  const zones = settings.zones.length > 0 ? settings.zones : usualZones(open)
  return typed.days.flatMap((meant) => {
    const hour = typed.time === undefined ? '' : hourOf(meant, typed.time, zones)
    const dates = (shapes.length > 0 ? shapes : [ISO]).flatMap((shape) => writeDate(shape, meant) ?? [])
    const written = dates.map((date) => date + hour)
    const line = caret.kind === 'next-meeting' ? nextLine(book, path, meant, typed.time) : undefined
    const tail = line === undefined ? undefined : tailOf(line)
    return [...(tail === undefined ? [] : [tail]), ...new Set(written.slice(0, MOST_SHAPES))]
      .filter((each) => each !== text)
      .map((each) => offerOf(each, meant, day, text, at))
  })
}

/** The hour behind a date, in UTC and in the zones that the group states. */
function hourOf(day: PlainDate, minutes: number, zones: readonly string[]): string {
  const local = zones.map((zone) => `${formatClock(wallClock(day, minutes, zone))} ${zone}`)
  return ` ${formatClock(minutes)} UTC${local.length > 0 ? ` (${local.join(', ')})` : ''}`
}

const offerOf = (label: string, meant: PlainDate, day: PlainDate, typed: string, at: Offer['at']): Offer => ({
  label,
  kind: CompletionItemKind.Value,
  pieces: [label],
  at,
  filter: typed,
  description: phrase`${WEEKDAY_NAMES[meant.dayOfWeek - 1]!}, ${distance(daysBetween(day, meant))}`,
})

function distance(ahead: number): Phrase {
  if (ahead === 0) return phrase`the day of the meeting`
  return ahead < 0 ? phrase`${days(-ahead)} before` : phrase`${days(ahead)} after`
}

/** The line from its day on, with the hours in all zones. */
function tailOf(line: string): string | undefined {
  const [date] = scanDates(line)
  return date && line.slice(Math.min(date.from, date.weekday?.from ?? date.from))
}

/** How dates are written in the section around the caret, the commonest first. */
function shapesNear(minutes: Minutes, { block, offset }: Caret): readonly string[] {
  const section = block < 0 ? undefined : sectionOf(minutes, block)
  if (!section) return []
  const counts = new Map<string, number>()
  for (const { content, from } of minutes.blocks.slice(section.first + 1, section.last)) {
    for (const date of content.dates) {
      if (touches(date, offset - from)) continue
      const shape = dateShape(content.prose, date)
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([shape]) => shape)
}

import { daysBetween, type PlainDate, wallClock } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import { parseMinutes } from '../minutes/minutes.ts'
import { respellClock } from '../minutes/spelling.ts'
import { minuteOfDay, type TimeMention } from '../minutes/times.ts'
import { isWeekdayElsewhere, weekdayElsewhere } from '../minutes/weekdays-elsewhere.ts'
import type { Zone } from '../minutes/zones.ts'
import { dateChanges, meantDay } from './move-dates.ts'
import { type Change, changed, textOf } from './piece.ts'

/** What one line says. */
export function readLine(line: string): Content | undefined {
  let content = known.get(line)
  if (!content) {
    content = parseMinutes(line).blocks[0]?.content
    if (!content) return undefined
    if (known.size > MOST_KNOWN) known.clear()
    known.set(line, content)
  }
  return content
}

// The lines of the last few minutes are read again for each completion.
const known = new Map<string, Content>()
const MOST_KNOWN = 500

/**
 * A line that says when something takes place, moved to another day: days, weekdays, and the wall clocks of all zones.
 * `undefined` for a line that speaks of any other day, or leaves open which zone is meant.
 *
 * @param from the day the line speaks of, where its first zone is
 * @param anchor the zone whose wall clock stays; without one, the first that the line states
 * @param at another hour than the line's: UTC, minutes since midnight
 */
export function moveLine(
  line: string,
  from: PlainDate,
  to: PlainDate,
  anchor?: string,
  at?: number,
): string | undefined {
  const content = readLine(line)
  if (!content || content.dates.length === 0 || content.times.some(({ valid }) => !valid)) return undefined
  if (saysDayOtherwise(content)) return undefined
  const changes: Change[] = []
  for (const date of content.dates) {
    const day = meantDay(date, from.subtract({ days: 1 }))
    const away = day && daysBetween(from, day)
    // In another zone it may be the day before or after.
    if (away === undefined || Math.abs(away) > 1) return undefined
    changes.push(...dateChanges(date, to.add({ days: away })))
  }
  const weekdays = weekdaysElsewhere(content, from, to)
  const clocks = clockChanges(content, from, to, anchor, at)
  return weekdays && clocks && textOf(changed(line, [...changes, ...weekdays, ...clocks]))
}

const WORD = /[\p{L}-]{5,}/gu
/** A short name of a weekday before a date, in a language that is not English. */
const SHORT =
  /(?<!\p{L})(?:mo|di|mi|do|fr|sa|so|ma|wo|vr|za|zo|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|gio|man|mån|tir|tis|ons|tor|fre|lør|lör|søn|sön)\.?,? ?$/iu

/** The weekdays of other languages, changed; `undefined` where one cannot be, as it would stay and be wrong. */
function weekdaysElsewhere({ prose, dates }: Content, from: PlainDate, to: PlainDate): readonly Change[] | undefined {
  const changes: Change[] = []
  for (const { index, 0: word } of prose.matchAll(WORD)) {
    if (!isWeekdayElsewhere(word)) continue
    const put = weekdayElsewhere(word, from.dayOfWeek, to.dayOfWeek)
    if (put === undefined) return undefined
    changes.push({ from: index, to: index + word.length, put })
  }
  return dates.some(({ from, weekday }) => !weekday && SHORT.test(prose.slice(0, from))) ? undefined : changes
}

const WEEKDAY = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|weeks?|fortnight|days?)\b/gi

/** Whether words beside the dates tell the day too: those would stay what they were. */
const saysDayOtherwise = ({ prose, dates }: Content): boolean =>
  [...prose.matchAll(WEEKDAY)].some(({ index }) => !dates.some(({ weekday }) => weekday?.from === index))

type Zoned = TimeMention & { readonly zone: Zone }

function clockChanges(
  { times, prose }: Content,
  from: PlainDate,
  to: PlainDate,
  anchor: string | undefined,
  at: number | undefined,
): readonly Change[] | undefined {
  const first = times.find((time): time is Zoned => time.zone !== undefined)
  if (!first) return []
  const reference = first.zone.id
  const fixed = anchor ?? reference
  const changes: Change[] = []
  /** UTC on the old day and on the new. */
  let later = 0
  let moment: { readonly before: number; readonly after: number } | undefined
  let waiting: TimeMention[] = []
  for (const time of times) {
    const { zone } = time
    if (!zone) {
      waiting.push(time)
      continue
    }
    const said = minuteOfDay(time)
    if (zone.id === reference) {
      const same = moved(inUtc(from, said, reference), from, to, fixed)
      if (!moment && at !== undefined) later = at - same.after
      moment = { before: same.before, after: same.after + later }
    }
    if (!moment) return undefined
    const { before, after } = moment
    const its = zoneMeant(zone, (id) => (wallClock(from, before, id) - said) % 1440 === 0)
    if (!its) return undefined
    const by = wallClock(to, after, its) - said
    // A range states its zone once, behind the end.
    for (const each of by % 1440 === 0 ? [] : [...waiting, time]) {
      changes.push({ ...each.clock, put: respellClock(each.clockText, minuteOfDay(each) + by) })
    }
    waiting = []
    const season = seasonChange(time, prose, from, to, its)
    if (season) changes.push(season)
  }
  return changes
}

const moved = (before: number, from: PlainDate, to: PlainDate, fixed: string) => ({
  before,
  after: before + wallClock(from, before, fixed) - wallClock(to, before, fixed),
})

/** UTC, minutes since midnight of the day, of a wall clock there. */
const inUtc = (day: PlainDate, clock: number, zone: string): number => 2 * clock - wallClock(day, clock, zone)

/** The zone that the old line shows to be meant, or the only one that can be. */
function zoneMeant({ id, others = [] }: Zone, fits: (id: string) => boolean): string | undefined {
  return [id, ...others].find(fits) ?? (others.length === 0 ? id : undefined)
}

const SEASONS: readonly (readonly [winter: string, summer: string])[] = [
  ...['P', 'M', 'C', 'E', 'AE', 'NZ'].map((start) => [`${start}ST`, `${start}DT`] as const),
  ...['CE', 'EE', 'WE'].map((start) => [`${start}T`, `${start}ST`] as const),
  ['GMT', 'BST'],
]

/** `CET` becomes `CEST` where the clocks have changed; what was written all year long stays. */
function seasonChange(
  { clock, to: end, zone }: TimeMention,
  prose: string,
  from: PlainDate,
  to: PlainDate,
  its: string,
): Change | undefined {
  const written = /[A-Z]{3,4}$/.exec(prose.slice(clock.to, end))?.[0]
  const pair = zone?.loose ? SEASONS.find((each) => each.includes(written ?? '')) : undefined
  const ahead = (day: PlainDate) => wallClock(day, 720, its)
  if (!written || !pair || ahead(from) === ahead(to)) return undefined
  const other = pair[ahead(from) < ahead(to) ? 1 : 0]!
  return { from: end - written.length, to: end, put: other }
}

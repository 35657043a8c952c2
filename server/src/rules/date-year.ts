import { compare, daysBetween, type PlainDate, plainDate } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import type { DateMention } from '../minutes/dates.ts'
import type { SectionKind } from '../minutes/headings.ts'
import { holdsSeveral } from '../minutes/several.ts'
import { phrase } from '../text/phrase.ts'
import { inside } from '../text/span.ts'
import type { Report, Rule } from './rule.ts'
import { isDone, type Statement, statementsIn } from './shared/statements.ts'
import { isYearTooEarly } from './shared/year.ts'

export const dateYear: Rule = {
  id: 'date-year',
  severity: 'warning',
  summary: 'a date that is to come, but lies months before the meeting',
  waits: 'pause',
  reads: () => undefined,
  context: ({ day, minutes }) => (holdsSeveral(minutes) ? '' : String(day)),
  block: ({ content, kind, subject: { day, minutes } }) => {
    if (!day || !content.dates.some(({ year }) => year !== undefined) || holdsSeveral(minutes)) return []
    // A heading over what is to come may say when the list was made.
    if (content.heading && content.heading.kind !== 'topic') return []
    return statementsIn(content).flatMap((where) => checkStatement(content, where, kind, day))
  },
}

function checkStatement(content: Content, where: Statement, kind: SectionKind | undefined, day: PlainDate): Report[] {
  const dates = inside(content.dates, where)
  if (dates.length === 0 || isDone(content, where.item)) return []
  return runs(dates, content.prose).flatMap((run): Report[] => {
    const last = isYearTooEarly(run.at(-1)!, day) ? plainDate(run.at(-1)!) : undefined
    if (!last) return []
    const wrong = run.filter((date) => isUpTo(date, last))
    if (wrong.length === 0) return []
    const to = run[0]!.weekday?.from ?? run[0]!.from
    const lead = content.prose.slice(Math.max(where.from, to - REACH), to)
    const isAhead = kind === 'events' || kind === 'next-meeting' ? isAnnounced(content, where) : AHEAD.test(lead)
    return isAhead && !BACK.test(lead) ? [report(wrong, content.prose, day)] : []
  })
}

/** How far before a date, in UTF-16 code units, may stand what is said of it. */
const REACH = 120

/** Whether a date of a range, beside its last day, has the year that is wrong there. */
function isUpTo(date: DateMention, last: PlainDate): boolean {
  const day = plainDate(date)
  return day !== undefined && compare(day, last) <= 0
}

const JOINT = /^(?:[\s*_)]|\.\.\.|…|[-–—]|\b(?:to|until|and)\b)*$/

/** The dates, those of one range together. */
function runs(dates: readonly DateMention[], prose: string): DateMention[][] {
  const found: DateMention[][] = []
  for (const date of dates) {
    const run = found.at(-1)
    const before = run?.at(-1)
    if (before && JOINT.test(prose.slice(before.to, date.weekday?.from ?? date.from))) run!.push(date)
    else found.push([date])
  }
  return found
}

/** Whether an entry speaks of what is to come; what is noted below an entry often tells how it was. */
function isAnnounced({ prose, items, dates }: Content, { item, ...where }: Statement): boolean {
  const parent = item && items[item.parent]
  if (parent && inside(dates, parent.text).length > 0) return false
  return !PAST.test(prose.slice(item?.from ?? where.from, item?.to ?? where.to))
}

const PAST =
  /\b(?:attended|went|gave|began|started|founded|launched|opened|signed|joined|spoke|took|happened|participated|recap|last year|over|ended|passed|cancell?ed|postponed|report(?:s|ed)?|was|were|had|held|since)\b/i

// Words that may stand between "next" and the date: "next public call is on", not "next steps after".
const NAME =
  "(?: (?!(?:after|since|of|from|in|at|to|by|and|or|we|as|with|was|were|steps?|week|month|year|time)\\b)[\\p{L}’'*_-]+)"
const AHEAD = new RegExp(
  `\\b(?:(?:next|upcoming)${NAME}{0,4}|will (?:be|meet|start|happen|take place)|takes place|(?:is|are) (?:planned|scheduled))(?: (?:held|on|for|from|the|again))*[\\s:,–—(*_-]*$`,
  'iu',
)
/** What says of the date behind it that it is past. */
const BACK =
  /\b(?:was|were|had|last|since|ago|after|previous|as of|from|updated?|posted|published|created|approved|\w{2,}ed)(?: (?:on|at|in|the))*[\s:,–—(*_-]*$/i

function report(run: readonly DateMention[], prose: string, day: PlainDate): Report {
  const [first, last] = [run[0]!, run.at(-1)!]
  const text = prose.slice(first.from, last.to)
  const months = Math.round(daysBetween(plainDate(first) ?? day, day) / 30.4)
  const year = first.year! + 1
  return {
    from: first.from,
    to: last.to,
    message: {
      wrong: phrase`${text} is announced, but lies ${months} months before this meeting.`,
      why: phrase`Readers will take it for past.`,
      remedy: phrase`Is ${year} meant?`,
    },
    fixes: [
      {
        title: run.length > 1 ? phrase`Move it to the next year (${year})` : phrase`Change the year to ${year}`,
        preferred: true,
        edits: run.map((date) => {
          const from = date.from + date.text.indexOf(String(date.year))
          return { from, to: from + 4, insert: String(date.year! + 1) }
        }),
      },
    ],
  }
}

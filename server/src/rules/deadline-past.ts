import { daysBetween, type PlainDate, plainDate } from '../minutes/calendar.ts'
import type { Content } from '../minutes/content.ts'
import type { DateMention } from '../minutes/dates.ts'
import type { SectionKind } from '../minutes/headings.ts'
import { meantDays } from '../minutes/next-meeting.ts'
import { holdsSeveral } from '../minutes/several.ts'
import { phrase } from '../text/phrase.ts'
import { inside } from '../text/span.ts'
import { type Fix, type Report, type Rule, replace } from './rule.ts'
import { isDone, type Statement, statementsIn } from './shared/statements.ts'
import { isYearTooEarly } from './shared/year.ts'

export const deadlinePast: Rule = {
  id: 'deadline-past',
  severity: 'warning',
  summary: 'a deadline that had passed at the meeting, still listed as open',
  waits: 'pause',
  reads: () => undefined,
  context: ({ day, minutes }) => (holdsSeveral(minutes) ? '' : String(day)),
  block: ({ content, kind, subject: { day, minutes } }) => {
    if (!day || content.dates.length === 0 || holdsSeveral(minutes)) return []
    // What is quoted was written on another day, and a table says elsewhere in its row what has become of it.
    if (content.kind === 'quote' || content.kind === 'table') return []
    return statementsIn(content).flatMap((where) => checkStatement(content, where, kind, day))
  },
}

function checkStatement(content: Content, where: Statement, kind: SectionKind | undefined, day: PlainDate): Report[] {
  const due = inside(content.dates, where).filter((date) => isDeadline(date, where, content.prose))
  if (due.length === 0 || isDone(content, where.item) || isSettled(content, where)) return []
  return due.flatMap((date): Report[] => {
    if (isReplaced(date, content, where)) return []
    const last = lastDay(date, day)
    const ago = last ? daysBetween(last, day) : 0
    if (!last || ago < 1 || ago > (date.year === undefined ? NEAR : FAR)) return []
    const wrongYear = isYearTooEarly(date, day)
    // Among events that is told by date-year.
    return wrongYear && (kind === 'events' || kind === 'next-meeting') ? [] : [report(content, date, ago, wrongYear)]
  })
}

/** In days. Without its year, what lies longer ago may be that of the next year; with it, it is history. */
const NEAR = 60
const FAR = 366

function lastDay(date: DateMention, meeting: PlainDate): PlainDate | undefined {
  const away = (day: PlainDate) => Math.abs(daysBetween(meeting, day))
  const [nearest] = [...meantDays(date, meeting, false)].sort((a, b) => away(a) - away(b))
  return (nearest && date.end && plainDate({ ...date.end, year: nearest.year })) ?? nearest
}

// "Deadline: 2026-03-15", "the deadline for talks is …"; "due on …", but not "due to".
const DEADLINE = /\b(?:deadline|closing date|cut-?off(?: date)?)\b[^.;()|]{0,30}$/i
const DUE = /\bdue(?: date)?:?(?: (?:by|on|the))*[\s:*_–—(-]*$/i
const CLOSES = /\b(?:closes|closing|ends)(?: (?:on|at|by|the))*[\s:*_–—(-]*$/i
const UNTIL = /(?<!\bvalid )\b(?:until|till|through|by)(?: (?:the|end of))*[\s:*_–—(-]*$/i
/** What has a deadline, and what one does before it. */
const CALL =
  /\b(?:cfp|call for|calls? for|registrations?|applications?|submissions?|nominations?|proposals?|vot(?:e|es|ing)|polls?|tickets|sign-?ups?|early.?bird|surveys?|consultations?|enrolments?)\b/i
const INVITED = /\b(?:open|accept(?:s|ing)?|apply|submit|register|sign up|vote|nominate|reply|respond)\b/i
/** What says before the date that the deadline is told of, not set. */
const TOLD =
  /\b(?:was|were|had|has|missed|met|passed|past|over|previous|original(?:ly)?|old|last|former|after|since|before|extended|moved|postponed|no)\b/i

function isDeadline(date: DateMention, { from }: Statement, prose: string): boolean {
  const to = date.weekday && date.weekday.from < date.from ? date.weekday.from : date.from
  const lead = prose.slice(Math.max(from, to - REACH), to)
  const clause = lead.slice(Math.max(lead.lastIndexOf('. '), lead.lastIndexOf(';'), lead.lastIndexOf('(')) + 1)
  if (TOLD.test(clause)) return false
  if (DEADLINE.test(lead) || DUE.test(lead)) return true
  return CLOSES.test(lead) ? CALL.test(lead) : UNTIL.test(lead) && INVITED.test(lead) && !/\bnot\b/i.test(lead)
}

/** How far before a date, in UTF-16 code units, may stand what it is the date of. */
const REACH = 120

/** What says of an item that nobody waits for its deadline any more, in its own words and in those below it. */
const SETTLED =
  /\b(?:over|overdue|late|gone|past|done|no (?:more|longer)|did(?: not|n[’']t)|originally|previously|sent|paid|met|made|given|handed in|in time|on time|all in|ready|was|were|been|new (?:due|deadline|date)|each|every|annual(?:ly)?)\b|\b(?!(?:need|want|interest|plann|request|invit|expect|relat|limit|propos|unit)ed\b)\w{3,}ed\b|[✓✔✅☑]|~~/i
const SETTLED_BELOW = /\b(?:passed|missed|over|closed|extended|expired|too late|deadline was)\b|[✓✔✅☑]/i

const isSettled = ({ prose }: Content, { from, to, item }: Statement): boolean =>
  SETTLED.test(prose.slice(from, to)) || (item !== undefined && SETTLED_BELOW.test(prose.slice(to, item.to)))

/** Whether another date is given in place of this: "2026-03-01 → 2026-03-15". */
function isReplaced({ to }: DateMention, { prose, dates }: Content, where: Statement): boolean {
  const [next] = inside(dates, { from: to, to: where.to })
  return next !== undefined && REPLACED.test(prose.slice(to, Math.min(next.from, next.weekday?.from ?? next.from)))
}

const REPLACED =
  /^[^.]{0,20}?(?:(?:[→⇒➔➜➡]|[-=]+>)[^.;,@]{0,40}|\b(?:now|new|instead|then|rather)\b(?:[\s*_:,(]|\b(?:by|on|to|the|is|due|deadline|date|until)\b)*)$/i

function report({ prose }: Content, date: DateMention, ago: number, wrongYear: boolean): Report {
  const passed: Fix = replace(phrase`Note that it has passed`, behind(date, prose), ', passed', {
    preferred: !wrongYear,
  })
  const from = date.from + date.text.indexOf(String(date.year))
  const year = String((date.year ?? 0) + 1)
  return {
    from: date.from,
    to: date.to,
    message: {
      wrong:
        ago === 1
          ? phrase`The deadline ${date.text} had passed the day before this meeting.`
          : phrase`The deadline ${date.text} had passed ${ago} days before this meeting.`,
      why: phrase`Readers will take it for open, and try in vain.`,
      remedy: wrongYear
        ? phrase`Is ${year} meant? Or has it passed?`
        : phrase`Note that it has passed, or correct the date.`,
    },
    fixes: wrongYear
      ? [replace(phrase`Change the year to ${year}`, { from, to: from + 4 }, year, { preferred: true }), passed]
      : [passed],
  }
}

/** The place behind a date and the weekday in brackets that belongs to it. */
function behind({ to, weekday }: DateMention, prose: string): { from: number; to: number } {
  const end = weekday && weekday.to > to ? weekday.to : to
  const at = prose[end] === ')' && prose.slice(to, end).includes('(') ? end + 1 : end
  return { from: at, to: at }
}

import { dayInName } from '../book/file-days.ts'
import { seriesListedBy } from '../book/index-page.ts'
import { targetPath } from '../book/link-path.ts'
import type { Part } from '../book/part.ts'
import type { Series } from '../book/series.ts'
import { lineAround } from '../text/lines.ts'
import { phrase } from '../text/phrase.ts'
import { type Report, type Rule, type Subject, shiftReport } from './rule.ts'
import { daysListed, type Entry, entriesIn } from './shared/entries.ts'
import { nextMeetings } from './shared/index-next-meeting.ts'
import { labelMismatch } from './shared/label-mismatch.ts'
import { placesFor, type Run } from './shared/missing-entries.ts'

/** The rule of the id `index`; a file of that name is the list of rules. */
export const indexPage: Rule = {
  id: 'index',
  severity: 'warning',
  summary: 'an index page that misses a meeting, labels one wrongly, or announces a next meeting that has passed',
  needsBook: true,
  waits: 'pause',
  document: (subject) => {
    const { minutes, path, book, settings } = subject
    const series = seriesListedBy(settings, book, path)
    if (series.length === 0) return []
    const entries = entriesIn(minutes, path, series)
    const labels = mislabelled(entries, subject)
    const wrong = new Set(labels.map(({ from }) => from))
    return [
      ...labels,
      ...repeated(entries, wrong, subject),
      ...missed(entries, series, subject),
      ...nextMeetings(subject, series),
    ]
  },
}

/** Entries whose label names another day than their file. */
function mislabelled(entries: readonly Entry[], subject: Subject): Report[] {
  const links = new Map<string, number>()
  for (const { path } of entries) links.set(path, (links.get(path) ?? 0) + 1)
  const opening = new Set(entries.flatMap(({ item, link }) => (item ? [link] : [])))
  return subject.minutes.blocks.flatMap(({ content, from }) =>
    content.links.flatMap((link) => {
      const target = targetPath(content.text.slice(link.address.from, link.address.to), subject.path)
      if (target === undefined || !dayInName(target)) return []
      const report = labelMismatch(content, link, target, subject, opening.has(link) ? links : undefined)
      return report ? [shiftReport(report, from)] : []
    }),
  )
}

/** The same minutes twice in one list. */
function repeated(entries: readonly Entry[], wrong: ReadonlySet<number>, { minutes: { text } }: Subject): Report[] {
  const known = new Set<string>()
  return entries.flatMap(({ link, at, item, list, path, day }): Report[] => {
    const key = `${list} ${path}`
    if (!item || wrong.has(at + link.from)) return []
    if (!known.has(key)) {
      known.add(key)
      return []
    }
    const line = lineAround(text, at + item.from)
    const isLine = !/\n/.test(text.slice(at + item.from, at + item.to).trimEnd())
    const end = text.startsWith('\r\n', line.to) ? line.to + 2 : Math.min(text.length, line.to + 1)
    return [
      {
        from: at + link.from,
        to: at + link.to,
        message: {
          wrong: phrase`The minutes of ${day} are in this list already.`,
          why: phrase`Readers will look for a second meeting on that day.`,
          remedy: phrase`Remove one of the two entries.`,
        },
        fixes: isLine
          ? [{ title: phrase`Remove this entry`, edits: [{ from: line.from, to: end, insert: '' }], preferred: true }]
          : [],
      },
    ]
  })
}

/** A page that lists less than this share of the meetings between its first and its last entry is a selection. */
const SHARE = 0.6

/** Meetings that are in the book and not on the page. Before the oldest one listed, nothing is missed. */
function missed(entries: readonly Entry[], series: readonly Series[], { minutes, path }: Subject): Report[] {
  const opening = entries.filter(({ item }) => item)
  const days = opening.map(({ day }) => day).sort()
  const [oldest, newest] = [days[0], days.at(-1)]
  if (oldest === undefined || newest === undefined) return []
  const listed = daysListed(minutes, entries)
  const all = series
    .flatMap(({ parts }) => parts)
    .map((part) => ({ part, day: fileDayOf(part) }))
    .filter(({ day }) => day > oldest)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const missing = all.filter(({ day }) => !listed.has(day))
  const between = all.filter(({ day }) => day < newest)
  const lost = missing.filter(({ day }) => day < newest)
  if (lost.length > Math.max(1, (1 - SHARE) * (between.length + 1))) return []
  return [
    ...placesFor(lost, opening, minutes, path).map((run) => report(run, false)),
    ...placesFor(missing.slice(lost.length), opening, minutes, path).map((run) => report(run, true)),
  ]
}

const fileDayOf = ({ path, day }: Part): string => dayInName(path)?.iso ?? day!

function report({ missing, beside: { link, at }, edit }: Run, isNew: boolean): Report {
  const days = missing.map(({ day }) => day).sort()
  const several = days.length > 1
  const which = `${days.slice(0, MOST_NAMED).join(', ')}${days.length > MOST_NAMED ? ' …' : ''}`
  return {
    from: at + link.from,
    to: at + link.to,
    message: {
      wrong: several
        ? phrase`This page does not list the ${days.length} minutes of ${which}.`
        : phrase`This page does not list the minutes of ${which}.`,
      why: isNew
        ? phrase`Nobody finds them from here; perhaps they are still under review.`
        : phrase`Nobody finds them from here.`,
      remedy: several ? phrase`Add their entries beside this one.` : phrase`Add an entry beside this one.`,
    },
    fixes: edit
      ? [{ title: several ? phrase`Add the entries` : phrase`Add the entry`, edits: [edit], preferred: true }]
      : [],
    ...(isNew && { quiet: 'hint' as const }),
  }
}

const MOST_NAMED = 4

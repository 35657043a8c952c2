import { withParts } from '../../book/book.ts'
import { dayInSeries } from '../../book/earlier.ts'
import { dayInName } from '../../book/file-days.ts'
import { seriesListedBy } from '../../book/index-page.ts'
import { partOf } from '../../book/part.ts'
import { recentMinutes } from '../../book/recent.ts'
import type { Series } from '../../book/series.ts'
import { parseMinutes } from '../../minutes/minutes.ts'
import { daysListed, type Entry, entriesIn } from '../../rules/shared/entries.ts'
import { placesFor } from '../../rules/shared/missing-entries.ts'
import { applyEdits, type TextEdit } from '../../text/edit.ts'
import { phrase } from '../../text/phrase.ts'
import type { Finishing, IndexPage, Step } from './step.ts'
import { isUsual } from './usual.ts'

/** The series that an index page lists, if these minutes are of one of them. */
export function listedSeries({ subject }: Finishing, { path, minutes }: IndexPage): readonly Series[] {
  const { settings, book } = subject
  // The page may be no minutes, and then the book does not have it.
  const listed = seriesListedBy(settings, withParts(book, [partOf(minutes, path)]), path)
  return listed.some((series) => dayInSeries(series, subject.path) !== undefined) ? listed : []
}

/** That the page that lists the group's minutes does not list these. */
export function indexEntryStep(finishing: Finishing): Step[] {
  const { subject, index } = finishing
  const day = dayInName(subject.path)?.iso
  const part = subject.book.parts.get(subject.path)
  const series = index && listedSeries(finishing, index)
  if (!index || !series || series.length === 0 || !part || day === undefined) return []
  const entries = entriesIn(index.minutes, index.path, series)
  const days = daysListed(index.minutes, entries)
  if (days.has(day) || entries.some(({ path }) => path === subject.path)) return []
  const recent = recentMinutes({ book: subject.book, path: subject.path })
  // Those of the last meetings may still be under review.
  if (!isUsual(recent, (each) => days.has(dayInName(each.path)?.iso ?? each.day))) return []
  const opening = entries.filter(({ item, row }) => item ?? row)
  const [run] = placesFor([{ part, day }], opening, index.minutes, index.path)
  const edit = run?.edit && isRight(run.edit, index, series, entries, subject.path) ? run.edit : undefined
  const beside = run && { from: run.beside.at + run.beside.link.from, to: run.beside.at + run.beside.link.to }
  return [
    {
      ...(beside ?? { from: 0, to: 0 }),
      ...(edit && { from: edit.from, to: edit.from }),
      id: 'index-entry',
      title: phrase`List these minutes in ${index.path}`,
      message: {
        wrong: phrase`${index.path} does not list the minutes of ${String(day)}.`,
        why: phrase`Nobody finds them from there.`,
        remedy: edit ? phrase`Add the entry.` : phrase`Its entries say more than the day, so add this one by hand.`,
      },
      where: 'index',
      asks: [],
      ...(edit && { edits: () => [edit] }),
    },
  ]
}

/** Whether the page then lists the same as before, and these minutes: nothing may come of a form that was misread. */
function isRight(
  edit: TextEdit,
  { path, minutes }: IndexPage,
  series: readonly Series[],
  before: readonly Entry[],
  own: string,
): boolean {
  const after = entriesIn(parseMinutes(applyEdits(minutes.text, [edit])), path, series)
  const [added, ...others] = after.filter((entry) => entry.path === own)
  if (!added || others.length > 0 || !(added.item ?? added.row) || after.length !== before.length + 1) return false
  const rest = after.filter((entry) => entry !== added)
  return rest.every((entry, index) => entry.path === before[index]!.path && !entry.item === !before[index]!.item)
}

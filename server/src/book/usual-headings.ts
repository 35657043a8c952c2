import { plain, sectionKind } from '../minutes/headings.ts'
import { memo, memoBy } from '../text/memo.ts'
import type { Book } from './book.ts'
import { type DatedPart, recentMinutes } from './recent.ts'

/** A heading that the group's minutes usually have. */
export interface UsualHeading {
  readonly level: number
  /** As the latest minutes have it, without `#`; and these minutes. */
  readonly label: string
  readonly part: DatedPart
  /** See {@link headingKey}. */
  readonly key: string
}

/** What share of the minutes must have a heading for it to be usual; or how many, and so many of the latest. */
const SHARE = 0.4
const FEWEST = 2
const LATEST = 3

/** The group's usual headings in their usual order. Not among them: matters, and those that are links. */
export const usualHeadings = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): readonly UsualHeading[] => {
    const recent = recentMinutes({ book, path })
    const counts = new Map<string, number>()
    const lately = new Map<string, number>()
    const latest = new Map<string, UsualHeading>()
    const order: string[] = []
    for (const [index, part] of recent.entries()) {
      let before: string | undefined
      for (const heading of distinct(part)) {
        const { key } = heading
        counts.set(key, (counts.get(key) ?? 0) + 1)
        if (index < LATEST) lately.set(key, (lately.get(key) ?? 0) + 1)
        if (!latest.has(key)) {
          latest.set(key, heading)
          // What the latest minutes lack stands behind what it stood behind before.
          order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
        }
        before = key
      }
    }
    // One file shows what minutes have, but not which matters come again.
    const isUsual = (key: string) =>
      recent.length < FEWEST
        ? TIME.test(key) || sectionKind(latest.get(key)!.label) !== 'topic'
        : counts.get(key)! >= Math.max(FEWEST, SHARE * recent.length) || (lately.get(key) ?? 0) >= FEWEST
    return order.filter(isUsual).map((key) => latest.get(key)!)
  },
)

const distinct = memo((part: DatedPart): readonly UsualHeading[] => {
  const found = new Map<string, UsualHeading>()
  for (const heading of part.wording.headings) {
    const [, signs, label] = /^(#+) (.*)$/.exec(heading) ?? []
    if (!signs || !label || label.includes('](')) continue
    const key = headingKey(label)
    if (key !== '' && !found.has(key)) found.set(key, { level: signs.length, label, part, key })
  }
  return [...found.values()]
})

/** The hour that a time heading begins with. */
export const TIME = /^[*_]*(\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?)/i
const DATE =
  /\d{4}([-/.]?)\d\d\1\d\d|\b\d{1,2}(?:st|nd|rd|th)?\b|\b\d{4}\b|\b(?:[A-Z][a-z]+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\b/g

/** What headings of several minutes are compared by: their words, whatever the day; of a time heading, all but the hour. */
export function headingKey(label: string): string {
  const words = plain(label)
  const [hour = ''] = TIME.exec(words) ?? []
  const rest = words.slice(hour.length).replace(DATE, '#')
  return (hour && '00:00') + (hour ? rest.replace(/^(.*?) [-–—:|](?= )/, '$1') : rest).toLowerCase()
}

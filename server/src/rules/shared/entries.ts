import { dayInSeries } from '../../book/earlier.ts'
import { fileDaysIn } from '../../book/file-days.ts'
import { targetPath } from '../../book/link-path.ts'
import type { Series } from '../../book/series.ts'
import { plainDate } from '../../minutes/calendar.ts'
import type { Content, Item, Link } from '../../minutes/content.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { lineAround } from '../../text/lines.ts'
import { inside, type Span } from '../../text/span.ts'

/** A link to minutes of a series, on the page that lists them. */
export interface Entry {
  readonly link: Link
  readonly content: Content
  /** Where its block begins, and the index of that block. */
  readonly at: number
  readonly block: number
  /** The file it leads to, and the day (`YYYY-MM-DD`) in its name. */
  readonly path: string
  readonly day: string
  /** The list item that it opens. */
  readonly item?: Item
  /** The line of a table whose first such link it is. */
  readonly row?: Span
  /** The same for the entries of one list. */
  readonly list: string
}

/** Every link to minutes of these series, in order. */
export function entriesIn({ blocks }: Minutes, path: string, series: readonly Series[]): readonly Entry[] {
  return blocks.flatMap(({ content, from }, block) =>
    placesOf(content).flatMap(({ link, item, row }): Entry[] => {
      const target = targetPath(content.text.slice(link.address.from, link.address.to), path)
      if (target === undefined) return []
      for (const each of series) {
        const day = dayInSeries(each, target)
        if (day === undefined) continue
        const list = `${block} ${item?.parent ?? ''}`
        return [{ link, content, at: from, block, path: target, day, list, ...(item && { item }), ...(row && { row }) }]
      }
      return []
    }),
  )
}

/** The links of a block, each with the item that it opens, or the row in which it is the first. */
function placesOf(content: Content): { link: Link; item?: Item; row?: Span }[] {
  const { items, links, text } = content
  if (content.kind === 'table') {
    return links.map((link, at) => {
      const row = lineAround(text, link.from)
      return links[at - 1] && links[at - 1]!.from >= row.from ? { link } : { link, row }
    })
  }
  if (items.length === 0) return links.map((link) => ({ link }))
  return items.flatMap((item) =>
    inside(links, item.text).map((link, index) => {
      // Before the link may stand the day.
      const opens =
        index === 0 && !/\p{L}{4,}/u.test(text.slice(item.text.from, link.from).replace(/\p{L}+day\b/gu, ''))
      return opens ? { link, item } : { link }
    }),
  )
}

/** Each day (`YYYY-MM-DD`) that the lists with entries speak of, and each that stands in an address. */
export function daysListed({ blocks }: Minutes, entries: readonly Entry[]): ReadonlySet<string> {
  const days = new Set(entries.map(({ day }) => day))
  const withEntries = new Set(entries.map(({ block }) => block))
  blocks.forEach(({ content }, block) => {
    for (const { address } of content.links) {
      for (const { iso } of fileDaysIn(content.text.slice(address.from, address.to))) days.add(iso)
    }
    if (!withEntries.has(block)) return
    for (const date of content.dates) {
      const day = plainDate(date)
      if (day) days.add(day.toString())
    }
  })
  return days
}

import type { Book } from '../book/book.ts'
import { type DatedPart, recentMinutes } from '../book/recent.ts'
import { scanDates } from '../minutes/dates.ts'
import { memoBy } from '../text/memo.ts'
import { changed, textOf } from './piece.ts'

/** What a title says beside the group's name. */
const GENERAL = new RegExp(
  `^(?:${[
    'agenda|call|details|discussion|draft|log|meetings?|minutes|notes|protocol|record|session|summary|sync|transcript',
    'annual|bi-?monthly|bi-?weekly|daily|fortnightly|monthly|quarterly|regular|weekly|week',
    'for|from|of|on|the|and|held|at',
    '(?:mon|tues|wednes|thurs|fri|satur|sun)day',
    String.raw`\d[\d:.]*|utc`,
  ].join('|')})$`,
  'i',
)

/** A title that is longer than this, in UTF-16 code units, is no name. */
const LONGEST = 100

/**
 * What the group is called, as most of its latest minutes have it in their titles; empty where they do not say.
 */
export const groupName = memoBy(
  ({ book, path }: { readonly book: Book; readonly path: string }) => [book, path],
  ({ book, path }): string => group(recentMinutes({ book, path })),
)

function group(recent: readonly DatedPart[]): string {
  const counts = new Map<string, number>()
  for (const part of recent) {
    const name = titlesOf(part).map(nameIn).find(Boolean)
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [name, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return 2 * count > recent.length ? name : ''
}

const titlesOf = ({ frontMatter, sections, levels }: DatedPart): readonly string[] => {
  const title = frontMatter.find(([key]) => key === 'title')?.[1].replace(/^(["'])(.*)\1$/, '$2')
  return [title, levels[0] === 1 ? sections[0] : undefined].filter((each) => each !== undefined)
}

/** A title without its date, and without the general words at either end. */
function nameIn(title: string): string {
  if (title.length > LONGEST) return ''
  const dates = scanDates(title).flatMap(({ from, to, weekday }) => [
    { from, to, put: ' ' },
    ...(weekday ? [{ from: weekday.from, to: weekday.to, put: ' ' }] : []),
  ])
  const words = textOf(changed(title, dates))
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const isGeneral = (word: string) => GENERAL.test(word.replace(/[^\p{L}\p{N}:.-]/gu, ''))
  while (words.length > 0 && isGeneral(words[0]!)) words.shift()
  while (words.length > 0 && isGeneral(words.at(-1)!)) words.pop()
  return words.join(' ').replace(/[,:;–—-]+$/, '')
}

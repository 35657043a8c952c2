import type { Book } from '../../book/book.ts'
import { aliasesOf, nameOf } from '../../book/names.ts'
import { seriesNear } from '../../book/series.ts'
import { canonical } from '../../minutes/mentions.ts'
import type { OpenMinutes } from '../document.ts'
import type { ReadMinutes } from '../elsewhere.ts'
import { counted, type Paragraph, strong, words } from '../markup.ts'
import { latestMinutes, openActions, summaries } from '../open-actions.ts'
import { personMeant } from '../thing.ts'

/** The most aliases to name. */
const MOST = 8

/** A person: names, attendance in this series, and what is open in its latest minutes. */
export async function hoverPerson(
  open: OpenMinutes,
  key: string,
  read: ReadMinutes,
): Promise<readonly Paragraph[] | undefined> {
  const { book } = open
  const others = aliases(book, key)
  const keys = [key, ...others]
  const handle = `@${book.people.get(key)?.handle ?? listedHandle(book, key)}`
  const name = nameOf(book, key)
  const also = others.slice(0, MOST).map((alias) => `@${book.people.get(alias)?.handle ?? alias}`)
  const lines = [
    words(strong(name ?? handle), name ? ` (${handle})` : '', also.length > 0 ? `, also ${also.join(', ')}` : ''),
    words(...attendance(open, keys)),
  ]
  const latest = await latestMinutes(open, read)
  const actions = latest
    ? openActions(latest.minutes, ({ speakers }) => speakers.some((speaker) => personMeant(book, speaker.key) === key))
    : []
  return actions.length > 0 ? [...lines, ...summaries(latest!, actions)] : lines
}

const listedHandle = ({ roster }: Book, key: string): string =>
  roster.people.find(({ handle }) => canonical(handle) === key)?.handle ?? key

const aliases = (book: Book, key: string): readonly string[] =>
  [...aliasesOf(book)].flatMap(([alias, { handle }]) => (canonical(handle) === key ? [alias] : []))

/** Of the meetings whose minutes say who was there. */
function attendance({ book, path }: OpenMinutes, keys: readonly string[]): string[] {
  const series = seriesNear(book, path)
  const parts = series?.parts ?? [...book.parts.values()]
  const appearances = parts.map((part) => ({ part, all: keys.flatMap((key) => part.people[key] ?? []) }))
  const was = appearances.filter(({ all }) =>
    all.some(({ presence }) => presence === 'present' || presence === 'partly'),
  )
  const named = appearances.filter(({ all }) => all.length > 0)
  const last = (days: typeof appearances) =>
    days.reduce<string | undefined>(
      (latest, { part: { day } }) => (day && (!latest || day > latest) ? day : latest),
      undefined,
    )
  const [lastAttended, lastNamed] = [last(was), last(named)]
  const told = parts.filter(({ byHandle, byName }) => byHandle + byName > 0).length
  const attended =
    told === 0
      ? []
      : [
          was.length === 0
            ? `Attended none of ${counted(told, 'meeting')}.`
            : `Attended ${was.length} of ${counted(told, 'meeting')}${lastAttended ? `, the last on ${lastAttended}` : ''}.`,
        ]
  const seen =
    lastNamed && lastNamed !== lastAttended ? [`${attended.length > 0 ? ' ' : ''}Last named on ${lastNamed}.`] : []
  return [...attended, ...seen]
}

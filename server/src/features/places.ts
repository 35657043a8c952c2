import type { Book } from '../book/book.ts'
import { projectTitled } from '../book/known-projects.ts'
import { aliasesOf } from '../book/names.ts'
import type { Part } from '../book/part.ts'
import { titleKey } from '../book/project-titles.ts'
import { canonical, type Mention } from '../minutes/mentions.ts'
import type { Minutes } from '../minutes/minutes.ts'
import { projectKey } from '../minutes/projects.ts'
import { memo } from '../text/memo.ts'
import { order } from '../text/order.ts'
import { type Span, shift, trim } from '../text/span.ts'
import { unlinkedTitlesIn } from './thing.ts'

/** The key that a person goes by: that of the handle that an alias means, or else its own. */
export const unaliased = (book: Book, key: string): string => canonical(aliasesOf(book).get(key)?.handle ?? key)

/** All keys of a person: what the person goes by, and the aliases. */
export function keysOf(book: Book, key: string): ReadonlySet<string> {
  const person = unaliased(book, key)
  const aliases = [...aliasesOf(book)].filter(([, { handle }]) => canonical(handle) === person)
  return new Set([person, ...aliases.map(([alias]) => alias)])
}

/** The handles of these keys, in order. Spans count in the whole text. */
export const mentionsIn = ({ blocks }: Minutes, keys: ReadonlySet<string>): readonly Mention[] =>
  blocks.flatMap(({ content, from }) =>
    content.mentions.filter(({ key }) => keys.has(key)).map((each) => ({ ...each, ...shift(each, from) })),
  )

/** A project's title as it stands in a text: as the label of a link to its address, or as a heading or an item by itself. */
export interface TitlePlace extends Span {
  readonly title: string
  readonly linked: boolean
}

/** Where a project is linked, or stands by its title alone. Spans count in the whole text. */
export const titlesIn = (book: Book, { blocks }: Minutes, key: string): readonly TitlePlace[] =>
  blocks.flatMap(({ content, from }): TitlePlace[] => {
    const place = (own: Span, linked: boolean): TitlePlace => ({
      ...shift(own, from),
      title: content.text.slice(own.from, own.to),
      linked,
    })
    const linked = content.links
      .filter(({ address }) => projectKey({ address: content.text.slice(address.from, address.to) }) === key)
      .map(({ label }) => place(wordsOf(content.text, label), true))
    const alone = unlinkedTitlesIn(book, content).filter((title) => title.key === key)
    return [...linked, ...alone.map((title) => place(title, false))].sort((a, b) => a.from - b.from)
  })

/** A link's words, without the blanks and the marks of emphasis around them. */
export function wordsOf(text: string, label: Span): Span {
  let { from, to } = trim(text, label)
  while (to - from > 2 && /[*_~]/.test(text[from]!) && text[from] === text[to - 1]) [from, to] = [from + 1, to - 1]
  return trim(text, { from, to })
}

/** The minutes that name one of these keys, in order of the meetings. */
export const minutesNaming = (book: Book, keys: ReadonlySet<string>): readonly Part[] =>
  inOrder([...book.parts.values()].filter(({ people }) => [...keys].some((key) => key in people)))

/** The minutes that link a project, or have a heading for it, in order of the meetings. */
export const minutesLinking = (book: Book, key: string): readonly Part[] =>
  inOrder(
    [...book.parts.values()].filter(
      ({ links, sections }) =>
        addressesIn(links).has(key) || sections.some((title) => projectTitled(book, titleKey(title)) === key),
    ),
  )

const addressesIn = memo((links: Part['links']): ReadonlySet<string> => new Set(links.map(projectKey)))

/** In order of the meetings; what has no day comes last. */
export const inOrder = (parts: readonly Part[]): readonly Part[] =>
  [...parts].sort((a, b) => order(a.day ?? '9', b.day ?? '9') || order(a.path, b.path))

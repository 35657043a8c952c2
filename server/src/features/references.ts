import type { Location } from 'vscode-languageserver-types'
import type { Book } from '../book/book.ts'
import { targetPath } from '../book/link-path.ts'
import type { Part } from '../book/part.ts'
import { entryOfPerson } from '../settings/listings.ts'
import { type Span, shift } from '../text/span.ts'
import { inOrder, keysOf, mentionsIn, minutesLinking, minutesNaming, titlesIn } from './places.ts'
import { type ListingsSource, type MinutesSource, rangesIn } from './source.ts'
import type { Target } from './target.ts'

/** The minutes that name what was asked for, in order of the meetings. */
export function minutesWith(book: Book, target: Target): readonly Part[] {
  if (target.what === 'person') return minutesNaming(book, keysOf(book, target.key))
  if (target.what === 'project') return minutesLinking(book, target.key)
  return inOrder(
    [...book.parts.values()].filter(({ links, path }) =>
      links.some(({ address }) => targetPath(address, path) === target.path),
    ),
  )
}

/** Every place in them: a person under all aliases and spellings, a project by its address and by its titles. */
export function referencesIn(book: Book, target: Target, { uri, text, path, minutes }: MinutesSource): Location[] {
  const range = rangesIn(text)
  const places: readonly Span[] =
    target.what === 'person'
      ? mentionsIn(minutes, keysOf(book, target.key))
      : target.what === 'project'
        ? titlesIn(book, minutes, target.key)
        : minutes.blocks.flatMap(({ content, from }) =>
            content.links
              .filter(({ address }) => targetPath(content.text.slice(address.from, address.to), path) === target.path)
              .map((link) => shift(link, from)),
          )
  return places.map((place) => ({ uri, range: range(place) }))
}

/** The entry in a list of the group's, which counts as where a person is declared. */
export function listedReferences(book: Book, target: Target, { uri, text, listings }: ListingsSource): Location[] {
  if (target.what !== 'person') return []
  const entries = [...keysOf(book, target.key)].flatMap((key) => entryOfPerson(listings, key) ?? [])
  return [...new Set(entries)].map((entry) => ({ uri, range: rangesIn(text)(entry) }))
}

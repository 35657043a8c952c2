import type { LocationLink, Range } from 'vscode-languageserver-types'
import type { Book } from '../book/book.ts'
import type { Part } from '../book/part.ts'
import { projectKey, projectsOf } from '../minutes/projects.ts'
import { entryOfPerson } from '../settings/listings.ts'
import { order } from '../text/order.ts'
import type { Span } from '../text/span.ts'
import { keysOf, mentionsIn, minutesNaming, unaliased } from './places.ts'
import { type ListingsSource, type MinutesSource, rangesIn, type Source } from './source.ts'
import type { Target } from './target.ts'

/** A link as an editor shows it that can tell where the word under the caret begins and ends. */
const linkTo = ({ uri, text }: Source, whole: Span, own: Span, originSelectionRange: Range): LocationLink => {
  const range = rangesIn(text)
  return { originSelectionRange, targetUri: uri, targetRange: range(whole), targetSelectionRange: range(own) }
}

/** The entry of a person, or of a project, in a list of the group's. */
export function listedAt(book: Book, target: Target, source: ListingsSource, origin: Range): LocationLink | undefined {
  const { listings } = source
  const entry =
    target.what === 'person'
      ? (entryOfPerson(listings, unaliased(book, target.key)) ?? entryOfPerson(listings, target.key))
      : target.what === 'project'
        ? listings.projects.find(({ url }) => url && projectKey({ address: url.text }) === target.key)?.title
        : undefined
  return entry && linkTo(source, entry, entry, origin)
}

/** The minutes where a person first stands, or the latest that list a project. */
export function minutesDefining(book: Book, target: Target): Part | undefined {
  if (target.what === 'person') {
    const own = minutesNaming(book, new Set([unaliased(book, target.key)]))
    return own[0] ?? minutesNaming(book, keysOf(book, target.key))[0]
  }
  if (target.what === 'file') return book.parts.get(target.path)
  const listing = latestFirst(book).filter(({ projects }) => projects.some((each) => projectKey(each) === target.key))
  return listing.find(({ projects }) => projects.some((each) => isEntry(each, target.key))) ?? listing[0]
}

const latestFirst = ({ parts }: Book): readonly Part[] =>
  [...parts.values()].sort((a, b) => order(b.day ?? '', a.day ?? '') || order(b.path, a.path))

const isEntry = (project: { readonly address: string; readonly form: string }, key: string): boolean =>
  project.form === 'item' && projectKey(project) === key

/** The very place in those minutes. */
export function definedAt(book: Book, target: Target, source: MinutesSource, origin: Range): LocationLink | undefined {
  const { minutes } = source
  if (target.what === 'file') return linkTo(source, { from: 0, to: 0 }, { from: 0, to: 0 }, origin)
  if (target.what === 'person') {
    const [own] = mentionsIn(minutes, new Set([unaliased(book, target.key)]))
    const first = own ?? mentionsIn(minutes, keysOf(book, target.key))[0]
    return first && linkTo(source, first, first, origin)
  }
  const all = projectsOf(minutes).filter(({ key }) => key === target.key)
  const entry = all.find((each) => isEntry(each, target.key)) ?? all[0]
  return entry && linkTo(source, entry.entry, entry, origin)
}

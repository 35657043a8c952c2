import type { Book } from '../book/book.ts'
import { targetPath } from '../book/link-path.ts'
import { titleKey, titlesOf } from '../book/project-titles.ts'
import { blockAt } from '../minutes/minutes.ts'
import { projectKey } from '../minutes/projects.ts'
import { type Span, shift, touches, trim } from '../text/span.ts'
import type { OpenMinutes } from './document.ts'

/** What a place in minutes names. The span is its own, in the whole text. */
export type Target = PersonTarget | ProjectTarget | FileTarget

export interface PersonTarget extends Span {
  readonly what: 'person'
  /** As written, without the `@`, and what it is compared by. */
  readonly handle: string
  readonly key: string
}

export interface ProjectTarget extends Span {
  readonly what: 'project'
  readonly key: string
  /** The words of the label or heading, as written. */
  readonly title: string
  /** Where they stand. */
  readonly label: Span
}

export interface FileTarget extends Span {
  readonly what: 'file'
  /** Minutes of the same book. */
  readonly path: string
}

/** What stands at an offset; `undefined` where nothing does that the book knows, as in code and comments. */
export function targetAt({ minutes, book, path }: OpenMinutes, offset: number): Target | undefined {
  const block = minutes.blocks[blockAt(minutes, offset)]
  if (!block) return undefined
  const { content, from } = block
  const at = offset - from
  const mention = content.mentions.find((each) => touches(each, at))
  if (mention) return { what: 'person', handle: mention.handle, key: mention.key, ...shift(mention, from) }
  const link = content.links.find((each) => touches(each, at))
  if (link) {
    const address = content.text.slice(link.address.from, link.address.to)
    const target = targetPath(address, path)
    if (target !== undefined && book.parts.has(target)) return { what: 'file', path: target, ...shift(link, from) }
    const key = projectKey({ address })
    if (!book.projects.has(key)) return undefined
    const label = trim(content.text, link.label)
    const title = content.text.slice(label.from, label.to)
    return { what: 'project', key, title, label: shift(label, from), ...shift(link, from) }
  }
  const { heading } = content
  if (heading?.kind !== 'topic' || content.links.length > 0 || !touches(heading.label, at)) return undefined
  const key = projectTitled(book, heading.title)
  if (key === undefined) return undefined
  const label = shift(heading.label, from)
  return { what: 'project', key, title: minutes.text.slice(label.from, label.to), label, ...label }
}

/** The key of the one project that goes by a title; `undefined` where none or several do. */
export function projectTitled(book: Book, title: string): string | undefined {
  const uses = titlesOf(book).addresses.get(titleKey(title)) ?? []
  const [first] = uses
  return first && uses.every(({ key }) => key === first.key) ? first.key : undefined
}

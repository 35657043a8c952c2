import type { Book } from '../../book/book.ts'
import { isListed, nameOf } from '../../book/names.ts'
import { plain } from '../../minutes/headings.ts'
import { blockAt, type Minutes } from '../../minutes/minutes.ts'
import { projectKey } from '../../minutes/projects.ts'
import { slice, touches } from '../../text/span.ts'

/** The handle and the link that a place touches, and whether the group's settings have them. */
export interface AtCaret {
  readonly person?: { readonly handle: string; readonly name?: string; readonly listed: boolean }
  readonly project?: { readonly title: string; readonly url: string; readonly listed: boolean }
}

export function atCaret(minutes: Minutes, book: Book, offset: number): AtCaret {
  const block = minutes.blocks[blockAt(minutes, offset)]
  if (!block) return {}
  const at = offset - block.from
  const { mentions, links, text } = block.content
  const mention = mentions.find((each) => touches(each, at))
  const link = links.find((each) => touches(each, at))
  const url = link && slice(text, link.address)
  const name = mention && nameOf(book, mention.key)
  return {
    ...(mention && { person: { handle: mention.handle, ...(name && { name }), listed: isListed(book, mention.key) } }),
    ...(link &&
      /^https?:\/\//i.test(url!) && {
        project: { title: plain(slice(text, link.label)), url: url!, listed: listedProject(book, url!) !== undefined },
      }),
  }
}

/** The project of the group's settings that has this address. */
export const listedProject = ({ roster }: Book, url: string) =>
  roster.projects.find((each) => projectKey({ address: each.url }) === projectKey({ address: url }))

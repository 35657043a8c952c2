import { memo } from '../text/memo.ts'
import { inside, type Span, shift } from '../text/span.ts'
import type { Content, Link } from './content.ts'
import { kindAt, type Minutes } from './minutes.ts'

/** A project as minutes link it. Spans count in the whole text. */
export interface ProjectLink extends Span {
  readonly title: string
  readonly address: string
  /** Where the whole entry, with its notes, stands: a list item, or the heading alone. */
  readonly entry: Span
  /** Entries of one list have the same number. */
  readonly list: number
  /** The form in which it stands. */
  readonly form: 'item' | 'heading'
}

/** The projects that are listed, or have a heading that is a link, in order. */
export const projectsOf = memo((minutes: Minutes): readonly ProjectLink[] => {
  const projects: ProjectLink[] = []
  let headingList = -1
  let list = 0
  let previousLevel = 0
  minutes.blocks.forEach(({ from, content }, index) => {
    const { heading } = content
    if (heading) {
      const link = content.links.find((each) => each.from === heading.label.from && each.to === heading.label.to)
      // A heading further out ends the group of headings that belong together.
      if (heading.level < previousLevel || headingList < 0) headingList = list++
      previousLevel = link ? heading.level : Math.min(previousLevel, heading.level)
      if (link)
        projects.push({ ...read(content, link, from), entry: shift(link, from), list: headingList, form: 'heading' })
      return
    }
    if (content.kind !== 'list') return
    const entries = linkEntries(content)
    if (entries.length < 2 || (kindAt(minutes, index) !== 'projects' && !isCatalogue(content, entries))) return
    const number = list++
    for (const { link, entry } of entries) {
      projects.push({ ...read(content, link, from), entry: shift(entry, from), list: number, form: 'item' })
    }
  })
  return projects
})

interface Entry {
  readonly link: Link
  readonly entry: Span
}

/** The outermost items that are a link and nothing more. */
const linkEntries = memo((content: Content): readonly Entry[] =>
  content.links.length === 0
    ? []
    : content.items.flatMap((item) => {
        if (item.depth > 0) return []
        const link = inside(content.links, item.text)[0]
        if (link?.from !== item.text.from) return []
        const rest = content.text.slice(link.to, item.text.to)
        return /^[\s.:;,–-]*$/.test(rest) ? [{ link, entry: item }] : []
      }),
)

/** Outside a section on projects: at least three, and the addresses differ in their last part alone. */
function isCatalogue(content: Content, entries: readonly Entry[]): boolean {
  const places = new Set(entries.map(({ link }) => folderOf(addressOf(content, link))))
  return entries.length >= 3 && places.size === 1 && !places.has('')
}

/** The address without its last part. */
const folderOf = (address: string) => address.slice(0, address.lastIndexOf('/', address.length - 2) + 1)

const addressOf = (content: Content, link: Link) => content.text.slice(link.address.from, link.address.to)

const read = (content: Content, link: Link, base: number) => ({
  ...shift(link, base),
  title: content.text.slice(link.label.from, link.label.to).trim(),
  address: addressOf(content, link),
})

/** What a project is compared by: its address without a closing slash or fragment; letter case counts in paths alone. */
export function projectKey({ address }: { address: string }): string {
  let end = address.search(/[#?]|$/)
  while (end > 0 && address[end - 1] === '/') end--
  const plain = address.slice(0, end)
  const host = /^[a-z]+:\/\/[^/]+/i.exec(plain)?.[0]
  return host ? host.toLowerCase() + plain.slice(host.length) : plain
}

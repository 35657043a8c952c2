import { memo } from '../text/memo.ts'
import { inside, type Span, shift } from '../text/span.ts'
import type { Content, Link } from './content.ts'
import { kindAt, type Minutes } from './minutes.ts'

/** A project as minutes link it. Spans count in the whole text. */
export interface ProjectLink extends Span {
  readonly title: string
  readonly address: string
  /** What it is compared by; see {@link projectKey}. */
  readonly key: string
  /** Where the whole entry, with its notes, stands: a list item, or the heading alone. */
  readonly entry: Span
  /** Entries of one list have the same number. */
  readonly list: number
  /** The form in which it stands. */
  readonly form: 'item' | 'heading'
  /** Whether it stands in a section on projects. */
  readonly listed: boolean
}

/** The projects that are listed, or have a heading that is a link, in order. */
export const projectsOf = memo((minutes: Minutes): readonly ProjectLink[] => {
  const projects: ProjectLink[] = []
  let headingList = -1
  let list = 0
  let previousLevel = 0
  minutes.blocks.forEach(({ from, content }, index) => {
    const { heading } = content
    if (!heading && content.kind !== 'list') return
    const listed = kindAt(minutes, index) === 'projects'
    const { entries, isCatalogue } = entriesIn(content)
    if (heading) {
      const isLink = entries.length > 0
      // A heading further out ends the group of headings that belong together.
      if (heading.level < previousLevel || headingList < 0) headingList = list++
      previousLevel = isLink ? heading.level : Math.min(previousLevel, heading.level)
      for (const each of entries) projects.push(place(each, from, headingList, 'heading', listed))
    } else if (isCatalogue || (listed && entries.length > 0)) {
      const number = list++
      for (const each of entries) projects.push(place(each, from, number, 'item', listed))
    }
  })
  return projects
})

type Entry = Pick<ProjectLink, 'from' | 'to' | 'title' | 'address' | 'key' | 'entry'>

const place = (
  { from, to, title, address, key, entry }: Entry,
  by: number,
  list: number,
  form: ProjectLink['form'],
  listed: boolean,
): ProjectLink => ({ from: from + by, to: to + by, title, address, key, entry: shift(entry, by), list, form, listed })

/** The heading, or the outermost items, that are a link and nothing more; and whether the list is one of projects. */
const entriesIn = memo((content: Content): { entries: readonly Entry[]; isCatalogue: boolean } => {
  const { heading, links, items, text } = content
  if (links.length === 0) return NONE
  if (heading) {
    const link = links.find((each) => each.from === heading.label.from && each.to === heading.label.to)
    return link ? { entries: [read(content, link, link)], isCatalogue: false } : NONE
  }
  const entries = items.flatMap((item) => {
    if (item.depth > 0) return []
    const link = inside(links, item.text)[0]
    if (link?.from !== item.text.from) return []
    return /^[\s.:;,–-]*$/.test(text.slice(link.to, item.text.to)) ? [read(content, link, item)] : []
  })
  // Outside a section on projects: at least three, and the addresses differ in their last part alone.
  const places = new Set(entries.map(({ address }) => folderOf(address)))
  return { entries, isCatalogue: entries.length >= 3 && places.size === 1 && !places.has('') }
})

const NONE = { entries: [], isCatalogue: false }

function read({ text }: Content, link: Link, entry: Span): Entry {
  const address = text.slice(link.address.from, link.address.to)
  const title = text.slice(link.label.from, link.label.to).trim()
  return { from: link.from, to: link.to, title, address, key: projectKey({ address }), entry }
}

/** The address without its last part. */
const folderOf = (address: string) => address.slice(0, address.lastIndexOf('/', address.length - 2) + 1)

/** What a project is compared by: its address without a closing slash or fragment; letter case counts in paths alone. */
export function projectKey({ address }: { address: string }): string {
  let end = address.search(/[#?]|$/)
  while (end > 0 && address[end - 1] === '/') end--
  const plain = address.slice(0, end)
  const host = /^[a-z]+:\/\/[^/]+/i.exec(plain)?.[0]
  return host ? host.toLowerCase() + plain.slice(host.length) : plain
}

import type { Book } from '../book/book.ts'
import { isProject, projectTitled } from '../book/known-projects.ts'
import { targetPath } from '../book/link-path.ts'
import { aliasesOf, folded, isPseudo, nameOf, peopleParts } from '../book/names.ts'
import { titleKey } from '../book/project-titles.ts'
import { slipsOf } from '../book/slips.ts'
import { attendanceOf } from '../minutes/attendance.ts'
import type { Content } from '../minutes/content.ts'
import { type DateMention, scanDates } from '../minutes/dates.ts'
import type { SectionKind } from '../minutes/headings.ts'
import { type Id, idsOf } from '../minutes/ids.ts'
import { canonical } from '../minutes/mentions.ts'
import { blockAt, kindAt, type Minutes } from '../minutes/minutes.ts'
import type { Person as ListedPerson } from '../minutes/people.ts'
import { projectKey } from '../minutes/projects.ts'
import { rolesOf } from '../minutes/roles.ts'
import { scanTimes, type TimeMention } from '../minutes/times.ts'
import type { Subject } from '../rules/rule.ts'
import { memo, memoBy } from '../text/memo.ts'
import { inside, type Span, shift, trim } from '../text/span.ts'

/** A block, or a value of the front matter that says when the meeting is. Offsets in the content count from `base`. */
export interface Passage {
  readonly content: Content
  readonly base: number
  readonly kind: SectionKind | undefined
}

/** What a reader may want to know more of. Spans count in the whole text. */
export type Thing = Span &
  (
    | { readonly is: 'person'; readonly key: string }
    | { readonly is: 'project'; readonly key: string }
    | { readonly is: 'minutes'; readonly path: string }
    | { readonly is: 'id'; readonly id: Id }
    | { readonly is: 'date'; readonly date: DateMention; readonly passage: Passage }
    | { readonly is: 'time'; readonly time: TimeMention; readonly passage: Passage }
  )

/** What stands at an offset; `undefined` for ordinary words, and in code. */
export function thingAt(subject: Subject, offset: number): Thing | undefined {
  const passage = passageAt(subject.minutes, offset)
  if (!passage) return undefined
  const things = thingsIn(subject, passage)
  return things.find(({ from, to }) => from <= offset && offset < to) ?? things.find(({ to }) => to === offset)
}

/** Every thing of a document, in order of its passages; within one, what says most first. */
export const thingsOf = (subject: Subject): readonly Thing[] =>
  passagesOf(subject.minutes).flatMap((passage) => thingsIn(subject, passage))

function passageAt(minutes: Minutes, offset: number): Passage | undefined {
  const index = blockAt(minutes, offset)
  const block = minutes.blocks[index]
  if (!block || offset < minutes.body)
    return frontMatterOf(minutes).find(({ base, content }) => base <= offset && offset <= base + content.text.length)
  return block.content.kind === 'code'
    ? undefined
    : { content: block.content, base: block.from, kind: kindAt(minutes, index) }
}

/** The passages of a document, in order. */
export const passagesOf = memo((minutes: Minutes): readonly Passage[] => [
  ...frontMatterOf(minutes),
  ...minutes.blocks.flatMap(({ content, from }, index) =>
    content.kind === 'code' ? [] : [{ content, base: from, kind: kindAt(minutes, index) }],
  ),
])

const frontMatterOf = memo(({ frontMatter }: Minutes): readonly Passage[] =>
  (frontMatter?.entries ?? []).flatMap(({ key, raw, valueSpan }) => {
    if (key !== 'meeting_time' && key !== 'title' && key !== 'date') return []
    const content: Content = {
      kind: 'other',
      text: raw,
      prose: raw,
      items: [],
      links: [],
      mentions: [],
      dates: scanDates(raw),
      times: scanTimes(raw),
    }
    return [{ content, base: valueSpan.from, kind: 'details' as const }]
  }),
)

function thingsIn(subject: Subject, passage: Passage): Thing[] {
  const { content, base } = passage
  const { book, path, minutes } = subject
  const links = content.links.flatMap((link): Thing[] => {
    const address = content.text.slice(link.address.from, link.address.to)
    const target = targetPath(address, path)
    if (target !== undefined && target !== path && book.parts.has(target))
      return [{ ...shift(link, base), is: 'minutes', path: target }]
    const key = projectKey({ address })
    return isProject(book, key) ? [{ ...shift(link, base), is: 'project', key }] : []
  })
  const named = inside(namedPeople(minutes), { from: base, to: base + content.text.length }).flatMap(
    ({ from, to, handle, name }): Thing[] => {
      const key = handle ? personMeant(book, canonical(handle)) : name && personNamed(book)(name)
      return key ? [{ from, to, is: 'person', key }] : []
    },
  )
  const people = content.mentions.flatMap((mention): Thing[] => {
    const key = personMeant(book, mention.key)
    return key ? [{ ...shift(mention, base), is: 'person', key }] : []
  })
  return [
    ...links,
    ...people,
    ...named,
    ...idsOf(content).map((id): Thing => ({ ...shift(id, base), is: 'id', id })),
    ...content.times.map((time): Thing => ({ ...shift(time, base), is: 'time', time, passage })),
    ...content.dates.map((date): Thing => ({ ...shift(withWeekday(date), base), is: 'date', date, passage })),
    ...unlinkedTitlesIn(book, content).map(
      (title): Thing => ({ ...shift(title, base), is: 'project', key: title.key }),
    ),
  ]
}

/** The date with a weekday right beside it. */
const withWeekday = ({ from, to, weekday }: DateMention): Span => ({
  from: Math.min(from, weekday?.from ?? from),
  to: Math.max(to, weekday?.to ?? to),
})

/** The key of the person whom a handle means; `undefined` for nobody in particular, and for a slip. */
export function personMeant(book: Book, key: string): string | undefined {
  const meant = aliasesOf(book).get(key)
  if (meant) return canonical(meant.handle)
  return isPseudo(book, key) || slipsOf(book)(key) ? undefined : key
}

/** The names that lists and roles give to people, each at its place, in order. */
const namedPeople = memo((minutes: Minutes): readonly (Span & Pick<ListedPerson, 'handle' | 'name'>)[] => {
  const listed = [...attendanceOf(minutes), ...rolesOf(minutes)].flatMap(({ people }) => people)
  const found = listed.flatMap(({ name, handle, entry, from, to }) => {
    if (!name) return []
    const at = handle ? minutes.text.slice(entry.from, entry.to).indexOf(name) : 0
    if (at < 0) return []
    const start = handle ? entry.from + at : from
    return [{ from: start, to: handle ? start + name.length : to, name, ...(handle && { handle }) }]
  })
  return found.sort((a, b) => a.from - b.from).filter(({ from }, index, all) => from >= (all[index - 1]?.to ?? 0))
})

/** The one person of a name; nobody where two have it. */
const personNamed = memoBy(peopleParts, (book: Book): ((name: string) => string | undefined) => {
  const byName = new Map<string, Set<string>>()
  const keys = [...book.people.keys(), ...book.roster.people.map(({ handle }) => canonical(handle))]
  for (const each of keys) {
    const [key, name] = [personMeant(book, each), nameOf(book, each)]
    if (key && name?.includes(' ')) byName.set(folded(name), (byName.get(folded(name)) ?? new Set()).add(key))
  }
  return (name) => {
    const found = [...(byName.get(folded(name)) ?? [])]
    return found.length === 1 ? found[0] : undefined
  }
})

/** Headings and items that are a project's title and nothing more, without a link. Offsets count from the block's start. */
export const unlinkedTitlesIn = (book: Book, content: Content): readonly (Span & { readonly key: string })[] =>
  possibleTitles(content).flatMap(({ title, ...where }) => {
    const key = projectTitled(book, title)
    return key ? [{ ...where, key }] : []
  })

/** What may be a title, by its {@link titleKey}. */
const possibleTitles = memo(({ heading, items, kind, text, links }: Content) => {
  const candidates = heading?.kind === 'topic' ? [heading.label] : kind === 'list' ? items.map((item) => item.text) : []
  return candidates.flatMap((where) => {
    const span = firstLine(text, where)
    if (span.to - span.from > LONGEST_TITLE || inside(links, where).length > 0) return []
    const title = titleKey(text.slice(span.from, span.to))
    return title === '' ? [] : [{ ...span, title }]
  })
})

const LONGEST_TITLE = 200

function firstLine(text: string, { from, to }: Span): Span {
  const end = text.indexOf('\n', from)
  return trim(text, { from, to: end < 0 || end > to ? to : end })
}

import { memo } from '../text/memo.ts'
import { inside, type Span, shift, span } from '../text/span.ts'
import type { Block } from './blocks.ts'
import type { Checkbox, Item } from './content.ts'
import type { SectionKind } from './headings.ts'
import type { Mention } from './mentions.ts'
import { kindAt, type Minutes } from './minutes.ts'

/** A list item as minutes use it. Spans count in the whole text. */
export interface Note extends Span {
  readonly depth: number
  readonly text: Span
  /** Index of its block. */
  readonly block: number
  /** What its section is about. */
  readonly about: SectionKind | undefined
  readonly checkbox?: Checkbox
  /** The handles it begins with: who speaks, or who will do it. */
  readonly speakers: readonly Mention[]
}

/** A note with a checkbox: something to be done, or done. */
export interface ActionItem extends Note {
  readonly checkbox: Checkbox
}

/** Every list item, in order. */
export const notesOf = memo((minutes: Minutes): readonly Note[] => gather(minutes, () => true))

/** Every action item, in order. Events with a box are not among them: to attend is no promise. */
export const actionsOf = memo((minutes: Minutes): readonly ActionItem[] =>
  gather(minutes, ({ checkbox }) => checkbox !== undefined).filter(
    (note): note is ActionItem => note.checkbox !== undefined && note.about !== 'events',
  ),
)

const gather = (minutes: Minutes, wanted: (item: Item) => boolean): readonly Note[] =>
  minutes.blocks.flatMap((block, index) =>
    block.content.items.filter(wanted).map((item) => noteOf(block, index, kindAt(minutes, index), item)),
  )

function noteOf(block: Block, index: number, about: SectionKind | undefined, item: Item): Note {
  const { content, from } = block
  const speakers = leadingMentions(content.prose, item.text, content.mentions)
  return {
    ...shift(item, from),
    depth: item.depth,
    text: shift(item.text, from),
    block: index,
    about,
    ...(item.checkbox && { checkbox: { ...shift(item.checkbox, from), done: item.checkbox.done } }),
    speakers: speakers.map((mention) => ({ ...mention, ...shift(mention, from) })),
  }
}

/** Also "@ada - and @ben will call". */
const JOINT = /^(?:[\s,&+(*_~]|and\b)*$|^\s+[-–—]\s+(?:and\b|[&+])\s*$/i
/** Before the first of them a marker may stand twice: `- [ ] - @ada`. */
const LEAD = /^[\s*_~(–—-]*$/

/** The handles at the head of a text, joined by no more than commas, `&`, emphasis and "and". */
function leadingMentions(prose: string, text: Span, mentions: readonly Mention[]): readonly Mention[] {
  const leading: Mention[] = []
  let at = text.from
  for (const mention of inside(mentions, text)) {
    if (!(leading.length > 0 ? JOINT : LEAD).test(prose.slice(at, mention.from))) break
    leading.push(mention)
    at = mention.to
  }
  return leading
}

/** A note's own words as a reader sees them, without speaker and separator. */
export function ownWordsOf(minutes: Minutes, note: Note): Span {
  const last = note.speakers.at(-1)
  const from = last ? last.to : note.text.from
  const lead = /^[)\s*_~]*(?:[-–—:;]\s+)?/.exec(minutes.text.slice(from, note.text.to))![0].length
  return span(from + lead, note.text.to)
}

/** The first line of them. */
export function summaryOf(minutes: Minutes, note: Note): Span {
  const { from, to } = ownWordsOf(minutes, note)
  const end = minutes.text.indexOf('\n', from)
  return span(from, end < 0 || end > to ? to : end)
}

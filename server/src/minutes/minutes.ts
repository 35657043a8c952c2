import type { TextChange } from '../text/edit.ts'
import { firstIndex } from '../text/halve.ts'
import { type Block, readBlocks } from './blocks.ts'
import type { Content } from './content.ts'
import { type FrontMatter, parseFrontMatter } from './front-matter.ts'
import type { SectionKind } from './headings.ts'
import { type MarkdownTree, parseMarkdown } from './markdown.ts'
import { readSections, type Section } from './sections.ts'

/**
 * The minutes of one meeting, as one file holds them. Immutable. What is not here is derived from here by the functions
 * of this folder (`attendanceOf`, `projectsOf` …), each once.
 */
export interface Minutes {
  readonly text: string
  readonly frontMatter: FrontMatter | undefined
  /** Where the Markdown begins: behind the front matter and a byte order mark. */
  readonly body: number
  readonly blocks: readonly Block[]
  readonly sections: readonly Section[]
  /** For each block the index of the innermost section that holds it; -1 for none. */
  readonly within: readonly number[]
  readonly markdown: MarkdownTree
}

/** Reads minutes. Any text gives some; nothing is ever thrown. */
export const parseMinutes = (text: string): Minutes => read(text)

/**
 * Reads the minutes of a changed text; what the changes did not touch is taken over. The outcome equals
 * `parseMinutes(text)`.
 *
 * @param changes how `previous.text` became `text`, one after the other.
 */
export const updateMinutes = (previous: Minutes, text: string, changes: readonly TextChange[]): Minutes =>
  read(text, previous, changes)

function read(text: string, previous?: Minutes, changes: readonly TextChange[] = []): Minutes {
  const kept =
    previous && isSettled(previous) && changes.every(({ from }) => from > previous.body) ? previous : undefined
  const frontMatter = kept ? kept.frontMatter : parseFrontMatter(text)
  const body = kept ? kept.body : (frontMatter?.to ?? (text.startsWith('\uFEFF') ? 1 : 0))
  const inBody = previous && bodyChanges(previous.body, body, changes)
  const markdown = parseMarkdown(text.slice(body), inBody && previous.markdown, inBody)
  const blocks = readBlocks(markdown.tree, text, body, inBody && previous.blocks)
  return { text, frontMatter, body, blocks, ...readSections(blocks, text.length), markdown }
}

/** Whether no edit of the body can change where the front matter ends: an unclosed one may find its end there. */
const isSettled = ({ frontMatter, text }: Minutes): boolean =>
  frontMatter ? !frontMatter.problems.some(({ kind }) => kind === 'unclosed') : !/^\uFEFF?-/.test(text)

/** The changes as the body's parser sees them; `undefined` when the body's own beginning moved. */
function bodyChanges(before: number, after: number, changes: readonly TextChange[]): TextChange[] | undefined {
  let body = before
  const inBody: TextChange[] = []
  for (const { from, to, length } of changes) {
    if (from >= body) inBody.push({ from: from - body, to: to - body, length })
    else if (to <= body) body += length - (to - from)
    else return undefined
  }
  return body === after ? inBody : undefined
}

/** The innermost section that holds a block. */
export const sectionOf = (minutes: Minutes, block: number): Section | undefined =>
  minutes.sections[minutes.within[block]!]

/** What the text at a block is about: see {@link Section.about}. `undefined` above the first heading. */
export const kindAt = (minutes: Minutes, block: number): SectionKind | undefined => sectionOf(minutes, block)?.about

/** A block, and where in the minutes it stands. */
export interface Place {
  readonly content: Content
  /** See {@link kindAt}. */
  readonly kind: SectionKind | undefined
  /** Whether it stands right below the first heading. */
  readonly early: boolean
}

export const placeAt = (minutes: Minutes, block: number): Place => ({
  content: minutes.blocks[block]!.content,
  kind: kindAt(minutes, block),
  early: minutes.within[block] === 0,
})

/** The index of the block that holds an offset, or else the last one before it; -1 before the first. */
export const blockAt = ({ blocks }: Minutes, offset: number): number =>
  firstIndex(blocks, ({ from }) => from > offset) - 1

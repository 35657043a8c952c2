import type { Block } from '../../minutes/blocks.ts'
import type { Content } from '../../minutes/content.ts'
import { sectionKind } from '../../minutes/headings.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import { memo } from '../../text/memo.ts'
import { phrase } from '../../text/phrase.ts'
import type { Fix, Report } from '../rule.ts'

/** Headings glued to the line above, and lines that lack the blank that makes a heading of them. */
export const blanks = (minutes: Minutes): Report[] => [...glued(minutes), ...unmade(minutes)]

/** Where so many headings for one that is glued have a blank line above, it is missing there. */
const OFTENER = 3

function glued({ blocks, text }: Minutes): Report[] {
  const found: Block[] = []
  let apart = 0
  for (let index = 1; index < blocks.length; index++) {
    const [above, block] = [blocks[index - 1]!, blocks[index]!]
    if (!block.content.heading) continue
    if (/\n[ \t\r]*\n/.test(text.slice(above.to, block.from))) apart++
    else if (TEXT.has(above.content.kind)) found.push(block)
  }
  if (found.length * OFTENER > apart) return []
  return found.map(({ from, content: { heading } }) => ({
    from: from + heading!.label.from,
    to: from + heading!.label.to,
    message: {
      wrong: phrase`There is no blank line above this heading.`,
      why: phrase`Some sites take it for a part of the text before it.`,
      remedy: phrase`Put a blank line between.`,
    },
    fixes: [{ title: phrase`Insert a blank line`, edits: [blankLine(text, from)], preferred: true, safe: true }],
  }))
}

const TEXT: ReadonlySet<Content['kind']> = new Set(['list', 'paragraph', 'quote', 'table'])

/** A line end of the text's own kind at the start of the line. */
function blankLine(text: string, at: number) {
  const start = text.lastIndexOf('\n', at - 1) + 1
  return { from: start, to: start, insert: text[start - 2] === '\r' ? '\r\n' : '\n' }
}

function unmade({ blocks, text, sections }: Minutes): Report[] {
  if (sections.length === 0) return []
  return blocks.flatMap(({ content, from }) => hashesIn(content).map((at) => unmadeReport(text, from + at, content)))
}

/**
 * Where lines begin with signs of a heading and go on without a blank. A single `#` makes a hashtag or channel, unless
 * the word behind it is that of a section.
 */
export const hashesIn = memo(({ kind, prose }: Content): readonly number[] => {
  if (kind !== 'paragraph' && kind !== 'list') return []
  const several = [...prose.matchAll(/^ {0,3}#{2,6}(?=\p{Lu}[\p{L} ]{2}|\p{Lo}|\d{1,2}[:.]\d|\[)/gmu)]
  const found = several.map((match) => match.index + match[0].lastIndexOf('#'))
  const single = kind === 'paragraph' && /^#(\p{Lu}[\p{L}\p{P} ]{2,80})\s*$/u.exec(prose)
  return single && sectionKind(single[1]!) !== 'topic' ? [0] : found
})

function unmadeReport(text: string, at: number, { prose }: Content): Report {
  let start = at
  while (text[start - 1] === '#') start--
  const words = /^[^\n]*/.exec(text.slice(at + 1, at + 80))![0].trim()
  const signs = text.slice(start, at + 1)
  const line = text.lastIndexOf('\n', at - 1) + 1
  const isFirst = line === 0 || /\n[ \t\r]*\n$/.test(text.slice(Math.max(0, line - 200), line)) || prose.startsWith('#')
  const blank = { from: at + 1, to: at + 1, insert: ' ' }
  const fix: Fix = {
    title: phrase`Write "${signs} ${words}"`,
    edits: isFirst ? [blank] : [blankLine(text, at), blank],
    preferred: true,
  }
  return {
    from: start,
    to: at + 1 + words.length,
    message: {
      wrong: phrase`"${signs}${words}" is no heading: there is no blank behind "${signs}".`,
      why: phrase`It is shown as text, and what follows belongs to the section before.`,
      remedy: phrase`Put a blank between.`,
    },
    fixes: [fix],
  }
}

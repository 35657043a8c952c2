import { headingKey } from '../../book/usual-headings.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Section } from '../../minutes/sections.ts'
import type { TextEdit } from '../../text/edit.ts'
import { lineEndOf } from '../../text/line-end.ts'
import { lineAround } from '../../text/lines.ts'
import { slice } from '../../text/span.ts'

/** Where a section goes that another text has: before the first of those behind it there that is here too. */
export function placeLike(minutes: Minutes, model: Minutes, section: number): number | undefined {
  for (const { label } of model.sections.slice(section + 1)) {
    const key = headingKey(slice(model.text, label))
    const next = minutes.sections.find((each) => headingKey(slice(minutes.text, each.label)) === key)
    if (next) return next.from
  }
  return undefined
}

/** The sections without one that is the title of the whole. */
export function bodySections({ sections }: Minutes): readonly Section[] {
  const [first, ...others] = sections
  const isAlone = first?.heading.level === 1 && first.kind === 'topic'
  const isTitle =
    first && (others.length > 0 || isAlone) && others.every(({ heading }) => heading.level > first.heading.level)
  return isTitle ? others : sections
}

/** The signs of a heading that opens a section of the meeting. */
export function headingSigns(minutes: Minutes): string {
  const levels = bodySections(minutes).map(({ heading }) => heading.level)
  return '#'.repeat(levels.length === 0 ? 2 : Math.max(2, Math.min(...levels)))
}

/** Where the meeting itself begins: what says when and where it is stands above. `undefined` without any section. */
export const talkStart = (minutes: Minutes): number | undefined =>
  bodySections(minutes).find(({ kind }) => kind !== 'details')?.from

/** A block of its own where the meeting begins: before its first section, else below the title, else at the head. */
export function blockAtStart(minutes: Minutes, lines: string): TextEdit {
  const at = talkStart(minutes)
  const title = minutes.blocks[minutes.sections[0]?.first ?? -1]
  if (at === undefined && title) return blockAfter(minutes, title.to, lines)
  return blockBefore(minutes, at ?? minutes.blocks[0]?.from ?? minutes.text.length, lines)
}

/** A block of its own before what begins at `at`. */
export function blockBefore({ text }: Minutes, at: number, lines: string): TextEdit {
  const eol = lineEndOf(text)
  return { from: at, to: at, insert: `${lines}${eol}${eol}` }
}

/** A block of its own below another. @param at where that ends */
export function blockAfter({ text }: Minutes, at: number, lines: string): TextEdit {
  const eol = lineEndOf(text)
  const end = text.slice(0, at).trimEnd().length
  const { to } = lineAround(text, end)
  const next = text.slice(to)
  const isLast = next.trim() === ''
  const isTight = /^(?:\r\n|\n|\r)[^\r\n]/.test(next)
  return { from: to, to, insert: `${eol}${eol}${lines}${isLast ? (next === '' ? eol : '') : isTight ? eol : ''}` }
}

/** A block of its own at the end of all. */
export function lastBlock(minutes: Minutes, lines: string): TextEdit {
  const { text } = minutes
  const eol = lineEndOf(text)
  if (text.trim() === '') return { from: text.length, to: text.length, insert: `${lines}${eol}` }
  return blockAfter(minutes, text.trimEnd().length, lines)
}

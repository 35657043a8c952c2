import { headingKey, usualHeadings } from '../../book/usual-headings.ts'
import { type SectionKind, sectionKind } from '../../minutes/headings.ts'
import type { Minutes } from '../../minutes/minutes.ts'
import type { Section } from '../../minutes/sections.ts'
import type { Subject } from '../../rules/rule.ts'
import type { TextEdit } from '../../text/edit.ts'
import { lineAround } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { type Span, slice, trim } from '../../text/span.ts'
import type { Problem } from '../problem.ts'
import { lineEndOf } from './step.ts'

/** Where a heading that is missing belongs, by the group's usual order: before the first that follows it, or at the end. */
export function placeInOrder({ minutes, book, path }: Subject, key: string): Span {
  const usual = usualHeadings({ book, path })
  const at = usual.findIndex((heading) => heading.key === key)
  const later = new Set(at < 0 ? [] : usual.slice(at + 1).map((heading) => heading.key))
  const next = minutes.sections.find(({ label }) => later.has(headingKey(slice(minutes.text, label))))
  return next ? { from: next.from, to: next.from } : endOf(minutes)
}

/** Where the text ends, blanks aside. */
function endOf({ text }: Minutes): Span {
  const { to } = trim(text, { from: 0, to: text.length })
  return { from: to, to }
}

/** A paragraph or section of its own at such a place, with blank lines around it. */
export function apartAt(minutes: Minutes, { from }: Span, lines: string): TextEdit {
  const eol = lineEndOf(minutes)
  const end = endOf(minutes).to
  if (from >= end && end > 0) return { from: end, to: end, insert: `${eol}${eol}${lines}` }
  return { from, to: from, insert: `${lines}${eol}${eol}` }
}

/** The heading of a kind that the group's minutes usually have, with its `#`. */
export function usualHeadingOf({ book, path }: Subject, kind: SectionKind): { key: string; line: string } | undefined {
  const found = usualHeadings({ book, path }).find(({ label }) => sectionKind(label) === kind)
  return found && { key: found.key, line: `${'#'.repeat(found.level)} ${found.label}` }
}

/** The words below a heading, up to the next one. */
export function wordsBelow(minutes: Minutes, { first }: Section): Span {
  const { blocks, text } = minutes
  const from = blocks[first]!.to
  let last = first
  while (last + 1 < blocks.length && !blocks[last + 1]!.content.heading) last++
  return trim(text, { from, to: last === first ? from : blocks[last]!.to })
}

/** What an empty item consists of. */
const EMPTY_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*$/

/** The edit that writes a line below a heading under which nothing stands, or no more than an empty item. */
export function writeBelow(minutes: Minutes, section: Section, line: string, marker: string): TextEdit | undefined {
  const { text } = minutes
  const eol = lineEndOf(minutes)
  const words = wordsBelow(minutes, section)
  if (words.to > words.from) {
    const whole = lineAround(text, words.from)
    return EMPTY_ITEM.test(slice(text, words)) ? { ...whole, insert: marker + line } : undefined
  }
  const { to } = lineAround(text, section.label.to)
  return { from: to, to, insert: `${hasBlanks(minutes) ? eol + eol : eol}${marker}${line}` }
}

/** Where a line that is missing belongs. */
export interface Place extends Span {
  /** What the line takes the place of. */
  readonly replaces?: Span
  readonly section?: Section
}

/**
 * The edit that writes a line at its place; without one, below a heading of its own.
 *
 * @param marker what begins the line where it takes the place of nothing.
 */
export function writtenAt(
  subject: Subject,
  place: Place | undefined,
  heading: { key: string; line: string } | undefined,
  line: string,
  marker: string,
): readonly TextEdit[] | Problem {
  const { minutes } = subject
  if (place?.replaces) return [{ ...place.replaces, insert: line }]
  if (!place) {
    const lines = `${heading!.line}${lineEndOf(minutes)}${marker}${line}`
    return [apartAt(minutes, placeInOrder(subject, heading!.key), lines)]
  }
  const edit = writeBelow(minutes, place.section!, line, marker)
  return edit ? [edit] : { problem: phrase`There is no place for it below this heading. Write it by hand.` }
}

/** Whether these minutes leave a blank line between a heading and what stands below it. */
function hasBlanks({ blocks, text }: Minutes): boolean {
  let [apart, close] = [0, 0]
  blocks.forEach(({ content, from, to }, index) => {
    const next = blocks[index + 1]
    if (!content.heading || !next || next.content.heading) return
    const between = text.slice(from, next.from).slice(content.text.trimEnd().length)
    if (to <= next.from && (between.match(/\n/g) ?? []).length > 1) apart++
    else close++
  })
  return apart > close
}

/** What stands before the words of these minutes' outermost list items: `- `, `*   `. */
export function usualMarker({ blocks }: Minutes): string {
  for (const { content } of blocks) {
    const item = content.items.find(
      ({ depth, ordered, checkbox, text }) => depth === 0 && !ordered && !checkbox && text.to > text.from,
    )
    if (item) return content.text.slice(item.marker.from, item.text.from)
  }
  return '- '
}

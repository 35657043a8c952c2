import type { Block } from '../../minutes/blocks.ts'
import type { Section } from '../../minutes/sections.ts'
import { firstIndex } from '../../text/halve.ts'
import { lineAround } from '../../text/lines.ts'
import { phrase } from '../../text/phrase.ts'
import { shift, slice, span } from '../../text/span.ts'
import { behindLine, lineEnd, wholeLines } from './lines.ts'
import { blankFor, markerOf } from './notes.ts'
import { BLANK, type Removal, type Revision, type Rewording, type Source } from './source.ts'
import { standingHeadings } from './standing.ts'

/**
 * What becomes of headings below which nothing is left: those of the group's form stay, with a blank; others leave.
 *
 * @param removals what leaves otherwise, in order.
 */
export function reviseEmptied(source: Source, removals: readonly Removal[]): Revision {
  const { minutes, wanted } = source
  const { text, sections, blocks } = minutes
  const leaving: Removal[] = []
  const blanks: Rewording[] = []
  const gone = new Set<Section>()
  const stands = standingHeadings(source)
  const isGone = (from: number, to: number) => isCovered(text, from, to, removals)

  const marker = commonMarker(source)
  const below = new Map<number, Section[]>()
  for (const section of sections) {
    const siblings = below.get(section.parent)
    if (siblings) siblings.push(section)
    else below.set(section.parent, [section])
  }

  // From the innermost outwards: an inner one stands behind the outer one.
  for (let at = sections.length - 1; at >= 0; at--) {
    const section = sections[at]!
    const children = below.get(at) ?? []
    const own = blocks.slice(section.first + 1, children[0]?.first ?? section.last)
    const lost = own.filter((block) => isRuler(block) || isGone(block.from, block.to))
    const lostChildren = children.filter((child) => gone.has(child))
    if (lost.every(isRuler) && lostChildren.length === 0) continue
    if (own.length > lost.length || children.length > lostChildren.length) continue
    const heading = blocks[section.first]!
    if (wanted.headings !== 'all' && !stands(section)) {
      gone.add(section)
      for (const each of [heading, ...own.filter(isRuler)])
        leaving.push({ ...wholeLines(text, each), why: phrase`Nothing is left below it, and it is no standing one.` })
      continue
    }
    const list = lost.find(({ content }) => content.items.length > 0)
    const first = list?.content.items[0]
    const told = lost.find((each) => !isRuler(each))
    if (list && first) blanks.push(blankFor(text, shift(first.marker, list.from), markerOf(list, first)))
    else if (told) blanks.push(lineAt(text, told.from, BLANK))
    else blanks.push(belowHeading(text, heading.to, marker))
  }
  return { removals: leaving, rewordings: blanks }
}

/** A line across the page, which says nothing. */
const isRuler = ({ content }: Block): boolean =>
  /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\s*$/.test(content.text)

const lineAt = (text: string, offset: number, words: string): Rewording => {
  const { from } = lineAround(text, offset)
  return { from, to: from, insert: words + lineEnd(text), why: phrase`What stood here has left.` }
}

function belowHeading(text: string, end: number, marker: string): Rewording {
  const at = behindLine(text, Math.max(0, end - 1))
  const eol = lineEnd(text)
  return { from: at, to: at, insert: `${eol}${marker}${BLANK}${eol}`, why: phrase`What stood here has left.` }
}

function commonMarker({ minutes: { blocks } }: Source): string {
  const block = blocks.find(({ content }) => content.items.some(({ ordered }) => !ordered))
  return block ? markerOf(block, block.content.items.find(({ ordered }) => !ordered)!) : '- '
}

/** Whether all that can be seen between two offsets leaves. */
function isCovered(text: string, from: number, to: number, removals: readonly Removal[]): boolean {
  let at = from
  for (let index = firstIndex(removals, (each) => each.to > from); index < removals.length; index++) {
    const removal = removals[index]!
    if (removal.from >= to) break
    if (slice(text, span(at, Math.max(at, removal.from))).trim() !== '') return false
    at = Math.max(at, removal.to)
  }
  return at > from && slice(text, span(at, Math.max(at, to))).trim() === ''
}
